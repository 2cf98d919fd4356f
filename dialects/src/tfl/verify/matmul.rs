//! Convolutions and matrix products.

use core_ir::spec::OpUse;
use core_ir::{Dim, OpView};

use super::{Outcome, infers, product, result_shape, result_type, text};

/// What operand 0 and operand 1 say of the result must be what is declared.
pub(crate) fn conv_2d(op: &OpUse<'_>) -> Outcome {
    let is_image = |i: usize| op.shape(i).is_none_or(|shape| shape.len() == 4);
    if !is_image(0) || !is_image(1) {
        return Err("Invalid ranks".into());
    }
    // Inference refuses more than LiteRT's does, which leaves channels alone.
    let inferred = op.spec.hooks.infer.and_then(|infer| infer(&OpView { results: &[], ..op.view }).ok());
    inferred.map_or(Ok(()), |types| infers(op, &types))
}

/// Ranks, and numbers of elements that the filter divides.
pub(crate) fn fully_connected(op: &OpUse<'_>) -> Outcome {
    let ctx = op.ctx;
    if op.shape(1).is_some_and(|filter| filter.len() != 2) {
        return Err(format!("expect 2d filter, got '{}'", text(ctx, op.operand_type(1))));
    }
    let (Some(input), Some(filter)) = (fixed(op, 0), fixed(op, 1)) else { return Ok(()) };
    let ([outputs, inputs], Some(count)) = (filter[..].try_into().unwrap_or([0, 0]), product(&input)) else {
        return Ok(());
    };
    if count.checked_rem(inputs).is_some_and(|rest| rest != 0) {
        let got = text(ctx, op.operand_type(0));
        return Err(format!("expect 'input' num_elements % {inputs} == 0, got input type '{got}'"));
    }
    if op.word("weights_format").as_deref() != Some("DEFAULT") {
        return Ok(());
    }
    let result = op.results.first().and_then(|&ty| ctx.fixed_shape(ty)).and_then(|shape| product(&shape));
    let Some(result) = result else { return Ok(()) };
    if result.checked_rem(outputs).is_some_and(|rest| rest != 0) {
        let got = text(ctx, result_type(op, 0));
        return Err(format!("expect 'output' num_elements % {outputs} == 0, got '{got}'"));
    }
    if let (Some(rows), Some(made)) = (count.checked_div(inputs), result.checked_div(outputs))
        && rows != made
    {
        return Err("num_input_elements / z_in != num_output_elements / z_out".into());
    }
    Ok(())
}

fn fixed(op: &OpUse<'_>, i: usize) -> Option<Vec<i64>> {
    op.ctx.fixed_shape(op.operand_type(i))
}

/// Batches broadcast, and the result has the rows of one operand and the columns of the other.
pub(crate) fn batch_matmul(op: &OpUse<'_>) -> Outcome {
    let ctx = op.ctx;
    let (Some(x), Some(y)) = (op.shape(0), op.shape(1)) else { return Ok(()) };
    let (Some((x_batch, x_end)), Some((y_batch, y_end))) =
        (x.split_last_chunk::<2>(), y.split_last_chunk::<2>())
    else {
        return Ok(());
    };
    let Some(batch) = broadcast(x_batch, y_batch) else {
        let (x, y) = (text(ctx, op.operand_type(0)), text(ctx, op.operand_type(1)));
        return Err(format!(
            "found incompatible broadcast batch dimensions for lhs shape '{x}' and rhs shape '{y}'"
        ));
    };
    let Some(result) = result_shape(op, 0) else { return Ok(()) };
    if result.len() != batch.len() + 2 {
        let (expected, got) = (batch.len() + 2, result.len());
        return Err(format!("found invalid output rank, expected {expected} but got {got}"));
    }
    let differ = |expected: Dim, got: Dim| expected.fixed().zip(got.fixed()).filter(|(a, b)| a != b);
    for (&expected, &got) in batch.iter().zip(result) {
        if let Some((expected, got)) = differ(expected, got) {
            return Err(format!(
                "has mismatching input batch dimension {expected} and output batch dimension {got}"
            ));
        }
    }
    let row = x_end[usize::from(op.flag("adj_x"))];
    let column = y_end[usize::from(!op.flag("adj_y"))];
    for (what, expected, got) in [("row", row, result[batch.len()]), ("col", column, result[batch.len() + 1])]
    {
        if let Some((expected, got)) = differ(expected, got) {
            return Err(format!(
                "found invalid output dimension on {what}, expected {expected} but got {got}"
            ));
        }
    }
    Ok(())
}

/// The joint shape of two, where dimensions that are not known agree with all; `None` when there is none.
fn broadcast(a: &[Dim], b: &[Dim]) -> Option<Vec<Dim>> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let extra = long.len() - short.len();
    let mut joint = long.to_vec();
    for (joint, &dim) in joint[extra..].iter_mut().zip(short) {
        *joint = match (*joint, dim) {
            (Dim::Fixed(1), other) | (other, Dim::Fixed(1)) => other,
            (Dim::Fixed(a), Dim::Fixed(b)) if a != b => return None,
            (Dim::Fixed(n), _) | (_, Dim::Fixed(n)) => Dim::Fixed(n),
            (open, _) => open,
        };
    }
    Some(joint)
}

/// The result has the shape that operand 0 spells.
pub(crate) fn transpose_conv(op: &OpUse<'_>) -> Outcome {
    let ctx = op.ctx;
    let (declared, got) = (result_shape(op, 0), text(ctx, result_type(op, 0)));
    if let (Some(declared), Some([length])) = (declared, op.shape(0))
        && let Some(length) = length.fixed()
        && i64::try_from(declared.len()) != Ok(length)
    {
        return Err(format!("expect output type has rank = {length}, got output type {got}"));
    }
    let Some(sizes) = op.operand_ints(0) else { return Ok(()) };
    let sizes: Vec<Dim> =
        sizes.iter().map(|&size| if size < 0 { Dim::Dynamic } else { Dim::Fixed(size) }).collect();
    let expected = op.tensor(&sizes, op.ctx.elem_type(result_type(op, 0)));
    if op.ctx.compatible_shapes(expected, result_type(op, 0)) {
        return Ok(());
    }
    Err(format!("expect output type {}, got {got}", text(ctx, expected)))
}
