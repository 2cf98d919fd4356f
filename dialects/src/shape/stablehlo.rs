//! The StableHLO builtins of TFLite. Operands have equal shapes: nothing broadcasts.

use core_ir::{Dim, OpView, TypeId};

use super::layout::{concatenate, permuted};
use super::{Answer, as_declared, of_rank, one, same_shape, shape_of};

/// `tfl.stablehlo_compare`: operands of one shape, bool elements.
pub(crate) fn compare(view: &OpView<'_>) -> Answer {
    one(view, same_shape(shape_of(view, 0), shape_of(view, 1))?, TypeId::I1)
}

/// `tfl.stablehlo_select`: the branches have one shape; the condition has it too or is a scalar.
pub(crate) fn select(view: &OpView<'_>) -> Answer {
    let mut shape = same_shape(shape_of(view, 1), shape_of(view, 2))?;
    if let Some(condition) = view.shape(0).filter(|condition| !condition.is_empty()) {
        shape = same_shape(shape, Some(condition.to_vec()))?;
    }
    one(view, shape, view.elem(1))
}

/// `tfl.stablehlo_clamp`: the shape of operand 1, between the bounds in operands 0 and 2.
pub(crate) fn clamp(view: &OpView<'_>) -> Answer {
    one(view, shape_of(view, 1), view.elem(1))
}

/// `tfl.stablehlo_concatenate`
pub(crate) fn concatenation(view: &OpView<'_>) -> Answer {
    one(view, concatenate(view, 0..view.operands.len(), view.int("dimension"))?, view.elem(0))
}

/// `tfl.stablehlo_transpose`
pub(crate) fn transpose(view: &OpView<'_>) -> Answer {
    match (view.shape(0), view.ints("permutation")) {
        (Some(input), Some(permutation)) => one(view, Some(permuted(input, &permutation)?), view.elem(0)),
        _ => as_declared(view),
    }
}

/// The lists of attributes `names`, each with an entry for every dimension of operand 0.
fn lists<const N: usize>(
    view: &OpView<'_>,
    names: [&str; N],
    rank: usize,
) -> Result<Option<[Vec<i64>; N]>, String> {
    let lists = names.map(|name| view.ints(name).unwrap_or_default());
    if lists.iter().all(Vec::is_empty) && rank > 0 {
        return Ok(None);
    }
    match names.iter().zip(&lists).find(|(_, list)| list.len() != rank) {
        Some((name, list)) => Err(format!("has {} {name} for rank {rank}", list.len())),
        None => Ok(Some(lists)),
    }
}

/// `tfl.stablehlo_pad`: borders, which may be negative, and gaps between elements.
pub(crate) fn pad(view: &OpView<'_>) -> Answer {
    let (ctx, one_dim) = (view.ctx, Dim::Fixed(1));
    let Some(mut dims) = shape_of(view, 0) else { return as_declared(view) };
    let names = ["edge_padding_low", "edge_padding_high", "interior_padding"];
    let Some([low, high, interior]) = lists(view, names, dims.len())? else { return as_declared(view) };
    for (i, dim) in dims.iter_mut().enumerate() {
        let gaps = match *dim {
            Dim::Fixed(0) => Dim::Fixed(0),
            _ if interior[i] == 0 => Dim::Fixed(0),
            dim => ctx.dim_mul(ctx.dim_sub(dim, one_dim), Dim::Fixed(interior[i])),
        };
        let border = ctx.dim_add(Dim::Fixed(low[i]), Dim::Fixed(high[i]));
        *dim = ctx.dim_add(ctx.dim_add(*dim, gaps), border);
    }
    one(view, Some(dims), view.elem(0))
}

/// `tfl.stablehlo_slice`: from `start_indices` to `limit_indices` by `strides`.
pub(crate) fn slice(view: &OpView<'_>) -> Answer {
    let Some(mut dims) = shape_of(view, 0) else { return as_declared(view) };
    let names = ["start_indices", "limit_indices", "strides"];
    let Some([start, limit, strides]) = lists(view, names, dims.len())? else { return as_declared(view) };
    for (i, dim) in dims.iter_mut().enumerate() {
        let past = dim.fixed().is_some_and(|n| limit[i] > n);
        if start[i] < 0 || limit[i] < start[i] || strides[i] < 1 || past {
            let (start, limit, stride) = (start[i], limit[i], strides[i]);
            return Err(format!("takes {start} to {limit} by {stride} in dimension {i}"));
        }
        *dim = view.ctx.dim_ceil_div(Dim::Fixed(limit[i] - start[i]), Dim::Fixed(strides[i]));
    }
    one(view, Some(dims), view.elem(0))
}

/// `tfl.stablehlo_dynamic_slice`: a box of `slice_sizes`.
pub(crate) fn dynamic_slice(view: &OpView<'_>) -> Answer {
    let Some(sizes) = view.ints("slice_sizes") else { return as_declared(view) };
    of_rank(view, 0, sizes.len())?;
    one(view, Some(sizes.into_iter().map(Dim::Fixed).collect()), view.elem(0))
}

/// `tfl.stablehlo_dot_general`: the batch dimensions, then what is left of the left side, then of the right.
pub(crate) fn dot_general(view: &OpView<'_>) -> Answer {
    let (Some(left), Some(right)) = (view.shape(0), view.shape(1)) else { return as_declared(view) };
    let places = |name: &str, shape: &[Dim]| -> Result<Vec<usize>, String> {
        view.ints(name).unwrap_or_default().into_iter().map(|at| super::axis(at, shape.len())).collect()
    };
    let batches = (places("lhs_batching_dimensions", left)?, places("rhs_batching_dimensions", right)?);
    let sums = (places("lhs_contracting_dimensions", left)?, places("rhs_contracting_dimensions", right)?);
    let mut dims = Vec::new();
    for (shared, (lefts, rights)) in [(true, &batches), (false, &sums)] {
        if lefts.len() != rights.len() {
            return Err(format!("pairs {} dimensions with {}", lefts.len(), rights.len()));
        }
        for (&l, &r) in lefts.iter().zip(rights) {
            let dim = super::same_dim(left[l], right[r])?;
            if shared {
                dims.push(dim);
            }
        }
    }
    let rest = |shape: &[Dim], used: [&[usize]; 2]| -> Vec<Dim> {
        let is_free = |i: &usize| used.iter().all(|list| !list.contains(i));
        (0..shape.len()).filter(is_free).map(|i| shape[i]).collect()
    };
    dims.extend(rest(left, [&batches.0, &sums.0]));
    dims.extend(rest(right, [&batches.1, &sums.1]));
    one(view, Some(dims), view.elem(0))
}
