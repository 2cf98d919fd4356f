//! Attributes: compile-time data attached to operations.

use crate::consts::ConstId;
use crate::intern::StrId;
use crate::loc::LocId;
use crate::types::TypeId;

/// An interned [`Attr`]: equal attributes have equal ids.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct AttrId(pub(crate) u32);

impl AttrId {
    /// `unit`, interned in every context.
    pub const UNIT: AttrId = AttrId(0);
    /// `false`, interned in every context.
    pub const FALSE: AttrId = AttrId(1);
    /// `true`, interned in every context.
    pub const TRUE: AttrId = AttrId(2);
}

/// An interned dictionary of named attributes, sorted by the text of the names: equal dictionaries have equal ids.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct DictId(pub(crate) u32);

impl DictId {
    /// `{}`, interned in every context.
    pub const EMPTY: DictId = DictId(0);
}

/// A float's bits as `f64`, compared bit by bit so that attributes have a total equality.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct F64Bits(pub u64);

impl F64Bits {
    /// The number.
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// An attribute.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Attr {
    /// `unit`
    Unit,
    /// `true`, `false`
    Bool(bool),
    /// `3 : i32`
    Integer {
        /// The value; an unsigned one is not sign extended.
        value: i128,
        /// An integer type or `index`.
        ty: TypeId,
    },
    /// `1.5 : f32`
    Float {
        /// The value, rounded to `ty` where `ty` is narrower than 64 bits.
        value: F64Bits,
        /// A float type.
        ty: TypeId,
    },
    /// `"text"`; bytes, because TensorFlow's strings are.
    String(StrId),
    /// A type.
    Type(TypeId),
    /// `[a, b]`
    Array(Box<[AttrId]>),
    /// `{a = 1 : i32}`
    Dict(DictId),
    /// `@root::@nested`
    Symbol(Box<[StrId]>),
    /// `dense<...> : tensor<...>`, and `dense_resource`.
    Elements(ConstId),
    /// `sparse<[[0, 5]], 1.5> : tensor<2x8xf32>`: zero but at some places.
    Sparse {
        /// The tensor's type.
        ty: TypeId,
        /// The places, a row each: `tensor<NxRANKxi64>`.
        indices: ConstId,
        /// The elements there.
        values: ConstId,
    },
    /// `array<i32: 1, 2>`; the elements as little-endian bytes, `i1` one byte each.
    DenseArray {
        /// The element type.
        elem: TypeId,
        /// The elements.
        bytes: Box<[u8]>,
    },
    /// `loc(...)`
    Location(LocId),
    /// An attribute of a dialect with attribute parameters: `#tf_type.func<@f, {}>`. The dialect that owns the
    /// mnemonic parses and prints it.
    Dialect {
        /// Dialect and mnemonic: `tf_type.func`.
        name: StrId,
        /// The parameters, in the dialect's order.
        params: Box<[AttrId]>,
    },
    /// An attribute kept as text because nobody registered its syntax, without the `#`; builtin ones of other domains
    /// (`affine_map<...>`) with no `#` at all are kept with `builtin` set.
    Opaque {
        /// The text.
        text: StrId,
        /// Whether it prints without `#`.
        builtin: bool,
    },
}
