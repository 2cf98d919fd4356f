//! TensorFlow's element types.

use std::fmt;

use core_ir::{Context, FloatKind, Signedness, Type, TypeId};

/// A `tensorflow.DataType`, reference types included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct DataType(pub(crate) i32);

/// What an element is in the IR.
enum Element {
    Known(TypeId),
    Int(u32, Signedness),
    Float(FloatKind),
    /// A mnemonic of the `tf_type` dialect.
    TfType(&'static str),
}

struct Row {
    number: i32,
    /// Without the prefix `DT_`.
    name: &'static str,
    /// Bytes of one element in a tensor's content; 0 for those that have no fixed size.
    bytes: usize,
    element: Element,
}

const fn row(number: i32, name: &'static str, bytes: usize, element: Element) -> Row {
    Row { number, name, bytes, element }
}

/// `tensorflow/core/framework/types.proto`. TensorFlow unpacks sub-byte types to one byte an element.
const ROWS: &[Row] = &[
    row(1, "FLOAT", 4, Element::Known(TypeId::F32)),
    row(2, "DOUBLE", 8, Element::Known(TypeId::F64)),
    row(3, "INT32", 4, Element::Known(TypeId::I32)),
    row(4, "UINT8", 1, Element::Known(TypeId::UI8)),
    row(5, "INT16", 2, Element::Known(TypeId::I16)),
    row(6, "INT8", 1, Element::Known(TypeId::I8)),
    row(7, "STRING", 0, Element::TfType("tf_type.string")),
    row(8, "COMPLEX64", 8, Element::Known(TypeId::C64)),
    row(9, "INT64", 8, Element::Known(TypeId::I64)),
    row(10, "BOOL", 1, Element::Known(TypeId::I1)),
    row(11, "QINT8", 1, Element::TfType("tf_type.qint8")),
    row(12, "QUINT8", 1, Element::TfType("tf_type.quint8")),
    row(13, "QINT32", 4, Element::TfType("tf_type.qint32")),
    row(14, "BFLOAT16", 2, Element::Known(TypeId::BF16)),
    row(15, "QINT16", 2, Element::TfType("tf_type.qint16")),
    row(16, "QUINT16", 2, Element::TfType("tf_type.quint16")),
    row(17, "UINT16", 2, Element::Known(TypeId::UI16)),
    row(18, "COMPLEX128", 16, Element::Known(TypeId::C128)),
    row(19, "HALF", 2, Element::Known(TypeId::F16)),
    row(20, "RESOURCE", 0, Element::TfType("tf_type.resource")),
    row(21, "VARIANT", 0, Element::TfType("tf_type.variant")),
    row(22, "UINT32", 4, Element::Known(TypeId::UI32)),
    row(23, "UINT64", 8, Element::Known(TypeId::UI64)),
    row(24, "FLOAT8_E5M2", 1, Element::Float(FloatKind::F8E5M2)),
    row(25, "FLOAT8_E4M3FN", 1, Element::Float(FloatKind::F8E4M3FN)),
    row(26, "FLOAT8_E4M3FNUZ", 1, Element::Float(FloatKind::F8E4M3FNUZ)),
    row(27, "FLOAT8_E4M3B11FNUZ", 1, Element::Float(FloatKind::F8E4M3B11FNUZ)),
    row(28, "FLOAT8_E5M2FNUZ", 1, Element::Float(FloatKind::F8E5M2FNUZ)),
    row(29, "INT4", 1, Element::Known(TypeId::I4)),
    row(30, "UINT4", 1, Element::Known(TypeId::UI4)),
    row(31, "INT2", 1, Element::Int(2, Signedness::Signless)),
    row(32, "UINT2", 1, Element::Int(2, Signedness::Unsigned)),
    row(33, "FLOAT4_E2M1FN", 1, Element::Float(FloatKind::F4E2M1FN)),
];

/// A reference type is its value type plus this.
const REF_OFFSET: i32 = 100;

impl DataType {
    pub(crate) const STRING: DataType = DataType(7);
    pub(crate) const RESOURCE: DataType = DataType(20);

    /// The type that a reference type refers to; other types are themselves.
    pub(crate) fn value(self) -> DataType {
        if self.0 > REF_OFFSET { DataType(self.0 - REF_OFFSET) } else { self }
    }

    fn row(self) -> Option<&'static Row> {
        let number = self.value().0;
        ROWS.iter().find(|row| row.number == number)
    }

    /// Bytes of one element in a tensor's content, or `None` for strings, resources, variants and unknown types.
    pub(crate) fn element_bytes(self) -> Option<usize> {
        self.row().map(|row| row.bytes).filter(|&bytes| bytes > 0)
    }

    /// The element type in the IR, or `None` for a number that is not in the table.
    pub(crate) fn element(self, ctx: &Context) -> Option<TypeId> {
        Some(match self.row()?.element {
            Element::Known(ty) => ty,
            Element::Int(width, signedness) => ctx.ty(Type::Integer { width, signedness }),
            Element::Float(kind) => ctx.ty(Type::Float(kind)),
            Element::TfType(name) => ctx.ty(Type::Dialect { name: ctx.str(name), params: Box::default() }),
        })
    }

    /// The number of a spelled type: `DT_FLOAT`, `DT_FLOAT_REF`.
    pub(crate) fn from_name(name: &str) -> Option<DataType> {
        let short = name.strip_prefix("DT_")?;
        if short == "INVALID" {
            return Some(DataType(0));
        }
        let find = |short: &str| ROWS.iter().find(|row| row.name == short).map(|row| row.number);
        match short.strip_suffix("_REF") {
            Some(value) => find(value).map(|number| DataType(number + REF_OFFSET)),
            None => find(short).map(DataType),
        }
    }
}

impl fmt::Display for DataType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row() {
            Some(row) => write!(f, "DT_{}", row.name)?,
            None => write!(f, "DataType({})", self.0)?,
        }
        if self.0 > REF_OFFSET { f.write_str("_REF") } else { Ok(()) }
    }
}
