//! Regions as functions: what a region uses from outside, and a function that holds what it held.

use core_ir::rewriter::Rewriter;
use core_ir::{Block, Context, DictId, Graph, Op, OpState, StrId, TypeId, Value};
use rustc_hash::FxHashSet;

use crate::clone::Cloner;
use crate::control_flow::yielded;
use crate::functions::{add_function, for_each_module};

/// Names of operations, of which no two are one.
#[derive(Default)]
pub struct Names {
    taken: FxHashSet<String>,
}

impl Names {
    /// The name of `op`, by its location or else its kind, with a number when another operation has it.
    pub fn next(&mut self, ctx: &Context, graph: &Graph, op: Op) -> String {
        let name = match ctx.loc_name(graph.loc(op)) {
            Some(name) => ctx.str_text(name).into_owned(),
            None => ctx.op_text(graph.op_name(op)).to_owned(),
        };
        let numbered = (1..).map(|count| format!("{name}{count}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !self.taken.contains(name));
        let free = free.unwrap_or(name);
        self.taken.insert(free.clone());
        free
    }
}

/// Calls `visit` for every operation called `kind` in the functions of `module` and of the modules in it, inner ones
/// first, with the module and the body of the function, which is out of the module meanwhile.
pub fn for_each_op_named(
    ctx: &Context,
    module: &mut Graph,
    kind: &str,
    visit: &mut dyn FnMut(&mut Graph, &mut Graph, Op),
) {
    for_each_module(ctx, module, &mut |module| {
        for function in crate::functions::functions(ctx, module) {
            let Some(mut body) = module.set_inner(function, Graph::new()) else { continue };
            for op in body.all_ops().into_iter().rev() {
                if body.is(ctx, op, kind) {
                    visit(module, &mut body, op);
                }
            }
            module.set_inner(function, *body);
        }
    });
}

/// What the region of `block` uses and does not define, in the order of its first use.
pub fn captured(graph: &Graph, block: Block) -> Vec<Value> {
    let Some(region) = graph.block_region(block) else { return Vec::new() };
    let mut own: FxHashSet<Value> = graph.block_args(block).iter().copied().collect();
    let mut used = Vec::new();
    graph.walk_region(region, &mut |op| {
        used.extend(graph.operands(op));
        own.extend(graph.results(op));
        for &inner in graph.regions(op) {
            own.extend(graph.blocks(inner).iter().flat_map(|&block| graph.block_args(block)));
        }
    });
    let mut seen = own;
    used.retain(|&value| seen.insert(value));
    used
}

/// Whether `block` holds a call and its end, and nothing else.
pub fn is_outlined(ctx: &Context, graph: &Graph, block: Block) -> bool {
    let ops: Vec<Op> = graph.ops_in(block).take(3).collect();
    matches!(ops[..], [call, end] if graph.is(ctx, call, "func.call") && graph.is(ctx, end, "tfl.yield"))
}

/// What becomes of a region.
pub struct Outline<'a> {
    /// The function to make; another name is taken when there is one of this.
    pub name: String,
    /// What the region uses from outside; the function takes them after the arguments of the block.
    pub captured: &'a [Value],
    /// What the function returns where the region yields another type, as far as there are types here.
    pub results: &'a [TypeId],
    /// Whether the captured values become variables of a loop, arguments of the block from now on.
    pub carries: bool,
    /// Whether the function also returns the captured values.
    pub returns_captured: bool,
}

/// Moves what `block` holds into a function of `module`, and puts a call in its place. `None`, and nothing is changed,
/// when the block does not end in a `tfl.yield`.
pub fn outline(
    ctx: &Context,
    module: &mut Graph,
    graph: &mut Graph,
    block: Block,
    plan: &Outline<'_>,
) -> Option<()> {
    let (end, yields) = yielded(ctx, graph, block)?;
    let loc = graph.loc(end);
    let (mut body, entry) = Graph::with_block();
    let mut same = |loc| loc;
    let mut cloner = Cloner::new(graph, &mut same);
    let outer: Vec<Value> = graph.block_args(block).iter().chain(plan.captured).copied().collect();
    for (i, &value) in outer.iter().enumerate() {
        let arg_loc = if i < graph.block_args(block).len() { graph.block_arg_loc(block, i) } else { loc };
        cloner.values.insert(value, body.add_block_arg(entry, graph.value_type(value), arg_loc));
    }
    let ops: Vec<Op> = graph.ops_in(block).filter(|&op| op != end).collect();
    cloner.clone_ops(&mut body, &ops, &mut |to, op| to.append(entry, op))?;
    let mut values =
        yields.iter().map(|value| cloner.values.get(value).copied()).collect::<Option<Vec<_>>>()?;
    let mut rewriter = Rewriter::at_end(ctx, &mut body, entry, loc);
    for (value, &ty) in values.iter_mut().zip(plan.results) {
        let is = rewriter.graph.value_type(*value);
        if is != ty {
            *value = rewriter.op1(cast_name(ctx, is, ty), &[*value], DictId::EMPTY, ty);
        }
    }
    let args = body.block_args(entry).to_vec();
    if plan.returns_captured {
        values.extend(&args[args.len() - plan.captured.len()..]);
    }
    let results: Vec<TypeId> = values.iter().map(|&value| body.value_type(value)).collect();
    body.append_op(entry, OpState::new(ctx.op_name("func.return"), loc).operands(values));
    let name = add_function(ctx, module, &plan.name, body, loc);
    while let Some(op) = graph.last_op(block) {
        graph.erase_op(op);
    }
    if plan.carries {
        for &value in plan.captured {
            graph.add_block_arg(block, graph.value_type(value), loc);
        }
    }
    let mut operands = graph.block_args(block).to_vec();
    if !plan.carries {
        operands.extend(plan.captured);
    }
    append_call(ctx, graph, block, name, operands, results, loc);
    Some(())
}

/// Appends a call of `name` to `block`, and a `tfl.yield` of its results.
pub fn append_call(
    ctx: &Context,
    graph: &mut Graph,
    block: Block,
    name: StrId,
    operands: Vec<Value>,
    results: Vec<TypeId>,
    loc: core_ir::LocId,
) {
    let callee = ctx.attr(core_ir::Attr::Symbol([name].into()));
    let call = OpState::new(ctx.op_name("func.call"), loc)
        .props(ctx.dict([(ctx.str("callee"), callee)]))
        .operands(operands)
        .results(results);
    let call = graph.append_op(block, call);
    let values = graph.results(call).to_vec();
    graph.append_op(block, OpState::new(ctx.op_name("tfl.yield"), loc).operands(values));
}

/// The operation that makes a `to` of an `is`: TFLite's cast, where it knows both.
fn cast_name(ctx: &Context, is: TypeId, to: TypeId) -> &'static str {
    let knows = |ty: TypeId| !matches!(ctx.elem_name(ctx.elem_type(ty)), "str" | "resource" | "variant" | "");
    if knows(is) && knows(to) { "tfl.cast" } else { "tf.Cast" }
}
