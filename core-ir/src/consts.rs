//! Constants: tensors of known elements, held by reference.
//!
//! A weight is never copied or hashed while the IR lives. A [`ConstId`] names a mapped range, an owned buffer, a splat,
//! or a computation that produces the bytes when they are written. Small constants (at most [`SMALL_CONST_BYTES`]) are
//! interned by content, so that shapes and axes compare by id.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::intern::StrId;
use crate::types::TypeId;

/// Constants of at most this many bytes are interned by content.
pub const SMALL_CONST_BYTES: usize = 1024;

/// A constant of a context. Two ids may hold equal bytes unless both are small.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ConstId(pub(crate) u32);

/// A tensor whose elements are known.
#[derive(Clone, Debug)]
pub struct Constant {
    /// A tensor (or vector) type with fixed dimensions.
    pub ty: TypeId,
    /// The elements.
    pub data: ConstData,
    /// The key under which the text of a module holds the elements apart, at its end: `dense_resource<key>`.
    pub key: Option<StrId>,
}

/// Where the elements of a constant are. Elements are little-endian, row-major, and packed at the width of
/// [`crate::Context::elem_bytes`]: `i1` and `i4` take a byte each, complex numbers are real part first.
#[derive(Clone)]
pub enum ConstData {
    /// One element, repeated.
    Splat(Box<[u8]>),
    /// All elements.
    Owned(Arc<[u8]>),
    /// A range of bytes that somebody else holds, a mapped file most often. Not aligned.
    Mapped(MappedBytes),
    /// The elements of a string tensor, row-major.
    Strings(Arc<[Box<[u8]>]>),
    /// Elements computed when they are asked for.
    Deferred(Arc<dyn Producer>),
}

/// A range of a byte holder that is shared by reference.
#[derive(Clone)]
pub struct MappedBytes {
    holder: Arc<dyn AsRef<[u8]> + Send + Sync>,
    range: Range<usize>,
}

impl MappedBytes {
    /// The bytes `range` of `holder`, or `None` when the range is not inside it.
    pub fn new(holder: Arc<dyn AsRef<[u8]> + Send + Sync>, range: Range<usize>) -> Option<Self> {
        (*holder).as_ref().get(range.clone())?;
        Some(Self { holder, range })
    }

    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        // The range was checked when this was made; a holder that shrinks afterwards yields nothing.
        (*self.holder).as_ref().get(self.range.clone()).unwrap_or(&[])
    }

    /// The bytes `range` of these, held by the same holder; `None` when the range is not inside.
    pub fn subrange(&self, range: Range<usize>) -> Option<Self> {
        let (start, end) =
            (self.range.start.checked_add(range.start)?, self.range.start.checked_add(range.end)?);
        (start <= end && end <= self.range.end)
            .then(|| Self { holder: self.holder.clone(), range: start..end })
    }
}

/// A computation that yields the bytes of a constant, in order and in pieces, so that the whole tensor need not be in
/// memory at once.
pub trait Producer: Send + Sync + fmt::Debug {
    /// How many bytes there will be.
    fn byte_len(&self) -> usize;

    /// Gives the bytes to `sink`, piece by piece. The same bytes each time.
    fn produce(&self, sink: &mut dyn FnMut(&[u8]));

    /// The producer as what it is, for code that knows its kind and composes with it.
    fn as_any(&self) -> Option<&dyn std::any::Any> {
        None
    }
}

impl ConstData {
    /// The bytes of all elements where they are held as such or can be computed; `None` for strings. `count` is the
    /// number of elements, for splats.
    pub fn bytes(&self, count: usize) -> Option<Cow<'_, [u8]>> {
        Some(match self {
            ConstData::Splat(elem) => Cow::Owned(elem.repeat(count)),
            ConstData::Owned(bytes) => Cow::Borrowed(bytes),
            ConstData::Mapped(mapped) => Cow::Borrowed(mapped.as_slice()),
            ConstData::Strings(_) => return None,
            ConstData::Deferred(producer) => {
                let mut bytes = Vec::with_capacity(producer.byte_len());
                producer.produce(&mut |piece| bytes.extend_from_slice(piece));
                Cow::Owned(bytes)
            }
        })
    }

    /// How many bytes all elements take, strings without their offsets.
    pub fn byte_len(&self, count: usize) -> usize {
        match self {
            ConstData::Splat(elem) => elem.len().saturating_mul(count),
            ConstData::Owned(bytes) => bytes.len(),
            ConstData::Mapped(mapped) => mapped.as_slice().len(),
            ConstData::Strings(strings) => strings.iter().map(|s| s.len()).sum(),
            ConstData::Deferred(producer) => producer.byte_len(),
        }
    }

    /// Whether both hold the same, as far as that can be said without reading much: they share a buffer, or are small.
    pub fn is_same_as(&self, other: &ConstData) -> bool {
        match (self, other) {
            (ConstData::Splat(a), ConstData::Splat(b)) => a == b,
            (ConstData::Owned(a), ConstData::Owned(b)) => {
                Arc::ptr_eq(a, b) || a.len() <= SMALL_CONST_BYTES && a == b
            }
            (ConstData::Mapped(a), ConstData::Mapped(b)) => {
                Arc::ptr_eq(&a.holder, &b.holder) && a.range == b.range
            }
            (ConstData::Strings(a), ConstData::Strings(b)) => Arc::ptr_eq(a, b),
            (ConstData::Deferred(a), ConstData::Deferred(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// The bytes in pieces, without holding a computed or splat tensor whole. Strings yield nothing.
    pub fn for_each_piece(&self, count: usize, sink: &mut dyn FnMut(&[u8])) {
        const PIECE: usize = 1 << 16;
        match self {
            ConstData::Splat(elem) => {
                let per_piece = (PIECE / elem.len().max(1)).max(1).min(count.max(1));
                let piece = elem.repeat(per_piece);
                let mut left = count;
                while left > 0 {
                    let now = left.min(per_piece);
                    sink(&piece[..now * elem.len()]);
                    left -= now;
                }
            }
            ConstData::Owned(bytes) => sink(bytes),
            ConstData::Mapped(mapped) => sink(mapped.as_slice()),
            ConstData::Strings(_) => {}
            ConstData::Deferred(producer) => producer.produce(sink),
        }
    }
}

impl fmt::Debug for ConstData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConstData::Splat(elem) => write!(f, "Splat({elem:?})"),
            ConstData::Owned(bytes) => write!(f, "Owned({} bytes)", bytes.len()),
            ConstData::Mapped(mapped) => write!(f, "Mapped({} bytes)", mapped.range.len()),
            ConstData::Strings(strings) => write!(f, "Strings({})", strings.len()),
            ConstData::Deferred(producer) => write!(f, "Deferred({producer:?})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;

    #[test]
    fn resources_are_told_by_key_type_and_bytes() {
        let ctx = Context::new();
        let bytes = |n: u8| ConstData::Owned(vec![n, 0, 0, 0].into());
        let ty = ctx.fixed_tensor(&[2], TypeId::I16);
        let one = ctx.resource(ty, bytes(1), "k");
        assert_eq!(ctx.resource(ty, bytes(1), "k"), one);
        let others = [
            ctx.resource(ty, bytes(2), "k"),
            ctx.resource(ty, bytes(1), "l"),
            ctx.resource(ctx.fixed_tensor(&[2, 1], TypeId::I16), bytes(1), "k"),
            ctx.constant(ty, bytes(1)),
        ];
        assert!(!others.contains(&one));
        assert_eq!(["m", "k", "l"].map(|key| ctx.fresh_resource_key(key)), ["m", "k_1", "l_1"]);
    }

    #[test]
    fn data_is_the_same_where_that_is_cheap_to_see() {
        let large: Arc<[u8]> = vec![7; SMALL_CONST_BYTES + 1].into();
        let data = ConstData::Owned(large.clone());
        assert!(data.is_same_as(&ConstData::Owned(large.clone())));
        assert!(!data.is_same_as(&ConstData::Owned(large.to_vec().into())));
        let small = |n: u8| ConstData::Owned(vec![n, n + 1].into());
        assert!(small(1).is_same_as(&small(1)) && !small(1).is_same_as(&small(2)));
        assert!(!ConstData::Splat([1].into()).is_same_as(&ConstData::Owned(vec![1].into())));
    }
}
