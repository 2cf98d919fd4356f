//! Kernels that run along a dimension: cumulative sums, sorting.

use std::cmp::Ordering;

use core_ir::OpView;

use super::cast::cast_to;
use super::params::{axis, int_tensor, operands, result_dtype};
use super::{Entry, row};
use crate::elem::{Number, Ring};
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Array, DType, Tensor, checked_count, dispatch};
use crate::widen::widen;

fn cumulative(view: &OpView<'_>, inputs: &[Tensor], product: bool) -> Evaluated {
    fn go<T: Ring>(
        x: &Array<T>,
        split: [usize; 3],
        view: &OpView<'_>,
        product: bool,
    ) -> Result<Tensor, EvalError> {
        let (exclusive, reverse) = (view.flag("exclusive"), view.flag("reverse"));
        let [outer, len, inner] = split;
        let mut out = x.as_slice().unwrap_or(&[]).to_vec();
        for lane in 0..outer * inner {
            let start = lane / inner * len * inner + lane % inner;
            let mut so_far = if product { T::ONE } else { T::ZERO };
            for i in 0..len {
                let slot = &mut out[start + if reverse { len - 1 - i } else { i } * inner];
                let next = if product { so_far.times(*slot) } else { so_far.plus(*slot) };
                *slot = if exclusive { so_far } else { next };
                so_far = next;
            }
        }
        Tensor::new(x.shape(), out)
    }
    let [x, dim] = operands(inputs)?;
    let at = axis(dim.int()?, x.shape().len())?;
    let shape = x.shape();
    if x.count() == 0 {
        return Ok(vec![x.clone()]);
    }
    let split = [shape[..at].iter().product(), shape[at], shape[at + 1..].iter().product()];
    Ok(vec![dispatch!(rings, x, array => go(array, split, view, product))?])
}

fn cumsum(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    cumulative(view, inputs, false)
}

fn cumprod(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    cumulative(view, inputs, true)
}

/// The greatest elements of each row and where they are; of equal ones the first comes first.
fn top_k(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn go<T: Number>(
        x: &Array<T>,
        len: usize,
        k: usize,
        shape: &[usize],
    ) -> Result<(Tensor, Vec<i64>), EvalError> {
        let count = checked_count(shape, 8)?;
        let (mut values, mut indices) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for row in x.as_slice().unwrap_or(&[]).chunks(len.max(1)).take(count.checked_div(k).unwrap_or(0)) {
            let mut order: Vec<usize> = (0..len).collect();
            order.sort_by(|&a, &b| row[b].partial_cmp(&row[a]).unwrap_or(Ordering::Equal).then(a.cmp(&b)));
            values.extend(order[..k].iter().map(|&i| row[i]));
            indices.extend(order[..k].iter().map(|&i| i as i64));
        }
        Ok((Tensor::new(shape, values)?, indices))
    }
    let [x, k] = operands(inputs)?;
    let Some((&len, outer)) = x.shape().split_last() else {
        return EvalError::invalid("the greatest of a scalar");
    };
    let Some(k) = usize::try_from(k.int()?).ok().filter(|&k| k <= len) else {
        return EvalError::invalid(format!("{} greatest of {len} elements", k.int()?));
    };
    let shape = [outer, &[k]].concat();
    let (values, indices) = dispatch!(numbers, &widen(x)?, array => go(array, len, k, &shape))?;
    let values = cast_to(&values, x.dtype().unwrap_or(DType::F32))?;
    Ok(vec![values, int_tensor(&shape, indices, result_dtype(view, 1, DType::I32)?)?])
}

/// `tf.ApproxTopK` of rows, as exact as it may be.
fn approx_top_k(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let (k, rank) = (view.int("k").unwrap_or(0), x.shape().len() as i64);
    let dim = view.int("reduction_dimension").unwrap_or(-1);
    if !view.flag("is_max_k") || !view.flag("aggregate_to_topk") || dim != -1 && dim != rank - 1 {
        return EvalError::unsupported("the least elements, those of parts, or those of columns");
    }
    top_k(view, &[x.clone(), Tensor::scalar(k)])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.ApproxTopK", "", approx_top_k).exact(),
    row("tf.Cumprod", "", cumprod),
    row("tf.Cumsum", "tfl.cumsum", cumsum),
    row("tf.TopKV2", "tfl.topk_v2", top_k).exact(),
];
