//! `tfl-optimize-functional-ops`: a `tf.If` on a constant is replaced by the body of the function that it runs, and one
//! that has no effect and whose results nobody uses is dropped.

use core_ir::pass::PassState;
use core_ir::spec::Traits;
use core_ir::{Context, Diagnostic, Graph, Op, Reported, StrId, Value};
use rustc_hash::FxHashMap;

use crate::constants::constant_ints;
use crate::control_flow::flag;
use crate::effects::Effects;
use crate::functions::{callee, functions, only_block, returned, symbol_table, symbol_text};
use crate::inline::inline_body;
use crate::registration::{ModulePass, register};

register!(
    "tfl-optimize-functional-ops",
    "Folds tf.If on constants, and drops those without effect",
    ModulePass(run)
);

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let symbols = symbol_table(ctx, module);
    let mut outcome = Ok(());
    for function in functions(ctx, module) {
        let Some(mut graph) = module.set_inner(function, Graph::new()) else { continue };
        let mut work = graph.all_ops();
        // Users before what they use, so that a chain of unused operations goes at once.
        while let Some(op) = work.pop() {
            if graph.op_block(op).is_none() || !is_if(ctx, &graph, op) {
                continue;
            }
            let names = ["then_branch", "else_branch"].map(|attr| callee(ctx, &graph, op, attr));
            let [Some(then), Some(other)] = names else { continue };
            if is_droppable(ctx, module, &symbols, &graph, op, [then, other]) {
                graph.erase_op(op);
                state.count("operations dropped", 1);
                continue;
            }
            match fold(ctx, module, &symbols, &mut graph, op, [then, other]) {
                Ok(Some(copies)) => {
                    state.count("operations folded", 1);
                    work.extend(copies);
                }
                Ok(None) => {}
                Err(fault) => {
                    let fault = Diagnostic::error("call-mismatch", fault).at(graph.loc(op));
                    outcome = Err(state.diags.push(fault));
                }
            }
        }
        module.set_inner(function, *graph);
    }
    crate::functions::update_function_types(ctx, module);
    outcome
}

fn is_if(ctx: &Context, graph: &Graph, op: Op) -> bool {
    graph.is(ctx, op, "tf.If") || graph.is(ctx, op, "tf.StatelessIf")
}

/// Whether nobody would miss `op`: it says that it has no state, or its functions have none.
fn is_droppable(
    ctx: &Context,
    module: &Graph,
    symbols: &FxHashMap<StrId, Op>,
    graph: &Graph,
    op: Op,
    names: [StrId; 2],
) -> bool {
    if graph.results(op).iter().any(|&value| graph.has_uses(value)) {
        return false;
    }
    let is_harmless = |name: &StrId| {
        let body = symbols.get(name).and_then(|&function| module.inner(function));
        body.is_some_and(|body| body.entry().is_some() && has_no_effect(ctx, body))
    };
    graph.is(ctx, op, "tf.StatelessIf")
        || flag(ctx, graph, op, "is_stateless")
        || names.iter().all(is_harmless)
}

/// Whether everything in `body` could be dropped.
fn has_no_effect(ctx: &Context, body: &Graph) -> bool {
    let effects = Effects::of(ctx, body);
    let mut has_effect = false;
    body.walk(&mut |op| {
        let is_end = body.has_trait(ctx, op, Traits::TERMINATOR);
        has_effect |= !is_end && !effects.is_droppable(ctx, body, op);
    });
    !has_effect
}

/// Puts the body of the branch that is taken in the place of `op`, and gives the copies. `None` when the condition is
/// not known or the branch is not one block.
fn fold(
    ctx: &Context,
    module: &Graph,
    symbols: &FxHashMap<StrId, Op>,
    graph: &mut Graph,
    op: Op,
    [then, other]: [StrId; 2],
) -> Result<Option<Vec<Op>>, String> {
    let operands: Vec<Value> = graph.operands(op).collect();
    let Some((&condition, args)) = operands.split_first() else { return Ok(None) };
    let is_scalar = ctx.shape(graph.value_type(condition)).is_some_and(<[_]>::is_empty);
    let known = constant_ints(ctx, graph, condition).filter(|_| is_scalar);
    let Some([value]) = known.as_deref() else { return Ok(None) };
    let name = if *value != 0 { then } else { other };
    let Some(source) = symbols.get(&name).and_then(|&function| module.inner(function)) else {
        return Ok(None);
    };
    if only_block(source).is_none() || returned(ctx, source).is_none() {
        return Ok(None);
    }
    let copies = inline_body(ctx, source, graph, op, args)
        .map_err(|why| format!("the call of {} {why}", symbol_text(ctx, name)))?;
    Ok(Some(copies))
}
