//! `tfl-insert-call-once-op`: every function that a caller may start with first calls the session initializers of the
//! saved model, once a session.

use core_ir::pass::PassState;
use core_ir::{Attr, Context, Graph, Op, OpState, Reported, StrId};
use rustc_hash::FxHashMap;

use crate::functions::{functions, symbol_table};
use crate::registration::{ModulePass, register};

register!("tfl-insert-call-once-op", "Calls session initializers from the entry functions", ModulePass(run));

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let symbols = symbol_table(ctx, module);
    let initializers = initializers(ctx, module, &symbols);
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
    Ok(())
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
