//! Parts of partitioned variables: their keys in a checkpoint, and how they are put together.

use std::fmt;
use std::sync::Arc;

use super::proto::TensorSliceProto;

/// Where a part lies in the whole tensor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Extents {
    pub(crate) starts: Vec<i64>,
    pub(crate) lengths: Vec<i64>,
}

impl Extents {
    /// The extents of the parts of a tensor of shape `shape`, or `None` if one is not inside.
    pub(crate) fn of_parts(parts: &[TensorSliceProto], shape: &[i64]) -> Option<Vec<Extents>> {
        parts.iter().map(|part| Self::of_part(part, shape)).collect()
    }

    /// The extents that TensorFlow's `shape_and_slice` says, `4 3 0,2:-`, of a tensor of shape `shape`.
    pub(crate) fn parse(spec: &str, shape: &[i64]) -> Option<Extents> {
        let ranges = spec.split_whitespace().next_back()?;
        let mut extents = Extents { starts: Vec::new(), lengths: Vec::new() };
        let mut dims = shape.iter();
        for range in ranges.split(':') {
            let &dim = dims.next()?;
            let (start, length) = match range.split_once(',') {
                Some((start, length)) => (start.parse().ok()?, length.parse().ok()?),
                None if range == "-" => (0, dim),
                None => return None,
            };
            extents.starts.push(start);
            extents.lengths.push(length);
        }
        dims.next().is_none().then_some(extents)
    }

    fn of_part(part: &TensorSliceProto, shape: &[i64]) -> Option<Extents> {
        if part.extent.len() != shape.len() {
            return None;
        }
        let mut extents = Extents { starts: Vec::new(), lengths: Vec::new() };
        for (extent, &dim) in part.extent.iter().zip(shape) {
            // An extent without a length is the whole dimension.
            let length = extent.length.unwrap_or(dim);
            let end = extent.start.checked_add(length)?;
            if extent.start < 0 || length < 0 || end > dim {
                return None;
            }
            extents.starts.push(extent.start);
            extents.lengths.push(length);
        }
        Some(extents)
    }

    /// How many elements the part has.
    pub(crate) fn count(&self) -> Option<usize> {
        super::checkpoint::element_count(&self.lengths)
    }
}

impl fmt::Display for Extents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (i, (start, length)) in self.starts.iter().zip(&self.lengths).enumerate() {
            let comma = if i == 0 { "" } else { ", " };
            write!(f, "{comma}{start}..{}", start.saturating_add(*length))?;
        }
        f.write_str("]")
    }
}

/// The index key of a part of the tensor called `name`: `EncodeTensorNameSlice` of
/// `tensorflow/core/util/saved_tensor_slice_util.cc`, in the order-preserving code of
/// `tsl/lib/strings/ordered_code.h`.
pub(crate) fn part_key(name: &str, slice: &TensorSliceProto) -> Vec<u8> {
    let mut key = Vec::new();
    put_number(&mut key, 0);
    put_string(&mut key, name.as_bytes());
    put_number(&mut key, slice.extent.len() as u64);
    for extent in &slice.extent {
        put_signed(&mut key, extent.start);
        put_signed(&mut key, extent.length.unwrap_or(-1));
    }
    key
}

/// A length byte, then the number big-endian without leading zeros.
fn put_number(key: &mut Vec<u8>, value: u64) {
    let bytes = value.to_be_bytes();
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    key.push((bytes.len() - zeros) as u8);
    key.extend(bytes.iter().skip(zeros));
}

/// The bytes with 0 and 255 escaped, then a terminator.
fn put_string(key: &mut Vec<u8>, string: &[u8]) {
    for &byte in string {
        key.push(byte);
        match byte {
            0 => key.push(0xff),
            0xff => key.push(0),
            _ => {}
        }
    }
    key.extend([0, 1]);
}

/// One to ten bytes, big-endian; the count of leading bits equal to the complement of the sign tells how many.
fn put_signed(key: &mut Vec<u8>, value: i64) {
    let magnitude = if value < 0 { !value } else { value };
    let bits = (64 - magnitude.leading_zeros()) as usize;
    let length = bits / 7 + 1;
    // Sign-extended to ten bytes, of which the last `length` are written.
    let sign = if value < 0 { 0xff } else { 0 };
    let wide: Vec<u8> = [sign, sign].into_iter().chain(value.to_be_bytes()).collect();
    // `length` one bits from the top, over two bytes.
    let header: u16 = !(0xffff_u32 >> length) as u16;
    for (i, byte) in wide.iter().skip(10 - length).enumerate() {
        let mask = match i {
            0 => (header >> 8) as u8,
            1 => header as u8,
            _ => 0,
        };
        key.push(byte ^ mask);
    }
}

/// Copies the parts into one buffer of shape `shape` with `element` bytes an element. `None` when sizes disagree.
pub(crate) fn assemble(
    shape: &[i64],
    element: usize,
    parts: &[Extents],
    sources: &[&[u8]],
) -> Option<Arc<[u8]>> {
    let total = super::checkpoint::element_count(shape)?.checked_mul(element)?;
    let mut whole = vec![0; total];
    let strides = strides(shape, element)?;
    for (part, source) in parts.iter().zip(sources) {
        if part.count() == Some(0) {
            continue;
        }
        copy_part(&mut whole, &strides, part, 0, 0, source)?;
    }
    Some(whole.into())
}

/// Bytes from one index to the next, for each dimension.
fn strides(shape: &[i64], element: usize) -> Option<Vec<usize>> {
    let mut strides = vec![element; shape.len()];
    let mut step = element;
    for (stride, &dim) in strides.iter_mut().zip(shape).rev() {
        *stride = step;
        step = step.checked_mul(usize::try_from(dim).ok()?)?;
    }
    Some(strides)
}

/// Copies the part's rows below dimension `axis` to byte `at`; gives what is left of `source`.
fn copy_part<'a>(
    whole: &mut [u8],
    strides: &[usize],
    part: &Extents,
    axis: usize,
    at: usize,
    source: &'a [u8],
) -> Option<&'a [u8]> {
    let (Some(&stride), Some(&start), Some(&length)) =
        (strides.get(axis), part.starts.get(axis), part.lengths.get(axis))
    else {
        // A scalar.
        let (head, rest) = source.split_at_checked(whole.len())?;
        whole.copy_from_slice(head);
        return Some(rest);
    };
    let (start, length) = (usize::try_from(start).ok()?, usize::try_from(length).ok()?);
    let at = at.checked_add(start.checked_mul(stride)?)?;
    if axis + 1 == strides.len() {
        let row = length.checked_mul(stride)?;
        let (head, rest) = source.split_at_checked(row)?;
        whole.get_mut(at..at.checked_add(row)?)?.copy_from_slice(head);
        return Some(rest);
    }
    let mut rest = source;
    for i in 0..length {
        rest = copy_part(whole, strides, part, axis + 1, at.checked_add(i.checked_mul(stride)?)?, rest)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signed_numbers_are_coded_as_tensorflow_does() {
        // The comments of `ordered_code.cc` give the first bytes of each length.
        let code = |value| {
            let mut key = Vec::new();
            put_signed(&mut key, value);
            key
        };
        assert_eq!(code(0), [0x80]);
        assert_eq!(code(-1), [0x7f]);
        assert_eq!(code(63), [0xbf]);
        assert_eq!(code(64), [0xc0, 0x40]);
        assert_eq!(code(-65), [0x3f, 0xbf]);
        assert_eq!(code(i64::MAX).len(), 10);
    }

    #[test]
    fn columns_are_put_side_by_side() {
        let part = |start, length| Extents { starts: vec![0, start], lengths: vec![2, length] };
        let whole = assemble(&[2, 3], 1, &[part(0, 1), part(1, 2)], &[&[1, 4], &[2, 3, 5, 6]]);
        assert_eq!(whole.as_deref(), Some(&[1, 2, 3, 4, 5, 6][..]));
    }
}
