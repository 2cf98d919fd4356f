//! Ops along axes: reductions, arg max, top k, losses.

use core_ir::{Dim, OpView, TypeId};

use super::elementwise::broadcast_shapes;
use super::{
    Answer, Shape, axis, many, of_rank, of_rank_at_least, one, open, same_dim, same_shape, scalar, shape_of,
};

/// The shape that is left when the axes in operand 1 are reduced.
fn reduced(view: &OpView<'_>) -> Result<Shape, String> {
    let keep = view.flag("keep_dims");
    if view.shape(1).is_some_and(|shape| shape.len() > 1) {
        return Err("has axes of rank over 1".into());
    }
    let Some(dims) = shape_of(view, 0) else { return Ok(None) };
    let Some(axes) = view.operand_ints(1) else {
        return Ok(if keep { Some(open(dims.len())) } else { None });
    };
    let mut gone = vec![false; dims.len()];
    for place in axes {
        gone[axis(place, dims.len())?] = true;
    }
    let left = dims.into_iter().zip(gone);
    Ok(Some(if keep {
        left.map(|(dim, gone)| if gone { Dim::Fixed(1) } else { dim }).collect()
    } else {
        left.filter(|(_, gone)| !gone).map(|(dim, _)| dim).collect()
    }))
}

/// `Sum`, `Mean`, `Max`, ...: operand 1 holds the axes; `keep_dims` leaves dimensions of 1.
pub(crate) fn reduce(view: &OpView<'_>) -> Answer {
    one(view, reduced(view)?, view.elem(0))
}

/// `All`, `Any`
pub(crate) fn reduce_bool(view: &OpView<'_>) -> Answer {
    one(view, reduced(view)?, TypeId::I1)
}

/// `ArgMax`, `ArgMin`: operand 1 is the axis that goes away.
pub(crate) fn arg_max(view: &OpView<'_>) -> Answer {
    let elem = view.type_attr("output_type").unwrap_or(TypeId::I64);
    let Some(mut dims) = shape_of(view, 0) else { return one(view, None, elem) };
    let shape = match scalar(view, 1) {
        // TensorFlow takes a scalar for a vector of one.
        _ if dims.len() <= 1 => Vec::new(),
        Dim::Fixed(at) => {
            dims.remove(axis(at, dims.len())?);
            dims
        }
        _ => open(dims.len() - 1),
    };
    one(view, Some(shape), elem)
}

/// `CumSum` and its kin: the shape of operand 0, along the axis in operand 1.
pub(crate) fn cumulative(view: &OpView<'_>) -> Answer {
    if let (Some(dims), Dim::Fixed(at)) = (of_rank_at_least(view, 0, 1)?, scalar(view, 1)) {
        axis(at, dims.len())?;
    }
    one(view, shape_of(view, 0), view.elem(0))
}

fn top(view: &OpView<'_>, k: Dim) -> Answer {
    if let Dim::Fixed(k) = k
        && k < 0
    {
        return Err(format!("takes the top {k}"));
    }
    let mut shape = of_rank_at_least(view, 0, 1)?.map(<[Dim]>::to_vec);
    if let Some(last) = shape.as_mut().and_then(|dims| dims.last_mut()) {
        if let (Dim::Fixed(of), Dim::Fixed(k)) = (*last, k)
            && k > of
        {
            return Err(format!("takes the top {k} of {of}"));
        }
        *last = k;
    }
    let index = view.type_attr("index_type").unwrap_or(TypeId::I32);
    many(view, vec![(shape.clone(), view.elem(0)), (shape, index)])
}

/// `TopKV2`: operand 1 is how many of the last dimension.
pub(crate) fn top_k_v2(view: &OpView<'_>) -> Answer {
    top(view, scalar(view, 1))
}

/// `TopK`: the attribute `k` is how many.
pub(crate) fn top_k(view: &OpView<'_>) -> Answer {
    top(view, view.int("k").map_or(Dim::Dynamic, Dim::Fixed))
}

/// `InTopK`: a bool for each row.
pub(crate) fn in_top_k(view: &OpView<'_>) -> Answer {
    let rows = of_rank(view, 0, 2)?.map_or(Dim::Dynamic, |shape| shape[0]);
    let targets = of_rank(view, 1, 1)?.map_or(Dim::Dynamic, |shape| shape[0]);
    one(view, Some(vec![same_dim(rows, targets)?]), TypeId::I1)
}

/// `SoftmaxCrossEntropyWithLogits`: the loss of each row, and the gradient.
pub(crate) fn softmax_cross_entropy(view: &OpView<'_>) -> Answer {
    let side = |i| Some(shape_of(view, i).unwrap_or_else(|| open(2)));
    let dims = broadcast_shapes(view.ctx, side(0), side(1))?.unwrap_or_else(|| open(2));
    if dims.len() != 2 {
        return Err(format!("has logits of rank {}, not 2", dims.len()));
    }
    many(view, vec![(Some(vec![dims[0]]), view.elem(0)), (Some(dims), view.elem(0))])
}

/// `SparseSoftmaxCrossEntropyWithLogits`: as [`softmax_cross_entropy`], with a label for each row.
pub(crate) fn sparse_softmax_cross_entropy(view: &OpView<'_>) -> Answer {
    let logits = of_rank_at_least(view, 0, 1)?;
    let (classes, rows) = match logits.and_then(<[Dim]>::split_last) {
        Some((classes, rows)) => (*classes, Some(rows.to_vec())),
        None => (Dim::Dynamic, None),
    };
    let loss = same_shape(rows, shape_of(view, 1))?;
    let gradient = loss.as_ref().map(|rows| [&**rows, &[classes]].concat());
    many(view, vec![(loss, view.elem(0)), (gradient, view.elem(0))])
}

/// `Bincount`: operand 1 is how many bins.
pub(crate) fn bincount(view: &OpView<'_>) -> Answer {
    one(view, Some(vec![scalar(view, 1)]), view.elem(2))
}

/// `HistogramFixedWidth`: operand 2 is how many bins.
pub(crate) fn histogram(view: &OpView<'_>) -> Answer {
    one(view, Some(vec![scalar(view, 2)]), view.type_attr("dtype").unwrap_or(TypeId::I32))
}

/// `NthElement`: the last dimension goes away.
pub(crate) fn nth_element(view: &OpView<'_>) -> Answer {
    let shape = of_rank_at_least(view, 0, 1)?.map(|dims| dims[..dims.len() - 1].to_vec());
    one(view, shape, view.elem(0))
}
