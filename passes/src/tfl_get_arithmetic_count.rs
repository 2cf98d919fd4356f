//! `tfl-get-arithmetic-count`: notes with each operation whose row says how, how many multiplications and additions it
//! takes; -1 where a shape is open.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Reported, TypeId};

use crate::registration::{GraphPass, register};

register!("tfl-get-arithmetic-count", "Notes how much arithmetic operations do", GraphPass(run));

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        let Some(arithmetic) = graph.spec(ctx, op).and_then(|spec| spec.arithmetic) else { continue };
        let count = arithmetic.count(ctx, graph, op);
        let note = ctx.int_attr(i128::from(count.unwrap_or(-1)), TypeId::I64);
        graph.set_attrs(op, ctx.dict_with(graph.attrs(op), "_arithmetic_count", note));
        state.count("multiplications and additions", count.map_or(0, i64::unsigned_abs));
    }
    Ok(())
}
