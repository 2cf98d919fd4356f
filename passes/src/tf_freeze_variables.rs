//! `tf-freeze-variables`: reads of variables that nobody assigns to become constants.
//!
//! A constant is the variable's value by id: no weight is copied. Only what a function does itself is seen, so calls
//! are inlined first; a resource that goes into something unknown counts as assigned.

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::{Attr, ConstId, Context, Diagnostic, Graph, LocId, Op, Reported, StrId, TypeId, Value};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::constants::constant_before;
use crate::functions::{for_each_graph, read_each_graph};
use crate::refine::meet;
use crate::registration::{ModulePass, register};

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
    /// It yields the value, or something computed from it.
    Read(Reader),
    /// It neither reads nor changes it.
    Ignore,
    /// It only changes it.
    Assign,
}

/// What takes the place of an operation that reads.
#[derive(Clone, Copy, PartialEq)]
enum Reader {
    Value,
    Gather,
    GatherNd,
    Shape,
    IsInitialized,
}

/// What is known of operations that take a variable, sorted by name. Everything else may do anything.
const ROLES: &[(&str, Role)] = &[
    ("tf.AssignAddVariableOp", Role::Assign),
    ("tf.AssignSubVariableOp", Role::Assign),
    ("tf.AssignVariableOp", Role::Assign),
    ("tf.Cast", Role::Forward),
    ("tf.DisableCopyOnRead", Role::Ignore),
    ("tf.Identity", Role::Forward),
    ("tf.ReadVariableOp", Role::Read(Reader::Value)),
    ("tf.ResourceGather", Role::Read(Reader::Gather)),
    ("tf.ResourceGatherNd", Role::Read(Reader::GatherNd)),
    ("tf.ResourceScatterAdd", Role::Assign),
    ("tf.ResourceScatterUpdate", Role::Assign),
    ("tf.StopGradient", Role::Forward),
    ("tf.VarHandleOp", Role::Ignore),
    ("tf.VarIsInitializedOp", Role::Read(Reader::IsInitialized)),
    ("tf.VariableShape", Role::Read(Reader::Shape)),
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
    let mut outcome = Ok(());
    for &symbol in found.order.iter().filter(|symbol| found.read.contains(symbol)) {
        let (by, loc) = &found.assigned[&symbol];
        let name = ctx.str_text(symbol);
        let fault = Diagnostic::error(
            "mutable-variable",
            format!("variable `{name}` is assigned while the model runs"),
        )
        .at(*loc)
        .note(format!("`{by}` may change it, so its reads are no constants"))
        .help("export a signature that does not change variables, or pass the state in and out as tensors");
        outcome = Err(state.diags.push(fault));
    }
    for_each_graph(module, &mut |graph| rewrite(ctx, graph, &values, &found, state));
    outcome?;
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
            if let (Some(symbol), Some(value)) = (global, graph.result(op)) {
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
                Some(Role::Read(_)) => _ = found.read.insert(symbol),
                Some(Role::Forward | Role::Ignore) => {}
                _ if goes_round => {}
                _ => {
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
            Some(Role::Read(reader)) if !found.assigned.contains_key(&symbol) => {
                let Some(&id) = values.get(&symbol) else { continue };
                if freeze(ctx, graph, op, reader, id).is_some() {
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
fn freeze(ctx: &Context, graph: &mut Graph, op: Op, reader: Reader, id: ConstId) -> Option<()> {
    let loc = graph.loc(op);
    let result = graph.result(op)?;
    let ty = graph.value_type(result);
    let new = match reader {
        Reader::Value => {
            meet(ctx, ctx.const_type(id), ty)?;
            constant_before(ctx, graph, op, id, loc)
        }
        Reader::Shape => {
            let shape = ctx.fixed_shape(ctx.const_type(id))?;
            let shape = match ctx.elem_type(ty) {
                TypeId::I64 => ctx.const_i64s(&shape),
                _ => {
                    ctx.const_i32s(&shape.iter().map(|&n| i32::try_from(n).ok()).collect::<Option<Vec<_>>>()?)
                }
            };
            constant_before(ctx, graph, op, shape, loc)
        }
        Reader::IsInitialized => {
            let yes = ctx.const_from_bytes(ctx.tensor(&[], TypeId::I1), &[1]);
            constant_before(ctx, graph, op, yes, loc)
        }
        Reader::Gather => {
            let indices = graph.operand(op, 1)?;
            let batch_dims =
                graph.attr(ctx, op, "batch_dims").and_then(|attr| ctx.attr_int(attr)).unwrap_or(0);
            let axis = ctx.const_from_bytes(
                ctx.tensor(&[], TypeId::I32),
                &i32::try_from(batch_dims).ok()?.to_le_bytes(),
            );
            let axis = constant_before(ctx, graph, op, axis, loc);
            let params = constant_before(ctx, graph, op, id, loc);
            let props = ctx.dict([(ctx.str("batch_dims"), ctx.i64_attr(batch_dims))]);
            Rewriter::before(ctx, graph, op).op1("tf.GatherV2", &[params, indices, axis], props, ty)
        }
        Reader::GatherNd => {
            let indices = graph.operand(op, 1)?;
            let params = constant_before(ctx, graph, op, id, loc);
            Rewriter::before(ctx, graph, op).op1(
                "tf.GatherNd",
                &[params, indices],
                core_ir::DictId::EMPTY,
                ty,
            )
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
