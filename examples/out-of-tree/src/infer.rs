//! Result types that the rows do not say.

use core_ir::TypeId;
use core_ir::spec::OpView;

/// Without the last dimension.
pub(crate) fn downmix(view: &OpView<'_>) -> Result<Vec<TypeId>, String> {
    let Some(dims) = view.shape(0) else { return Ok(view.results.to_vec()) };
    let Some((_, kept)) = dims.split_last() else { return Err("needs a dimension of channels".into()) };
    Ok(vec![view.tensor(kept, view.ctx.elem_type(view.operands[0].ty))])
}
