//! The report in Markdown: results side by side, then what they cost, then where the operators differ.

use std::fmt::Write as _;

use super::bars::{latency_mean, megabytes, memory_share, speed, speed_of_call};
use super::convert::{Outcome, Run, Side};

/// The whole report.
pub(super) fn markdown(outcomes: &[Outcome]) -> String {
    let version = outcomes.iter().find_map(|outcome| outcome.tensorflow.as_ref().map(|tf| &tf.facts.version));
    let version = version.map_or("", |version| version.as_str());
    let mut text = format!("# tfl-opt and the converter of TensorFlow {version}\n\n");
    text.push_str(&table(&RESULT_HEAD, outcomes.iter().map(result_row)));
    text.push_str(
        "\nDifferences are to TensorFlow running the model, next to its largest output. Latency is that of \
         inference at batch 1 in LiteRT on one thread, in the processor's time, both files in turns: the median over \
         rounds with interpreters of their own, of each the shortest.\n\n",
    );
    if let Some(mean) = latency_mean(outcomes) {
        // Writing to a string does not fail.
        let _ = writeln!(text, "The geometric mean of the ratios is {mean:.3}.\n");
    }
    text.push_str(&table(&COST_HEAD, outcomes.iter().map(cost_row)));
    text.push_str(
        "\nTimes are medians in seconds, memory is the peak resident set in MB. tfl-opt is measured as a whole \
         process; TensorFlow both so and by its `convert()` alone, without importing TensorFlow and loading the \
         model.\n",
    );
    for outcome in outcomes {
        text.push_str(&operators(outcome));
    }
    text
}

const RESULT_HEAD: [&str; 12] = [
    "Model",
    "Passed",
    "Ops",
    "Ops TF",
    "Difference",
    "Difference TF",
    "KB",
    "KB TF",
    "Latency ms",
    "Latency ms TF",
    "Latency ratio",
    "Interval",
];

fn result_row(outcome: &Outcome) -> Vec<String> {
    let ours = Some(&outcome.tfl_opt);
    let theirs = outcome.tensorflow.as_ref().map(|tensorflow| &tensorflow.side);
    let passed = if outcome.broken.is_empty() { "yes" } else { "**no**" };
    let mut row = vec![outcome.name.clone(), passed.to_owned()];
    row.extend([operator_count(ours), operator_count(theirs)]);
    let cells: [fn(&Run) -> String; 2] = [
        |run| run.difference.map_or_else(|| "**none**".to_owned(), |gap| format!("{gap:.1e}")),
        |run| format!("{:.0}", megabytes(run.bytes) * 1e3),
    ];
    for cell in cells {
        row.extend([cell_of(ours, cell), cell_of(theirs, cell)]);
    }
    row.extend(outcome.latency.as_ref().map_or_else(
        || vec!["-".to_owned(); 4],
        |latency| {
            vec![
                format!("{:.4}", latency.ours_milliseconds),
                format!("{:.4}", latency.theirs_milliseconds),
                format!("{:.3}", latency.ratio),
                format!("{:.3}-{:.3}", latency.low, latency.high),
            ]
        },
    ));
    row
}

/// A figure of a run.
fn cell_of(side: Option<&Side>, cell: fn(&Run) -> String) -> String {
    side.and_then(|side| side.run.as_ref()).map_or_else(|| "-".to_owned(), cell)
}

/// How many operators there are, or why there is no file to count them in.
fn operator_count(side: Option<&Side>) -> String {
    match side {
        Some(Side { crashed: true, .. }) => "crashes".to_owned(),
        Some(Side { run: None, .. }) => "refuses".to_owned(),
        side => cell_of(side, |run| run.operator_count.to_string()),
    }
}

const COST_HEAD: [&str; 13] = [
    "Model",
    "Wall",
    "`convert()` TF",
    "Loading TF",
    "Process TF",
    "Faster, whole process",
    "Faster than `convert()`",
    "CPU",
    "CPU TF",
    "Memory",
    "Memory TF",
    "of which import",
    "Memory share",
];

fn cost_row(outcome: &Outcome) -> Vec<String> {
    let ours = &outcome.tfl_opt.usage;
    let none = || "-".to_owned();
    let theirs = |figure: &dyn Fn(&super::convert::TensorFlow) -> String| {
        outcome.tensorflow.as_ref().map_or_else(none, figure)
    };
    vec![
        outcome.name.clone(),
        format!("{:.3}", ours.wall_seconds),
        theirs(&|tf| format!("{:.2}", tf.facts.convert_seconds)),
        theirs(&|tf| format!("{:.2}", tf.facts.load_seconds)),
        theirs(&|tf| format!("{:.2}", tf.side.usage.wall_seconds)),
        speed(outcome).map_or_else(none, |speed| format!("{speed:.0}x")),
        speed_of_call(outcome).map_or_else(none, |speed| format!("{speed:.0}x")),
        format!("{:.3}", ours.cpu_seconds),
        theirs(&|tf| format!("{:.2}", tf.side.usage.cpu_seconds)),
        format!("{:.0}", megabytes(ours.peak_bytes)),
        theirs(&|tf| format!("{:.0}", megabytes(tf.side.usage.peak_bytes))),
        theirs(&|tf| format!("{:.0}", tf.facts.import_rss_megabytes * 1.048_576)),
        memory_share(outcome).map_or_else(none, |share| format!("{share:.2}")),
    ]
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
    for row in rows {
        // Writing to a string does not fail.
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    text
}

/// Where the two disagree on operators, as a table; nothing if they agree.
fn operators(outcome: &Outcome) -> String {
    let theirs = outcome.tensorflow.as_ref().and_then(|tensorflow| tensorflow.side.run.as_ref());
    let (Some(ours), Some(theirs)) = (&outcome.tfl_opt.run, theirs) else { return String::new() };
    if ours.operators.is_empty() {
        return String::new();
    }
    let mut names: Vec<&String> = ours.operators.keys().chain(theirs.operators.keys()).collect();
    names.sort();
    names.dedup();
    let count = |run: &Run, name: &String| run.operators.get(name).copied().unwrap_or(0);
    let differing = names.into_iter().filter(|name| count(ours, name) != count(theirs, name));
    let rows: Vec<Vec<String>> = differing
        .map(|name| vec![name.clone(), count(ours, name).to_string(), count(theirs, name).to_string()])
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "\n## Operators of {}\n\n{}",
        outcome.name,
        table(&["Operator", "tfl-opt", "TF"], rows.into_iter())
    )
}

/// The first lines of something long; the JSON has all of it.
pub(super) fn shortened(text: &str) -> String {
    const LINES: usize = 6;
    let mut lines = text.lines();
    let first: Vec<&str> = lines.by_ref().take(LINES).collect();
    let left = lines.count();
    let mut text = first.join("\n    ");
    if left > 0 {
        // Writing to a string does not fail.
        let _ = write!(text, "\n    ... and {left} more lines");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_text_is_cut_and_says_so() {
        assert_eq!(shortened("one\ntwo"), "one\n    two");
        assert!(shortened(&"line\n".repeat(9)).ends_with("... and 3 more lines"));
    }
}
