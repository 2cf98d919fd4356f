//! Running one operation on known operands.

use core_ir::{Context, Dim, OpView, Type, TypeId};

use crate::error::{EvalError, Evaluated};
use crate::kernels::{self, Moves, Row};
use crate::tensor::{DType, Tensor};

/// The results of the operation `view` for operands `inputs`, in order. Absent optional operands are
/// [`Tensor::Absent`]. Attributes and declared result types are the view's; results that contradict a declared type
/// are an error. Of the view's operands only element types are read, to refuse quantized ones; they may be left empty.
pub fn evaluate(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let Some(row) = kernels::find(&view.spec.name) else {
        return EvalError::unsupported(view.spec.name.to_string());
    };
    if let Some(what) = obstacle(view, row) {
        return EvalError::unsupported(format!("{} of {what}", view.spec.name));
    }
    let mut results = row.run(view, inputs)?;
    if view.spec.name.starts_with("tfl.") {
        results = kernels::fuse(view, results)?;
    }
    for (i, &ty) in view.results.iter().enumerate() {
        let Some(tensor) = results.get(i) else {
            return EvalError::invalid(format!("{} has no result {i}", view.spec.name));
        };
        if !fits(view.ctx, tensor, ty) {
            let (shape, dtype) = (tensor.shape(), tensor.dtype_text());
            return EvalError::invalid(format!(
                "result {i} of {dtype} and {shape:?} is not what is declared"
            ));
        }
    }
    Ok(results)
}

/// Whether there is a kernel for the operation with this full name.
pub fn is_supported(name: &str) -> bool {
    kernels::find(name).is_some()
}

/// Names the reason when element types stand in the way whose numbers are not their storage (quantized ones) or are
/// narrower than it (`i4`): only moving elements between tensors of one such type makes sense.
fn obstacle(view: &OpView<'_>, row: &Row) -> Option<&'static str> {
    let types = view.operands.iter().map(|operand| operand.ty).chain(view.results.iter().copied());
    let elems = types.map(|ty| view.ctx.elem_type(ty));
    let special: Vec<TypeId> = elems.filter(|&elem| is_special(view.ctx, elem)).collect();
    let one_type = special.windows(2).all(|pair| pair[0] == pair[1]);
    let in_the_way = row.moves == Moves::Nothing || row.fills || !one_type;
    (!special.is_empty() && in_the_way).then_some("quantized or 4-bit elements")
}

fn is_special(ctx: &Context, elem: TypeId) -> bool {
    match ctx.type_of(elem) {
        Type::Dialect { name, .. } => ctx.str_bytes(*name).starts_with(b"quant."),
        Type::Integer { width, .. } => *width > 1 && *width < 8,
        _ => false,
    }
}

/// Whether a tensor may be a value of type `ty`.
pub(crate) fn fits(ctx: &Context, tensor: &Tensor, ty: TypeId) -> bool {
    let elem = ctx.elem_type(ty);
    let same_elem = match (DType::of(ctx, elem), tensor.dtype()) {
        (Some(declared), Some(have)) => declared == have,
        _ => false,
    };
    let same_shape = ctx.shape(ty).is_none_or(|dims| {
        let same = |(dim, &n): (&Dim, &usize)| dim.fixed().is_none_or(|dim| dim == n as i64);
        dims.len() == tensor.shape().len() && dims.iter().zip(tensor.shape()).all(same)
    });
    ctx.is_tensor(ty) && same_elem && same_shape
}
