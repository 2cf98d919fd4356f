//! `tfl-pin-ops-with-side-effects`: operations whose order matters are wrapped in `tfl.control_node`, each of which waits
//! for the one before it.

use core_ir::pass::PassState;
use core_ir::{Context, Diagnostic, Graph, Op, OpState, Reported, Type, TypeId, Value};

use crate::functions::is_function_body;
use crate::registration::{GraphPass, register};
use crate::resources::is_resource;

register!("tfl-pin-ops-with-side-effects", "Wraps operations with effects in control nodes", GraphPass(run));

/// Operations that may have effects whatever they take: they run other functions.
const CALLERS: &[&str] = &["tf.If", "tfl.call_once", "tfl.if", "tfl.while"];

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let Some(entry) = graph.entry().filter(|_| is_function_body(ctx, graph)) else { return Ok(()) };
    let mut pinned = None;
    graph.walk(&mut |op| pinned = pinned.or(graph.is(ctx, op, "tfl.control_node").then_some(op)));
    if let Some(op) = pinned {
        let fault = Diagnostic::error("control-node", "there are control nodes already");
        return Err(state.diags.push(fault.at(graph.loc(op))));
    }
    let end = graph.last_op(entry);
    let ops: Vec<Op> = graph.ops_in(entry).filter(|&op| Some(op) != end).collect();
    let mut token: Option<Value> = None;
    for op in ops {
        if has_effect_inside(ctx, graph, op) {
            token = Some(pin(ctx, graph, op, token));
            state.count("operations pinned", 1);
        }
    }
    Ok(())
}

fn has_effect_inside(ctx: &Context, graph: &Graph, op: Op) -> bool {
    let mut found = has_effect(ctx, graph, op);
    for &region in graph.regions(op) {
        graph.walk_region(region, &mut |inner| found |= has_effect(ctx, graph, inner));
    }
    found
}

fn has_effect(ctx: &Context, graph: &Graph, op: Op) -> bool {
    CALLERS.contains(&ctx.op_text(graph.op_name(op)))
        || graph.operand_types(op).chain(graph.result_types(op)).any(|ty| is_resource(ctx, ty))
}

/// Wraps `op` in a control node that waits for `token`, and gives its own.
fn pin(ctx: &Context, graph: &mut Graph, op: Op, token: Option<Value>) -> Value {
    let loc = graph.loc(op);
    let control = ctx.ty(Type::Dialect { name: ctx.str("tfl.control"), params: Box::default() });
    let types: Vec<TypeId> = graph.result_types(op).chain([control]).collect();
    let operands: Vec<Value> = token.into_iter().collect();
    let node = OpState::new(ctx.op_name("tfl.control_node"), loc).operands(operands).results(types);
    let node = graph.create_op(node);
    graph.insert_before(op, node);
    let region = graph.add_region(node);
    let block = graph.add_block(region);
    let (inner, outer) = (graph.results(op).to_vec(), graph.results(node).to_vec());
    for (&old, &new) in inner.iter().zip(&outer) {
        graph.replace_all_uses(old, new);
    }
    graph.detach(op);
    graph.append(block, op);
    graph.append_op(block, OpState::new(ctx.op_name("tfl.yield"), loc).operands(inner));
    outer[outer.len() - 1]
}
