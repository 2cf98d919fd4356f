//! Reading operands and attributes, where TensorFlow and TFLite say the same in different ways.

use core_ir::{Attr, OpView};

use crate::error::EvalError;
use crate::tensor::{DType, Tensor};

/// The first `N` operands, all present.
pub(super) fn operands<const N: usize>(inputs: &[Tensor]) -> Result<[&Tensor; N], EvalError> {
    let found: Option<Vec<&Tensor>> =
        (0..N).map(|i| inputs.get(i).filter(|input| !input.is_absent())).collect();
    match found.and_then(|list| <[&Tensor; N]>::try_from(list).ok()) {
        Some(list) => Ok(list),
        None => EvalError::invalid(format!("fewer than {N} operands")),
    }
}

/// Operand `i` where it is present.
pub(super) fn optional(inputs: &[Tensor], i: usize) -> Option<&Tensor> {
    inputs.get(i).filter(|input| !input.is_absent())
}

/// An axis counted from the end when it is negative.
pub(super) fn axis(axis: i64, rank: usize) -> Result<usize, EvalError> {
    let from_front = if axis < 0 { axis.checked_add(rank as i64) } else { Some(axis) };
    match from_front.and_then(|axis| usize::try_from(axis).ok()) {
        Some(at) if at < rank => Ok(at),
        _ => EvalError::invalid(format!("axis {axis} is not one of {rank}")),
    }
}

/// The axes of a list, sorted and without repetitions.
pub(super) fn axes(list: &[i64], rank: usize) -> Result<Vec<usize>, EvalError> {
    let mut axes = list.iter().map(|&one| axis(one, rank)).collect::<Result<Vec<_>, _>>()?;
    axes.sort_unstable();
    axes.dedup();
    Ok(axes)
}

/// Sizes that must not be negative.
pub(super) fn sizes(list: &[i64]) -> Result<Vec<usize>, EvalError> {
    match list.iter().map(|&n| usize::try_from(n).ok()).collect() {
        Some(sizes) => Ok(sizes),
        None => EvalError::invalid(format!("{list:?} has a negative size")),
    }
}

/// The integer attribute `name`, or `default` when it is not there.
pub(super) fn int_or(view: &OpView<'_>, name: &str, default: i64) -> i64 {
    view.int(name).unwrap_or(default)
}

/// The positive 32-bit integer attribute `name`, 1 when it is not there.
pub(super) fn positive(view: &OpView<'_>, name: &str) -> Result<usize, EvalError> {
    match i32::try_from(int_or(view, name, 1)) {
        Ok(n) if n > 0 => Ok(n as usize),
        _ => EvalError::invalid(format!("attribute `{name}` is not positive")),
    }
}

/// The word attribute `name`, in whichever way it is written: `"SAME"`, `#tfl<padding SAME>`.
pub(super) fn word(view: &OpView<'_>, name: &str) -> Option<String> {
    let attr = view.attr(name)?;
    if let Some(text) = view.ctx.attr_str(attr) {
        return Some(text.into_owned());
    }
    match view.ctx.attr_of(attr) {
        Attr::Dialect { params, .. } => view.ctx.attr_str(*params.first()?).map(|text| text.into_owned()),
        Attr::Opaque { text, .. } => {
            let text = view.ctx.str_text(*text);
            let inside = text.trim_end_matches('>');
            inside.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().map(str::to_owned)
        }
        _ => None,
    }
}

/// The declared element type of result `i`, or `default` when no result is declared.
pub(super) fn result_dtype(view: &OpView<'_>, i: usize, default: DType) -> Result<DType, EvalError> {
    let Some(&ty) = view.results.get(i) else { return Ok(default) };
    match DType::of(view.ctx, view.ctx.elem_type(ty)) {
        Some(dtype) => Ok(dtype),
        None => EvalError::unsupported("results of the declared element type"),
    }
}

/// A tensor of indices or sizes with integer elements of type `dtype`.
pub(super) fn int_tensor(shape: &[usize], values: Vec<i64>, dtype: DType) -> Result<Tensor, EvalError> {
    let narrow = |why: &str| EvalError::Invalid(format!("an index does not fit {why}"));
    match dtype {
        DType::I64 => Tensor::new(shape, values),
        DType::I32 => {
            let narrowed = values.into_iter().map(|n| i32::try_from(n).map_err(|_| narrow("32 bits")));
            Tensor::new(shape, narrowed.collect::<Result<Vec<_>, _>>()?)
        }
        DType::I16 => {
            let narrowed = values.into_iter().map(|n| i16::try_from(n).map_err(|_| narrow("16 bits")));
            Tensor::new(shape, narrowed.collect::<Result<Vec<_>, _>>()?)
        }
        DType::U32 => {
            let narrowed = values.into_iter().map(|n| u32::try_from(n).map_err(|_| narrow("32 bits")));
            Tensor::new(shape, narrowed.collect::<Result<Vec<_>, _>>()?)
        }
        other => EvalError::unsupported(format!("indices of type {other:?}")),
    }
}
