//! Element types.

use std::fmt;

/// What the elements of a tensor are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Elem {
    /// `f16`.
    F16,
    /// `bf16`.
    Bf16,
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `i1`: booleans, a byte each.
    Bool,
    /// Signed or signless integers of this many bits: `i8`, `i32`.
    Int(u8),
    /// Unsigned integers of this many bits: `ui8`.
    Uint(u8),
    /// `complex<f32>`.
    Complex64,
    /// `complex<f64>`.
    Complex128,
    /// `!tf_type.string`.
    String,
    /// What an absent operand has instead.
    None,
    /// A type that this version of the SDK does not know, as MLIR spells it. Decline it.
    Other(String),
}

impl Elem {
    /// Whether it is a floating-point type.
    pub fn is_float(&self) -> bool {
        matches!(self, Elem::F16 | Elem::Bf16 | Elem::F32 | Elem::F64)
    }
}

impl From<&str> for Elem {
    fn from(text: &str) -> Self {
        let bits = |prefix: &str| {
            text.strip_prefix(prefix)?.parse::<u8>().ok().filter(|bits| [2, 4, 8, 16, 32, 64].contains(bits))
        };
        match text {
            "f16" => Elem::F16,
            "bf16" => Elem::Bf16,
            "f32" => Elem::F32,
            "f64" => Elem::F64,
            "i1" => Elem::Bool,
            "complex<f32>" => Elem::Complex64,
            "complex<f64>" => Elem::Complex128,
            "!tf_type.string" => Elem::String,
            "none" => Elem::None,
            _ => match (bits("i"), bits("ui")) {
                (Some(bits), _) => Elem::Int(bits),
                (_, Some(bits)) => Elem::Uint(bits),
                _ => Elem::Other(text.to_owned()),
            },
        }
    }
}

impl fmt::Display for Elem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Elem::F16 => "f16",
            Elem::Bf16 => "bf16",
            Elem::F32 => "f32",
            Elem::F64 => "f64",
            Elem::Bool => "i1",
            Elem::Complex64 => "complex<f32>",
            Elem::Complex128 => "complex<f64>",
            Elem::String => "!tf_type.string",
            Elem::None => "none",
            Elem::Int(bits) => return write!(f, "i{bits}"),
            Elem::Uint(bits) => return write!(f, "ui{bits}"),
            Elem::Other(text) => text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Elem;

    #[test]
    fn every_spelling_comes_back() {
        for text in
            ["f32", "i1", "i8", "ui16", "complex<f64>", "!tf_type.string", "none", "i7", "!quant.any<i8>"]
        {
            assert_eq!(Elem::from(text).to_string(), text);
        }
        assert_eq!(Elem::from("i7"), Elem::Other("i7".into()));
        assert_eq!(Elem::from("ui16"), Elem::Uint(16));
    }
}
