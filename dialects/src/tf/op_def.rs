//! Rows from TensorFlow OpDefs.
//!
//! [`OpDef`] holds the facts of a `tensorflow.OpDef` message in neutral form, so that the packed registry, a
//! SavedModel's `stripped_op_list` and a plugin's manifest all become rows in one place.

use std::borrow::Cow;

use core_ir::spec::{
    Arity, AttrKind, AttrSpec, DefaultValue, ElemRule, ElemSet, Form, Hooks, List, OpSpec, Presence,
    RankRule, Text, Traits, ValueSpec,
};

/// The facts of an OpDef.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpDef<'a> {
    /// `Conv2D`, without the dialect.
    pub name: Cow<'a, str>,
    /// `input_arg`
    pub inputs: Vec<ArgDef<'a>>,
    /// `output_arg`
    pub outputs: Vec<ArgDef<'a>>,
    /// `attr`
    pub attrs: Vec<AttrDef<'a>>,
    /// `is_stateful`
    pub is_stateful: bool,
    /// `is_commutative`
    pub is_commutative: bool,
    /// `is_aggregate`
    pub is_aggregate: bool,
}

/// One input or output.
#[derive(Clone, Debug, PartialEq)]
pub struct ArgDef<'a> {
    /// `name`
    pub name: Cow<'a, str>,
    /// `type`, `type_attr` or `type_list_attr`
    pub elem: ArgElem<'a>,
    /// `number_attr`
    pub number_attr: Option<Cow<'a, str>>,
    /// `is_ref`
    pub is_ref: bool,
}

/// The element type of an argument.
#[derive(Clone, Debug, PartialEq)]
pub enum ArgElem<'a> {
    /// One type, by its [`ElemSet`] name; `other` when that has no name for it.
    Fixed(Cow<'a, str>),
    /// What the type attribute of this name says.
    TypeAttr(Cow<'a, str>),
    /// One value for each entry of the type list attribute of this name.
    TypeListAttr(Cow<'a, str>),
}

/// One attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct AttrDef<'a> {
    /// `name`
    pub name: Cow<'a, str>,
    /// `type` as the message spells it: `int`, `list(int)`, `func`.
    pub kind: Cow<'a, str>,
    /// `default_value`
    pub default: Option<AttrDefault<'a>>,
    /// `allowed_values`: [`ElemSet`] names for types, words for strings; empty when all are allowed.
    pub allowed: Vec<Cow<'a, str>>,
    /// `minimum`, of an integer or of a list's length.
    pub minimum: Option<i64>,
}

/// The default of an attribute.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum AttrDefault<'a> {
    Int(i64),
    Float(f64),
    Bool(bool),
    Str(Cow<'a, str>),
    /// An element type by its [`ElemSet`] name.
    Type(Cow<'a, str>),
    Ints(Vec<i64>),
    Floats(Vec<f32>),
    Strs(Vec<Cow<'a, str>>),
    /// A default that a row cannot hold: a shape, a tensor, a list of types.
    Untold,
}

/// The row of an OpDef, named `tf.` and the OpDef's name.
///
/// Attributes that say the types or the number of arguments follow from the arguments and are
/// [`Presence::Derived`]. An op with several groups of operands or results has MLIR's attribute for their sizes too.
/// An op without state, references and resources is pure.
///
/// # Errors
/// When an argument names an attribute that is not there, an attribute has an unknown kind, or there are more than
/// 255 attributes; as a clause with the op as its subject.
pub fn spec_from_op_def(def: &OpDef<'_>) -> Result<OpSpec, String> {
    let mut attrs = Vec::with_capacity(def.attrs.len());
    for attr in &def.attrs {
        attrs.push(attr_spec(def, attr)?);
    }
    let operands = def.inputs.iter().map(|arg| value_spec(def, arg)).collect::<Result<Vec<_>, _>>()?;
    let results = def.outputs.iter().map(|arg| value_spec(def, arg)).collect::<Result<Vec<_>, _>>()?;
    for (rows, name) in [(&operands, OpSpec::OPERAND_SEGMENT_SIZES), (&results, OpSpec::RESULT_SEGMENT_SIZES)]
    {
        if rows.iter().filter(|row| row.arity != Arity::One).count() > 1 {
            let name = Text::Borrowed(name);
            attrs.push(AttrSpec {
                name,
                kind: AttrKind::Ints(32),
                limit: None,
                presence: Presence::Optional,
                slot: None,
            });
        }
    }
    Ok(OpSpec {
        name: Text::Owned(format!("tf.{}", def.name)),
        summary: Text::Borrowed(""),
        operands: List::Owned(operands),
        results: List::Owned(results),
        attrs: List::Owned(attrs),
        constraints: List::Borrowed(&[]),
        traits: traits(def),
        arithmetic: None,
        regions: Some(0),
        tflite: None,
        hooks: Hooks::default(),
    })
}

fn traits(def: &OpDef<'_>) -> Traits {
    let shares_state =
        |arg: &ArgDef<'_>| arg.is_ref || matches!(&arg.elem, ArgElem::Fixed(elem) if elem == "resource");
    let stateful = def.is_stateful || def.inputs.iter().chain(&def.outputs).any(shares_state);
    let mut traits = if stateful { Traits::STATEFUL } else { Traits::PURE };
    if def.is_commutative {
        traits = traits.with(Traits::COMMUTATIVE);
    }
    traits
}

fn value_spec(def: &OpDef<'_>, arg: &ArgDef<'_>) -> Result<ValueSpec, String> {
    let index = |name: &str| {
        let at = def.attrs.iter().position(|attr| attr.name == name);
        let at = at.ok_or_else(|| format!("names an attribute `{name}` that it has not"))?;
        u8::try_from(at).map_err(|_| "has more than 255 attributes".to_owned())
    };
    let (elems, list) = match &arg.elem {
        ArgElem::Fixed(elem) => (ElemRule::In(elem_set(elem)), None),
        ArgElem::TypeAttr(name) => (ElemRule::TypeAttr(index(name)?), None),
        ArgElem::TypeListAttr(name) => {
            let at = index(name)?;
            (ElemRule::TypeListAttr(at), Some(Arity::TypeListAttr(at)))
        }
    };
    let arity = match (list, &arg.number_attr) {
        (Some(arity), _) => arity,
        (None, Some(number)) => Arity::NumberAttr(index(number)?),
        (None, None) => Arity::One,
    };
    Ok(ValueSpec {
        name: Text::Owned(arg.name.to_string()),
        arity,
        form: Form::Tensor,
        elems,
        takes: Text::Borrowed(""),
        rank: RankRule::Any,
        kernels: None,
    })
}

fn elem_set(elem: &str) -> ElemSet {
    let bit = ElemSet::bit(elem).or_else(|| ElemSet::bit("other"));
    ElemSet(bit.map_or(0, |bit| 1 << bit))
}

fn attr_spec(def: &OpDef<'_>, attr: &AttrDef<'_>) -> Result<AttrSpec, String> {
    let kind = kind(&attr.kind)
        .ok_or_else(|| format!("has attribute `{}` of the unknown kind `{}`", attr.name, attr.kind))?;
    let presence = if names_arguments(def, &attr.name) {
        Presence::Derived
    } else {
        match attr.default.as_ref() {
            None => Presence::Required,
            Some(default) => presence(default),
        }
    };
    Ok(AttrSpec { name: Text::Owned(attr.name.to_string()), kind, limit: None, presence, slot: None })
}

/// Whether the types or the number of an argument follow from the attribute, and the attribute from them.
fn names_arguments(def: &OpDef<'_>, name: &str) -> bool {
    def.inputs.iter().chain(&def.outputs).any(|arg| {
        let by_elem = match &arg.elem {
            ArgElem::Fixed(_) => false,
            ArgElem::TypeAttr(attr) | ArgElem::TypeListAttr(attr) => attr == name,
        };
        by_elem || arg.number_attr.as_deref() == Some(name)
    })
}

/// MLIR writes functions as symbols and tensors as elements.
fn kind(word: &str) -> Option<AttrKind> {
    Some(match word {
        "string" => AttrKind::Str,
        "int" => AttrKind::Int(64),
        "float" => AttrKind::F32,
        "bool" => AttrKind::Bool,
        "type" => AttrKind::Type,
        "shape" => AttrKind::Shape,
        "tensor" => AttrKind::Elements,
        "func" => AttrKind::Symbol,
        "list(string)" => AttrKind::Strs,
        "list(int)" => AttrKind::Ints(64),
        "list(float)" => AttrKind::Floats,
        "list(bool)" => AttrKind::Bools,
        "list(type)" => AttrKind::Types,
        "list(shape)" => AttrKind::Shapes,
        "list(func)" => AttrKind::Symbols,
        "list(tensor)" | "any" => AttrKind::Any,
        _ => return None,
    })
}

fn presence(default: &AttrDefault<'_>) -> Presence {
    Presence::Default(match default {
        AttrDefault::Int(n) => DefaultValue::Int(*n),
        AttrDefault::Float(x) => DefaultValue::Float(*x),
        AttrDefault::Bool(b) => DefaultValue::Bool(*b),
        AttrDefault::Str(text) => DefaultValue::Str(Text::Owned(text.to_string())),
        AttrDefault::Type(elem) => DefaultValue::Type(Text::Owned(elem.to_string())),
        AttrDefault::Ints(list) if list.is_empty() => DefaultValue::EmptyList,
        AttrDefault::Floats(list) if list.is_empty() => DefaultValue::EmptyList,
        AttrDefault::Strs(list) if list.is_empty() => DefaultValue::EmptyList,
        AttrDefault::Ints(list) => DefaultValue::Ints(List::Owned(list.clone())),
        AttrDefault::Floats(list) => DefaultValue::Floats(List::Owned(list.clone())),
        AttrDefault::Strs(list) => {
            DefaultValue::Strs(list.iter().map(|text| Text::Owned(text.to_string())).collect())
        }
        AttrDefault::Untold => return Presence::Optional,
    })
}
