//! `tfl-insert-call-once-op`: every function that a caller may start with first calls the session initializers of the
//! saved model, once a session. Initializers are no functions for callers from then on.

use core_ir::pass::PassState;
use core_ir::{Attr, Context, Graph, Op, OpState, Reported, StrId};
use rustc_hash::FxHashMap;

use crate::functions::{functions, set_private, symbol_table};
use crate::registration::{ModulePass, register};

register!("tfl-insert-call-once-op", "Calls session initializers from the entry functions", ModulePass(run));

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let symbols = symbol_table(ctx, module);
    let all = initializers(ctx, module, &symbols);
    let mut initializers = all.clone();
    initializers.retain(|name| !is_empty(ctx, module, symbols[name]));
    for function in functions(ctx, module) {
        let is_entry = ctx.dict_get(module.attrs(function), "tf.entry_function").is_some();
        let name = module.symbol_name(ctx, function);
        if !is_entry || name.is_some_and(|name| initializers.contains(&name)) {
            continue;
        }
        let loc = module.loc(function);
        let Some(body) = module.inner_mut(function) else { continue };
        let Some(first) = body.entry().and_then(|entry| body.first_op(entry)) else { continue };
        for &name in &initializers {
            let props = ctx.dict([(ctx.str("session_init_function"), ctx.attr(Attr::String(name)))]);
            let call = body.create_op(OpState::new(ctx.op_name("tfl.call_once"), loc).props(props));
            body.insert_before(first, call);
            state.count("calls inserted", 1);
        }
    }
    for op in module.entry().into_iter().flat_map(|block| module.ops_in(block)).collect::<Vec<_>>() {
        if module.is(ctx, op, "tf_saved_model.session_initializer") {
            module.erase_op(op);
        }
    }
    for op in all.iter().filter_map(|name| symbols.get(name)) {
        module.set_attrs(*op, ctx.dict_without(module.attrs(*op), "tf_saved_model.exported_names"));
        set_private(ctx, module, *op);
    }
    Ok(())
}

/// Whether `function` does nothing but return.
fn is_empty(ctx: &Context, module: &Graph, function: Op) -> bool {
    let Some(body) = module.inner(function) else { return false };
    let first = body.entry().and_then(|entry| body.first_op(entry));
    first.is_some_and(|op| body.is(ctx, op, "func.return"))
}

/// The functions that the saved model runs before everything else, in order.
pub fn initializers(ctx: &Context, module: &Graph, symbols: &FxHashMap<StrId, Op>) -> Vec<StrId> {
    let mut found = Vec::new();
    for op in module.entry().into_iter().flat_map(|block| module.ops_in(block)) {
        if !module.is(ctx, op, "tf_saved_model.session_initializer") {
            continue;
        }
        let list =
            ctx.dict_get(module.props(op), "initializers").or(ctx.dict_get(module.attrs(op), "initializers"));
        if let Some(Attr::Array(items)) = list.map(|attr| ctx.attr_of(attr)) {
            found.extend(items.iter().filter_map(|&item| ctx.attr_symbol(item)));
        }
    }
    found.retain(|name| symbols.get(name).is_some_and(|&op| module.is(ctx, op, "func.func")));
    found
}
