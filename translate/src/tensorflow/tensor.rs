//! `TensorProto`s as constants.

use std::sync::Arc;

use core_ir::consts::{ConstData, MappedBytes, Producer};
use core_ir::{Context, TypeId};
use prost::bytes::Bytes;

use super::checkpoint::{MAX_RANK, element_count};
use super::dtype::DataType;
use super::proto::TensorProto;

/// A constant that the file gives in abbreviated form may have this many bytes. One with all its bytes in the file may
/// have any number.
const MAX_EXPANDED: usize = 1 << 32;
/// A string tensor given in abbreviated form may have this many elements.
const MAX_REPEATED_STRINGS: usize = 1 << 20;
/// Up to this size an abbreviated constant is written out at once.
const EXPAND_AT_ONCE: usize = 1 << 16;

/// A tensor's type and elements. `Err` is a clause that says what is wrong: `"has no known shape"`.
pub(crate) fn decode(ctx: &Context, tensor: &TensorProto) -> Result<(TypeId, ConstData), String> {
    let dtype = DataType(tensor.dtype).value();
    let elem = dtype.element(ctx).ok_or_else(|| format!("has the unknown type {dtype}"))?;
    let shape = fixed_shape(tensor)?;
    let count = element_count(&shape).ok_or_else(|| format!("has the absurd shape {shape:?}"))?;
    let data = match dtype {
        DataType::STRING => ConstData::Strings(strings(tensor, count)?),
        _ => numbers(tensor, dtype, count)?,
    };
    Ok((ctx.fixed_tensor(&shape, elem), data))
}

fn fixed_shape(tensor: &TensorProto) -> Result<Vec<i64>, String> {
    let Some(shape) = &tensor.tensor_shape else { return Ok(Vec::new()) };
    if shape.unknown_rank || shape.dim.iter().any(|dim| dim.size < 0) {
        return Err("has no known shape".into());
    }
    if shape.dim.len() > MAX_RANK {
        return Err(format!("has {} dimensions; TensorFlow allows {MAX_RANK}", shape.dim.len()));
    }
    Ok(shape.dim.iter().map(|dim| dim.size).collect())
}

/// The strings of a tensor in one of its two forms.
fn strings(tensor: &TensorProto, count: usize) -> Result<Arc<[Box<[u8]>]>, String> {
    if !tensor.tensor_content.is_empty() {
        return content_strings(&tensor.tensor_content, count);
    }
    let given = &tensor.string_val;
    if given.len() < count && count > MAX_REPEATED_STRINGS {
        return Err(format!("has {count} strings, of which {} are in the file", given.len()));
    }
    let last: &[u8] = given.last().map_or(&[], |bytes| bytes);
    let all = given.iter().map(|bytes| &**bytes).chain(std::iter::repeat(last));
    Ok(all.take(count).map(Box::from).collect())
}

/// `tensor_content` of strings: varint lengths, then the bytes (`EncodeStringList` in `tensorflow/core/platform`).
fn content_strings(content: &[u8], count: usize) -> Result<Arc<[Box<[u8]>]>, String> {
    let short = || "has fewer bytes than its strings need".to_string();
    if count > content.len() {
        return Err(short());
    }
    let mut rest = content;
    let mut lengths = Vec::with_capacity(count);
    for _ in 0..count {
        let (length, after) = super::table::read_varint(rest).ok_or_else(short)?;
        lengths.push(usize::try_from(length).map_err(|_| short())?);
        rest = after;
    }
    let mut list: Vec<Box<[u8]>> = Vec::with_capacity(count);
    for length in lengths {
        let (string, after) = rest.split_at_checked(length).ok_or_else(short)?;
        list.push(string.into());
        rest = after;
    }
    Ok(list.into())
}

/// Elements of fixed size: the raw bytes if they are given, else the field for the type.
fn numbers(tensor: &TensorProto, dtype: DataType, count: usize) -> Result<ConstData, String> {
    let width =
        dtype.element_bytes().ok_or_else(|| format!("has type {dtype}, which cannot be a constant"))?;
    let len = count.checked_mul(width).ok_or("is larger than memory")?;
    let content = &tensor.tensor_content;
    if !content.is_empty() {
        if content.len() != len {
            return Err(format!("has {} bytes where its shape needs {len}", content.len()));
        }
        return mapped(content).ok_or_else(|| "is empty".into());
    }
    let given = listed(tensor, dtype);
    fill(&given, width, count, len)
}

fn mapped(content: &Bytes) -> Option<ConstData> {
    let len = content.len();
    MappedBytes::new(Arc::new(content.clone()), 0..len).map(ConstData::Mapped)
}

/// The bytes of the elements that the field for `dtype` lists (`tensorflow/core/framework/tensor.proto`).
fn listed(tensor: &TensorProto, dtype: DataType) -> Vec<u8> {
    fn low_bytes<const N: usize>(list: &[i32]) -> Vec<u8> {
        list.iter().flat_map(|value| value.to_le_bytes().into_iter().take(N)).collect()
    }
    macro_rules! le_bytes {
        ($list:expr) => {
            $list.iter().flat_map(|value| value.to_le_bytes()).collect()
        };
    }
    match dtype.0 {
        1 => le_bytes!(tensor.float_val),
        2 => le_bytes!(tensor.double_val),
        3 | 13 => low_bytes::<4>(&tensor.int_val),
        5 | 15 | 16 | 17 => low_bytes::<2>(&tensor.int_val),
        4 | 6 | 11 | 12 | 29..=32 => low_bytes::<1>(&tensor.int_val),
        8 => le_bytes!(tensor.scomplex_val),
        9 => le_bytes!(tensor.int64_val),
        10 => tensor.bool_val.iter().map(|&value| u8::from(value)).collect(),
        14 | 19 => low_bytes::<2>(&tensor.half_val),
        18 => le_bytes!(tensor.dcomplex_val),
        22 => le_bytes!(tensor.uint32_val),
        23 => le_bytes!(tensor.uint64_val),
        24..=28 | 33 => tensor.float8_val.to_vec(),
        _ => Vec::new(),
    }
}

/// The last element that is given stands for all that follow; none given means zeros.
fn fill(given: &[u8], width: usize, count: usize, len: usize) -> Result<ConstData, String> {
    if let Some(all) = given.get(..len) {
        return Ok(ConstData::Owned(all.into()));
    }
    if len > MAX_EXPANDED {
        return Err(format!("has {len} bytes, of which {} are in the file", given.len()));
    }
    let prefix = given.get(..given.len() - given.len() % width).unwrap_or_default();
    let last: Box<[u8]> = match prefix.len().checked_sub(width) {
        Some(at) => prefix.get(at..).unwrap_or_default().into(),
        None => vec![0; width].into(),
    };
    if prefix.len() <= width {
        return Ok(ConstData::Splat(last));
    }
    let padded = Padded { prefix: prefix.into(), repeat: count - prefix.len() / width, last };
    if len > EXPAND_AT_ONCE {
        return Ok(ConstData::Deferred(Arc::new(padded)));
    }
    let mut all = Vec::with_capacity(len);
    padded.produce(&mut |piece| all.extend_from_slice(piece));
    Ok(ConstData::Owned(all.into()))
}

/// Bytes, then one element again and again.
#[derive(Debug)]
struct Padded {
    prefix: Box<[u8]>,
    last: Box<[u8]>,
    repeat: usize,
}

impl Producer for Padded {
    fn byte_len(&self) -> usize {
        self.prefix.len().saturating_add(self.last.len().saturating_mul(self.repeat))
    }

    fn produce(&self, sink: &mut dyn FnMut(&[u8])) {
        sink(&self.prefix);
        let per_piece = (EXPAND_AT_ONCE / self.last.len().max(1)).max(1);
        let piece = self.last.repeat(per_piece.min(self.repeat));
        let mut left = self.repeat;
        while left > 0 {
            let now = left.min(per_piece);
            sink(piece.get(..now.saturating_mul(self.last.len())).unwrap_or_default());
            left -= now;
        }
    }
}
