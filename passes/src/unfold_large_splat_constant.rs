//! `unfold-large-splat-constant`: a large constant of one repeated element becomes an operation that repeats it, which a
//! file need not hold element by element.

use core_ir::pass::PassState;
use core_ir::{ConstData, Context, Graph, Op, OpState, Reported, TypeId, Value};

use crate::constants::{constant_before, elements_of};
use crate::registration::{GraphPass, register};

register!(
    "unfold-large-splat-constant",
    "Replaces large constants of one repeated element by fills",
    GraphPass(run)
);

/// Constants of fewer bits stay. A million, as LiteRT has it.
const LARGE_BITS: u64 = 1_000_000;

/// The element types that fills are made of.
const ELEMS: &[&str] = &["f16", "f32", "i1", "i32", "i64"];

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if graph.is(ctx, op, "arith.constant")
            && let Some(fill) = unfold(ctx, graph, op)
        {
            if let Some(result) = graph.result(op) {
                graph.replace_all_uses(result, fill);
            }
            graph.erase_op(op);
            state.count("constants unfolded", 1);
        }
    }
    Ok(())
}

/// The value of a fill that stands for `op`, when it is a large splat.
fn unfold(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Value> {
    let constant = ctx.const_of(elements_of(ctx, graph, op)?);
    let ConstData::Splat(elem_bytes) = &constant.data else { return None };
    let elem = ctx.elem_type(constant.ty);
    let name = ctx.elem_name(elem);
    let bits = if name == "i1" { 1 } else { 8 * ctx.elem_bytes(elem)? as u64 };
    let count = ctx.element_count(constant.ty)? as u64;
    if !ELEMS.contains(&name) || count.saturating_mul(bits) < LARGE_BITS {
        return None;
    }
    let loc = graph.loc(op);
    let dims = ctx.const_i64s(&ctx.fixed_shape(constant.ty)?);
    let one = ctx.constant(ctx.tensor(&[], elem), ConstData::Splat(elem_bytes.clone()));
    let operands = [dims, one].map(|id| constant_before(ctx, graph, op, id, loc));
    let state =
        OpState::new(ctx.op_name("tfl.fill"), loc).operands(operands).results([constant.ty] as [TypeId; 1]);
    let fill = graph.create_op(state);
    graph.insert_before(op, fill);
    graph.result(fill)
}
