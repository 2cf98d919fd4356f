//! Recurrent layers.

use core_ir::Dim;
use core_ir::spec::{Arg, OpUse};

use super::{Outcome, infers, product};

fn present(op: &OpUse<'_>, arg: Arg) -> bool {
    op.ty(arg).is_some()
}

/// The forget and output peepholes are both there or both not, and that of the input gate with them unless the layer has
/// no input gate. Arguments: weights of the input gate, peepholes of the input, forget and output gates.
pub(crate) fn peephole(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let &[input, to_input, to_forget, to_output] = args else { return true };
    let alike = |a, b| core_ir::constraint::all_or_none(op, &[a, b]);
    alike(to_forget, to_output)
        && (alike(to_input, to_forget) || (!present(op, input) && !present(op, to_input)))
}

/// A layer that couples the input gate to the forget gate has nothing of an input gate, any other has its weights and
/// bias. Arguments: input weights, recurrent weights, peephole, bias and normalization of the input gate.
pub(crate) fn cifg(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let &[input, recurrent, _, bias, _] = args else { return true };
    let needed = [input, recurrent, bias].iter().all(|&arg| present(op, arg));
    needed || args.iter().all(|&arg| !present(op, arg))
}

/// Of `tfl.lstm`: the sizes of states and weights agree.
pub(crate) fn lstm(op: &OpUse<'_>) -> Outcome {
    /// Operands by number, as the runtime counts them.
    const OUTPUT_WEIGHTS: usize = 4;
    const RECURRENT_OUTPUT_WEIGHTS: usize = 8;
    const ACTIVATION_STATE: usize = 18;
    const CELL_STATE: usize = 19;
    const FORGET_NORM: usize = 21;
    let shape = |i: usize| op.ctx.fixed_shape(op.operand_type(i));
    let Some(input) = shape(0) else { return Ok(()) };
    let [.., inputs] = input[..] else {
        return Err("the first input operand should have more than 2 dimensions.".into());
    };
    if input.len() < 2 {
        return Err("the first input operand should have more than 2 dimensions.".into());
    }
    let (Some(activation), Some(state), Some(weights), Some(recurrent)) =
        (shape(ACTIVATION_STATE), shape(CELL_STATE), shape(OUTPUT_WEIGHTS), shape(RECURRENT_OUTPUT_WEIGHTS))
    else {
        return Ok(());
    };
    let mismatch = Err("inputs don't match with the dimensions.".to_owned());
    let batch = if input.len() == 2 { input[0] } else { input[1] };
    let (&[cells, columns], &[rows, outputs]) = (&weights[..], &recurrent[..]) else { return mismatch };
    if product(&activation) != batch.checked_mul(outputs)
        || product(&state) != batch.checked_mul(cells)
        || columns != inputs
        || rows != cells
    {
        return mismatch;
    }
    let norm = op.operand_type(FORGET_NORM);
    let is_list = matches!(op.ctx.shape(norm), Some([Dim::Fixed(n)]) if *n == cells);
    if op.ctx.is_tensor(norm) && !is_list {
        return Err(
            "coefficient inputs have more than 2 dimensions or don't match the dimension with input operand \
                    `input_to_output_weights`."
                .into(),
        );
    }
    Ok(())
}

/// Of `tfl.unidirectional_sequence_lstm`: the result is the input with the size of the activation state last.
pub(crate) fn unidirectional_sequence_lstm(op: &OpUse<'_>) -> Outcome {
    const ACTIVATION_STATE: usize = 18;
    let (input, state) = (op.shape(0), op.shape(ACTIVATION_STATE));
    if input.is_some_and(|input| input.len() != 3) || state.is_some_and(|state| state.len() != 2) {
        return Err("Invalid ranks".into());
    }
    let (Some(input), Some(&[_, outputs])) = (input, state) else { return Ok(()) };
    infers(op, &[op.tensor(&[input[0], input[1], outputs], op.elem(0))])
}
