//! Kernels that move elements to and from places that other elements name.

use core_ir::OpView;

use super::cast::cast_to;
use super::params::{axis, int_or, int_tensor, operands, result_dtype, sizes};
use super::reshape::read;
use super::{Entry, Moves, row};
use crate::elem::{Bytes, Elem, Number, Ring};
use crate::error::{EvalError, Evaluated};
use crate::strided::{Strided, row_major};
use crate::tensor::{Array, DType, Tensor, checked_count, dispatch, dispatch2};
use crate::widen::{from_bits, to_bits, widen};

/// The indices as places in a dimension of `length`. TensorFlow's kernels refuse negative ones.
fn places(indices: &[i64], length: usize) -> Result<Vec<usize>, EvalError> {
    let place = |&i: &i64| match usize::try_from(i) {
        Ok(place) if place < length => Ok(place),
        _ => EvalError::invalid(format!("index {i} of {length} elements")),
    };
    indices.iter().map(place).collect()
}

/// Entries of dimension `at` of `params` by `indices`, whose first `batch` dimensions go along with those of `params`.
fn gather_along(params: &Tensor, indices: &Tensor, at: i64, batch: i64) -> Evaluated {
    let (from, by) = (params.shape(), indices.shape());
    let at = axis(at, from.len())?;
    let batch = if batch < 0 { batch.saturating_add(by.len() as i64) } else { batch };
    let batch = usize::try_from(batch).unwrap_or(usize::MAX);
    if batch > at || batch > by.len() || from[..batch] != by[..batch] {
        return EvalError::invalid(format!("{batch} batch dimensions of {from:?} by {by:?} along {at}"));
    }
    let shape = [&from[..at], &by[batch..], &from[at + 1..]].concat();
    let dims = Dims {
        batch: from[..batch].iter().product(),
        outer: from[batch..at].iter().product(),
        length: from[at],
        inner: from[at + 1..].iter().product(),
        each: by[batch..].iter().product(),
    };
    let places = places(&indices.ints()?, from[at])?;
    Ok(vec![dispatch!(bits, params, array => gather_rows(array, &places, &dims, &shape))?])
}

struct Dims {
    batch: usize,
    outer: usize,
    length: usize,
    inner: usize,
    each: usize,
}

fn gather_rows<T: Elem>(
    params: &Array<T>,
    places: &[usize],
    dims: &Dims,
    shape: &[usize],
) -> Result<Tensor, EvalError> {
    let elems = params.as_slice().unwrap_or(&[]);
    let mut out = Vec::with_capacity(checked_count(shape, size_of::<T>())?);
    for b in 0..dims.batch {
        for o in 0..dims.outer {
            let base = (b * dims.outer + o) * dims.length;
            for &place in &places[b * dims.each..(b + 1) * dims.each] {
                let from = (base + place) * dims.inner;
                out.extend_from_slice(&elems[from..from + dims.inner]);
            }
        }
    }
    Tensor::new(shape, out)
}

fn gather_v1(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [params, indices] = operands(inputs)?;
    gather_along(params, indices, 0, 0)
}

fn gather_v2(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [params, indices, at] = operands(inputs)?;
    gather_along(params, indices, at.int()?, int_or(view, "batch_dims", 0))
}

fn gather_tfl(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [params, indices] = operands(inputs)?;
    gather_along(params, indices, int_or(view, "axis", 0), int_or(view, "batch_dims", 0))
}

fn embedding_lookup(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [lookup, value] = operands(inputs)?;
    gather_along(value, lookup, 0, 0)
}

/// Where the slices that `indices` name begin in a tensor of `shape`, and how long they are.
fn slices(indices: &Tensor, shape: &[usize]) -> Result<(Vec<usize>, usize), EvalError> {
    let Some(&depth) = indices.shape().last().filter(|&&depth| depth <= shape.len()) else {
        return EvalError::invalid(format!("indices of shape {:?} into {shape:?}", indices.shape()));
    };
    let strides = row_major(shape);
    let count = indices
        .count()
        .checked_div(depth)
        .unwrap_or_else(|| indices.shape()[..indices.shape().len() - 1].iter().product());
    checked_count(&[count], 8)?;
    let ints = indices.ints()?;
    let mut starts = Vec::with_capacity(count);
    for i in 0..count {
        let mut start = 0;
        for (k, &index) in ints[i * depth..(i + 1) * depth].iter().enumerate() {
            let Some(place) = usize::try_from(index).ok().filter(|&place| place < shape[k]) else {
                return EvalError::invalid(format!("index {index} of {} elements", shape[k]));
            };
            start += place * strides[k] as usize;
        }
        starts.push(start);
    }
    Ok((starts, shape[depth..].iter().product()))
}

fn gather_nd(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [params, indices] = operands(inputs)?;
    if int_or(view, "batch_dims", 0) != 0 {
        return EvalError::unsupported("batch dimensions of an index tuple");
    }
    fn go<T: Elem>(
        params: &Array<T>,
        starts: &[usize],
        len: usize,
        shape: &[usize],
    ) -> Result<Tensor, EvalError> {
        let elems = params.as_slice().unwrap_or(&[]);
        let mut out = Vec::with_capacity(checked_count(shape, size_of::<T>())?);
        for &start in starts {
            out.extend_from_slice(&elems[start..start + len]);
        }
        Tensor::new(shape, out)
    }
    let (starts, len) = slices(indices, params.shape())?;
    let depth = indices.shape().last().copied().unwrap_or(0);
    let shape = [&indices.shape()[..indices.shape().len() - 1], &params.shape()[depth..]].concat();
    Ok(vec![dispatch!(bits, params, array => go(array, &starts, len, &shape))?])
}

/// Writes or combines slices of `updates` into `base`.
fn scatter(base: &Tensor, indices: &Tensor, updates: &Tensor, combine: Combine) -> Evaluated {
    let (starts, len) = slices(indices, base.shape())?;
    if starts.len().checked_mul(len) != Some(updates.count()) {
        return EvalError::invalid(format!("updates of shape {:?} do not fit", updates.shape()));
    }
    fn write<T: Elem>(
        base: &Array<T>,
        updates: &Array<T>,
        starts: &[usize],
        len: usize,
    ) -> Result<Tensor, EvalError> {
        let mut out = base.as_slice().unwrap_or(&[]).to_vec();
        let elems = updates.as_slice().unwrap_or(&[]);
        for (i, &start) in starts.iter().enumerate() {
            out[start..start + len].clone_from_slice(&elems[i * len..(i + 1) * len]);
        }
        Tensor::new(base.shape(), out)
    }
    fn fold<T: Number>(
        base: &Array<T>,
        updates: &Array<T>,
        starts: &[usize],
        len: usize,
        combine: Combine,
    ) -> Result<Tensor, EvalError> {
        let mut out = base.as_slice().unwrap_or(&[]).to_vec();
        let elems = updates.as_slice().unwrap_or(&[]);
        for (i, &start) in starts.iter().enumerate() {
            for (to, &elem) in out[start..start + len].iter_mut().zip(&elems[i * len..]) {
                *to = combine.apply(*to, elem);
            }
        }
        Tensor::new(base.shape(), out)
    }
    let result = match combine {
        Combine::Replace => {
            let bits = (to_bits(base)?, to_bits(updates)?);
            let written = dispatch2!(bits, &bits.0, &bits.1, a, b => write(a, b, &starts, len))?;
            from_bits(written, base.dtype().unwrap_or(DType::U8))
        }
        _ => {
            let wide = (widen(base)?, widen(updates)?);
            let folded = dispatch2!(numbers, &wide.0, &wide.1, a, b => fold(a, b, &starts, len, combine))?;
            cast_to(&folded, base.dtype().unwrap_or(DType::F32))
        }
    };
    Ok(vec![result?])
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Combine {
    Replace,
    Add,
    Sub,
    Mul,
    Max,
    Min,
}

impl Combine {
    fn apply<T: Number>(self, old: T, new: T) -> T {
        match self {
            Combine::Replace => new,
            Combine::Add => old.plus(new),
            Combine::Sub => old.minus(new),
            Combine::Mul => old.times(new),
            Combine::Max => {
                if new > old {
                    new
                } else {
                    old
                }
            }
            Combine::Min => {
                if new < old {
                    new
                } else {
                    old
                }
            }
        }
    }

    /// What combining starts from.
    fn start<T: Number>(self) -> T {
        match self {
            Combine::Replace | Combine::Add | Combine::Sub => T::ZERO,
            Combine::Mul => T::ONE,
            // What empty segments hold.
            Combine::Max => T::LOWEST_FINITE,
            Combine::Min => T::GREATEST_FINITE,
        }
    }
}

fn scatter_nd(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [indices, updates, shape] = operands(inputs)?;
    let shape = sizes(&shape.ints()?)?;
    let dtype = updates.dtype().unwrap_or(DType::F32);
    checked_count(&shape, dtype.width().max(size_of::<Bytes>()))?;
    let base = match dtype {
        DType::Str => Tensor::full(&shape, Bytes::default())?,
        other => cast_to(&Tensor::full(&shape, 0u8)?, other)?,
    };
    let combine = if matches!(updates, Tensor::Bool(_) | Tensor::Str(_) | Tensor::C64(_)) {
        Combine::Replace
    } else {
        Combine::Add
    };
    scatter(&base, indices, updates, combine)
}

macro_rules! tensor_scatter {
    ($($name:ident $combine:ident;)*) => {$(
        fn $name(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
            let [base, indices, updates] = operands(inputs)?;
            scatter(base, indices, updates, Combine::$combine)
        }
    )*};
}

tensor_scatter! {
    tensor_scatter_update Replace;
    tensor_scatter_add Add;
    tensor_scatter_sub Sub;
    tensor_scatter_max Max;
    tensor_scatter_min Min;
}

/// Combines the rows of each segment into one.
fn segments(x: &Tensor, ids: &Tensor, count: Option<i64>, combine: Combine) -> Evaluated {
    let ints = ids.ints()?;
    // Negative segments are dropped by the unsorted kind; the sorted kind ends with the greatest.
    let wanted = count.unwrap_or_else(|| ints.last().map_or(0, |last| last.saturating_add(1)));
    let Ok(count) = usize::try_from(wanted) else {
        return EvalError::invalid("a negative number of segments");
    };
    if !x.shape().starts_with(ids.shape()) || ints.iter().any(|&id| id >= count as i64) {
        return EvalError::invalid(format!("segments of shape {:?} for {:?}", ids.shape(), x.shape()));
    }
    fn go<T: Number>(
        x: &Array<T>,
        ids: &[i64],
        shape: &[usize],
        combine: Combine,
    ) -> Result<Tensor, EvalError> {
        let len: usize = shape[1..].iter().product();
        let mut out = vec![combine.start::<T>(); checked_count(shape, size_of::<T>())?];
        let elems = x.as_slice().unwrap_or(&[]);
        for (i, &id) in ids.iter().enumerate().filter(|(_, id)| **id >= 0) {
            let to = &mut out[id as usize * len..][..len];
            for (to, &elem) in to.iter_mut().zip(&elems[i * len..]) {
                *to = combine.apply(*to, elem);
            }
        }
        Tensor::new(shape, out)
    }
    let shape = [&[count], &x.shape()[ids.shape().len()..]].concat();
    let combined = dispatch!(numbers, &widen(x)?, array => go(array, &ints, &shape, combine))?;
    Ok(vec![cast_to(&combined, x.dtype().unwrap_or(DType::F32))?])
}

fn segment_sum(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, ids] = operands(inputs)?;
    let sorted = ids.ints()?;
    if !sorted.is_sorted() || sorted.first().is_some_and(|&first| first < 0) {
        return EvalError::invalid("segments are not sorted");
    }
    segments(x, ids, None, Combine::Add)
}

macro_rules! unsorted_segment {
    ($($name:ident $combine:ident;)*) => {$(
        fn $name(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
            let [x, ids, count] = operands(inputs)?;
            segments(x, ids, Some(count.int()?), Combine::$combine)
        }
    )*};
}

unsorted_segment! {
    unsorted_segment_sum Add;
    unsorted_segment_prod Mul;
    unsorted_segment_max Max;
    unsorted_segment_min Min;
}

/// The index tuples of the elements that are not zero.
fn where_true(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let hits: Vec<usize> = match x {
        Tensor::Bool(array) => array.iter().enumerate().filter(|(_, b)| **b).map(|(i, _)| i).collect(),
        other => dispatch!(rings, &widen(other)?, array => Ok::<_, EvalError>(nonzero(array)))?,
    };
    let rank = x.shape().len();
    checked_count(&[hits.len(), rank], 8)?;
    let strides = row_major(x.shape());
    let tuple = |&at: &usize| -> Vec<i64> {
        (0..rank).map(|k| (at / strides[k] as usize % x.shape()[k]) as i64).collect()
    };
    Ok(vec![Tensor::new(&[hits.len(), rank], hits.iter().flat_map(tuple).collect())?])
}

fn nonzero<T: Ring>(array: &Array<T>) -> Vec<usize> {
    array.iter().enumerate().filter(|(_, x)| **x != T::ZERO).map(|(i, _)| i).collect()
}

/// The distinct elements in the order in which they first appear, and for each element which it is.
fn unique(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    if x.shape().len() != 1 {
        return EvalError::invalid("unique elements of a tensor that is not a vector");
    }
    fn go<T: Elem>(x: &Array<T>) -> Result<(Tensor, Vec<i64>), EvalError> {
        const MOST: usize = 1 << 14;
        if x.len() > MOST {
            return EvalError::unsupported(format!("unique elements of more than {MOST}"));
        }
        let mut seen: Vec<T> = Vec::new();
        let mut which = Vec::with_capacity(x.len());
        for elem in x {
            let at = seen.iter().position(|other| other == elem).unwrap_or_else(|| {
                seen.push(elem.clone());
                seen.len() - 1
            });
            which.push(at as i64);
        }
        Ok((Tensor::vector(seen), which))
    }
    let (elems, which) = dispatch!(bits, &to_bits(x)?, array => go(array))?;
    let elems = from_bits(elems, x.dtype().unwrap_or(DType::U8))?;
    let which = int_tensor(x.shape(), which, result_dtype(view, 1, DType::I32)?)?;
    Ok(vec![elems, which])
}

/// A dense tensor from index tuples and values.
fn sparse_to_dense(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [indices, shape, values, default] = operands(inputs)?;
    let shape = sizes(&shape.ints()?)?;
    checked_count(&shape, default.dtype().map_or(1, DType::width).max(size_of::<Bytes>()))?;
    if default.count() != 1 {
        return EvalError::invalid("the default is not a scalar");
    }
    let base = spread(&default.reshaped(&[])?, &shape)?;
    // Index tuples may be given as a scalar or a vector when the result is a vector.
    let tuples = match indices.shape() {
        [] => indices.reshaped(&[1, 1])?,
        &[n] => indices.reshaped(&[n, 1])?,
        _ => indices.clone(),
    };
    if tuples.shape().len() != 2 || tuples.shape()[1] != shape.len() {
        return EvalError::invalid(format!("index tuples of shape {:?} for {shape:?}", indices.shape()));
    }
    let count = tuples.shape()[0];
    let values = match values.count() == 1 && values.shape().is_empty() {
        true => spread(values, &[count])?,
        false => values.clone(),
    };
    scatter(&base, &tuples, &values, Combine::Replace)
}

/// A scalar in every place of `shape`.
fn spread(scalar: &Tensor, shape: &[usize]) -> Result<Tensor, EvalError> {
    read(scalar, &Strided { offset: 0, dims: shape.iter().map(|&n| (n, 0)).collect() }, shape)
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.Gather", "", gather_v1).moving(Moves::Operand(0)),
    row("tf.GatherNd", "tfl.gather_nd", gather_nd).moving(Moves::Operand(0)),
    row("tf.GatherV2", "", gather_v2).moving(Moves::Operand(0)),
    row("tf.ScatterNd", "tfl.scatter_nd", scatter_nd),
    row("tf.SegmentSum", "tfl.segment_sum", segment_sum),
    row("tf.SparseToDense", "tfl.sparse_to_dense", sparse_to_dense),
    row("tf.TensorScatterAdd", "", tensor_scatter_add),
    row("tf.TensorScatterMax", "", tensor_scatter_max),
    row("tf.TensorScatterMin", "", tensor_scatter_min),
    row("tf.TensorScatterSub", "", tensor_scatter_sub),
    row("tf.TensorScatterUpdate", "", tensor_scatter_update).moving(Moves::Operands(0, 2)),
    row("tf.Unique", "tfl.unique", unique),
    row("tf.UnsortedSegmentMax", "tfl.unsorted_segment_max", unsorted_segment_max),
    row("tf.UnsortedSegmentMin", "tfl.unsorted_segment_min", unsorted_segment_min),
    row("tf.UnsortedSegmentProd", "tfl.unsorted_segment_prod", unsorted_segment_prod),
    row("tf.UnsortedSegmentSum", "tfl.unsorted_segment_sum", unsorted_segment_sum),
    row("tf.Where", "tfl.where", where_true),
    row("", "tfl.embedding_lookup", embedding_lookup).moving(Moves::Operand(1)),
    row("", "tfl.gather", gather_tfl).moving(Moves::Operand(0)),
];
