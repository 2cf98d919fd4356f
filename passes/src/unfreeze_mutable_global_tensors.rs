//! `unfreeze-mutable-global-tensors`: the variables of a saved model that change become variables of the program: a
//! session initializer assigns their values, and functions take handles by name where they had bound inputs.

use core_ir::pass::PassState;
use core_ir::rewriter::{InsertPoint, Rewriter};
use core_ir::{Attr, AttrId, Context, DictId, Graph, LocId, Op, OpState, Reported, StrId, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::functions::{for_each_graph, functions, read_each_graph, symbol_table, unused_symbol};
use crate::registration::{ModulePass, register};
use crate::resources::resource_of;
use crate::tfl_insert_call_once_op::initializers;

register!(
    "unfreeze-mutable-global-tensors",
    "Assigns the values of variables that change in a session initializer",
    ModulePass(run)
);

/// The attribute by which an import says which global tensor a handle is.
const GLOBAL: &str = "tfl_opt.global";
/// What bindings of arguments are called.
const BOUND_INPUT: &str = "tf_saved_model.bound_input";

/// A variable that changes.
struct Variable {
    op: Op,
    name: StrId,
    loc: LocId,
    value: AttrId,
    /// The type of its value.
    ty: TypeId,
}

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let variables = mutable_variables(ctx, module);
    if variables.is_empty() {
        return Ok(());
    }
    let Some(init) = initializer(ctx, module) else { return Ok(()) };
    if let Some(body) = module.inner_mut(init) {
        assign_all(ctx, body, &variables);
    }
    let by_name: FxHashMap<StrId, TypeId> =
        variables.iter().map(|variable| (variable.name, variable.ty)).collect();
    for function in functions(ctx, module) {
        unbind_inputs(ctx, module, function, &by_name);
    }
    for_each_graph(module, &mut |graph| {
        for op in graph.all_ops() {
            if let Some(name) = global_of(ctx, graph, op).filter(|name| by_name.contains_key(name)) {
                graph.set_props(op, handle_props(ctx, name));
                graph.set_attrs(op, ctx.dict_without(graph.attrs(op), GLOBAL));
            }
        }
    });
    state.count("variables unfrozen", variables.len() as u64);
    for variable in variables {
        module.erase_op(variable.op);
    }
    Ok(())
}

/// The global tensors that say that they change, and those that handles name: nobody has made constants of them.
fn mutable_variables(ctx: &Context, module: &Graph) -> Vec<Variable> {
    let mut named: FxHashSet<StrId> = FxHashSet::default();
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| named.extend(global_of(ctx, graph, op)));
    });
    let variable = |(name, op): (StrId, Op)| {
        let says = crate::control_flow::flag(ctx, module, op, "is_mutable");
        if !module.is(ctx, op, "tf_saved_model.global_tensor") || !says && !named.contains(&name) {
            return None;
        }
        let value = ctx.dict_get(module.props(op), "value")?;
        let Attr::Elements(id) = *ctx.attr_of(value) else { return None };
        Some(Variable { op, name, loc: module.loc(op), value, ty: ctx.const_type(id) })
    };
    module.symbols(ctx).filter_map(variable).collect()
}

/// The global tensor that the handle `op` is, as imports say it.
fn global_of(ctx: &Context, graph: &Graph, op: Op) -> Option<StrId> {
    if !graph.is(ctx, op, "tf.VarHandleOp") {
        return None;
    }
    ctx.attr_symbol(ctx.dict_get(graph.attrs(op), GLOBAL)?)
}

fn handle_props(ctx: &Context, name: StrId) -> DictId {
    ctx.dict([
        (ctx.str("container"), ctx.str_attr("")),
        (ctx.str("shared_name"), ctx.attr(Attr::String(name))),
    ])
}

/// Assigns the values at the front of the initializer.
fn assign_all(ctx: &Context, body: &mut Graph, variables: &[Variable]) {
    let Some(first) = body.entry().and_then(|entry| body.first_op(entry)) else { return };
    for variable in variables {
        let mut rewriter = Rewriter { ctx, graph: body, at: InsertPoint::Before(first), loc: variable.loc };
        let ty = resource_of(ctx, variable.ty);
        let handle = rewriter.op1("tf.VarHandleOp", &[], handle_props(ctx, variable.name), ty);
        let props = ctx.dict([(ctx.str("value"), variable.value)]);
        let value = rewriter.op1("tf.Const", &[], props, variable.ty);
        let props = ctx.dict([(ctx.str("validate_shape"), ctx.bool_attr(false))]);
        let assign = OpState::new(ctx.op_name("tf.AssignVariableOp"), variable.loc);
        rewriter.insert(assign.operands([handle, value]).props(props));
    }
}

/// The function that initializes a session, made when there is none.
fn initializer(ctx: &Context, module: &mut Graph) -> Option<Op> {
    const KIND: &str = "tf_saved_model.initializer_type";
    let symbols = symbol_table(ctx, module);
    let known =
        initializers(ctx, module, &symbols).into_iter().filter_map(|name| symbols.get(&name).copied());
    let is_init = |op: &Op| {
        let kind = ctx.dict_get(module.attrs(*op), KIND).and_then(|attr| ctx.attr_str(attr));
        kind.as_deref() == Some("init_op") && module.inner(*op).is_some_and(|body| body.entry().is_some())
    };
    if let Some(found) = known.into_iter().find(is_init) {
        return Some(found);
    }
    let block = module.entry()?;
    let list = module.ops_in(block).find(|&op| module.is(ctx, op, "tf_saved_model.session_initializer"));
    let list = list.unwrap_or_else(|| {
        let op =
            module.create_op(OpState::new(ctx.op_name("tf_saved_model.session_initializer"), LocId::UNKNOWN));
        match module.first_op(block) {
            Some(first) => module.insert_before(first, op),
            None => module.append(block, op),
        }
        op
    });
    let name = unused_symbol(ctx, module, "NoOp", &mut 0);
    let (mut body, entry) = Graph::with_block();
    body.append_op(entry, OpState::new(ctx.op_name("func.return"), LocId::UNKNOWN));
    let exported = format!("__tf_saved_model_session_initializer_{}", ctx.str_text(name));
    let mut state = OpState::new(ctx.op_name("func.func"), LocId::UNKNOWN);
    state.props = ctx.dict([(ctx.str("sym_name"), ctx.attr(Attr::String(name)))]);
    state.attrs = ctx.dict([
        (ctx.str("tf_saved_model.exported_names"), ctx.array_attr(&[ctx.str_attr(&exported)])),
        (ctx.str(KIND), ctx.str_attr("init_op")),
    ]);
    let function = module.create_op(state);
    module.set_inner(function, body);
    crate::functions::update_function_type(ctx, module, function);
    module.insert_after(list, function);
    let mut names = match ctx.dict_get(module.props(list), "initializers").map(|attr| ctx.attr_of(attr)) {
        Some(Attr::Array(items)) => items.to_vec(),
        _ => Vec::new(),
    };
    names.push(ctx.attr(Attr::Symbol([name].into())));
    module.set_props(list, ctx.dict_with(module.props(list), "initializers", ctx.array_attr(&names)));
    Some(function)
}

/// Makes handles at the front of `function` of the arguments that are bound to `variables`.
fn unbind_inputs(ctx: &Context, module: &mut Graph, function: Op, variables: &FxHashMap<StrId, TypeId>) {
    let Some(Attr::Array(all)) =
        ctx.dict_get(module.props(function), "arg_attrs").map(|attr| ctx.attr_of(attr))
    else {
        return;
    };
    let bound = |attr: &AttrId| match ctx.attr_of(*attr) {
        Attr::Dict(dict) => {
            let name = ctx.attr_symbol(ctx.dict_get(*dict, BOUND_INPUT)?)?;
            Some((name, *variables.get(&name)?))
        }
        _ => None,
    };
    let bound: Vec<Option<(StrId, TypeId)>> = all.iter().map(bound).collect();
    if bound.iter().all(Option::is_none) {
        return;
    }
    let Some(body) = module.inner_mut(function) else { return };
    let Some((entry, first)) = body.entry().and_then(|entry| Some((entry, body.first_op(entry)?))) else {
        return;
    };
    let args = body.block_args(entry).to_vec();
    for (&arg, found) in args.iter().zip(&bound) {
        let Some((name, ty)) = *found else { continue };
        let mut rewriter =
            Rewriter { ctx, graph: &mut *body, at: InsertPoint::Before(first), loc: LocId::UNKNOWN };
        let handle = rewriter.op1("tf.VarHandleOp", &[], handle_props(ctx, name), resource_of(ctx, ty));
        body.replace_all_uses(arg, handle);
    }
    for i in (0..args.len().min(bound.len())).rev() {
        if bound[i].is_some() {
            body.remove_block_arg(entry, i);
        }
    }
    let kept: Vec<AttrId> =
        all.iter().zip(&bound).filter(|(_, bound)| bound.is_none()).map(|(&attr, _)| attr).collect();
    let props = if kept.is_empty() {
        ctx.dict_without(module.props(function), "arg_attrs")
    } else {
        ctx.dict_with(module.props(function), "arg_attrs", ctx.array_attr(&kept))
    };
    module.set_props(function, props);
    crate::functions::update_function_type(ctx, module, function);
}
