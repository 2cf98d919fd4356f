//! `unfold-large-splat-constant`: a large constant whose elements are all equal is filled when the model runs instead of
//! being part of the file.

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::{ConstData, Context, DictId, Graph, Op, Reported};

use crate::constants::{constant_before, elements_of};
use crate::registration::{GraphPass, register};

register!(
    "unfold-large-splat-constant",
    "Fills large constants of equal elements at run time",
    GraphPass(run)
);

/// Constants of fewer bits stay.
const MIN_BITS: usize = 1_000_000;

/// What `tfl.fill` fills with.
const ELEMS: &[&str] = &["f32", "f16", "i1", "i32", "i64"];

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if graph.is(ctx, op, "arith.constant") && unfold(ctx, graph, op).is_some() {
            state.count("constants unfolded", 1);
        }
    }
    Ok(())
}

fn unfold(ctx: &Context, graph: &mut Graph, op: Op) -> Option<()> {
    let id = elements_of(ctx, graph, op)?;
    let constant = ctx.const_of(id);
    let ConstData::Splat(element) = &constant.data else { return None };
    let elem = ctx.elem_type(constant.ty);
    let bits = match ctx.elem_name(elem) {
        "i1" => 1,
        name if ELEMS.contains(&name) => element.len() * 8,
        _ => return None,
    };
    if ctx.element_count(constant.ty)?.saturating_mul(bits) < MIN_BITS {
        return None;
    }
    let (loc, ty) = (graph.loc(op), constant.ty);
    let shape = ctx.const_i64s(&ctx.fixed_shape(ty)?);
    let value = ctx.const_from_bytes(ctx.tensor(&[], elem), element);
    let operands = [shape, value].map(|id| constant_before(ctx, graph, op, id, loc));
    let mut rewriter = Rewriter::before(ctx, graph, op);
    let filled = rewriter.op1("tfl.fill", &operands, DictId::EMPTY, ty);
    rewriter.replace(op, &[filled]);
    Some(())
}
