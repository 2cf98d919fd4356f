//! `tf-guarantee-all-funcs-one-use`: a function that is named several times is copied, so that what a caller says of
//! its arguments is true of all uses of the function.

use std::collections::VecDeque;

use core_ir::pass::{Pass, PassInfo, PassOptions, PassState};
use core_ir::{Attr, AttrId, Context, DictId, Graph, Op, OpState, Reported, StrId};
use rustc_hash::FxHashSet;

use crate::call_graph::{CallGraph, MAX_OPS};
use crate::clone::clone_graph;
use crate::functions::{for_each_symbol_use, functions, set_private, symbol_table, unused_symbol};
use crate::registration::option;

struct OneUse {
    max_ops: u64,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    Ok(Box::new(OneUse { max_ops: option(options, "max-ops", MAX_OPS)? }))
}

inventory::submit! {
    &PassInfo {
        name: "tf-guarantee-all-funcs-one-use",
        summary: "Copies functions so that each is named once",
        options: &[("max-ops", "as many operations as copying may leave in the module (default 1048576)")],
        make,
    }
}

impl Pass for OneUse {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let symbols = symbol_table(ctx, module);
        CallGraph::of(ctx, module, names_of).check(ctx, module, self.max_ops, state)?;
        let mut count = 0;
        let mut named: FxHashSet<StrId> = FxHashSet::default();
        let mut work: VecDeque<Op> = functions(ctx, module).into();
        // A copy names functions too; it comes after everything that was there before it. There is no recursion, so
        // this ends.
        while let Some(function) = work.pop_front() {
            let Some(mut body) = module.set_inner(function, Graph::new()) else { continue };
            for op in body.all_ops() {
                for name in names_of(ctx, &body, op) {
                    let Some(&target) = symbols.get(&name).filter(|_| !named.insert(name)) else { continue };
                    let Some(copy) = copy_function(ctx, module, target, name, &mut count) else { continue };
                    let (to, new) = copy;
                    rename_one(ctx, &mut body, op, name, to);
                    work.push_back(new);
                    state.count("functions copied", 1);
                }
            }
            module.set_inner(function, *body);
        }
        Ok(())
    }
}

/// The symbols that `op` names, one entry for each time, in the order of its attributes.
fn names_of(ctx: &Context, graph: &Graph, op: Op) -> Vec<StrId> {
    let mut names = Vec::new();
    for_each_symbol_use(ctx, graph, op, &mut |name| names.push(name));
    names.reverse();
    names
}

/// Adds a private copy of function `target` to the module. `None` when it is no function with a body.
fn copy_function(
    ctx: &Context,
    module: &mut Graph,
    target: Op,
    name: StrId,
    count: &mut u64,
) -> Option<(StrId, Op)> {
    if !module.is(ctx, target, "func.func") {
        return None;
    }
    let source = module.inner(target).filter(|body| body.entry().is_some())?;
    let body = clone_graph(source, &mut |loc| loc)?;
    let free = unused_symbol(ctx, module, &ctx.str_text(name), count);
    let mut state = OpState::new(module.op_name(target), module.loc(target));
    state.props = ctx.dict_with(module.props(target), "sym_name", ctx.attr(Attr::String(free)));
    state.attrs = module.attrs(target);
    let block = module.entry()?;
    let new = module.append_op(block, state);
    set_private(ctx, module, new);
    module.set_inner(new, body);
    Some((free, new))
}

/// Makes `op` name `to` where it names `from` first.
fn rename_one(ctx: &Context, graph: &mut Graph, op: Op, from: StrId, to: StrId) {
    let mut is_done = false;
    let props = renamed_dict(ctx, graph.props(op), from, to, &mut is_done);
    let attrs = renamed_dict(ctx, graph.attrs(op), from, to, &mut is_done);
    graph.set_props(op, props);
    graph.set_attrs(op, attrs);
}

/// Attributes in attributes deeper than this name no function of TensorFlow's.
const MAX_DEPTH: usize = 8;

fn renamed_dict(ctx: &Context, dict: DictId, from: StrId, to: StrId, is_done: &mut bool) -> DictId {
    let entries: Vec<(StrId, AttrId)> = ctx.dict_entries(dict).to_vec();
    ctx.dict(entries.into_iter().map(|(key, attr)| (key, renamed(ctx, attr, from, to, is_done, 0))))
}

fn renamed(ctx: &Context, attr: AttrId, from: StrId, to: StrId, is_done: &mut bool, depth: usize) -> AttrId {
    if *is_done || depth > MAX_DEPTH {
        return attr;
    }
    let mut each = |items: &[AttrId]| -> Box<[AttrId]> {
        items.iter().map(|&item| renamed(ctx, item, from, to, is_done, depth + 1)).collect()
    };
    match ctx.attr_of(attr) {
        Attr::Symbol(path) if path[..] == [from] => {
            *is_done = true;
            ctx.attr(Attr::Symbol([to].into()))
        }
        Attr::Array(items) => ctx.attr(Attr::Array(each(items))),
        Attr::Dialect { name, params } => ctx.attr(Attr::Dialect { name: *name, params: each(params) }),
        _ => attr,
    }
}
