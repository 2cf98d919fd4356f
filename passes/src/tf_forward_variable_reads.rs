//! `tf-forward-variable-reads`: a read of a variable that was assigned or read before, with nothing in between that could
//! change it, is that value.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Op, Region, Reported, StrId, Value};
use rustc_hash::FxHashMap;

use crate::canonicalize::replace_refined;
use crate::functions::for_each_symbol_use;
use crate::registration::{GraphPass, register};
use crate::resources::is_resource;

register!(
    "tf-forward-variable-reads",
    "Replaces reads of variables by what was assigned or read before",
    GraphPass(run)
);

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut regions: Vec<Region> = graph.roots().to_vec();
    for op in graph.all_ops() {
        regions.extend(graph.regions(op));
    }
    for region in regions {
        for &block in &graph.blocks(region).to_vec() {
            // What a region around this one assigned may be old: the region may run later, or again.
            let mut known: FxHashMap<StrId, Value> = FxHashMap::default();
            for op in graph.ops_in(block).collect::<Vec<_>>() {
                if step(ctx, graph, op, &mut known) {
                    state.count("reads replaced", 1);
                }
            }
        }
    }
    Ok(())
}

/// Follows what `op` does to variables. True when it was a read and is gone.
fn step(ctx: &Context, graph: &mut Graph, op: Op, known: &mut FxHashMap<StrId, Value>) -> bool {
    let name = ctx.op_text(graph.op_name(op));
    let variable = graph.operand(op, 0).and_then(|handle| variable(ctx, graph, handle));
    match (name, variable) {
        ("tf.AssignVariableOp", Some(variable)) => {
            // Handles of one name are one variable; a handle from elsewhere may be any.
            known.remove(&variable);
            known.extend(graph.operand(op, 1).map(|value| (variable, value)));
            false
        }
        ("tf.ReadVariableOp", Some(variable)) => {
            let Some(result) = graph.result(op) else { return false };
            match known.get(&variable) {
                Some(&value) if crate::canonicalize::can_replace(ctx, graph, result, value) => {
                    replace_refined(ctx, graph, result, value);
                    graph.erase_op(op);
                    true
                }
                _ => {
                    known.insert(variable, result);
                    false
                }
            }
        }
        ("tf.ReadVariableOp" | "tf.VarHandleOp", _) => false,
        _ => {
            forget_assigned(ctx, graph, op, known);
            false
        }
    }
}

/// Which variable `handle` is, by its name.
fn variable(ctx: &Context, graph: &Graph, handle: Value) -> Option<StrId> {
    let def = graph.defining_op(handle).filter(|&def| graph.is(ctx, def, "tf.VarHandleOp"))?;
    let word = |name: &str| ctx.dict_get(graph.props(def), name).and_then(|attr| ctx.attr_str(attr));
    let name = word("shared_name").filter(|name| !name.is_empty())?;
    Some(ctx.str(&format!("{}/{name}", word("container").unwrap_or_default())))
}

/// Forgets the variables that `op` may change: those it takes, or all of them when it takes a resource that could be any,
/// has regions, or names a function.
fn forget_assigned(ctx: &Context, graph: &Graph, op: Op, known: &mut FxHashMap<StrId, Value>) {
    let mut may_be_any = !graph.regions(op).is_empty() || graph.inner(op).is_some();
    for_each_symbol_use(ctx, graph, op, &mut |_| may_be_any = true);
    for value in graph.operands(op).filter(|&value| is_resource(ctx, graph.value_type(value))) {
        // An operation that makes a resource of nothing makes a variable or something else, a table for instance.
        let is_made = graph.defining_op(value).filter(|&def| graph.operand_count(def) == 0);
        match (variable(ctx, graph, value), is_made) {
            (Some(variable), _) => _ = known.remove(&variable),
            (None, Some(def)) if !graph.is(ctx, def, "tf.VarHandleOp") => {}
            _ => may_be_any = true,
        }
    }
    if may_be_any {
        known.clear();
    }
}
