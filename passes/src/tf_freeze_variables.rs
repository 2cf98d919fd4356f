//! `tf-freeze-variables`: reads of variables that nobody assigns to become constants.
//!
//! A constant is the variable's value by id: no weight is copied. Only what a function does itself is seen, so calls
//! are inlined first; a resource that goes into something unknown counts as assigned.

use core_ir::pass::PassState;
use core_ir::{Attr, ConstId, Context, Diagnostic, Graph, LocId, Op, Reported, StrId, TypeId, Value};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::constants::constant_before;
use crate::functions::{for_each_graph, read_each_graph};
use crate::refine::meet;
use crate::registration::{ModulePass, register};
use crate::tf_decompose_resource_ops::{form, on_value};

register!(
    "tf-freeze-variables",
    "Turns reads of variables that are never assigned into constants",
    ModulePass(run)
);

/// How an operation treats a variable that it takes.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// Its result is the variable.
    Forward,
    /// It yields the value.
    Read,
    /// It yields something computed from the value.
    Compute,
    /// It says whether there is a value.
    IsInitialized,
    /// It neither reads nor changes it.
    Ignore,
    /// It only changes it.
    Assign,
}

/// What is known of operations that take a variable, sorted by name. Everything else may do anything.
const ROLES: &[(&str, Role)] = &[
    ("tf.AssignAddVariableOp", Role::Assign),
    ("tf.AssignSubVariableOp", Role::Assign),
    ("tf.AssignVariableOp", Role::Assign),
    ("tf.Cast", Role::Forward),
    ("tf.DisableCopyOnRead", Role::Ignore),
    ("tf.Identity", Role::Forward),
    ("tf.ReadVariableOp", Role::Read),
    ("tf.ResourceGather", Role::Compute),
    ("tf.ResourceGatherNd", Role::Compute),
    ("tf.ResourceScatterAdd", Role::Assign),
    ("tf.ResourceScatterUpdate", Role::Assign),
    ("tf.StopGradient", Role::Forward),
    ("tf.VarHandleOp", Role::Ignore),
    ("tf.VarIsInitializedOp", Role::IsInitialized),
    ("tf.VariableShape", Role::Compute),
    ("tfl.if", Role::Ignore),
    ("tfl.while", Role::Ignore),
];

fn role(name: &str) -> Option<Role> {
    let at = ROLES.binary_search_by(|row| row.0.cmp(name)).ok()?;
    Some(ROLES[at].1)
}

/// What all functions do to the variables.
#[derive(Default)]
struct Found {
    /// Variables that are read.
    read: FxHashSet<StrId>,
    /// Variables that something may change, with the first such operation.
    assigned: FxHashMap<StrId, (String, LocId)>,
    /// In the order of their first assignment.
    order: Vec<StrId>,
}

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let values = global_values(ctx, module);
    let mut found = Found::default();
    read_each_graph(module, &mut |graph| scan(ctx, graph, &mut found));
    for &symbol in found.order.iter().filter(|symbol| found.read.contains(symbol)) {
        let (by, loc) = &found.assigned[&symbol];
        let text = format!(
            "variable `{}` stays one, because `{by}` may change it while the model runs",
            ctx.str_text(symbol)
        );
        state.diags.push(Diagnostic::remark("mutable-variable", text).at(*loc));
    }
    for_each_graph(module, &mut |graph| rewrite(ctx, graph, &values, &found, state));
    drop_unused_globals(ctx, module, state);
    crate::functions::update_function_types(ctx, module);
    Ok(())
}

/// The values of the global tensors of `module`.
fn global_values(ctx: &Context, module: &Graph) -> FxHashMap<StrId, ConstId> {
    let value = |op: Op| match *ctx.attr_of(ctx.dict_get(module.props(op), "value")?) {
        Attr::Elements(id) if module.is(ctx, op, "tf_saved_model.global_tensor") => Some(id),
        _ => None,
    };
    module.symbols(ctx).filter_map(|(name, op)| Some((name, value(op)?))).collect()
}

/// Which variable each resource value of `graph` is.
fn variables(ctx: &Context, graph: &Graph) -> FxHashMap<Value, StrId> {
    let mut variables: FxHashMap<Value, StrId> = FxHashMap::default();
    graph.walk(&mut |op| {
        let name = ctx.op_text(graph.op_name(op));
        if name == "tf.VarHandleOp" {
            let global =
                ctx.dict_get(graph.attrs(op), "tfl_opt.global").and_then(|attr| ctx.attr_symbol(attr));
            // A variable without a value is known by its name.
            let name = match ctx.dict_get(graph.props(op), "shared_name").map(|attr| ctx.attr_of(attr)) {
                Some(Attr::String(name)) if !ctx.str_bytes(*name).is_empty() => Some(*name),
                _ => None,
            };
            if let (Some(symbol), Some(value)) = (global.or(name), graph.result(op)) {
                variables.insert(value, symbol);
            }
            return;
        }
        let known: Vec<Option<StrId>> =
            graph.operands(op).map(|value| variables.get(&value).copied()).collect();
        if known.iter().all(Option::is_none) {
            return;
        }
        if role(name) == Some(Role::Forward) {
            if let (Some(value), Some(&Some(symbol))) = (graph.result(op), known.first()) {
                variables.insert(value, symbol);
            }
        } else if name == "tfl.while" {
            // Resources go round unchanged; `scan` reports those that do not.
            let blocks = [0, 1].map(|i| crate::control_flow::region_block(graph, op, i));
            let args = blocks.into_iter().flatten().map(|block| graph.block_args(block));
            for list in args.chain([graph.results(op)]) {
                for (&value, symbol) in list.iter().zip(&known) {
                    variables.extend(symbol.map(|symbol| (value, symbol)));
                }
            }
        }
    });
    variables
}

/// Notes what the operations of `graph` do to variables.
fn scan(ctx: &Context, graph: &Graph, found: &mut Found) {
    let variables = variables(ctx, graph);
    if variables.is_empty() {
        return;
    }
    graph.walk(&mut |op| {
        let name = ctx.op_text(graph.op_name(op));
        for (i, value) in graph.operands(op).enumerate() {
            let Some(&symbol) = variables.get(&value) else { continue };
            let goes_round = name == "tfl.yield" && yields_back(ctx, graph, op, i, symbol, &variables);
            match role(name) {
                Some(Role::Read | Role::Compute | Role::IsInitialized) => _ = found.read.insert(symbol),
                Some(Role::Forward | Role::Ignore) => {}
                _ if goes_round => {}
                unknown => {
                    if unknown.is_none() {
                        found.read.insert(symbol);
                    }
                    found.assigned.entry(symbol).or_insert_with(|| {
                        found.order.push(symbol);
                        (name.to_owned(), graph.loc(op))
                    });
                }
            }
        }
    });
}

/// Whether operand `i` of a `tfl.yield` gives a loop the variable it had before.
fn yields_back(
    ctx: &Context,
    graph: &Graph,
    op: Op,
    i: usize,
    symbol: StrId,
    variables: &FxHashMap<Value, StrId>,
) -> bool {
    let Some(parent) = graph.parent_op(op) else { return false };
    graph.is(ctx, parent, "tfl.while")
        && graph.operand(parent, i).and_then(|value| variables.get(&value)) == Some(&symbol)
}

fn rewrite(
    ctx: &Context,
    graph: &mut Graph,
    values: &FxHashMap<StrId, ConstId>,
    found: &Found,
    state: &mut PassState<'_>,
) {
    let variables = variables(ctx, graph);
    if variables.is_empty() {
        return;
    }
    for op in graph.all_ops() {
        let name = ctx.op_text(graph.op_name(op));
        let Some(&symbol) = graph.operand(op, 0).and_then(|value| variables.get(&value)) else { continue };
        match role(name) {
            Some(role @ (Role::Read | Role::Compute | Role::IsInitialized))
                if !found.assigned.contains_key(&symbol) =>
            {
                let Some(&id) = values.get(&symbol) else { continue };
                if freeze(ctx, graph, op, role, id).is_some() {
                    state.count("reads replaced", 1);
                }
            }
            // Nobody can tell that a variable changed that nobody reads.
            Some(Role::Assign) if !found.read.contains(&symbol) && graph.results(op).is_empty() => {
                let text =
                    format!("the assignment of `{}` is dropped: nothing reads it", ctx.str_text(symbol));
                state.diags.push(Diagnostic::remark("assignment-dropped", text).at(graph.loc(op)));
                graph.erase_op(op);
                state.count("assignments dropped", 1);
            }
            Some(Role::Ignore) if graph.is(ctx, op, "tf.DisableCopyOnRead") => graph.erase_op(op),
            _ => {}
        }
    }
    crate::dce::drop_dead(ctx, graph);
}

/// Replaces a reading operation. `None` when the declared type is not that of the value.
fn freeze(ctx: &Context, graph: &mut Graph, op: Op, role: Role, id: ConstId) -> Option<()> {
    let loc = graph.loc(op);
    let result = graph.result(op)?;
    let new = match role {
        Role::IsInitialized => {
            let yes = ctx.const_from_bytes(ctx.tensor(&[], TypeId::I1), &[1]);
            constant_before(ctx, graph, op, yes, loc)
        }
        Role::Read => {
            meet(ctx, ctx.const_type(id), graph.value_type(result))?;
            constant_before(ctx, graph, op, id, loc)
        }
        _ => {
            let form = form(ctx.op_text(graph.op_name(op)))?;
            let value = constant_before(ctx, graph, op, id, loc);
            on_value(ctx, graph, op, form, value)?
        }
    };
    crate::canonicalize::replace_refined(ctx, graph, result, new).then(|| graph.erase_op(op))
}

/// Drops the global tensors that no function names any more.
fn drop_unused_globals(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) {
    let mut named: FxHashSet<StrId> = FxHashSet::default();
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| {
            crate::functions::for_each_symbol_use(ctx, graph, op, &mut |name| _ = named.insert(name))
        });
    });
    let tops: Vec<Op> = module.entry().into_iter().flat_map(|block| module.ops_in(block)).collect();
    for op in tops {
        if !module.is(ctx, op, "tf_saved_model.global_tensor") {
            continue;
        }
        if module.symbol_name(ctx, op).is_some_and(|name| !named.contains(&name)) {
            module.erase_op(op);
            state.count("variables dropped", 1);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(super::ROLES.is_sorted_by_key(|row| row.0));
    }
}
