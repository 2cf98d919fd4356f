//! Functions of a module and the symbols that name them.

use core_ir::{Attr, AttrId, Block, Context, DictId, Graph, LocId, Op, OpState, StrId, Type, TypeId, Value};
use rustc_hash::FxHashMap;

/// How deep isolated operations may hold others (a module in a module).
const MAX_ISOLATION: usize = 32;

/// Calls `visit` with `graph` and then with the graph of every isolated operation in it, functions most often.
pub fn for_each_graph(graph: &mut Graph, visit: &mut dyn FnMut(&mut Graph)) {
    descend(graph, visit, 0);
}

fn descend(graph: &mut Graph, visit: &mut dyn FnMut(&mut Graph), depth: usize) {
    visit(graph);
    if depth == MAX_ISOLATION {
        return;
    }
    for op in graph.all_ops() {
        if let Some(inner) = graph.inner_mut(op) {
            descend(inner, visit, depth + 1);
        }
    }
}

/// As [`for_each_graph`], for readers.
pub fn read_each_graph(graph: &Graph, visit: &mut dyn FnMut(&Graph)) {
    fn descend(graph: &Graph, visit: &mut dyn FnMut(&Graph), depth: usize) {
        visit(graph);
        if depth == MAX_ISOLATION {
            return;
        }
        graph.walk(&mut |op| {
            if let Some(inner) = graph.inner(op) {
                descend(inner, visit, depth + 1);
            }
        });
    }
    descend(graph, visit, 0);
}

/// The functions of `module` that have a body, in order.
pub fn functions(ctx: &Context, module: &Graph) -> Vec<Op> {
    let ops = module.entry().into_iter().flat_map(|block| module.ops_in(block));
    ops.filter(|&op| {
        module.is(ctx, op, "func.func") && module.inner(op).is_some_and(|body| body.entry().is_some())
    })
    .collect()
}

/// Calls `visit` with `module` and then with every module in it.
pub fn for_each_module(ctx: &Context, module: &mut Graph, visit: &mut dyn FnMut(&mut Graph)) {
    fn descend(ctx: &Context, module: &mut Graph, visit: &mut dyn FnMut(&mut Graph), depth: usize) {
        visit(module);
        if depth == MAX_ISOLATION {
            return;
        }
        for op in module.all_ops() {
            if module.is(ctx, op, "builtin.module")
                && let Some(inner) = module.inner_mut(op)
            {
                descend(ctx, inner, visit, depth + 1);
            }
        }
    }
    descend(ctx, module, visit, 0);
}

/// Adds a private function with this body at the end of `module`, and gives its name: `name`, with a number when there
/// is another symbol of that name.
pub fn add_function(ctx: &Context, module: &mut Graph, name: &str, body: Graph, loc: LocId) -> StrId {
    let free = unused_symbol(ctx, module, name, &mut 0);
    let props = ctx.dict([
        (ctx.str("sym_name"), ctx.attr(Attr::String(free))),
        (ctx.str("sym_visibility"), ctx.str_attr("private")),
    ]);
    let op = module.create_op(OpState::new(ctx.op_name("func.func"), loc).props(props));
    module.set_inner(op, body);
    update_function_type(ctx, module, op);
    if let Some(block) = module.entry() {
        module.append(block, op);
    }
    free
}

/// `name`, or `name_0`, `name_1` and so on from `count` when `module` has a symbol of that name.
pub fn unused_symbol(ctx: &Context, module: &Graph, name: &str, count: &mut u64) -> StrId {
    let mut free = ctx.str(name);
    while module.symbol(ctx, free).is_some() {
        free = ctx.str(&format!("{name}_{count}"));
        *count += 1;
    }
    free
}

/// Makes a function private.
pub fn set_private(ctx: &Context, module: &mut Graph, op: Op) {
    let props = ctx.dict_with(module.props(op), "sym_visibility", ctx.str_attr("private"));
    module.set_props(op, props);
}

/// The symbols of `module`. Of two definitions of one name, which the verifier refuses, the first counts.
pub fn symbol_table(ctx: &Context, module: &Graph) -> FxHashMap<StrId, Op> {
    let mut table = FxHashMap::default();
    for (name, op) in module.symbols(ctx) {
        table.entry(name).or_insert(op);
    }
    table
}

/// Whether a symbol can be named from outside the module: it is not `private` or `nested`.
pub fn is_public(ctx: &Context, module: &Graph, op: Op) -> bool {
    let visibility = ctx.dict_get(module.props(op), "sym_visibility").and_then(|attr| ctx.attr_str(attr));
    !matches!(visibility.as_deref(), Some("private" | "nested"))
}

/// Whether callers from outside the module know a function: it is public, and it is a signature or nothing in the module
/// names it. MLIR's text makes functions public that nobody meant to be.
pub fn is_entry(ctx: &Context, module: &Graph, op: Op, is_named: bool) -> bool {
    const SIGNATURES: &[&str] = &["tf.entry_function", "tf_saved_model.exported_names"];
    let is_main = module.symbol_name(ctx, op) == ctx.find_str("main");
    let is_signature =
        is_main || SIGNATURES.iter().any(|name| ctx.dict_get(module.attrs(op), name).is_some());
    is_public(ctx, module, op) && (is_signature || !is_named)
}

/// The symbol that an attribute names: `@f`, or the `@f` of `#tf_type.func<@f, {}>`.
pub fn named_symbol(ctx: &Context, attr: AttrId) -> Option<StrId> {
    match ctx.attr_of(attr) {
        Attr::Symbol(path) => path.first().copied(),
        Attr::Dialect { params, .. } => ctx.attr_symbol(*params.first()?),
        _ => None,
    }
}

/// The function that attribute `attr` of `op` names.
pub fn callee(ctx: &Context, graph: &Graph, op: Op, attr: &str) -> Option<StrId> {
    named_symbol(ctx, ctx.dict_get(graph.props(op), attr)?)
}

/// Calls `visit` for every symbol that the attributes of `op` name, at any depth.
pub fn for_each_symbol_use(ctx: &Context, graph: &Graph, op: Op, visit: &mut dyn FnMut(StrId)) {
    let mut stack: Vec<AttrId> = Vec::new();
    let push_dict = |stack: &mut Vec<AttrId>, dict: DictId| {
        stack.extend(ctx.dict_entries(dict).iter().map(|entry| entry.1));
    };
    push_dict(&mut stack, graph.props(op));
    push_dict(&mut stack, graph.attrs(op));
    if graph.is(ctx, op, "tfl.call_once")
        && let Some(Attr::String(name)) =
            ctx.dict_get(graph.props(op), "session_init_function").map(|attr| ctx.attr_of(attr))
    {
        // The one function that is named by a string.
        visit(*name);
    }
    while let Some(attr) = stack.pop() {
        match ctx.attr_of(attr) {
            Attr::Symbol(path) => path.iter().for_each(|&name| visit(name)),
            Attr::Array(items) => stack.extend(items.iter()),
            Attr::Dialect { params, .. } => stack.extend(params.iter()),
            Attr::Dict(dict) => push_dict(&mut stack, *dict),
            _ => {}
        }
    }
}

/// Operations that call a function and do nothing else, with the attribute that names it.
pub const CALLS: &[(&str, &str)] = &[
    ("func.call", "callee"),
    ("tf.LegacyCall", "f"),
    ("tf.PartitionedCall", "f"),
    ("tf.StatefulPartitionedCall", "f"),
    ("tf.TPUPartitionedCall", "f"),
];

/// The function that `op` calls, when it is one of [`CALLS`].
pub fn called_function(ctx: &Context, graph: &Graph, op: Op) -> Option<StrId> {
    let name = ctx.op_text(graph.op_name(op));
    let (_, attr) = CALLS.iter().find(|row| row.0 == name)?;
    callee(ctx, graph, op, attr)
}

/// What an operation of TensorFlow does with the functions it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Functional {
    /// `cond` and `body`, on the operands.
    While,
    /// `then_branch` or `else_branch`, on the operands after the first.
    If,
    /// One of `branches`, on the operands after the first.
    Case,
}

const FUNCTIONAL: &[(&str, Functional)] = &[
    ("tf.Case", Functional::Case),
    ("tf.If", Functional::If),
    ("tf.StatelessCase", Functional::Case),
    ("tf.StatelessIf", Functional::If),
    ("tf.StatelessWhile", Functional::While),
    ("tf.While", Functional::While),
];

/// What `op` does with functions, when it does one of those things.
pub fn functional_kind(ctx: &Context, graph: &Graph, op: Op) -> Option<Functional> {
    let name = ctx.op_text(graph.op_name(op));
    FUNCTIONAL.iter().find(|row| row.0 == name).map(|row| row.1)
}

/// The functions that `op` names, in the order of the regions they become.
pub fn functional_bodies(ctx: &Context, graph: &Graph, op: Op) -> Vec<StrId> {
    let named = |names: [&str; 2]| names.iter().map_while(|name| callee(ctx, graph, op, name)).collect();
    match functional_kind(ctx, graph, op) {
        Some(Functional::While) => named(["cond", "body"]),
        Some(Functional::If) => named(["then_branch", "else_branch"]),
        Some(Functional::Case) => {
            match ctx.dict_get(graph.props(op), "branches").map(|attr| ctx.attr_of(attr)) {
                Some(Attr::Array(items)) => items.iter().map_while(|&item| named_symbol(ctx, item)).collect(),
                _ => Vec::new(),
            }
        }
        None => Vec::new(),
    }
}

/// Whether `body` is that of a function, rather than of a module or of another isolated operation.
pub fn is_function_body(ctx: &Context, body: &Graph) -> bool {
    let blocks = body.roots().iter().flat_map(|&region| body.blocks(region));
    let mut ends = blocks.filter_map(|&block| body.last_op(block));
    ends.any(|end| body.is(ctx, end, "func.return"))
}

/// The entry block of a function that has no other block.
pub fn only_block(body: &Graph) -> Option<Block> {
    match body.blocks(*body.roots().first()?) {
        [block] => Some(*block),
        _ => None,
    }
}

/// The `func.return` of a function with one block, and what it returns.
pub fn returned(ctx: &Context, body: &Graph) -> Option<(Op, Vec<Value>)> {
    let last = body.last_op(only_block(body)?)?;
    body.is(ctx, last, "func.return").then(|| (last, body.operands(last).collect()))
}

/// Makes the `function_type` of function `op` what its entry block and its return say.
pub fn update_function_type(ctx: &Context, module: &mut Graph, op: Op) {
    let Some(body) = module.inner(op) else { return };
    let (Some(entry), Some((_, values))) = (body.entry(), returned(ctx, body)) else { return };
    let types =
        |values: &[Value]| -> Box<[TypeId]> { values.iter().map(|&value| body.value_type(value)).collect() };
    let ty = ctx.ty(Type::Function { inputs: types(body.block_args(entry)), results: types(&values) });
    let props = ctx.dict_with(module.props(op), "function_type", ctx.type_attr(ty));
    module.set_props(op, props);
}

/// [`update_function_type`] of every function of `module`.
pub fn update_function_types(ctx: &Context, module: &mut Graph) {
    for op in functions(ctx, module) {
        update_function_type(ctx, module, op);
    }
}

/// The types of results and arguments that function `op` declares.
pub fn function_type<'c>(ctx: &'c Context, module: &Graph, op: Op) -> Option<(&'c [TypeId], &'c [TypeId])> {
    let Attr::Type(ty) = ctx.attr_of(ctx.dict_get(module.props(op), "function_type")?) else { return None };
    match ctx.type_of(*ty) {
        Type::Function { inputs, results } => Some((inputs, results)),
        _ => None,
    }
}

/// The text of a symbol's name, for messages.
pub fn symbol_text(ctx: &Context, name: StrId) -> String {
    format!("@{}", ctx.str_text(name))
}
