//! `dce`: drops operations that have no effect and whose results nobody uses.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Op, Reported};

use crate::effects::Effects;
use crate::registration::{GraphPass, register};

register!("dce", "Drops operations without effect whose results are unused", GraphPass(run));

/// Drops what is dead in `graph`, in time linear in its size.
pub fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let dropped = drop_dead(ctx, graph);
    state.count("operations dropped", dropped);
    Ok(())
}

/// Drops what is dead in `graph`, and gives how many operations that were, those in regions of others not counted.
pub fn drop_dead(ctx: &Context, graph: &mut Graph) -> u64 {
    let all = graph.all_ops();
    drop_dead_among(ctx, graph, all)
}

/// As [`drop_dead`], for the operations `work`, which stand in the order of the program, and for what only they use.
pub fn drop_dead_among(ctx: &Context, graph: &mut Graph, mut work: Vec<Op>) -> u64 {
    let effects = Effects::of(ctx, graph);
    // Taken from the back, users come before what they use, and inner operations before outer ones.
    let mut dropped = 0;
    while let Some(op) = work.pop() {
        let is_gone = graph.op_block(op).is_none();
        if is_gone
            || graph.results(op).iter().any(|&v| graph.has_uses(v))
            || !effects.is_droppable(ctx, graph, op)
        {
            continue;
        }
        let mut used: Vec<Op> = graph.operands(op).filter_map(|value| graph.defining_op(value)).collect();
        // What a region takes from outside without naming it as an operand may be dead too.
        for &region in graph.regions(op) {
            graph.walk_region(region, &mut |inner| {
                used.extend(graph.operands(inner).filter_map(|value| graph.defining_op(value)));
            });
        }
        graph.erase_op(op);
        dropped += 1;
        work.extend(used);
    }
    dropped
}
