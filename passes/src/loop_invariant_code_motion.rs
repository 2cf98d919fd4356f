//! `loop-invariant-code-motion`: what a loop computes anew in every round and from nothing of its own moves in front of
//! it.
//!
//! Which operations are loops, their rows say by the trait `LoopLike`. Only what is pure moves, because it then runs
//! even when the loop does not.

use core_ir::pass::PassState;
use core_ir::spec::Traits;
use core_ir::{Context, Graph, Op, Reported, Value};
use rustc_hash::FxHashSet;

use crate::effects::{Effects, is_pure};
use crate::registration::{GraphPass, register};

register!(
    "loop-invariant-code-motion",
    "Moves what does not depend on a loop in front of it",
    GraphPass(run)
);

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let effects = Effects::of(ctx, graph);
    // Inner loops first: what leaves them may leave the outer ones too.
    for op in graph.all_ops().into_iter().rev() {
        if graph.has_trait(ctx, op, Traits::LOOP_LIKE) {
            let moved = hoist(ctx, graph, &effects, op);
            state.count("operations moved", moved);
        }
    }
    Ok(())
}

/// Moves what does not depend on loop `op` in front of it, and gives how many operations that were.
fn hoist(ctx: &Context, graph: &mut Graph, effects: &Effects, op: Op) -> u64 {
    let mut inside: FxHashSet<Value> = FxHashSet::default();
    add_defined(graph, op, &mut inside);
    let mut moved = 0;
    for &region in &graph.regions(op).to_vec() {
        for &block in &graph.blocks(region).to_vec() {
            for inner in graph.ops_in(block).collect::<Vec<_>>() {
                if is_movable(ctx, graph, effects, inner) && !depends_on(graph, inner, &inside) {
                    graph.detach(inner);
                    graph.insert_before(op, inner);
                    for result in graph.results(inner) {
                        inside.remove(result);
                    }
                    moved += 1;
                }
            }
        }
    }
    moved
}

fn is_movable(ctx: &Context, graph: &Graph, effects: &Effects, op: Op) -> bool {
    if graph.regions(op).is_empty() {
        return is_pure(ctx, graph, op);
    }
    // A loop in a loop may not end, so it does not run unless it has to.
    let mut may_hang = graph.has_trait(ctx, op, Traits::LOOP_LIKE);
    for &region in graph.regions(op) {
        graph.walk_region(region, &mut |inner| may_hang |= graph.has_trait(ctx, inner, Traits::LOOP_LIKE));
    }
    !may_hang && effects.is_droppable(ctx, graph, op)
}

/// Adds what the regions of `op` define.
fn add_defined(graph: &Graph, op: Op, values: &mut FxHashSet<Value>) {
    let mut add_args = |op: Op| {
        for &region in graph.regions(op) {
            for &block in graph.blocks(region) {
                values.extend(graph.block_args(block));
            }
        }
    };
    add_args(op);
    for &region in graph.regions(op) {
        graph.walk_region(region, &mut |inner| add_args(inner));
    }
    for &region in graph.regions(op) {
        graph.walk_region(region, &mut |inner| values.extend(graph.results(inner)));
    }
}

/// Whether `op`, its regions included, uses one of `values` that it does not define.
fn depends_on(graph: &Graph, op: Op, values: &FxHashSet<Value>) -> bool {
    if graph.operands(op).any(|value| values.contains(&value)) {
        return true;
    }
    let mut own: FxHashSet<Value> = FxHashSet::default();
    add_defined(graph, op, &mut own);
    let mut found = false;
    for &region in graph.regions(op) {
        graph.walk_region(region, &mut |inner| {
            found |= graph.operands(inner).any(|value| values.contains(&value) && !own.contains(&value));
        });
    }
    found
}
