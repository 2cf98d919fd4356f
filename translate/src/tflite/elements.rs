//! Element types and the bytes of tensors: how `TensorType` numbers, packed small integers and string tensors
//! correspond to types and constants of the IR.

use std::fmt;
use std::sync::Arc;

use core_ir::consts::{ConstData, MappedBytes, Producer};
use core_ir::{Attr, Context, Type, TypeId};
use dialects::quant::Uniform;

/// The `TensorType` number of an element type; `None` when the format has none.
pub(super) fn tensor_type(ctx: &Context, elem: TypeId) -> Option<i8> {
    let stored = Uniform::of(ctx, elem).map_or(elem, |quantized| quantized.storage);
    dialects::tfl::elem_tensor_type(ctx.elem_name(stored)).and_then(|number| i8::try_from(number).ok())
}

/// The element type that a `TensorType` number stands for, without quantization.
pub(super) fn elem_type(ctx: &Context, number: i8) -> Option<TypeId> {
    ctx.elem_named(dialects::tfl::tensor_type_elem(number.into())?)
}

/// How the elements of a constant are laid out in a buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Encoding {
    /// As in the IR.
    Plain,
    /// Integers of this many bits (2 or 4), several to a byte, the first in the lowest bits.
    Packed(u8),
    /// The count, `count + 1` offsets, and the bytes of all strings.
    Strings,
}

impl Encoding {
    /// The layout of elements with this `TensorType` number.
    pub(super) fn of(tensor_type: i8) -> Self {
        match dialects::tfl::tensor_type_elem(tensor_type.into()) {
            Some("str") => Encoding::Strings,
            Some("i4" | "ui4") => Encoding::Packed(4),
            Some("i2") => Encoding::Packed(2),
            _ => Encoding::Plain,
        }
    }

    /// How many bytes `count` elements of `data` take.
    pub(super) fn byte_len(self, data: &ConstData, count: usize) -> usize {
        match (self, data) {
            (_, ConstData::Strings(strings)) => {
                4 + 4 * (strings.len() + 1) + strings.iter().map(|s| s.len()).sum::<usize>()
            }
            (Encoding::Packed(bits), _) => packed_len(count, bits),
            _ => data.byte_len(count),
        }
    }

    /// Gives the bytes to `sink`, piece by piece.
    pub(super) fn for_each_piece(self, data: &ConstData, count: usize, sink: &mut dyn FnMut(&[u8])) {
        match (self, data) {
            (_, ConstData::Strings(strings)) => string_pieces(strings, sink),
            (Encoding::Packed(bits), _) => {
                let mut packer = Packer { bits, filled: 0, byte: 0 };
                data.for_each_piece(count, &mut |piece| {
                    // A bounded buffer: a mapped tensor comes as a single piece.
                    for part in piece.chunks(1 << 16) {
                        sink(&packer.pack(part));
                    }
                });
                if packer.filled > 0 {
                    sink(&[packer.byte]);
                }
            }
            _ => data.for_each_piece(count, sink),
        }
    }
}

/// How many bytes `count` integers of `bits` bits take when packed.
pub(super) fn packed_len(count: usize, bits: u8) -> usize {
    count.div_ceil(8 / usize::from(bits))
}

struct Packer {
    bits: u8,
    /// How many bits of `byte` are taken.
    filled: u8,
    byte: u8,
}

impl Packer {
    fn pack(&mut self, elems: &[u8]) -> Vec<u8> {
        let mask = (1u8 << self.bits) - 1;
        let mut out = Vec::with_capacity(elems.len() / 2 + 1);
        for elem in elems {
            self.byte |= (elem & mask) << self.filled;
            self.filled += self.bits;
            if self.filled == 8 {
                out.push(self.byte);
                (self.byte, self.filled) = (0, 0);
            }
        }
        out
    }
}

fn string_pieces(strings: &[Box<[u8]>], sink: &mut dyn FnMut(&[u8])) {
    // Offsets wrap past 2^31 bytes; the writer refuses such a buffer before.
    let mut offset = (4 + 4 * (strings.len() + 1)) as u32;
    let mut head = Vec::with_capacity(offset as usize);
    head.extend_from_slice(&(strings.len() as u32).to_le_bytes());
    for s in strings {
        head.extend_from_slice(&offset.to_le_bytes());
        offset = offset.wrapping_add(s.len() as u32);
    }
    head.extend_from_slice(&offset.to_le_bytes());
    sink(&head);
    for s in strings {
        sink(s);
    }
}

/// The strings of a buffer in the layout of [`Encoding::Strings`]; `None` when the bytes are not that.
pub(super) fn strings_of(bytes: &[u8]) -> Option<Arc<[Box<[u8]>]>> {
    let word = |i: usize| -> Option<usize> {
        let raw = bytes.get(i.checked_mul(4)?..)?.first_chunk::<4>()?;
        usize::try_from(i32::from_le_bytes(*raw)).ok()
    };
    let count = word(0)?;
    // Each string needs an offset, which bounds the count by the size of the buffer.
    if count > bytes.len() / 4 {
        return None;
    }
    let list = (0..count).map(|i| Some(bytes.get(word(i + 1)?..word(i + 2)?)?.into()));
    list.collect::<Option<Vec<Box<[u8]>>>>().map(Into::into)
}

/// Integers of 2 or 4 bits, packed in a mapped file, as one byte each.
pub(super) struct Unpacked {
    /// The packed bytes.
    pub(super) packed: MappedBytes,
    /// How many integers there are.
    pub(super) count: usize,
    /// The width of one.
    pub(super) bits: u8,
    /// Whether the top bit of each is its sign.
    pub(super) signed: bool,
}

impl fmt::Debug for Unpacked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} packed {}-bit integers", self.count, self.bits)
    }
}

impl Producer for Unpacked {
    fn byte_len(&self) -> usize {
        self.count
    }

    fn produce(&self, sink: &mut dyn FnMut(&[u8])) {
        let per_byte = 8 / usize::from(self.bits);
        let mut left = self.count;
        for part in self.packed.as_slice().chunks(1 << 15) {
            let mut out = Vec::with_capacity(part.len() * per_byte);
            for &byte in part {
                for i in 0..per_byte {
                    // Shifting up and down again extends the sign.
                    let up = byte << (8 - self.bits as usize * (i + 1));
                    let down = 8 - self.bits;
                    out.push(if self.signed { ((up as i8) >> down) as u8 } else { up >> down });
                }
            }
            out.truncate(left);
            left -= out.len();
            sink(&out);
        }
    }
}

/// The tensor types inside a `!tf_type.variant<...>` element type.
pub(super) fn variant_subtypes(ctx: &Context, elem: TypeId) -> Vec<TypeId> {
    match ctx.type_of(elem) {
        Type::Dialect { name, params } if ctx.str_bytes(*name) == b"tf_type.variant" => params
            .iter()
            .filter_map(|&param| match ctx.attr_of(param) {
                Attr::Type(ty) => Some(*ty),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collect(encoding: Encoding, data: &ConstData, count: usize) -> Vec<u8> {
        let mut all = Vec::new();
        encoding.for_each_piece(data, count, &mut |piece| all.extend_from_slice(piece));
        assert_eq!(all.len(), encoding.byte_len(data, count));
        all
    }

    #[test]
    fn small_integers_are_packed_low_bits_first_and_come_back() {
        let elems: Vec<u8> = [1i8, -2, 7, -8, 3].map(|n| n as u8).to_vec();
        let packed = collect(Encoding::Packed(4), &ConstData::Owned(elems.clone().into()), 5);
        assert_eq!(packed, [0xe1, 0x87, 0x03]);
        let mapped = MappedBytes::new(Arc::new(packed), 0..3).expect("in range");
        let unpacked = Unpacked { packed: mapped, count: 5, bits: 4, signed: true };
        assert_eq!(*ConstData::Deferred(Arc::new(unpacked)).bytes(5).expect("bytes"), *elems);

        let twos = collect(Encoding::Packed(2), &ConstData::Owned([1u8, 0xff, 0, 0xfe, 1].into()), 5);
        assert_eq!(twos, [0b1000_1101, 1]);
        let mapped = MappedBytes::new(Arc::new(twos), 0..2).expect("in range");
        let unpacked = Unpacked { packed: mapped.clone(), count: 5, bits: 2, signed: true };
        assert_eq!(*ConstData::Deferred(Arc::new(unpacked)).bytes(5).expect("bytes"), [1, 0xff, 0, 0xfe, 1]);
        let unpacked = Unpacked { packed: mapped, count: 5, bits: 2, signed: false };
        assert_eq!(*ConstData::Deferred(Arc::new(unpacked)).bytes(5).expect("bytes"), [1, 3, 0, 2, 1]);
    }

    #[test]
    fn a_packed_splat_has_every_element() {
        let splat = ConstData::Splat(Box::new([0xfd]));
        assert_eq!(collect(Encoding::Packed(4), &splat, 200_001).last(), Some(&0x0d));
        assert_eq!(collect(Encoding::Packed(4), &splat, 200_000).last(), Some(&0xdd));
    }

    #[test]
    fn strings_come_back_and_broken_ones_do_not() {
        let strings: Arc<[Box<[u8]>]> = [&b"ab"[..], b"", b"\xff\0c"].map(Into::into).into();
        let bytes = collect(Encoding::Strings, &ConstData::Strings(Arc::clone(&strings)), 3);
        assert_eq!(&bytes[..8], [3, 0, 0, 0, 20, 0, 0, 0]);
        assert_eq!(strings_of(&bytes).as_deref(), Some(&*strings));
        for cut in 0..bytes.len() {
            assert_eq!(strings_of(&bytes[..cut]), None, "cut at {cut}");
        }
        assert_eq!(strings_of(&[0xff; 16]), None);
    }
}
