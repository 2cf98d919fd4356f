//! `tfl-reduce-while-operands`: drops the variables of a loop that nothing needs: not the condition, not the results, and
//! not the variables that are needed. The counters that TensorFlow adds to every loop are such variables.

use core_ir::pass::PassState;
use core_ir::{Block, Context, Graph, Op, Reported, Value};
use rustc_hash::FxHashSet;

use crate::control_flow::{region_block, with_variables, yielded};
use crate::effects::Effects;
use crate::registration::{GraphPass, register};

register!("tfl-reduce-while", "The name that LiteRT has for tfl-reduce-while-operands", GraphPass(run));
register!(
    "tfl-reduce-while-operands",
    "Drops the variables of loops that neither the condition nor a result needs",
    GraphPass(run)
);

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if graph.is(ctx, op, "tfl.while")
            && let Some(dropped) = reduce(ctx, graph, op)
        {
            state.count("variables dropped", dropped);
        }
    }
    Ok(())
}

/// Drops the variables of `op` that are not needed, and gives how many they were.
fn reduce(ctx: &Context, graph: &mut Graph, op: Op) -> Option<u64> {
    let (cond, body) = (region_block(graph, op, 0)?, region_block(graph, op, 1)?);
    let count = graph.results(op).len();
    let (end, values) = yielded(ctx, graph, body)?;
    let counts =
        [graph.operand_count(op), graph.block_args(cond).len(), graph.block_args(body).len(), values.len()];
    if counts != [count; 4] {
        return None;
    }
    let needed = needed_variables(ctx, graph, op, cond, body, &values);
    let dead: Vec<usize> = (0..count).filter(|i| !needed.contains(i)).collect();
    if dead.is_empty() {
        return None;
    }
    let kept = |list: &[Value]| -> Vec<Value> {
        list.iter().enumerate().filter(|(i, _)| needed.contains(i)).map(|(_, &value)| value).collect()
    };
    graph.set_operands(end, &kept(&values));
    // What computed the dropped variables goes first, so that their arguments have no users.
    let inner: Vec<Op> = graph.ops_in(body).collect();
    crate::dce::drop_dead_among(ctx, graph, inner);
    let positions: Vec<usize> = (0..count).filter(|i| needed.contains(i)).collect();
    let new = with_variables(graph, op, [cond, body], &positions);
    for (old, new) in kept(graph.results(op)).into_iter().zip(graph.results(new).to_vec()) {
        graph.replace_all_uses(old, new);
    }
    graph.erase_op(op);
    Some(dead.len() as u64)
}

/// The positions of the variables that are needed: those whose results are used, those that the condition reads, and
/// those that an effect in the body or the next value of a needed variable is computed from.
fn needed_variables(
    ctx: &Context,
    graph: &Graph,
    op: Op,
    cond: Block,
    body: Block,
    values: &[Value],
) -> FxHashSet<usize> {
    let effects = Effects::of(ctx, graph);
    let mut needed: FxHashSet<usize> = FxHashSet::default();
    let mut work: Vec<Value> = Vec::new();
    let (results, cond_args, body_args) = (graph.results(op), graph.block_args(cond), graph.block_args(body));
    for i in 0..values.len() {
        if graph.has_uses(results[i]) || graph.has_uses(cond_args[i]) {
            needed.insert(i);
            work.push(values[i]);
        }
    }
    let end = graph.last_op(body);
    for inner in graph.ops_in(body).filter(|&inner| Some(inner) != end) {
        if !effects.is_droppable(ctx, graph, inner) {
            work.extend(used_by(graph, inner));
        }
    }
    let mut seen: FxHashSet<Value> = FxHashSet::default();
    while let Some(value) = work.pop() {
        if !seen.insert(value) {
            continue;
        }
        if let Some(i) = body_args.iter().position(|&arg| arg == value) {
            if needed.insert(i) {
                work.push(values[i]);
            }
        } else if let Some(def) = graph.defining_op(value) {
            work.extend(used_by(graph, def));
        }
    }
    needed
}

/// The operands of `op` and of everything in its regions.
fn used_by(graph: &Graph, op: Op) -> Vec<Value> {
    let mut used: Vec<Value> = graph.operands(op).collect();
    for &region in graph.regions(op) {
        graph.walk_region(region, &mut |inner| used.extend(graph.operands(inner)));
    }
    used
}
