//! `tfl.reshape`: what operand 1 says of the result.

use core_ir::Dim;
use core_ir::spec::OpUse;

use super::{Outcome, product, result_type, text};

/// The shape that operand 1 spells; `None` when it says nothing.
fn expected(op: &OpUse<'_>) -> Result<Option<Vec<Dim>>, String> {
    let Some(shape) = op.shape(1) else { return Ok(None) };
    let [length] = shape else {
        return Err(format!("requires 'shape' to be rank 1, but got {}", shape.len()));
    };
    let Some(sizes) = op.operand_ints(1) else {
        let rank = length.fixed().and_then(|rank| usize::try_from(rank).ok());
        // A rank that no type has is not worth the memory.
        return Ok(rank.filter(|&rank| rank <= 1024).map(|rank| vec![Dim::Dynamic; rank]));
    };
    if let Some((at, &size)) = sizes.iter().enumerate().find(|(_, size)| **size < -1) {
        return Err(format!(
            "requires 'shape' to have dimensions greater than -1, but got {size} at index {at}"
        ));
    }
    let open: Vec<usize> = (0..sizes.len()).filter(|&at| sizes[at] == -1).collect();
    if let [first, second, ..] = open[..] {
        return Err(format!(
            "requires 'shape' to have at most one dynamic dimension, but got multiple dynamic dimensions at indices \
             {first} and {second}. You need to set up the unspecified size(s) to avoid this problem, for example,\
             setting batch size in keras model or setting unspecified input size(s) with fixed ones."
        ));
    }
    let mut dims: Vec<Dim> =
        sizes.iter().map(|&size| if size < 0 { Dim::Dynamic } else { Dim::Fixed(size) }).collect();
    let input = op.ctx.fixed_shape(op.operand_type(0)).and_then(|shape| product(&shape));
    let (Some(&open), Some(input)) = (open.first(), input) else { return Ok(Some(dims)) };
    let known: Vec<i64> = sizes.iter().copied().filter(|&size| size > 0).collect();
    let Some(known) = product(&known) else { return Ok(Some(dims)) };
    // An empty tensor leaves the dimension open.
    if sizes.contains(&0) || input == 0 {
        return Ok(Some(dims));
    }
    if input % known != 0 {
        return Err(format!("requires 'input' number of elements be a multiple of {known}, but got {input}"));
    }
    dims[open] = Dim::Fixed(input / known);
    Ok(Some(dims))
}

/// The result has as many elements as the input and the shape that is asked for.
pub(crate) fn reshape(op: &OpUse<'_>) -> Outcome {
    let ctx = op.ctx;
    let expected = expected(op)?;
    let declared = result_type(op, 0);
    let count = |ty| ctx.fixed_shape(ty).and_then(|shape| product(&shape));
    if let (Some(input), Some(output)) = (count(op.operand_type(0)), count(declared))
        && input != output
    {
        return Err(format!(
            "requires 'output' number of elements to match 'input' number of elements, but got {output} and {input}"
        ));
    }
    let Some(dims) = expected else { return Ok(()) };
    let expected = op.tensor(&dims, op.elem(0));
    if ctx.compatible_shapes(declared, expected) {
        return Ok(());
    }
    let (declared, expected) = (text(ctx, declared), text(ctx, expected));
    Err(format!("requires 'output' type '{declared}' to be cast compatible with expected type '{expected}'"))
}
