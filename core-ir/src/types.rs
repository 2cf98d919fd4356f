//! Types, as MLIR's builtin dialect has them, with symbolic dimensions in tensor shapes.

use crate::attrs::AttrId;
use crate::dims::Dim;
use crate::intern::StrId;

/// An interned [`Type`]: equal types have equal ids.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct TypeId(pub(crate) u32);

macro_rules! well_known_types {
    ($($name:ident = $type:expr, $doc:literal;)*) => {
        /// The types every context interns first, in the order of their ids.
        pub(crate) const WELL_KNOWN: &[Type] = &[$($type),*];
        impl TypeId {
            well_known_types!(@ids 0u32; $($name, $doc;)*);
        }
    };
    (@ids $n:expr; $name:ident, $doc:literal; $($rest:tt)*) => {
        #[doc = $doc]
        pub const $name: TypeId = TypeId($n);
        well_known_types!(@ids $n + 1; $($rest)*);
    };
    (@ids $n:expr;) => {};
}

const fn int(width: u32, signedness: Signedness) -> Type {
    Type::Integer { width, signedness }
}

well_known_types! {
    NONE = Type::None, "`none`";
    INDEX = Type::Index, "`index`";
    I1 = int(1, Signedness::Signless), "`i1`, TensorFlow's bool";
    I4 = int(4, Signedness::Signless), "`i4`";
    I8 = int(8, Signedness::Signless), "`i8`";
    I16 = int(16, Signedness::Signless), "`i16`";
    I32 = int(32, Signedness::Signless), "`i32`";
    I64 = int(64, Signedness::Signless), "`i64`";
    UI4 = int(4, Signedness::Unsigned), "`ui4`";
    UI8 = int(8, Signedness::Unsigned), "`ui8`";
    UI16 = int(16, Signedness::Unsigned), "`ui16`";
    UI32 = int(32, Signedness::Unsigned), "`ui32`";
    UI64 = int(64, Signedness::Unsigned), "`ui64`";
    BF16 = Type::Float(FloatKind::BF16), "`bf16`";
    F16 = Type::Float(FloatKind::F16), "`f16`";
    F32 = Type::Float(FloatKind::F32), "`f32`";
    F64 = Type::Float(FloatKind::F64), "`f64`";
    C64 = Type::Complex(TypeId::F32), "`complex<f32>`";
    C128 = Type::Complex(TypeId::F64), "`complex<f64>`";
}

/// Whether an integer type says how to read its top bit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Signedness {
    /// `i8`
    Signless,
    /// `si8`
    Signed,
    /// `ui8`
    Unsigned,
}

/// The floating point formats of MLIR's builtin dialect.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[allow(missing_docs)]
pub enum FloatKind {
    F4E2M1FN,
    F6E2M3FN,
    F6E3M2FN,
    F8E5M2,
    F8E4M3,
    F8E4M3FN,
    F8E5M2FNUZ,
    F8E4M3FNUZ,
    F8E4M3B11FNUZ,
    F8E3M4,
    F8E8M0FNU,
    BF16,
    F16,
    TF32,
    F32,
    F64,
    F80,
    F128,
}

impl FloatKind {
    /// Every kind with its MLIR spelling and its storage width in bits.
    pub const ALL: &[(FloatKind, &str, u32)] = &[
        (FloatKind::F4E2M1FN, "f4E2M1FN", 4),
        (FloatKind::F6E2M3FN, "f6E2M3FN", 6),
        (FloatKind::F6E3M2FN, "f6E3M2FN", 6),
        (FloatKind::F8E5M2, "f8E5M2", 8),
        (FloatKind::F8E4M3, "f8E4M3", 8),
        (FloatKind::F8E4M3FN, "f8E4M3FN", 8),
        (FloatKind::F8E5M2FNUZ, "f8E5M2FNUZ", 8),
        (FloatKind::F8E4M3FNUZ, "f8E4M3FNUZ", 8),
        (FloatKind::F8E4M3B11FNUZ, "f8E4M3B11FNUZ", 8),
        (FloatKind::F8E3M4, "f8E3M4", 8),
        (FloatKind::F8E8M0FNU, "f8E8M0FNU", 8),
        (FloatKind::BF16, "bf16", 16),
        (FloatKind::F16, "f16", 16),
        (FloatKind::TF32, "tf32", 19),
        (FloatKind::F32, "f32", 32),
        (FloatKind::F64, "f64", 64),
        (FloatKind::F80, "f80", 80),
        (FloatKind::F128, "f128", 128),
    ];

    fn row(self) -> &'static (FloatKind, &'static str, u32) {
        // The table is in the order of the enum, which a test checks.
        &Self::ALL[self as usize]
    }

    /// The MLIR spelling.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The width in bits.
    pub fn bits(self) -> u32 {
        self.row().2
    }

    /// The kind with the MLIR spelling `name`.
    pub fn from_name(name: &str) -> Option<FloatKind> {
        Self::ALL.iter().find(|row| row.1 == name).map(|row| row.0)
    }
}

/// A type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// `none`
    None,
    /// `index`
    Index,
    /// `i32`, `ui8`, ...
    Integer {
        /// Width in bits.
        width: u32,
        /// How the top bit reads.
        signedness: Signedness,
    },
    /// `f32`, ...
    Float(FloatKind),
    /// `complex<f32>`
    Complex(TypeId),
    /// `tuple<...>`
    Tuple(Box<[TypeId]>),
    /// `(inputs) -> results`
    Function {
        /// Argument types.
        inputs: Box<[TypeId]>,
        /// Result types.
        results: Box<[TypeId]>,
    },
    /// `tensor<?x5xf32>` or `tensor<?x5xf32, encoding>`
    Tensor {
        /// The dimensions, outermost first.
        shape: Box<[Dim]>,
        /// The element type.
        elem: TypeId,
        /// An attribute that says more about the layout.
        encoding: Option<AttrId>,
    },
    /// `tensor<*xf32>`
    UnrankedTensor(TypeId),
    /// `vector<4x[8]xf32>`
    Vector {
        /// The dimensions, outermost first, and whether each is scalable.
        shape: Box<[(i64, bool)]>,
        /// The element type.
        elem: TypeId,
    },
    /// A type of a dialect whose parameters are attributes: `!tf_type.resource<tensor<f32>>`. The dialect that owns
    /// the mnemonic parses and prints it.
    Dialect {
        /// Dialect and mnemonic: `tf_type.resource`.
        name: StrId,
        /// The parameters, in the dialect's order.
        params: Box<[AttrId]>,
    },
    /// A type kept as text because nobody registered its syntax: `!foo.bar<anything>`, without the `!`.
    Opaque(StrId),
}
