//! Reading flatbuffer tables by field number. Every access is checked against the bounds of the file, so that no bytes
//! can do worse than yield `None`.

use std::cell::Cell;

use core_ir::spec::Scalar;

/// A file, and how much of it may still be read as structure.
#[derive(Debug)]
pub(super) struct Source<'a> {
    bytes: &'a [u8],
    /// Tables and vectors of a hostile file can overlap, so that reading them all takes the square of the file's size
    /// or worse; those of an honest one lie side by side.
    budget: Cell<u64>,
}

impl<'a> Source<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        const READS_PER_BYTE: u64 = 16;
        const SMALL: u64 = 1 << 16;
        Self {
            bytes,
            budget: Cell::new((bytes.len() as u64).saturating_mul(READS_PER_BYTE).saturating_add(SMALL)),
        }
    }

    fn spend(&self, bytes: usize) -> Option<()> {
        self.budget.set(self.budget.get().checked_sub(bytes as u64)?);
        Some(())
    }
}

/// A table in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'a> {
    file: &'a Source<'a>,
    at: usize,
    vtable: usize,
    /// How many fields the vtable has room for.
    slots: u16,
    /// The size of the table's inline part.
    size: usize,
}

/// A vector in a file.
#[derive(Clone, Copy, Debug)]
struct Vector {
    /// The first element.
    at: usize,
    len: usize,
}

fn raw<const N: usize>(file: &[u8], at: usize) -> Option<[u8; N]> {
    file.get(at..)?.first_chunk::<N>().copied()
}

fn u32_at(file: &[u8], at: usize) -> Option<usize> {
    raw::<4>(file, at).map(|b| u32::from_le_bytes(b) as usize)
}

fn u16_at(file: &[u8], at: usize) -> Option<u16> {
    raw::<2>(file, at).map(u16::from_le_bytes)
}

/// What the offset at `at` points to.
fn follow(file: &[u8], at: usize) -> Option<usize> {
    match u32_at(file, at)? {
        0 => None,
        offset => at.checked_add(offset),
    }
}

fn scalar_at(file: &[u8], at: usize, scalar: Scalar) -> Option<i64> {
    Some(match scalar {
        Scalar::Bool => i64::from(*file.get(at)? != 0),
        Scalar::U8 => (*file.get(at)?).into(),
        Scalar::I8 => i8::from_le_bytes(raw(file, at)?).into(),
        Scalar::I16 => i16::from_le_bytes(raw(file, at)?).into(),
        Scalar::U16 => u16_at(file, at)?.into(),
        Scalar::I32 => i32::from_le_bytes(raw(file, at)?).into(),
        Scalar::U32 => u32::from_le_bytes(raw(file, at)?).into(),
        Scalar::I64 => i64::from_le_bytes(raw(file, at)?),
        Scalar::F32 | Scalar::Str => return None,
    })
}

fn scalar_width(scalar: Scalar) -> usize {
    match scalar {
        Scalar::Bool | Scalar::I8 | Scalar::U8 => 1,
        Scalar::I16 | Scalar::U16 => 2,
        Scalar::I32 | Scalar::U32 | Scalar::F32 | Scalar::Str => 4,
        Scalar::I64 => 8,
    }
}

impl<'a> Table<'a> {
    /// The root table of a file.
    pub(super) fn root(file: &'a Source<'a>) -> Option<Self> {
        Self::at(file, follow(file.bytes, 0)?)
    }

    fn at(source: &'a Source<'a>, at: usize) -> Option<Self> {
        let file = source.bytes;
        let back = i32::from_le_bytes(raw(file, at)?);
        let vtable = usize::try_from(i64::try_from(at).ok()? - i64::from(back)).ok()?;
        let vtable_size = u16_at(file, vtable)?;
        let size = usize::from(u16_at(file, vtable + 2)?);
        if vtable_size < 4 || size < 4 {
            return None;
        }
        file.get(vtable..vtable + usize::from(vtable_size))?;
        file.get(at..at.checked_add(size)?)?;
        source.spend(size)?;
        Some(Self { file: source, at, vtable, slots: (vtable_size - 4) / 2, size })
    }

    fn bytes(&self) -> &'a [u8] {
        self.file.bytes
    }

    /// Where the table is in the file.
    pub(super) fn position(&self) -> u64 {
        self.at as u64
    }

    /// The position of field `id` when it is present, has `width` bytes, and lies inside the table.
    fn field(&self, id: u16, width: usize) -> Option<usize> {
        if id >= self.slots {
            return None;
        }
        let offset = usize::from(u16_at(self.bytes(), self.vtable + 4 + 2 * usize::from(id))?);
        (offset != 0 && offset + width <= self.size).then(|| self.at + offset)
    }

    /// Whether field `id` is present, or at least claimed to be.
    pub(super) fn has(&self, id: u16) -> bool {
        id < self.slots
            && u16_at(self.bytes(), self.vtable + 4 + 2 * usize::from(id)).is_some_and(|offset| offset != 0)
    }

    /// The fields that are present.
    pub(super) fn present(self) -> impl Iterator<Item = u16> + 'a {
        (0..self.slots).filter(move |&id| self.has(id))
    }

    /// Integer or bool field `id`; `None` only when the file is broken there.
    pub(super) fn int(&self, id: u16, scalar: Scalar, default: i64) -> Option<i64> {
        if !self.has(id) {
            return Some(default);
        }
        scalar_at(self.bytes(), self.field(id, scalar_width(scalar))?, scalar)
    }

    /// As [`Self::int`] for a `ulong`.
    pub(super) fn u64(&self, id: u16) -> Option<u64> {
        if !self.has(id) {
            return Some(0);
        }
        raw(self.bytes(), self.field(id, 8)?).map(u64::from_le_bytes)
    }

    /// Float field `id`; `None` only when the file is broken there.
    pub(super) fn f32(&self, id: u16, default: f32) -> Option<f32> {
        if !self.has(id) {
            return Some(default);
        }
        raw(self.bytes(), self.field(id, 4)?).map(f32::from_le_bytes)
    }

    fn child(&self, id: u16) -> Option<usize> {
        follow(self.bytes(), self.field(id, 4)?)
    }

    /// Table field `id`: `Some(None)` when it is missing, `None` when the file is broken there.
    pub(super) fn table(&self, id: u16) -> Option<Option<Table<'a>>> {
        if !self.has(id) {
            return Some(None);
        }
        Table::at(self.file, self.child(id)?).map(Some)
    }

    /// Vector field `id` with elements of `width` bytes, an empty one when it is missing; `None` when the file is broken
    /// there.
    fn vector(&self, id: u16, width: usize) -> Option<Vector> {
        if !self.has(id) {
            return Some(Vector { at: 0, len: 0 });
        }
        let at = self.child(id)?;
        let len = u32_at(self.bytes(), at)?;
        self.bytes().get(at + 4..(at + 4).checked_add(len.checked_mul(width)?)?)?;
        Some(Vector { at: at + 4, len })
    }

    /// The integers of vector field `id`.
    pub(super) fn ints(&self, id: u16, scalar: Scalar) -> Option<Vec<i64>> {
        let width = scalar_width(scalar);
        let vector = self.vector(id, width)?;
        self.file.spend(vector.len * width)?;
        (0..vector.len).map(|i| scalar_at(self.bytes(), vector.at + i * width, scalar)).collect()
    }

    /// The `int`s of vector field `id`.
    pub(super) fn i32s(&self, id: u16) -> Option<Vec<i32>> {
        let vector = self.vector(id, 4)?;
        self.file.spend(vector.len * 4)?;
        (0..vector.len).map(|i| raw(self.bytes(), vector.at + i * 4).map(i32::from_le_bytes)).collect()
    }

    /// The floats of vector field `id`.
    pub(super) fn f32s(&self, id: u16) -> Option<Vec<f32>> {
        let vector = self.vector(id, 4)?;
        self.file.spend(vector.len * 4)?;
        (0..vector.len).map(|i| raw(self.bytes(), vector.at + i * 4).map(f32::from_le_bytes)).collect()
    }

    /// The bytes of a string or byte vector field: `Some(None)` when it is missing.
    pub(super) fn byte_vector(&self, id: u16) -> Option<Option<&'a [u8]>> {
        if !self.has(id) {
            return Some(None);
        }
        let vector = self.vector(id, 1)?;
        self.file.spend(vector.len)?;
        self.bytes().get(vector.at..vector.at + vector.len).map(Some)
    }

    /// The range of a byte vector field in the file: `Some(None)` when it is missing.
    pub(super) fn byte_range(&self, id: u16) -> Option<Option<std::ops::Range<usize>>> {
        if !self.has(id) {
            return Some(None);
        }
        let vector = self.vector(id, 1)?;
        Some(Some(vector.at..vector.at + vector.len))
    }

    /// The strings of vector field `id`.
    pub(super) fn byte_strings(&self, id: u16) -> Option<Vec<&'a [u8]>> {
        let vector = self.vector(id, 4)?;
        self.file.spend(vector.len * 4)?;
        let one = |i: usize| {
            let at = follow(self.bytes(), vector.at + i * 4)?;
            let len = u32_at(self.bytes(), at)?;
            self.file.spend(len)?;
            self.bytes().get(at + 4..(at + 4).checked_add(len)?)
        };
        (0..vector.len).map(one).collect()
    }

    /// The tables of vector field `id`.
    pub(super) fn tables(&self, id: u16) -> Option<Vec<Table<'a>>> {
        let vector = self.vector(id, 4)?;
        self.file.spend(vector.len * 4)?;
        (0..vector.len).map(|i| Table::at(self.file, follow(self.bytes(), vector.at + i * 4)?)).collect()
    }
}
