//! `tf-prune`: drops TensorFlow operations that only look: assertions, prints, summaries, checks of numbers.
//!
//! TFLite has nothing that could take their place, and results do not depend on them. Each one is reported.

use std::collections::BTreeSet;

use core_ir::pass::{FunctionPass, FunctionRun, PassInfo, PassState};
use core_ir::{Context, Diagnostic, Diagnostics, Graph, Op, Reported, Value};

/// The operations to drop, by name without `tf.`; none for all.
struct Prune(BTreeSet<String>);

inventory::submit! {
    &PassInfo {
        name: "tf-prune",
        summary: "Drops TensorFlow operations that only check, print or record",
        options: &[("only", "the operations to drop, separated by `;`, instead of all")],
        make: |options| Ok(Box::new(Prune(crate::registration::words(options, "only").into_iter().collect()))),
    }
}

impl FunctionPass for Prune {
    fn start<'a>(&'a self, ctx: &'a Context, _: &mut Diagnostics) -> Result<Box<FunctionRun<'a>>, Reported> {
        Ok(Box::new(|graph, state| {
            run(ctx, graph, &self.0, state);
            Ok(())
        }))
    }

    fn finish(&self, ctx: &Context, module: &mut Graph) {
        crate::functions::update_function_types(ctx, module);
    }
}

/// What becomes of the results.
#[derive(Clone, Copy)]
enum Fate {
    /// There are none.
    Nothing,
    /// The first result is the first operand.
    First,
}

/// Operations that only look, sorted, and whether it is worth saying that they are gone.
const OBSERVERS: &[(&str, Fate, bool)] = &[
    ("tf.Abort", Fate::Nothing, true),
    ("tf.Assert", Fate::Nothing, true),
    ("tf.CheckNumerics", Fate::First, true),
    ("tf.CheckNumericsV2", Fate::First, true),
    ("tf.CloseSummaryWriter", Fate::Nothing, true),
    ("tf.ControlTrigger", Fate::Nothing, false),
    ("tf.DebugIdentity", Fate::First, false),
    ("tf.DebugIdentityV2", Fate::First, false),
    ("tf.DebugIdentityV3", Fate::First, false),
    ("tf.FlushSummaryWriter", Fate::Nothing, true),
    ("tf.NoOp", Fate::Nothing, false),
    ("tf.Print", Fate::First, true),
    ("tf.PrintV2", Fate::Nothing, true),
    ("tf.WriteAudioSummary", Fate::Nothing, true),
    ("tf.WriteGraphSummary", Fate::Nothing, true),
    ("tf.WriteHistogramSummary", Fate::Nothing, true),
    ("tf.WriteImageSummary", Fate::Nothing, true),
    ("tf.WriteScalarSummary", Fate::Nothing, true),
    ("tf.WriteSummary", Fate::Nothing, true),
];

fn run(ctx: &Context, graph: &mut Graph, only: &BTreeSet<String>, state: &mut PassState<'_>) {
    for op in graph.all_ops() {
        let name = ctx.op_text(graph.op_name(op));
        if !only.is_empty() && !name.strip_prefix("tf.").is_some_and(|tf| only.contains(tf)) {
            continue;
        }
        let Ok(row) = OBSERVERS.binary_search_by(|row| row.0.cmp(name)) else { continue };
        let (_, fate, is_notable) = OBSERVERS[row];
        if !drop_observer(ctx, graph, op, fate) {
            continue;
        }
        state.count("operations dropped", 1);
        if is_notable {
            let text = format!("`{name}` is dropped: it only observes, and TFLite has nothing like it");
            state.diags.push(Diagnostic::remark("observer-dropped", text).at(graph.loc(op)));
        }
    }
}

/// Whether `op` could be dropped: its results are as the row says.
fn drop_observer(ctx: &Context, graph: &mut Graph, op: Op, fate: Fate) -> bool {
    let results: Vec<Value> = graph.results(op).to_vec();
    let replaced = match (fate, results.as_slice(), graph.operand(op, 0)) {
        (Fate::Nothing, results, _) => results.iter().all(|&value| !graph.has_uses(value)),
        (Fate::First, &[result], Some(operand)) => {
            crate::canonicalize::replace_refined(ctx, graph, result, operand)
        }
        (Fate::First, ..) => false,
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
