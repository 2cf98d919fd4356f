//! Element types by name, sets of them, and what messages call them.

use crate::attrs::Attr;
use crate::context::Context;
use crate::types::{FloatKind, Signedness, Type, TypeId};

/// A set of element types, one bit each; see [`ElemSet::NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ElemSet(pub u64);

macro_rules! elements {
    ($($name:literal $description:literal;)*) => {
        impl ElemSet {
            /// The members, in the order of their bits. Quantized types are named as LiteRT's op definitions name them:
            /// `qi8` is `!quant.uniform<i8:f32, ...>`.
            pub const NAMES: &'static [&'static str] = &[$($name),*];
            /// What MLIR's messages call each member.
            const DESCRIPTIONS: &'static [&'static str] = &[$($description),*];
        }
    };
}

elements! {
    "i1" "1-bit signless integer";
    "i2" "2-bit signless integer";
    "i4" "4-bit signless integer";
    "i8" "8-bit signless integer";
    "i16" "16-bit signless integer";
    "i32" "32-bit signless integer";
    "i64" "64-bit signless integer";
    "ui4" "4-bit unsigned integer";
    "ui8" "8-bit unsigned integer";
    "ui16" "16-bit unsigned integer";
    "ui32" "32-bit unsigned integer";
    "ui64" "64-bit unsigned integer";
    "f16" "16-bit float";
    "bf16" "bfloat16 type";
    "f32" "32-bit float";
    "f64" "64-bit float";
    "c64" "complex type with 32-bit float elements";
    "c128" "complex type with 64-bit float elements";
    "str" "TFLite string type";
    "qi4" "QI4 type";
    "qi8" "QI8 type";
    "qi16" "QI16 type";
    "qi32" "QI32 type";
    "qui8" "QUI8 type";
    "qui16" "QUI16 type";
    "resource" "TensorFlow resource type";
    "variant" "TensorFlow variant type";
    "none" "none type";
    "other" "type of another dialect";
    "qi2" "QI2 type";
    "qui4" "QUI4 type";
    "qui32" "QUI32 type";
    "ui2" "2-bit unsigned integer";
    "f8E4M3FN" "f8E4M3FN type";
    "f8E5M2" "f8E5M2 type";
    // TensorFlow's own quantized types, `!tf_type.qint8`.
    "qint8" "TensorFlow qint8 type";
    "qint16" "TensorFlow qint16 type";
    "qint32" "TensorFlow qint32 type";
    "quint8" "TFLite quint8 type";
    "quint16" "TensorFlow quint16 type";
}

impl ElemSet {
    /// The bit of the member called `name`.
    pub const fn bit(name: &str) -> Option<u32> {
        let mut i = 0;
        while i < Self::NAMES.len() {
            let (a, b) = (Self::NAMES[i].as_bytes(), name.as_bytes());
            let mut same = a.len() == b.len();
            let mut j = 0;
            while same && j < a.len() {
                same = a[j] == b[j];
                j += 1;
            }
            if same {
                return Some(i as u32);
            }
            i += 1;
        }
        None
    }

    /// Whether the member called `name` is in the set.
    pub fn has(self, name: &str) -> bool {
        Self::bit(name).is_some_and(|bit| self.0 >> bit & 1 == 1)
    }

    /// The names of the members.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().enumerate().filter(move |(i, _)| self.0 >> i & 1 == 1).map(|(_, name)| *name)
    }

    /// What messages call the element type called `name`.
    pub fn description(name: &str) -> Option<&'static str> {
        Self::bit(name).map(|bit| Self::DESCRIPTIONS[bit as usize])
    }
}

impl Context {
    fn tf_type(&self, name: &str) -> TypeId {
        let name = self.str(name);
        self.ty(Type::Dialect { name, params: Box::default() })
    }

    /// The element type with an [`ElemSet`] name; `None` for quantized types, which a name does not tell in full.
    pub fn elem_named(&self, name: &str) -> Option<TypeId> {
        Some(match name {
            "i1" => TypeId::I1,
            "i4" => TypeId::I4,
            "i8" => TypeId::I8,
            "i16" => TypeId::I16,
            "i32" => TypeId::I32,
            "i64" => TypeId::I64,
            "ui4" => TypeId::UI4,
            "ui8" => TypeId::UI8,
            "ui16" => TypeId::UI16,
            "ui32" => TypeId::UI32,
            "ui64" => TypeId::UI64,
            "f16" => TypeId::F16,
            "bf16" => TypeId::BF16,
            "f32" => TypeId::F32,
            "f64" => TypeId::F64,
            "c64" => TypeId::C64,
            "c128" => TypeId::C128,
            "none" => TypeId::NONE,
            "i2" => self.ty(Type::Integer { width: 2, signedness: Signedness::Signless }),
            "ui2" => self.ty(Type::Integer { width: 2, signedness: Signedness::Unsigned }),
            "f8E4M3FN" => self.ty(Type::Float(FloatKind::F8E4M3FN)),
            "f8E5M2" => self.ty(Type::Float(FloatKind::F8E5M2)),
            "str" => self.tf_type("tf_type.string"),
            "resource" => self.tf_type("tf_type.resource"),
            "variant" => self.tf_type("tf_type.variant"),
            "qint8" => self.tf_type("tf_type.qint8"),
            "qint16" => self.tf_type("tf_type.qint16"),
            "qint32" => self.tf_type("tf_type.qint32"),
            "quint8" => self.tf_type("tf_type.quint8"),
            "quint16" => self.tf_type("tf_type.quint16"),
            _ => return None,
        })
    }

    /// The [`ElemSet`] name of an element type. Types that no set names are `other`.
    pub fn elem_name(&self, elem: TypeId) -> &'static str {
        match self.type_of(elem) {
            Type::None => "none",
            Type::Integer { width, signedness } => integer_name(*width, *signedness, false),
            Type::Float(FloatKind::F16) => "f16",
            Type::Float(FloatKind::BF16) => "bf16",
            Type::Float(FloatKind::F32) => "f32",
            Type::Float(FloatKind::F64) => "f64",
            Type::Float(FloatKind::F8E4M3FN) => "f8E4M3FN",
            Type::Float(FloatKind::F8E5M2) => "f8E5M2",
            Type::Complex(TypeId::F32) => "c64",
            Type::Complex(TypeId::F64) => "c128",
            Type::Dialect { name, params } => match self.str_bytes(*name) {
                b"tf_type.string" => "str",
                b"tf_type.resource" => "resource",
                b"tf_type.variant" => "variant",
                b"tf_type.qint8" => "qint8",
                b"tf_type.qint16" => "qint16",
                b"tf_type.qint32" => "qint32",
                b"tf_type.quint8" => "quint8",
                b"tf_type.quint16" => "quint16",
                // Whatever the dialect says of scales, the storage type comes first.
                quantized if quantized.starts_with(b"quant.") => {
                    match params.first().map(|p| self.attr_of(*p)) {
                        Some(Attr::Type(storage)) => match self.type_of(*storage) {
                            Type::Integer { width, signedness } => integer_name(*width, *signedness, true),
                            _ => "other",
                        },
                        _ => "other",
                    }
                }
                _ => "other",
            },
            _ => "other",
        }
    }

    /// Whether `elem` is a type of the `quant` dialect.
    pub fn is_quantized(&self, elem: TypeId) -> bool {
        matches!(self.type_of(elem), Type::Dialect { name, .. } if self.str_bytes(*name).starts_with(b"quant."))
    }
}

/// The name of an integer type, or of the quantized type that is stored as it.
fn integer_name(width: u32, signedness: Signedness, is_quantized: bool) -> &'static str {
    match (width, signedness == Signedness::Unsigned, is_quantized) {
        (1, false, false) => "i1",
        (2, false, false) => "i2",
        (4, false, false) => "i4",
        (8, false, false) => "i8",
        (16, false, false) => "i16",
        (32, false, false) => "i32",
        (64, false, false) => "i64",
        (2, true, false) => "ui2",
        (4, true, false) => "ui4",
        (8, true, false) => "ui8",
        (16, true, false) => "ui16",
        (32, true, false) => "ui32",
        (64, true, false) => "ui64",
        (2, false, true) => "qi2",
        (4, false, true) => "qi4",
        (8, false, true) => "qi8",
        (16, false, true) => "qi16",
        (32, false, true) => "qi32",
        (4, true, true) => "qui4",
        (8, true, true) => "qui8",
        (16, true, true) => "qui16",
        (32, true, true) => "qui32",
        _ => "other",
    }
}
