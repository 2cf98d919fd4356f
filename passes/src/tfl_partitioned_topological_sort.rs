//! `tfl-partitioned-topological-sort`: operations that TFLite hands to TensorFlow at run time stand together where they
//! can, in the order in which the runtime will partition them.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Op, Reported};
use rustc_hash::FxHashMap;

use crate::effects::is_pure;
use crate::functions::is_function_body;
use crate::registration::{GraphPass, register};

register!(
    "tfl-partitioned-topological-sort",
    "Moves operations that TensorFlow runs next to each other",
    GraphPass(run)
);

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let entry = graph.entry().filter(|_| is_function_body(ctx, graph));
    let Some((entry, end)) = entry.and_then(|entry| Some((entry, graph.last_op(entry)?))) else {
        return Ok(());
    };
    let ops: Vec<Op> = graph.ops_in(entry).filter(|&op| op != end).collect();
    let order = order(ctx, graph, &ops);
    let partitions = |list: &mut dyn Iterator<Item = usize>| {
        let mut was = false;
        let starts = list.filter(|&i| {
            let is = is_delegated(ctx, graph, ops[i]);
            let before = std::mem::replace(&mut was, is);
            is && !before
        });
        starts.count() as u64
    };
    state.count("partitions before", partitions(&mut (0..ops.len())));
    state.count("partitions", partitions(&mut order.iter().copied()));
    for i in order {
        graph.detach(ops[i]);
        graph.insert_before(end, ops[i]);
    }
    Ok(())
}

/// Whether TensorFlow's delegate runs `op`.
fn is_delegated(ctx: &Context, graph: &Graph, op: Op) -> bool {
    let first = |graph: &Graph| graph.entry().and_then(|entry| graph.first_op(entry));
    match ctx.op_text(graph.op_name(op)) {
        // A wrapper is what it wraps.
        "tfl.control_node" => {
            let block = graph.regions(op).first().and_then(|&region| graph.blocks(region).first());
            let inner = block.and_then(|&block| graph.first_op(block));
            inner.is_some_and(|inner| {
                !graph.is(ctx, inner, "tfl.control_node") && is_delegated(ctx, graph, inner)
            })
        }
        "tfl.custom_tf" => graph
            .inner(op)
            .is_some_and(|body| first(body).is_some_and(|inner| ctx.op_dialect(body.op_name(inner)) == "tf")),
        "tfl.custom" => {
            let code = graph.attr(ctx, op, "custom_code").and_then(|attr| ctx.attr_str(attr));
            code.is_some_and(|code| code.starts_with("Flex"))
        }
        "tf.If" => false,
        _ => ctx.op_dialect(graph.op_name(op)) == "tf",
    }
}

/// The places of `ops` in their new order: all that is ready of the kind of the first one left, then of the other kind.
fn order(ctx: &Context, graph: &Graph, ops: &[Op]) -> Vec<usize> {
    let needs = needs(ctx, graph, ops);
    let kinds: Vec<bool> = ops.iter().map(|&op| is_delegated(ctx, graph, op)).collect();
    let mut is_done = vec![false; ops.len()];
    let mut order = Vec::with_capacity(ops.len());
    let mut left: Vec<usize> = (0..ops.len()).collect();
    while let Some(&first) = left.first() {
        left.retain(|&i| {
            // What stands first of all that is left needs nothing of it, so each round takes one at least.
            let is_ready =
                i == first || kinds[i] == kinds[first] && needs[i].iter().all(|&need| is_done[need]);
            if is_ready {
                is_done[i] = true;
                order.push(i);
            }
            !is_ready
        });
    }
    order
}

/// The places of what each of `ops` has to come after: what it uses, and, of those with effects, the one before.
fn needs(ctx: &Context, graph: &Graph, ops: &[Op]) -> Vec<Vec<usize>> {
    let place: FxHashMap<Op, usize> = ops.iter().enumerate().map(|(i, &op)| (op, i)).collect();
    let mut last_effect = None;
    let needs = ops.iter().enumerate().map(|(i, &op)| {
        let mut used: Vec<Op> = graph.operands(op).filter_map(|value| graph.defining_op(value)).collect();
        for &region in graph.regions(op) {
            graph.walk_region(region, &mut |inner| {
                used.extend(graph.operands(inner).filter_map(|value| graph.defining_op(value)));
            });
        }
        let mut needs: Vec<usize> = used.iter().filter_map(|def| place.get(def).copied()).collect();
        if !is_pure(ctx, graph, op) {
            needs.extend(last_effect.replace(i));
        }
        needs
    });
    needs.collect()
}
