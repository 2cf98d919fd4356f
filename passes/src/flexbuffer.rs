//! Maps in the FlexBuffers format, which kernels of custom operations read their options from, and the vectors of strings
//! that hold operations which TensorFlow runs.
//!
//! A FlexBuffer is schema-less: vectors and maps hold offsets backwards to what was written before, and a byte for the
//! type of each entry. Every number here takes 8 bytes, which the format allows and readers must accept.

use std::collections::BTreeMap;

mod check;

pub use check::check;

/// A value of a map.
#[derive(Clone, Debug, PartialEq)]
pub enum Flex {
    /// A signed integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// A bool.
    Bool(bool),
    /// A string of bytes.
    String(Vec<u8>),
    /// A list.
    List(Vec<Flex>),
    /// A map in a map.
    Map(BTreeMap<String, Flex>),
    /// Bytes that are no text.
    Blob(Vec<u8>),
    /// Nothing.
    Null,
}

/// The bytes that a number takes, and its base-two logarithm, which is what type bytes say.
const WIDTH: usize = 8;
const WIDTH_BITS: u8 = 3;

/// Type numbers of the format.
mod kind {
    pub(super) const NULL: u8 = 0;
    pub(super) const INT: u8 = 1;
    pub(super) const UINT: u8 = 2;
    pub(super) const FLOAT: u8 = 3;
    pub(super) const KEY: u8 = 4;
    pub(super) const STRING: u8 = 5;
    pub(super) const INDIRECT_INT: u8 = 6;
    pub(super) const INDIRECT_UINT: u8 = 7;
    pub(super) const INDIRECT_FLOAT: u8 = 8;
    pub(super) const MAP: u8 = 9;
    pub(super) const VECTOR: u8 = 10;
    pub(super) const VECTOR_INT: u8 = 11;
    pub(super) const VECTOR_UINT: u8 = 12;
    pub(super) const VECTOR_FLOAT: u8 = 13;
    pub(super) const VECTOR_KEY: u8 = 14;
    /// No longer written.
    pub(super) const VECTOR_STRING: u8 = 15;
    /// Two to four numbers without a length: ints, unsigned ones and floats in turn.
    pub(super) const FIRST_TUPLE: u8 = 16;
    pub(super) const LAST_TUPLE: u8 = 24;
    pub(super) const BLOB: u8 = 25;
    pub(super) const BOOL: u8 = 26;
    pub(super) const VECTOR_BOOL: u8 = 36;
}

/// An entry of a vector: a number that stands there itself, or the place of something written before.
#[derive(Clone, Copy)]
enum Entry {
    Inline(u64),
    At(usize),
}

/// The FlexBuffer of a map. Keys with a zero byte, which the format cannot hold, are left out.
pub fn encode_map(map: &BTreeMap<String, Flex>) -> Vec<u8> {
    let mut writer = Writer { bytes: Vec::new() };
    let at = writer.map(map);
    let end = writer.bytes.len();
    writer.number((end - at) as u64);
    writer.bytes.extend([packed(kind::MAP), WIDTH as u8]);
    writer.bytes
}

fn packed(kind: u8) -> u8 {
    kind << 2 | WIDTH_BITS
}

struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn align(&mut self) {
        self.bytes.resize(self.bytes.len().next_multiple_of(WIDTH), 0);
    }

    fn number(&mut self, number: u64) {
        self.bytes.extend(number.to_le_bytes());
    }

    fn entry(&mut self, entry: Entry) {
        let here = self.bytes.len();
        self.number(match entry {
            Entry::Inline(number) => number,
            Entry::At(at) => (here - at) as u64,
        });
    }

    /// Writes length, entries and, where `typed_entries`, the types; gives the place of the first entry.
    fn vector_body(&mut self, entries: &[(Entry, u8)], typed_entries: bool) -> usize {
        self.number(entries.len() as u64);
        let at = self.bytes.len();
        entries.iter().for_each(|&(entry, _)| self.entry(entry));
        if typed_entries {
            self.bytes.extend(entries.iter().map(|&(_, kind)| packed(kind)));
        }
        at
    }

    /// Writes a map, and gives the place of its first value.
    fn map(&mut self, map: &BTreeMap<String, Flex>) -> usize {
        let mut keys = Vec::new();
        let mut values = Vec::new();
        // The format wants keys sorted as C compares them, which is by bytes, as a `BTreeMap` has them.
        for (key, value) in map.iter().filter(|(key, _)| !key.contains('\0')) {
            keys.push(Entry::At(self.bytes.len()));
            self.bytes.extend_from_slice(key.as_bytes());
            self.bytes.push(0);
            values.push(value);
        }
        let values: Vec<(Entry, u8)> = values.into_iter().map(|value| self.value(value)).collect();
        self.align();
        self.number(keys.len() as u64);
        let keys_at = self.bytes.len();
        keys.into_iter().for_each(|key| self.entry(key));
        self.entry(Entry::At(keys_at));
        self.number(WIDTH as u64);
        self.vector_body(&values, true)
    }

    /// Writes what does not fit into an entry, and gives the entry with its type.
    fn value(&mut self, value: &Flex) -> (Entry, u8) {
        match value {
            Flex::Int(n) => (Entry::Inline(*n as u64), kind::INT),
            Flex::Float(x) => (Entry::Inline(x.to_bits()), kind::FLOAT),
            Flex::Bool(b) => (Entry::Inline(u64::from(*b)), kind::BOOL),
            Flex::String(text) => {
                self.align();
                self.number(text.len() as u64);
                let at = self.bytes.len();
                self.bytes.extend_from_slice(text);
                self.bytes.push(0);
                (Entry::At(at), kind::STRING)
            }
            Flex::Null => (Entry::Inline(0), kind::NULL),
            Flex::Map(map) => {
                let at = self.map(map);
                (Entry::At(at), kind::MAP)
            }
            Flex::Blob(bytes) => {
                self.align();
                self.number(bytes.len() as u64);
                let at = self.bytes.len();
                self.bytes.extend_from_slice(bytes);
                (Entry::At(at), kind::BLOB)
            }
            Flex::List(items) => {
                let entries: Vec<(Entry, u8)> = items.iter().map(|item| self.value(item)).collect();
                let same = |wanted: u8| !entries.is_empty() && entries.iter().all(|entry| entry.1 == wanted);
                let kind = match () {
                    () if same(kind::INT) => kind::VECTOR_INT,
                    () if same(kind::FLOAT) => kind::VECTOR_FLOAT,
                    () if same(kind::BOOL) => kind::VECTOR_BOOL,
                    () => kind::VECTOR,
                };
                self.align();
                (Entry::At(self.vector_body(&entries, kind == kind::VECTOR)), kind)
            }
        }
    }
}

/// The strings of a FlexBuffer that is a vector of strings; `None` when it is none.
pub fn decode_strings(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let [rest @ .., packed, width] = bytes else { return None };
    let reader = Reader { bytes };
    let root = rest.len().checked_sub(usize::from(*width))?;
    if packed >> 2 != kind::VECTOR {
        return None;
    }
    let (at, width) = reader.target(root, usize::from(*width), *packed)?;
    let count = usize::try_from(reader.number(at.checked_sub(width)?, width)?).ok()?;
    let types = at.checked_add(count.checked_mul(width)?)?;
    let string = |i: usize| {
        let packed = *bytes.get(types.checked_add(i)?)?;
        let (at, length_width) = reader.target(at + i * width, width, packed)?;
        if packed >> 2 != kind::STRING {
            return None;
        }
        let length = usize::try_from(reader.number(at.checked_sub(length_width)?, length_width)?).ok()?;
        bytes.get(at..at.checked_add(length)?)
    };
    // A vector has a byte for the type of each entry, so a count that is too great is found out here.
    bytes.get(types..types.checked_add(count)?)?;
    (0..count).map(string).collect()
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    /// The number of `width` bytes at `at`.
    fn number(&self, at: usize, width: usize) -> Option<u64> {
        let bytes = self.bytes.get(at..at.checked_add(width)?).filter(|_| matches!(width, 1 | 2 | 4 | 8))?;
        let mut raw = [0; 8];
        raw[..width].copy_from_slice(bytes);
        Some(u64::from_le_bytes(raw))
    }

    /// Where the offset of `width` bytes at `at` points to, and the width of numbers there.
    fn target(&self, at: usize, width: usize, packed: u8) -> Option<(usize, usize)> {
        let offset = usize::try_from(self.number(at, width)?).ok()?;
        Some((at.checked_sub(offset)?, 1 << (packed & 3)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_and_bad_bytes_are_not() {
        // "ab", "c", each with its length before it and a zero after it; then the vector.
        let bytes = [2, b'a', b'b', 0, 1, b'c', 0, 2, 7, 4, 20, 20, 4, 40, 1];
        assert_eq!(decode_strings(&bytes), Some(vec![&b"ab"[..], &b"c"[..]]));
        for at in 0..bytes.len() {
            for value in [0, 1, 5, 127, 255] {
                let mut bad = bytes;
                bad[at] = value;
                let _ = decode_strings(&bad);
            }
            assert_eq!(decode_strings(&bytes[..at]), None);
        }
    }

    #[test]
    fn a_map_of_one_number_is_as_the_format_says() {
        let bytes = encode_map(&BTreeMap::from([("n".to_owned(), Flex::Int(-2))]));
        let mut expected = b"n\0\0\0\0\0\0\0".to_vec();
        expected.extend(1u64.to_le_bytes()); // One key,
        expected.extend(16u64.to_le_bytes()); // 16 bytes back.
        expected.extend(8u64.to_le_bytes()); // The keys are 8 bytes back
        expected.extend(8u64.to_le_bytes()); // and take 8 bytes each.
        expected.extend(1u64.to_le_bytes()); // One value
        expected.extend((-2i64).to_le_bytes());
        expected.push(1 << 2 | 3); // of type int.
        expected.extend(9u64.to_le_bytes()); // The map is 9 bytes back.
        expected.extend([9 << 2 | 3, 8]);
        assert_eq!(bytes, expected);
    }
}
