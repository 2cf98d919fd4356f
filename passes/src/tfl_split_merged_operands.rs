//! `tfl-split-merged-operands`: operands that hold the state of an operation, as LSTMs have them, get constants of their
//! own. Two that share one would overwrite each other's state when the model runs.

use core_ir::pass::PassState;
use core_ir::{Context, Diagnostic, Graph, Op, OpState, Reported, TypeId, Value};
use dialects::tfl::is_stateful_operand;
use rustc_hash::FxHashSet;

use crate::constants::is_constant;
use crate::registration::{GraphPass, register};

register!(
    "tfl-split-merged-operands",
    "Gives operands that hold state constants of their own",
    GraphPass(run)
);

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut taken: FxHashSet<Value> = FxHashSet::default();
    let mut outcome = Ok(());
    for op in graph.all_ops() {
        for i in 0..graph.operand_count(op) {
            if !is_stateful_operand(ctx.op_text(graph.op_name(op)), i) {
                continue;
            }
            let Some(value) = graph.operand(op, i).filter(|&value| !taken.insert(value)) else { continue };
            match copy_before(ctx, graph, value, op) {
                Some(copy) => {
                    graph.set_operand(op, i, copy);
                    state.count("operands split", 1);
                }
                None => {
                    let text = format!(
                        "`{}` shares the state in operand {i} with another operand, and it is no constant to copy",
                        ctx.op_text(graph.op_name(op))
                    );
                    outcome =
                        Err(state.diags.push(Diagnostic::error("shared-state", text).at(graph.loc(op))));
                }
            }
        }
    }
    outcome
}

/// A copy in front of `op` of the constant `value`, or of the constant that it dequantizes.
fn copy_before(ctx: &Context, graph: &mut Graph, value: Value, op: Op) -> Option<Value> {
    let def = graph.defining_op(value)?;
    if graph.is(ctx, def, "tfl.dequantize") {
        let source = copy_before(ctx, graph, graph.operand(def, 0)?, op)?;
        return copy_op(graph, def, vec![source], op);
    }
    // The constant that stands for an absent operand holds no state.
    let is_value = is_constant(ctx, graph, def) || graph.is(ctx, def, "tfl.pseudo_qconst");
    if graph.value_type(value) == TypeId::NONE {
        return Some(value);
    }
    if is_value { copy_op(graph, def, Vec::new(), op) } else { None }
}

fn copy_op(graph: &mut Graph, old: Op, operands: Vec<Value>, at: Op) -> Option<Value> {
    let results: Vec<TypeId> = graph.result_types(old).collect();
    let mut state = OpState::new(graph.op_name(old), graph.loc(old)).operands(operands).results(results);
    (state.props, state.attrs) = (graph.props(old), graph.attrs(old));
    let copy = graph.create_op(state);
    graph.insert_before(at, copy);
    graph.result(copy)
}
