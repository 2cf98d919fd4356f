//! What rows of the `tfl` dialect leave to code: the functions that `verify`, `where` and `runtime` name in the tables.
//!
//! Messages are LiteRT's, after the name of the operation.

mod broadcast;
mod control;
mod layout;
mod matmul;
mod recurrent;
mod reshape;
mod split;

use core_ir::spec::OpUse;
use core_ir::text::type_text;
use core_ir::{Context, Dim, TypeId};

pub(super) use broadcast::{add_shapes, broadcast_within, matmul_output, mul_shapes, sub_shapes};
pub(super) use control::{control_node, if_regions, while_regions};
pub(super) use layout::{
    bitcast, concatenation, effective_rank_at_most, gather, new_axes_within, pack, prelu, scatter_nd, slice,
    strided_slice, transpose, unpack,
};
pub(super) use matmul::{batch_matmul, conv_2d, fully_connected, transpose_conv};
pub(super) use recurrent::{cifg, lstm, peephole, unidirectional_sequence_lstm};
pub(super) use reshape::reshape;
pub(super) use split::{split, split_v};

/// What a check says.
type Outcome = Result<(), String>;

/// The number of elements of a shape; `None` when it is no number that fits.
fn product(dims: &[i64]) -> Option<i64> {
    dims.iter().try_fold(1i64, |product, &dim| product.checked_mul(dim))
}

/// The dimensions of result `i` where its rank is known.
fn result_shape<'a>(op: &OpUse<'a>, i: usize) -> Option<&'a [Dim]> {
    op.ctx.shape(*op.results.get(i)?)
}

/// The type of result `i`.
fn result_type(op: &OpUse<'_>, i: usize) -> TypeId {
    op.results.get(i).copied().unwrap_or(TypeId::NONE)
}

/// Counts `axis` from the front: `None` when it is no dimension of `rank`.
fn axis_of(axis: i64, rank: usize) -> Option<usize> {
    let rank = i64::try_from(rank).ok()?;
    let axis = if axis < 0 { axis.checked_add(rank)? } else { axis };
    (0..rank).contains(&axis).then(|| usize::try_from(axis).ok()).flatten()
}

/// `tensor<2x?xf32>`, in the words of a message.
fn text(ctx: &Context, ty: TypeId) -> String {
    type_text(ctx, ty)
}

/// `tensor<shape x elem>` as text.
fn tensor_text(ctx: &Context, shape: &[Dim], elem: TypeId) -> String {
    type_text(ctx, ctx.tensor(shape, elem))
}

/// The inferred types may be those that are declared.
fn infers(op: &OpUse<'_>, inferred: &[TypeId]) -> Outcome {
    let fits = |(&inferred, &declared): (&TypeId, &TypeId)| op.ctx.compatible_shapes(inferred, declared);
    if inferred.len() == op.results.len() && inferred.iter().zip(op.results).all(fits) {
        return Ok(());
    }
    let list = |types: &[TypeId]| {
        types.iter().map(|&ty| format!("'{}'", text(op.ctx, ty))).collect::<Vec<_>>().join(", ")
    };
    let (inferred, declared) = (list(inferred), list(op.results));
    Err(format!("inferred type(s) {inferred} are incompatible with return type(s) of operation {declared}"))
}
