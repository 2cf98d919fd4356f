//! The buffers of a file that is being written: each constant once, streamed behind the structure.

use std::collections::BTreeMap;
use std::io::{self, Write};

use core_ir::consts::{ConstData, Constant};
use core_ir::{ConstId, Context};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::elements::Encoding;

/// Where buffers start: flatbuffers aligns `Buffer.data` to 16 bytes, and mapped files are read in place.
pub(super) const ALIGNMENT: u64 = 16;

/// What a buffer holds.
#[derive(Clone, Debug)]
pub(super) enum Contents {
    /// Nothing: the field is not written.
    Empty,
    /// These bytes.
    Bytes(Vec<u8>),
    /// A constant.
    Const { id: ConstId, encoding: Encoding },
}

/// The buffers in the order of their numbers. Number 0 is empty, as the format wants it.
#[derive(Debug)]
pub(super) struct Buffers {
    list: Vec<Contents>,
    by_const: FxHashMap<(ConstId, Encoding), u32>,
}

/// The buffers after equal ones were merged.
#[derive(Debug)]
pub(super) struct Merged {
    /// What is written.
    pub(super) list: Vec<Contents>,
    /// The new number of each old one.
    pub(super) renumbered: Vec<u32>,
    /// How many bytes the merging saved.
    pub(super) saved: u64,
}

/// What is known of a buffer before all of it is read.
struct Sample {
    len: u64,
    ends: Vec<u8>,
    hash: Option<u128>,
}

impl Buffers {
    pub(super) fn new() -> Self {
        Self { list: vec![Contents::Empty], by_const: FxHashMap::default() }
    }

    fn push(&mut self, contents: Contents) -> u32 {
        self.list.push(contents);
        (self.list.len() - 1) as u32
    }

    /// The number of a buffer of its own with these bytes.
    pub(super) fn bytes(&mut self, bytes: Vec<u8>) -> u32 {
        self.push(Contents::Bytes(bytes))
    }

    /// The number of the buffer of constant `id`.
    pub(super) fn constant(&mut self, id: ConstId, encoding: Encoding) -> u32 {
        if let Some(&number) = self.by_const.get(&(id, encoding)) {
            return number;
        }
        let number = self.push(Contents::Const { id, encoding });
        self.by_const.insert((id, encoding), number);
        number
    }

    /// Merges constants with equal bytes. Lengths are compared first, then the ends, then 128-bit hashes: few weights
    /// are read for it, and computed ones are computed only when another has the same length.
    pub(super) fn merge(self, ctx: &Context) -> Merged {
        let list = &self.list;
        let constants = (0..list.len()).filter(|&i| matches!(list[i], Contents::Const { .. }));
        let candidates = with_company(constants.collect(), |&i| list[i].byte_len(ctx));
        let samples: Vec<(usize, Sample)> =
            candidates.into_par_iter().map(|i| (i, list[i].sample(ctx))).collect();
        let suspects = with_company(samples, |(_, sample)| (sample.len, sample.ends.clone()));
        let hash = |(i, sample): (usize, Sample)| {
            let hash = sample.hash.unwrap_or_else(|| list[i].fingerprint(ctx));
            (i, (sample.len, hash))
        };
        let mut hashes: Vec<(usize, (u64, u128))> = suspects.into_par_iter().map(hash).collect();
        hashes.sort_unstable();

        let mut first: BTreeMap<(u64, u128), usize> = BTreeMap::new();
        let mut same_as: Vec<usize> = (0..list.len()).collect();
        for (i, key) in hashes {
            same_as[i] = *first.entry(key).or_insert(i);
        }
        self.renumber(ctx, &same_as)
    }

    fn renumber(self, ctx: &Context, same_as: &[usize]) -> Merged {
        let mut merged = Merged { list: Vec::new(), renumbered: Vec::with_capacity(same_as.len()), saved: 0 };
        for (i, contents) in self.list.into_iter().enumerate() {
            if same_as[i] == i {
                merged.renumbered.push(merged.list.len() as u32);
                merged.list.push(contents);
            } else {
                merged.saved += contents.byte_len(ctx);
                merged.renumbered.push(merged.renumbered[same_as[i]]);
            }
        }
        merged
    }
}

/// The items whose key another item has too.
fn with_company<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut groups: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for item in items {
        groups.entry(key(&item)).or_default().push(item);
    }
    groups.into_values().filter(|group| group.len() > 1).flatten().collect()
}

impl Contents {
    /// How many bytes there are.
    pub(super) fn byte_len(&self, ctx: &Context) -> u64 {
        match self {
            Contents::Empty => 0,
            Contents::Bytes(bytes) => bytes.len() as u64,
            Contents::Const { id, encoding } => {
                let (constant, count) = elements(ctx, *id);
                encoding.byte_len(&constant.data, count) as u64
            }
        }
    }

    /// Gives the bytes to `sink`, piece by piece.
    pub(super) fn for_each_piece(&self, ctx: &Context, sink: &mut dyn FnMut(&[u8])) {
        match self {
            Contents::Empty => {}
            Contents::Bytes(bytes) => sink(bytes),
            Contents::Const { id, encoding } => {
                let (constant, count) = elements(ctx, *id);
                encoding.for_each_piece(&constant.data, count, sink);
            }
        }
    }

    /// The length and the bytes at both ends. A constant that is computed piece by piece is hashed on the way.
    fn sample(&self, ctx: &Context) -> Sample {
        const END: usize = 64;
        let len = self.byte_len(ctx);
        let Contents::Const { id, encoding } = self else {
            return Sample { len, ends: Vec::new(), hash: None };
        };
        let constant = ctx.const_of(*id);
        let ends = |bytes: &[u8]| {
            let mut ends = bytes[..END.min(bytes.len())].to_vec();
            ends.extend_from_slice(&bytes[bytes.len().saturating_sub(END)..]);
            Sample { len, ends, hash: None }
        };
        match (&constant.data, encoding) {
            (ConstData::Owned(bytes), Encoding::Plain) => return ends(bytes),
            (ConstData::Mapped(mapped), Encoding::Plain) => return ends(mapped.as_slice()),
            _ => {}
        }
        let (mut head, mut tail, mut hasher) = (Vec::new(), Vec::new(), Fingerprint::default());
        self.for_each_piece(ctx, &mut |piece| {
            hasher.write(piece);
            let room = END - head.len();
            head.extend_from_slice(&piece[..room.min(piece.len())]);
            tail.extend_from_slice(&piece[piece.len().saturating_sub(END)..]);
            let extra = tail.len().saturating_sub(END);
            tail.drain(..extra);
        });
        head.extend_from_slice(&tail);
        Sample { len, ends: head, hash: Some(hasher.finish()) }
    }

    fn fingerprint(&self, ctx: &Context) -> u128 {
        let mut hasher = Fingerprint::default();
        self.for_each_piece(ctx, &mut |piece| hasher.write(piece));
        hasher.finish()
    }

    /// Writes the bytes, which must be `len`.
    pub(super) fn write(&self, ctx: &Context, len: u64, out: &mut dyn Write) -> io::Result<()> {
        let mut done = Ok(());
        let mut left = len;
        self.for_each_piece(ctx, &mut |piece| {
            if done.is_err() {
                return;
            }
            match left.checked_sub(piece.len() as u64) {
                Some(rest) => {
                    left = rest;
                    done = out.write_all(piece);
                }
                None => done = Err(io::Error::other("a constant yields more bytes than it has elements")),
            }
        });
        done?;
        if left > 0 {
            return Err(io::Error::other("a constant yields fewer bytes than it has elements"));
        }
        Ok(())
    }
}

fn elements(ctx: &Context, id: ConstId) -> (&Constant, usize) {
    let constant = ctx.const_of(id);
    (constant, ctx.element_count(constant.ty).unwrap_or(0))
}

/// A 128-bit hash of a stream of bytes, independent of how it is cut into pieces. Two lanes of folded 64-bit
/// multiplication; not meant to resist an adversary, who could only damage a model of his own.
#[derive(Default)]
struct Fingerprint {
    lanes: [u64; 2],
    /// The bytes after the last whole block.
    pending: [u8; 16],
    filled: usize,
    len: u64,
}

const MULTIPLIERS: [u64; 4] =
    [0x9e37_79b9_7f4a_7c15, 0xd6e8_feb8_6659_fd93, 0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db];

fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

impl Fingerprint {
    fn block(&mut self, block: &[u8; 16]) {
        let word = u128::from_le_bytes(*block);
        let (low, high) = (word as u64, (word >> 64) as u64);
        let [a, b] = self.lanes;
        // Each lane sees both words and the other lane, so that equal blocks in other places do not cancel out.
        self.lanes = [
            fold(a ^ low ^ MULTIPLIERS[0], b ^ high ^ MULTIPLIERS[1]).wrapping_add(a.rotate_left(23)),
            fold(b ^ low ^ MULTIPLIERS[2], a.rotate_left(32) ^ high ^ MULTIPLIERS[3])
                .wrapping_add(b.rotate_left(41)),
        ];
    }

    fn write(&mut self, mut bytes: &[u8]) {
        self.len += bytes.len() as u64;
        if self.filled > 0 {
            let take = (16 - self.filled).min(bytes.len());
            self.pending[self.filled..self.filled + take].copy_from_slice(&bytes[..take]);
            self.filled += take;
            bytes = &bytes[take..];
            if self.filled < 16 {
                return;
            }
            let block = self.pending;
            self.block(&block);
            self.filled = 0;
        }
        let (blocks, rest) = bytes.as_chunks::<16>();
        for block in blocks {
            self.block(block);
        }
        self.pending[..rest.len()].copy_from_slice(rest);
        self.filled = rest.len();
    }

    fn finish(mut self) -> u128 {
        let mut last = [0; 16];
        last[..self.filled].copy_from_slice(&self.pending[..self.filled]);
        self.block(&last);
        self.block(&u128::from(self.len).to_le_bytes());
        u128::from(self.lanes[0]) << 64 | u128::from(self.lanes[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core_ir::TypeId;

    fn hash(pieces: &[&[u8]]) -> u128 {
        let mut hasher = Fingerprint::default();
        pieces.iter().for_each(|piece| hasher.write(piece));
        hasher.finish()
    }

    #[test]
    fn a_fingerprint_sees_bytes_and_not_pieces() {
        let bytes: Vec<u8> = (0..1000u32).map(|i| (i * 7 % 251) as u8).collect();
        let whole = hash(&[&bytes]);
        assert_eq!(whole, hash(&[&bytes[..5], &bytes[5..33], &[], &bytes[33..]]));
        let mut swapped = bytes.clone();
        swapped.swap(16, 32);
        assert_ne!(whole, hash(&[&swapped]));
        assert_ne!(hash(&[&[0; 16]]), hash(&[&[0; 32]]));
        assert_ne!(hash(&[&[0; 3]]), hash(&[&[0; 4]]));
    }

    #[test]
    fn equal_large_constants_share_a_buffer_and_keep_their_order() {
        let ctx = Context::new();
        let ty = ctx.fixed_tensor(&[1000], TypeId::F32);
        let bytes = |seed: u8| -> Vec<u8> { (0..4000).map(|i| (i as u8).wrapping_mul(seed)).collect() };
        let mut middle = bytes(3);
        middle[2000] ^= 1;
        let ids = [bytes(3), bytes(5), bytes(3), middle].map(|b| ctx.const_from_bytes(ty, &b));
        assert_ne!(ids[0], ids[2]);
        let mut buffers = Buffers::new();
        let numbers = ids.map(|id| buffers.constant(id, Encoding::Plain));
        assert_eq!(numbers, [1, 2, 3, 4]);
        let merged = buffers.merge(&ctx);
        assert_eq!(merged.renumbered, [0, 1, 2, 1, 3]);
        assert_eq!(merged.saved, 4000);
        assert_eq!(merged.list.len(), 4);
    }
}
