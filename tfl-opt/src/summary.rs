//! What a conversion did, in a few lines.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use core_ir::pass::PassReport;
use core_ir::{Context, Graph, OpName};
use passes::constants::is_constant;
use passes::functions::read_each_graph;
use translate::tflite::WriteStats;

/// How many kinds of operations a line of the summary names.
const MAX_KINDS: usize = 8;

/// What took how long.
#[derive(Default)]
pub(crate) struct Phases {
    /// Reading the model.
    pub(crate) import: Duration,
    /// Checks before and after the passes.
    pub(crate) verify: Duration,
    /// Each pass.
    pub(crate) passes: Vec<PassReport>,
    /// Writing the result.
    pub(crate) export: Duration,
    /// From start to end.
    pub(crate) total: Duration,
}

/// The operations of a module by name: what computes, not what frames or holds it.
pub(crate) fn kinds(ctx: &Context, module: &Graph) -> BTreeMap<OpName, u64> {
    let mut kinds = BTreeMap::new();
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| {
            let name = ctx.op_text(graph.op_name(op));
            let is_frame =
                matches!(name, "builtin.module" | "func.func" | "func.return" | "tfl.yield" | "tfl.no_value");
            let is_global = name.starts_with("tf_saved_model.");
            if !is_frame && !is_global && !is_constant(ctx, graph, op) {
                *kinds.entry(graph.op_name(op)).or_insert(0) += 1;
            }
        });
    });
    kinds
}

/// The kinds with names as the formats have them, the most frequent first.
pub(crate) fn named_kinds(ctx: &Context, kinds: &BTreeMap<OpName, u64>) -> Vec<(String, u64)> {
    let mut list: Vec<(String, u64)> = kinds
        .iter()
        .map(|(&name, &count)| {
            let builtin = ctx
                .op_spec(name)
                .and_then(|spec| spec.tflite.as_ref())
                .map(|row| row.builtin_name.to_owned());
            (builtin.unwrap_or_else(|| ctx.op_text(name).to_owned()), count)
        })
        .collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list
}

fn kinds_text(kinds: &[(String, u64)]) -> String {
    let total: u64 = kinds.iter().map(|kind| kind.1).sum();
    let mut shown: Vec<String> =
        kinds.iter().take(MAX_KINDS).map(|(name, count)| format!("{count} {name}")).collect();
    if kinds.len() > MAX_KINDS {
        shown.push(format!("{} other kinds", kinds.len() - MAX_KINDS));
    }
    format!("{total:>6} ops: {}", shown.join(", "))
}

/// A number of bytes with the unit that suits it.
pub(crate) fn bytes_text(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.3} s", time.as_secs_f64())
}

/// The closing lines of a conversion.
pub(crate) fn text(
    output: &Path,
    before: &[(String, u64)],
    after: &[(String, u64)],
    written: Option<&WriteStats>,
    phases: &Phases,
    verbose: bool,
) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "source {}", kinds_text(before));
    let _ = writeln!(out, "result {}", kinds_text(after));
    if let Some(stats) = written {
        let runtime = stats
            .min_runtime
            .as_deref()
            .map_or_else(String::new, |v| format!(", runs on TFLite {v} and later"));
        let custom = match stats.custom_codes.as_slice() {
            [] => String::new(),
            codes => format!(", custom operations {}", codes.join(", ")),
        };
        let (size, weights) = (bytes_text(stats.bytes), bytes_text(stats.buffer_bytes));
        let _ = writeln!(out, "{}: {size}, of which weights {weights}{runtime}{custom}", output.display());
    }
    let passes: Duration = phases.passes.iter().map(|report| report.time).sum();
    let _ = writeln!(
        out,
        "{}: import {}, passes {}, export {}",
        seconds(phases.total),
        seconds(phases.import),
        seconds(passes),
        seconds(phases.export)
    );
    if verbose {
        out.push_str(&pass_times(&phases.passes));
    }
    out
}

/// A line for each pass: its time and what it counted.
pub(crate) fn pass_times(reports: &[PassReport]) -> String {
    let mut out = String::new();
    for report in reports {
        let counts: Vec<String> = report
            .statistics
            .iter()
            .filter(|s| s.1 > 0)
            .map(|(name, count)| format!("{count} {name}"))
            .collect();
        let _ = writeln!(out, "  {:>10}  {}  {}", seconds(report.time), report.name, counts.join(", "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_have_a_unit_that_suits() {
        assert_eq!([12, 1_500, 14_000_816].map(bytes_text), ["12 B", "1.5 kB", "14.0 MB"]);
    }

    #[test]
    fn rare_kinds_are_counted_together() {
        let kinds: Vec<(String, u64)> = (0..10).map(|i| (format!("K{i}"), 10 - i)).collect();
        let text = kinds_text(&kinds);
        assert!(text.starts_with("    55 ops: 10 K0,") && text.ends_with("2 other kinds"), "{text}");
    }
}
