//! `tf-prune`: drops TensorFlow operations that only look: assertions, prints, summaries, checks of numbers.
//!
//! TFLite has nothing that could take their place, and results do not depend on them. Each one is reported.

use core_ir::pass::PassState;
use core_ir::{Context, Diagnostic, Graph, Op, Reported, Value};

use crate::registration::{GraphPass, register};

register!("tf-prune", "Drops TensorFlow operations that only check, print or record", GraphPass(run));

/// What becomes of the results.
#[derive(Clone, Copy)]
enum Pass {
    /// There are none.
    Nothing,
    /// The first result is the first operand.
    First,
}

/// Operations that only look, sorted, and whether it is worth saying that they are gone.
const OBSERVERS: &[(&str, Pass, bool)] = &[
    ("tf.Abort", Pass::Nothing, true),
    ("tf.Assert", Pass::Nothing, true),
    ("tf.CheckNumerics", Pass::First, true),
    ("tf.CheckNumericsV2", Pass::First, true),
    ("tf.CloseSummaryWriter", Pass::Nothing, true),
    ("tf.ControlTrigger", Pass::Nothing, false),
    ("tf.DebugIdentity", Pass::First, false),
    ("tf.DebugIdentityV2", Pass::First, false),
    ("tf.DebugIdentityV3", Pass::First, false),
    ("tf.FlushSummaryWriter", Pass::Nothing, true),
    ("tf.NoOp", Pass::Nothing, false),
    ("tf.Print", Pass::First, true),
    ("tf.PrintV2", Pass::Nothing, true),
    ("tf.WriteAudioSummary", Pass::Nothing, true),
    ("tf.WriteGraphSummary", Pass::Nothing, true),
    ("tf.WriteHistogramSummary", Pass::Nothing, true),
    ("tf.WriteImageSummary", Pass::Nothing, true),
    ("tf.WriteScalarSummary", Pass::Nothing, true),
    ("tf.WriteSummary", Pass::Nothing, true),
];

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        let name = ctx.op_text(graph.op_name(op));
        let Ok(row) = OBSERVERS.binary_search_by(|row| row.0.cmp(name)) else { continue };
        let (_, pass, is_notable) = OBSERVERS[row];
        if !drop_observer(ctx, graph, op, pass) {
            continue;
        }
        state.count("operations dropped", 1);
        if is_notable {
            let text = format!("`{name}` is dropped: it only observes, and TFLite has nothing like it");
            state.diags.push(Diagnostic::remark("observer-dropped", text).at(graph.loc(op)));
        }
    }
    Ok(())
}

/// Whether `op` could be dropped: its results are as the row says.
fn drop_observer(ctx: &Context, graph: &mut Graph, op: Op, pass: Pass) -> bool {
    let results: Vec<Value> = graph.results(op).to_vec();
    let replaced = match (pass, results.as_slice(), graph.operand(op, 0)) {
        (Pass::Nothing, results, _) => results.iter().all(|&value| !graph.has_uses(value)),
        (Pass::First, &[result], Some(operand)) => {
            crate::canonicalize::replace_refined(ctx, graph, result, operand)
        }
        (Pass::First, ..) => false,
    };
    if replaced {
        graph.erase_op(op);
    }
    replaced
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(super::OBSERVERS.is_sorted_by_key(|row| row.0));
    }
}
