//! What goes to a plugin and what comes back, whatever version of the interface it was built for.
//!
//! It is the newest version of the interface in `plugins/wit`, which tells what each field means; and it can be written as
//! JSON, by which a call is run again.

use serde::{Deserialize, Serialize};

/// Dimensions; `None` inside is one that is open, `None` instead an unknown rank.
pub type Shape = Option<Vec<Option<u64>>>;

/// The type of a tensor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TensorType {
    /// The element type, as MLIR spells it.
    pub elem: String,
    /// The shape.
    pub dims: Shape,
}

/// A tensor with its elements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tensor {
    /// Its type.
    pub ty: TensorType,
    /// Its elements.
    #[serde(with = "hex")]
    pub data: Vec<u8>,
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Attr {
    Unit,
    Boolean(bool),
    Int(i64),
    Float(#[serde(with = "float")] f64),
    Text(String),
    Bytes(#[serde(with = "hex")] Vec<u8>),
    Ty(String),
    Shape(Shape),
    Symbol(String),
    Booleans(Vec<bool>),
    Ints(Vec<i64>),
    Floats(#[serde(with = "floats")] Vec<f64>),
    Texts(Vec<String>),
    Types(Vec<String>),
    Shapes(Vec<Shape>),
    Symbols(Vec<String>),
    Dense(Tensor),
    Options(Vec<OptionEntry>),
    Opaque(String),
}

/// The value of an option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum OptionValue {
    Null,
    Boolean(bool),
    Int(i64),
    Float(#[serde(with = "float")] f64),
    Text(String),
    Bytes(#[serde(with = "hex")] Vec<u8>),
    Ints(Vec<i64>),
    Floats(#[serde(with = "floats")] Vec<f64>),
    Texts(Vec<String>),
    Items,
    Fields,
}

/// A node in a tree of options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionEntry {
    /// The place of the entry that it belongs to.
    pub parent: Option<u32>,
    /// Its name.
    pub key: String,
    /// What it says.
    pub value: OptionValue,
}

/// An attribute with its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedAttr {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Attr,
}

/// A value that an operation reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Operand {
    /// Its type.
    pub ty: TensorType,
    /// How many bytes it has, if it is a constant.
    pub const_len: Option<u64>,
}

/// An operation that is to be converted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpView {
    /// Its name, or that of the composite it calls.
    pub name: String,
    /// Its attributes, sorted by name.
    pub attrs: Vec<NamedAttr>,
    /// What it reads.
    pub operands: Vec<Operand>,
    /// The types of its results.
    pub results: Vec<TensorType>,
}

/// An operation of a fragment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewOp {
    /// Its name.
    pub name: String,
    /// Its attributes.
    pub attrs: Vec<NamedAttr>,
    /// What it reads; `None` is an optional operand that is absent.
    pub operands: Vec<Option<u32>>,
    /// The types of its results.
    pub results: Vec<TensorType>,
    /// The places of its regions in the fragment's list.
    pub regions: Vec<u32>,
}

/// A body of a control-flow operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// The types of its parameters.
    pub params: Vec<TensorType>,
    /// Its operations.
    pub ops: Vec<NewOp>,
    /// What it yields.
    pub results: Vec<u32>,
}

/// What stands for an operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fragment {
    /// Its constants.
    pub consts: Vec<Tensor>,
    /// Its operations.
    pub ops: Vec<NewOp>,
    /// The value for each result.
    pub results: Vec<u32>,
    /// The bodies of its operations.
    pub regions: Vec<Region>,
    /// What its custom operations cost, in picoseconds.
    pub custom_cost: Option<u64>,
}

/// How bad a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

/// Something that a plugin says about an operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// How bad it is.
    pub severity: Severity,
    /// What it says.
    pub message: String,
    /// The operand that it is about.
    pub operand: Option<u32>,
    /// The attribute that it is about.
    pub attr: Option<String>,
    /// What the user can do.
    pub help: Option<String>,
}

/// Why a plugin has no answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// It does not handle this use.
    Declined(String),
    /// The operation is wrong.
    Failed(Vec<Remark>),
}

/// What is true of all uses of an operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Declaration {
    /// The operation.
    pub op: String,
    /// What it does besides computing.
    pub effects: Effects,
    /// How it is quantized.
    pub quantization: Option<Quantization>,
}

/// What an operation does besides computing its results.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Effects {
    Pure,
    Reads,
    Writes,
}

/// How an operation is quantized.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Quantization {
    pub storage: Vec<String>,
    pub same_scale: bool,
    pub weights: Vec<Weight>,
    pub biases: Vec<Bias>,
    pub fixed: Vec<FixedRange>,
}

/// An operand that holds weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Weight {
    pub operand: u32,
    pub axis: Option<u32>,
}

/// An operand that is added to products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Bias {
    pub operand: u32,
    pub input: u32,
    pub weight: u32,
}

/// A result whose range is fixed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct FixedRange {
    pub output: u32,
    pub elem: String,
    #[serde(with = "float")]
    pub scale: f64,
    pub zero_point: i64,
}

/// Bytes as hexadecimal digits.
mod hex {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&crate::digest::hex(bytes))
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        crate::digest::from_hex(&text).ok_or_else(|| D::Error::custom("not hexadecimal"))
    }
}

/// Floats as their bits: JSON has no NaN and no infinity.
mod float {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn text(value: f64) -> String {
        if value.is_finite() { format!("{value:?}") } else { format!("{:#018x}", value.to_bits()) }
    }

    pub(super) fn read(text: &str) -> Option<f64> {
        match text.strip_prefix("0x") {
            Some(bits) => u64::from_str_radix(bits, 16).ok().map(f64::from_bits),
            None => text.parse().ok(),
        }
    }

    pub(super) fn serialize<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&text(*value))
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<f64, D::Error> {
        read(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("not a number"))
    }
}

/// As [`float`], in a list.
mod floats {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(values: &[f64], to: S) -> Result<S::Ok, S::Error> {
        values.iter().map(|value| super::float::text(*value)).collect::<Vec<_>>().serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Vec<f64>, D::Error> {
        let texts = Vec::<String>::deserialize(from)?;
        texts
            .iter()
            .map(|text| super::float::read(text).ok_or_else(|| D::Error::custom("not a number")))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_every_bit() {
        let values = vec![Attr::Float(f64::NAN), Attr::Float(-0.0), Attr::Floats(vec![f64::INFINITY, 0.1])];
        let text = serde_json::to_string(&values).expect("plain data");
        let again: Vec<Attr> = serde_json::from_str(&text).expect("what was written");
        assert_eq!(serde_json::to_string(&again).expect("plain data"), text);
        let [Attr::Float(nan), Attr::Float(zero), Attr::Floats(list)] = &again[..] else {
            panic!("{again:?}")
        };
        assert!(nan.is_nan() && zero.is_sign_negative() && list[0].is_infinite() && list[1] == 0.1);
    }
}
