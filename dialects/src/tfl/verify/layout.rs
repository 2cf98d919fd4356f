//! Joining, cutting and permuting.

use std::collections::BTreeSet;

use core_ir::spec::{Arg, OpUse};
use core_ir::{Attr, Dim, Type, TypeId};

use super::broadcast::effective_rank;
use super::{Outcome, axis_of, infers, result_shape, result_type, tensor_text, text};

/// The value has this many dimensions at most that are not one.
pub(crate) fn effective_rank_at_most(op: &OpUse<'_>, args: &[Arg]) -> bool {
    match args {
        &[value, Arg::Number(most)] => op
            .dims(value)
            .is_none_or(|dims| i64::try_from(effective_rank(dims)).is_ok_and(|rank| rank <= most)),
        _ => true,
    }
}

/// Of `tfl.strided_slice`: the input has this many dimensions at most when the new ones are counted.
pub(crate) fn new_axes_within(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let &[value, Arg::Number(most)] = args else { return true };
    let Some(rank) = op.dims(value).and_then(|dims| i64::try_from(dims.len()).ok()) else { return true };
    let mask = |name: &str| op.int(name).unwrap_or(0);
    /// As many as the kernel looks at.
    const AXES: i64 = 0xff;
    let added = (mask("new_axis_mask") & !mask("ellipsis_mask") & AXES).count_ones();
    rank + i64::from(added) <= most
}

/// Operands differ along the axis only, and add up to the result.
pub(crate) fn concatenation(op: &OpUse<'_>) -> Outcome {
    let Some(result) = result_shape(op, 0) else { return Ok(()) };
    let Some(axis) = op.int("axis").and_then(|axis| axis_of(axis, result.len())) else {
        return Err("concatenation dimension must be in [-rank, rank)".into());
    };
    // What each dimension is known to be, and which operand says so.
    let mut known: Vec<(Option<i64>, Option<usize>)> = result.iter().map(|dim| (dim.fixed(), None)).collect();
    let mut sum = Some(0i64);
    for i in 0..op.operands.len() {
        let Some(shape) = op.shape(i) else {
            sum = None;
            continue;
        };
        if shape.len() != result.len() {
            return Err(format!(
                "rank of operand #{i} must be equal to rank of output, expected {}, got {}",
                result.len(),
                shape.len()
            ));
        }
        for (at, (dim, known)) in shape.iter().zip(&mut known).enumerate() {
            if at == axis {
                sum = sum.zip(dim.fixed()).and_then(|(sum, size)| sum.checked_add(size));
                continue;
            }
            match (known.0, dim.fixed()) {
                (Some(expected), Some(got)) if expected != got => {
                    let whose = known.1.map_or("output".to_owned(), |i| format!("operand #{i}"));
                    return Err(format!(
                        "dimension size of dimension #{at} of operand #{i} must be equal to dimension size of \
                         dimension #{at} of {whose}, expected {expected}, got {got}"
                    ));
                }
                (None, Some(size)) => *known = (Some(size), Some(i)),
                _ => {}
            }
        }
    }
    match (sum, result[axis].fixed()) {
        (Some(expected), Some(got)) if expected != got => Err(format!(
            "dimension size of dimension #{axis} of output must be equal to the sum of dimension sizes of dimension \
             #{axis}, expected {expected}, got {got}"
        )),
        _ => Ok(()),
    }
}

/// The kernel gathers strings from lists only.
pub(crate) fn gather(op: &OpUse<'_>) -> Outcome {
    let is_list = op.shape(0).is_none_or(|shape| shape.len() == 1);
    if op.ctx.elem_name(op.elem(0)) == "str" && !is_list {
        let got = text(op.ctx, op.operand_type(0));
        return Err(format!("expect 1d input when the given type is string, got '{got}'"));
    }
    Ok(())
}

/// As many operands of one shape as the attribute says, and an axis of the result.
pub(crate) fn pack(op: &OpUse<'_>) -> Outcome {
    let count = op.int("values_count").and_then(|count| usize::try_from(count).ok());
    if count != Some(op.operands.len()) {
        return Err("input count should match 'values_count' attribute".into());
    }
    let (first, axis) = (op.operand_type(0), op.int("axis").unwrap_or(0));
    if let Some(shape) = op.shape(0)
        && axis_of(axis, shape.len() + 1).is_none()
    {
        return Err(format!(
            "op attribute 'axis' should be in range [-rank - 1, rank + 1), got rank = {}, and axis = {axis}",
            shape.len()
        ));
    }
    match op.operands.iter().find(|operand| !op.ctx.compatible_shapes(first, operand.ty)) {
        Some(other) => {
            let (first, other) = (text(op.ctx, first), text(op.ctx, other.ty));
            Err(format!("operands should be of the same type. got '{first}', '{other}'"))
        }
        None => Ok(()),
    }
}

/// One result for each element along the axis, which is gone from them.
pub(crate) fn unpack(op: &OpUse<'_>) -> Outcome {
    let ctx = op.ctx;
    let (count, axis) = (op.int("num").unwrap_or(0), op.int("axis").unwrap_or(0));
    let Some(shape) = op.shape(0) else { return Ok(()) };
    if shape.iter().all(|dim| dim.is_fixed()) && shape.contains(&Dim::Fixed(0)) {
        return Err("number of elements in input should be larger than 0".into());
    }
    if shape.is_empty() {
        return Err("input should be of rank larger than 0".into());
    }
    let Some(at) = axis_of(axis, shape.len()) else {
        let rank = shape.len();
        return Err(format!(
            "attribute 'axis' should be in range [-rank, rank), got axis = {axis}, and rank = {rank}"
        ));
    };
    if shape[at].fixed().is_some_and(|size| size != count) {
        return Err("output count should match 'num' attribute".into());
    }
    let mut rest = shape.to_vec();
    rest.remove(at);
    // More results than there are tell the same as one more does.
    let count = usize::try_from(count).unwrap_or(0).min(op.results.len() + 1);
    infers(op, &vec![ctx.tensor(&rest, op.elem(0)); count])
}

/// The weights have the dimensions of the input but the first, or one in their place.
pub(crate) fn prelu(op: &OpUse<'_>) -> Outcome {
    let fixed = |ty: TypeId| op.ctx.fixed_shape(ty);
    let (Some(input), alpha) = (fixed(op.operand_type(0)), fixed(op.operand_type(1))) else { return Ok(()) };
    if let Some(alpha) = alpha {
        if input.len() != alpha.len() + 1 {
            return Err("'alpha' should have one less rank than 'input'.".into());
        }
        let differ = |at: &usize| alpha[*at] != input[*at + 1] && alpha[*at] != 1;
        if let Some(at) = (0..alpha.len()).find(differ) {
            return Err(format!("'alpha' is not broadcastable at dimension {at}."));
        }
    }
    match fixed(result_type(op, 0)) {
        Some(output) if output.len() != input.len() => {
            Err("'input' and 'output' should have the same rank.".into())
        }
        Some(output) if output != input => Err("'input' and 'output' should have the same shape.".into()),
        _ => Ok(()),
    }
}

/// Begin and size have an element for each dimension, and stay inside.
pub(crate) fn slice(op: &OpUse<'_>) -> Outcome {
    let lengths = [1, 2].map(|i| op.ctx.fixed_shape(op.operand_type(i)));
    let input = op.ctx.fixed_shape(op.operand_type(0));
    if let (Some(input), [Some(begin), Some(size)]) = (&input, &lengths) {
        for (what, list) in [("begin", begin), ("size", size)] {
            if super::product(list) != i64::try_from(input.len()).ok() {
                return Err(format!("{what} tensor elements size is not equal to input tensor rank"));
            }
        }
    }
    let (begin, size) = (op.operand_ints(1), op.operand_ints(2));
    if let Some(at) = begin.iter().flatten().position(|&begin| begin < 0) {
        return Err(format!("begin[{at}] cannot be negative"));
    }
    if let Some(at) = size.iter().flatten().position(|&size| size < -1) {
        return Err(format!("size[{at}] cannot be negative other than -1"));
    }
    let (Some(input), Some(begin), Some(size)) = (input, begin, size) else { return Ok(()) };
    for (at, ((&dim, &begin), &size)) in input.iter().zip(&begin).zip(&size).enumerate() {
        if begin > dim {
            return Err(format!("begin[{at}] cannot exceed dimension length: {dim}"));
        }
        if size >= 0 && begin.checked_add(size).is_none_or(|end| end > dim) {
            return Err(format!("begin[{at}] + size[{at}] cannot exceed dimension length: {dim}"));
        }
    }
    Ok(())
}

/// Begin, end and strides are lists no longer than the input has dimensions.
pub(crate) fn strided_slice(op: &OpUse<'_>) -> Outcome {
    let Some(rank) = op.shape(0).and_then(|input| i64::try_from(input.len()).ok()) else { return Ok(()) };
    for (i, what) in [(1, "begin"), (2, "end"), (3, "strides")] {
        let Some(shape) = op.shape(i) else { continue };
        let [length] = shape else { return Err(format!("{what} tensor should be of rank 1")) };
        if length.fixed().is_some_and(|length| length > rank) {
            return Err(format!("{what} tensor has more elements than the input tensor has dimensions"));
        }
    }
    Ok(())
}

/// The permutation is one, and the result has the permuted dimensions and quantized axis.
pub(crate) fn transpose(op: &OpUse<'_>) -> Outcome {
    let ctx = op.ctx;
    let input = ctx.fixed_shape(op.operand_type(0));
    if let (Some(input), Some(perm)) = (&input, ctx.fixed_shape(op.operand_type(1)))
        && super::product(&perm) != i64::try_from(input.len()).ok()
    {
        return Err("perm tensor elements size is not equal to input tensor rank".into());
    }
    let Some(perm) = op.operand_ints(1) else { return Ok(()) };
    let rank = op.shape(0).map(<[_]>::len);
    let (mut axes, mut seen) = (Vec::with_capacity(perm.len()), BTreeSet::new());
    for (at, &axis) in perm.iter().enumerate() {
        // Of an input whose rank is not known no axis can be counted from behind.
        let place = rank.map_or_else(|| usize::try_from(axis).ok(), |rank| axis_of(axis, rank));
        let Some(place) = place else { return Err(format!("perm[{at}] must be in [-rank, rank)")) };
        if !seen.insert(place) {
            return Err(format!("perm[{at}] cannot have duplicated axis"));
        }
        axes.push(place);
    }
    let output = result_type(op, 0);
    if let (Some(input), Some(_)) = (&input, ctx.fixed_shape(output)) {
        let permuted: Vec<Dim> = axes.iter().map(|&axis| Dim::Fixed(input[axis])).collect();
        let expected = ctx.tensor(&permuted, op.elem(0));
        if !ctx.compatible_shapes(expected, output) {
            let expected = tensor_text(ctx, &permuted, op.elem(0));
            return Err(format!("expect output type {expected}, got {}", text(ctx, output)));
        }
    }
    let axis_of_elem =
        |ty| crate::quant::Uniform::of(ctx, ctx.elem_type(ty)).and_then(|uniform| uniform.axis);
    if let (Some(from), Some(to)) = (axis_of_elem(op.operand_type(0)), axis_of_elem(output))
        && let Some(&axis) = usize::try_from(to).ok().and_then(|to| axes.get(to))
        && usize::try_from(from) != Ok(axis)
    {
        return Err("has mismatched quantized axes of input and output".into());
    }
    Ok(())
}

/// Updates have the outer dimensions of the indices and the inner ones of the result.
pub(crate) fn scatter_nd(op: &OpUse<'_>) -> Outcome {
    let ctx = op.ctx;
    let fixed = |i: usize| ctx.fixed_shape(op.operand_type(i));
    let (Some(indices), Some(updates)) = (fixed(0), fixed(1)) else { return Ok(()) };
    let Some((&depth, outer)) = indices.split_last() else { return Ok(()) };
    for (i, &index) in outer.iter().enumerate() {
        let update = updates.get(i).copied().unwrap_or(1);
        if index != update {
            return Err(format!("indices.Dims({i}) == {index}, but updates.Dims({i}) == {update}"));
        }
    }
    let inner = updates.get(outer.len()..).unwrap_or_default();
    let rank = i64::try_from(inner.len()).ok().and_then(|inner| inner.checked_add(depth));
    let (Some(rank), result) = (rank, result_shape(op, 0)) else { return Ok(()) };
    if let Some([length]) = fixed(2).as_deref() {
        if *length != rank {
            return Err(format!("shape must be a vector of length {rank}"));
        }
        if result.is_some_and(|result| i64::try_from(result.len()) != Ok(rank)) {
            return Err(format!("output must have the same rank with the length of shape = {rank}"));
        }
    }
    let Some(shape) = op.operand_ints(2) else { return Ok(()) };
    if shape.iter().any(|&size| size <= 0) {
        return Err("all elements of shape must be > 0".into());
    }
    let depth = usize::try_from(depth).unwrap_or(usize::MAX);
    for (i, (&size, &update)) in shape.iter().skip(depth).zip(inner).enumerate() {
        if size != update {
            let i = i + depth;
            return Err(format!("updates.Dims({i}) == {update}, but shape[{i}] == {size}"));
        }
    }
    let result = ctx.fixed_shape(result_type(op, 0));
    match result {
        Some(result) if result != shape => {
            let list = |dims: &[i64]| dims.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
            let (result, shape) = (list(&result), list(&shape));
            Err(format!("output shape [{result}] must be equal to the value of shape dense<[{shape}]>"))
        }
        _ => Ok(()),
    }
}

/// The innermost dimension makes up for the difference in width.
pub(crate) fn bitcast(op: &OpUse<'_>) -> Outcome {
    let ctx = op.ctx;
    let Some(shape) = ctx.fixed_shape(op.operand_type(0)) else { return Ok(()) };
    let width = |ty: TypeId| match ctx.type_of(ctx.elem_type(ty)) {
        Type::Integer { width, .. } => Some((*width).max(8)),
        Type::Float(kind) => Some(kind.bits().max(8)),
        Type::Dialect { params, .. } if ctx.is_quantized(ctx.elem_type(ty)) => {
            match params.first().map(|&param| ctx.attr_of(param)) {
                Some(Attr::Type(storage)) => match ctx.type_of(*storage) {
                    Type::Integer { width, .. } => Some((*width).max(8)),
                    _ => None,
                },
                _ => None,
            }
        }
        _ => None,
    };
    let (Some(from), Some(to)) = (width(op.operand_type(0)), width(result_type(op, 0))) else {
        return Err("Unsupported element type.".into());
    };
    if from < to {
        if to % from != 0 {
            return Err("output element bitwidth is not multiple of input element bitwidth".into());
        }
        if shape.last().is_none_or(|last| last % i64::from(to / from) != 0) {
            return Err("input rightmost dimension size is not multiple of the divisor".into());
        }
    } else if from % to != 0 {
        return Err("input element bitwidth is not multiple of output element bitwidth".into());
    }
    Ok(())
}
