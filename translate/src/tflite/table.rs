//! Writing flatbuffer tables by field number, without generated code.

use core_ir::spec::Scalar;
use flatbuffers::{FlatBufferBuilder, UnionWIPOffset, WIPOffset};

/// The builder of a file's structure.
pub(super) type Builder = FlatBufferBuilder<'static>;

/// A finished child of a table: another table, a vector or a string.
pub(super) type Child = WIPOffset<UnionWIPOffset>;

/// The value of one field of a table that is being written.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Bool(bool),
    I8(i8),
    U8(u8),
    I16(i16),
    U16(u16),
    I32(i32),
    U32(u32),
    U64(u64),
    I64(i64),
    F32(f32),
    Child(Child),
}

impl Field {
    fn width(self) -> u8 {
        match self {
            Field::Bool(_) | Field::I8(_) | Field::U8(_) => 1,
            Field::I16(_) | Field::U16(_) => 2,
            Field::I32(_) | Field::U32(_) | Field::F32(_) | Field::Child(_) => 4,
            Field::I64(_) | Field::U64(_) => 8,
        }
    }
}

/// The vtable offset of field number `id`.
pub(super) fn vtable_offset(id: u16) -> u16 {
    4 + 2 * id
}

/// Writes a table. Fields that hold the format's default should be left out by the caller.
pub(super) fn table(fbb: &mut Builder, mut fields: Vec<(u16, Field)>) -> Child {
    // Wide fields first, so that no padding is needed between them.
    fields.sort_by_key(|&(id, field)| (std::cmp::Reverse(field.width()), id));
    let start = fbb.start_table();
    for (id, field) in fields {
        push(fbb, id, field);
    }
    union(fbb.end_table(start))
}

/// Adds a field to the table under construction.
pub(super) fn push(fbb: &mut Builder, id: u16, field: Field) {
    let at = vtable_offset(id);
    match field {
        Field::Bool(value) => fbb.push_slot_always(at, value),
        Field::I8(value) => fbb.push_slot_always(at, value),
        Field::U8(value) => fbb.push_slot_always(at, value),
        Field::I16(value) => fbb.push_slot_always(at, value),
        Field::U16(value) => fbb.push_slot_always(at, value),
        Field::I32(value) => fbb.push_slot_always(at, value),
        Field::U32(value) => fbb.push_slot_always(at, value),
        Field::I64(value) => fbb.push_slot_always(at, value),
        Field::U64(value) => fbb.push_slot_always(at, value),
        Field::F32(value) => fbb.push_slot_always(at, value),
        Field::Child(child) => fbb.push_slot_always(at, child),
    }
}

fn union<T>(offset: WIPOffset<T>) -> Child {
    WIPOffset::new(offset.value())
}

/// Writes a string.
pub(super) fn string(fbb: &mut Builder, text: &[u8]) -> Child {
    union(fbb.create_byte_string(text))
}

/// Writes a vector of tables, strings or vectors.
pub(super) fn children(fbb: &mut Builder, list: &[Child]) -> Child {
    union(fbb.create_vector(list))
}

/// Writes a vector of scalars.
pub(super) fn scalars<T: flatbuffers::Push<Output: 'static> + Copy>(fbb: &mut Builder, list: &[T]) -> Child {
    union(fbb.create_vector(list))
}

/// The value of a field of an options table, with its children by value. What the reader finds and what the writer
/// writes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FieldValue {
    /// A bool or an integer of any width.
    Int(i64),
    /// A float.
    Float(f32),
    /// A string.
    Str(Vec<u8>),
    /// A vector of bools or integers.
    Ints(Vec<i64>),
    /// A vector of floats.
    Floats(Vec<f32>),
    /// A vector of strings.
    Strs(Vec<Vec<u8>>),
}

/// The fields of an options table: number, scalar type and value.
pub(super) type Fields = Vec<(u16, Scalar, FieldValue)>;

/// Writes an options table. `Err` names the field whose value its scalar type cannot hold.
pub(super) fn options_table(fbb: &mut Builder, fields: &Fields) -> Child {
    let mut written = Vec::with_capacity(fields.len());
    for (id, scalar, value) in fields {
        let field = match value {
            FieldValue::Int(n) => int_field(*scalar, *n),
            FieldValue::Float(x) => Field::F32(*x),
            FieldValue::Str(text) => Field::Child(string(fbb, text)),
            FieldValue::Ints(list) => Field::Child(int_vector(fbb, *scalar, list)),
            FieldValue::Floats(list) => Field::Child(scalars(fbb, list)),
            FieldValue::Strs(list) => {
                let texts: Vec<Child> = list.iter().map(|text| string(fbb, text)).collect();
                Field::Child(children(fbb, &texts))
            }
        };
        written.push((*id, field));
    }
    table(fbb, written)
}

/// Whether a field of type `scalar` can hold `n`.
pub(super) fn fits(scalar: Scalar, n: i64) -> bool {
    match scalar {
        Scalar::Bool => (0..=1).contains(&n),
        Scalar::I8 => i8::try_from(n).is_ok(),
        Scalar::U8 => u8::try_from(n).is_ok(),
        Scalar::I16 => i16::try_from(n).is_ok(),
        Scalar::U16 => u16::try_from(n).is_ok(),
        Scalar::I32 => i32::try_from(n).is_ok(),
        Scalar::U32 => u32::try_from(n).is_ok(),
        Scalar::I64 => true,
        Scalar::F32 | Scalar::Str => false,
    }
}

// The casts below cannot lose anything: `fits` is asked before a value gets here.

fn int_field(scalar: Scalar, n: i64) -> Field {
    match scalar {
        Scalar::Bool => Field::Bool(n != 0),
        Scalar::I8 => Field::I8(n as i8),
        Scalar::U8 => Field::U8(n as u8),
        Scalar::I16 => Field::I16(n as i16),
        Scalar::U16 => Field::U16(n as u16),
        Scalar::I32 => Field::I32(n as i32),
        Scalar::U32 => Field::U32(n as u32),
        Scalar::I64 => Field::I64(n),
        Scalar::F32 | Scalar::Str => Field::F32(n as f32),
    }
}

fn int_vector(fbb: &mut Builder, scalar: Scalar, list: &[i64]) -> Child {
    macro_rules! vector {
        ($to:ty) => {{
            let list: Vec<$to> = list.iter().map(|&n| n as $to).collect();
            scalars(fbb, &list)
        }};
    }
    match scalar {
        Scalar::Bool | Scalar::U8 => vector!(u8),
        Scalar::I8 => vector!(i8),
        Scalar::I16 => vector!(i16),
        Scalar::U16 => vector!(u16),
        Scalar::I32 => vector!(i32),
        Scalar::U32 => vector!(u32),
        Scalar::I64 | Scalar::F32 | Scalar::Str => vector!(i64),
    }
}
