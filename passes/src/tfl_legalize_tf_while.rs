//! `tfl-legalize-tf-while`: `tf.While` becomes `tfl.while`, whose regions call the functions that it named. Those become
//! private, so that inlining the calls ends them.

use core_ir::pass::PassState;
use core_ir::{Context, Diagnostic, Graph, Op, OpState, Reported, StrId, TypeId, Value};
use rustc_hash::FxHashMap;

use crate::control_flow::{flag, replace_op};
use crate::functions::{callee, function_type, functions, set_private, symbol_table, symbol_text};
use crate::outline::append_call;
use crate::registration::{ModulePass, register};

register!(
    "tfl-legalize-tf-while",
    "Turns tf.While into tfl.while with calls in its regions",
    ModulePass(run)
);

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let symbols = symbol_table(ctx, module);
    let mut outcome = Ok(());
    for function in functions(ctx, module) {
        let Some(mut graph) = module.set_inner(function, Graph::new()) else { continue };
        for op in graph.all_ops() {
            if !graph.is(ctx, op, "tf.While") && !graph.is(ctx, op, "tf.StatelessWhile") {
                continue;
            }
            let names = ["cond", "body"].map(|attr| callee(ctx, &graph, op, attr));
            let [Some(cond), Some(body)] = names else { continue };
            match legalize(ctx, module, &symbols, &mut graph, op, [cond, body]) {
                Ok(()) => state.count("operations converted", 1),
                Err(why) => {
                    let text = format!("`tf.While` of {} {why}", symbol_text(ctx, body));
                    let fault = Diagnostic::error("call-mismatch", text).at(graph.loc(op));
                    outcome = Err(state.diags.push(fault));
                }
            }
        }
        module.set_inner(function, *graph);
    }
    outcome
}

/// Converts `op`. `Err` says what does not fit, as a clause whose subject is `op`.
fn legalize(
    ctx: &Context,
    module: &mut Graph,
    symbols: &FxHashMap<StrId, Op>,
    graph: &mut Graph,
    op: Op,
    names: [StrId; 2],
) -> Result<(), String> {
    let count = graph.operand_count(op);
    let mut callees = Vec::with_capacity(2);
    for (name, results) in names.into_iter().zip([1, graph.results(op).len()]) {
        let &callee = symbols.get(&name).ok_or("names a function that does not exist")?;
        let ty = function_type(ctx, module, callee).ok_or("names something that is no function")?;
        if ty.0.len() != count || ty.1.len() != results {
            return Err(format!(
                "calls {} with {count} arguments for {results} results, but it takes {} and gives {}",
                symbol_text(ctx, name),
                ty.0.len(),
                ty.1.len()
            ));
        }
        callees.push((callee, name, ty));
    }
    let loc = graph.loc(op);
    let is_stateless = flag(ctx, graph, op, "is_stateless") || graph.is(ctx, op, "tf.StatelessWhile");
    let operands: Vec<Value> = graph.operands(op).collect();
    let results: Vec<TypeId> = graph.result_types(op).collect();
    let new = OpState::new(ctx.op_name("tfl.while"), loc)
        .operands(operands)
        .results(results)
        .props(ctx.dict([(ctx.str("is_stateless"), ctx.bool_attr(is_stateless))]));
    let new = graph.create_op(new);
    graph.insert_before(op, new);
    for (callee, name, (inputs, outputs)) in callees {
        let region = graph.add_region(new);
        let block = graph.add_block(region);
        let args = inputs.iter().map(|&ty| graph.add_block_arg(block, ty, loc)).collect();
        append_call(ctx, graph, block, name, args, outputs.to_vec(), loc);
        set_private(ctx, module, callee);
    }
    replace_op(graph, op, new);
    Ok(())
}
