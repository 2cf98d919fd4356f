//! TFLite's fused recurrent layers.

use core_ir::{Dim, OpView};

use super::{Answer, flag_or, many, of_rank, one, open, same_dim, shape_of};

/// The first dimension of operand `i`, a matrix.
fn rows(view: &OpView<'_>, i: usize) -> Result<Dim, String> {
    Ok(of_rank(view, i, 2)?.map_or(Dim::Dynamic, |shape| shape[0]))
}

/// The second dimension of operand `i`, a matrix.
fn columns(view: &OpView<'_>, i: usize) -> Result<Dim, String> {
    Ok(of_rank(view, i, 2)?.map_or(Dim::Dynamic, |shape| shape[1]))
}

/// The shape of operand 0 with `last` in the place of its last dimension.
fn with_last(view: &OpView<'_>, last: Dim) -> Result<Option<Vec<Dim>>, String> {
    match shape_of(view, 0) {
        None => Ok(None),
        Some(mut dims) => match dims.last_mut() {
            None => Err("runs over a scalar".into()),
            Some(end) => {
                *end = last;
                Ok(Some(dims))
            }
        },
    }
}

/// `tfl.lstm`, `tfl.unidirectional_sequence_lstm`: as many numbers as operand 8, `[cells, outputs]`, and operand 18,
/// `[batch, outputs]`, have columns.
pub(crate) fn lstm(view: &OpView<'_>) -> Answer {
    let outputs = same_dim(columns(view, 8)?, columns(view, 18)?)?;
    one(view, with_last(view, outputs)?, view.elem(0))
}

/// `tfl.unidirectional_sequence_rnn`: as many numbers as operand 1, `[units, inputs]`, has rows.
pub(crate) fn rnn(view: &OpView<'_>) -> Answer {
    of_rank(view, 0, 3)?;
    one(view, with_last(view, rows(view, 1)?)?, view.elem(0))
}

/// `tfl.bidirectional_sequence_lstm`. Operands 8 and 25 are the recurrent weights, `[cells, outputs]`.
pub(crate) fn bidirectional_lstm(view: &OpView<'_>) -> Answer {
    bidirectional(view, columns(view, 8)?, columns(view, 25)?)
}

/// `tfl.bidirectional_sequence_rnn`. Operands 1 and 5 are the weights, `[units, inputs]`.
pub(crate) fn bidirectional_rnn(view: &OpView<'_>) -> Answer {
    bidirectional(view, rows(view, 1)?, rows(view, 5)?)
}

/// The forward and the backward sequence, or both in the first result where `merge_outputs`.
fn bidirectional(view: &OpView<'_>, forward: Dim, backward: Dim) -> Answer {
    of_rank(view, 0, 3)?;
    let merged = flag_or(view, "merge_outputs", false);
    let last = if merged { view.ctx.dim_add(forward, backward) } else { forward };
    let mut all = vec![(with_last(view, last)?, view.elem(0))];
    // A second result that is not used may be there or not.
    if view.results.len() == 2 || (view.results.is_empty() && !merged) {
        let shape = if merged { None } else { with_last(view, backward)? };
        all.push((shape, view.elem(0)));
    }
    many(view, all)
}

/// `tfl.rnn`: one step, as many numbers as operand 1, `[units, inputs]`, has rows.
pub(crate) fn rnn_step(view: &OpView<'_>) -> Answer {
    of_rank(view, 0, 2)?;
    one(view, with_last(view, rows(view, 1)?)?, view.elem(0))
}

/// `tfl.basic_lstm`: activation, state, and two scratch tensors. Operands are the input, the activation before, the
/// weights `[4 * units, inputs + units]`, the biases and the state before.
pub(crate) fn basic_lstm(view: &OpView<'_>) -> Answer {
    let state = shape_of(view, 4);
    let batch = of_rank(view, 0, 2).ok().flatten().map_or(Dim::Dynamic, |shape| shape[0]);
    let concat = Some(vec![batch, columns(view, 2)?]);
    let activations = Some(vec![batch, rows(view, 2)?]);
    let output = shape_of(view, 1).or_else(|| Some(open(2)));
    let state = state.or_else(|| Some(open(2)));
    many(
        view,
        vec![
            (output, view.elem(0)),
            (state, view.elem(4)),
            (concat, view.elem(0)),
            (activations, view.elem(4)),
        ],
    )
}
