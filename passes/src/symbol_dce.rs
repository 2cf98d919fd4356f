//! `symbol-dce`: drops private symbols that nothing names.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Op, Reported, StrId};
use rustc_hash::FxHashSet;

use crate::functions::{for_each_symbol_use, is_public, read_each_graph, symbol_table};
use crate::registration::{ModulePass, register};

register!("symbol-dce", "Drops private symbols that nothing names", ModulePass(run));

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    drop_unnamed(ctx, module, state, |_, _| true);
    Ok(())
}

/// Drops the private functions with a body that nothing names, as `symbol-dce` drops any symbol.
pub fn drop_unnamed_functions(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) {
    let has_body = |module: &Graph, op: Op| module.inner(op).is_some_and(|body| body.entry().is_some());
    drop_unnamed(ctx, module, state, |module, op| module.is(ctx, op, "func.func") && has_body(module, op));
}

fn drop_unnamed(
    ctx: &Context,
    module: &mut Graph,
    state: &mut PassState<'_>,
    may_go: impl Fn(&Graph, Op) -> bool,
) {
    let table = symbol_table(ctx, module);
    let mut live: FxHashSet<StrId> = FxHashSet::default();
    let mut work: Vec<Op> = Vec::new();
    let tops: Vec<Op> = module.entry().into_iter().flat_map(|block| module.ops_in(block)).collect();
    for &op in &tops {
        let is_private = !is_public(ctx, module, op) && may_go(module, op);
        match module.symbol_name(ctx, op) {
            Some(name) if is_private && table.get(&name) == Some(&op) => {}
            _ => work.push(op),
        }
    }
    while let Some(op) = work.pop() {
        let mut names: Vec<StrId> = Vec::new();
        for_each_symbol_use(ctx, module, op, &mut |name| names.push(name));
        for &region in module.regions(op) {
            module.walk_region(region, &mut |op| {
                for_each_symbol_use(ctx, module, op, &mut |name| names.push(name))
            });
        }
        if let Some(inner) = module.inner(op) {
            read_each_graph(inner, &mut |graph| {
                graph.walk(&mut |op| for_each_symbol_use(ctx, graph, op, &mut |name| names.push(name)));
            });
        }
        for name in names {
            if live.insert(name)
                && let Some(&target) = table.get(&name)
                && !is_public(ctx, module, target)
                && may_go(module, target)
            {
                work.push(target);
            }
        }
    }
    for op in tops {
        let is_dead = |name: StrId| table.get(&name) == Some(&op) && !live.contains(&name);
        let is_private = !is_public(ctx, module, op) && may_go(module, op);
        if is_private && module.symbol_name(ctx, op).is_some_and(is_dead) {
            module.set_inner(op, Graph::new());
            module.erase_op(op);
            state.count("symbols dropped", 1);
        }
    }
}
