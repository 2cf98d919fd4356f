//! `--mlir-timing` and `--mlir-pass-statistics`: tables as mlir-opt prints them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use core_ir::pass::{Anchor, PassReport};

/// How times are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum TimingDisplay {
    /// In a list sorted by total time.
    List,
    /// In a tree, as passes are nested.
    Tree,
}

/// How statistics are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum StatisticsDisplay {
    /// In a list, passes of one name together.
    List,
    /// In the order of the pipeline.
    Pipeline,
}

/// What took how long, and what passes counted.
#[derive(Default)]
pub(crate) struct Times {
    pub(crate) parser: Duration,
    pub(crate) output: Duration,
    pub(crate) total: Duration,
    /// The passes in order; those of several modules of one text together.
    passes: Vec<PassReport>,
}

impl Times {
    /// Adds the passes that ran on one more module.
    pub(crate) fn add(&mut self, reports: Vec<PassReport>) {
        for (at, report) in reports.into_iter().enumerate() {
            match self.passes.get_mut(at) {
                Some(known) => {
                    known.time += report.time;
                    for (name, count) in report.statistics {
                        match known.statistics.iter_mut().find(|known| known.0 == name) {
                            Some(known) => known.1 += count,
                            None => known.statistics.push((name, count)),
                        }
                    }
                }
                None => self.passes.push(report),
            }
        }
    }

    /// The table of times.
    pub(crate) fn text(&self, display: TimingDisplay) -> String {
        let mut rows = vec![(0, "Parser".to_owned(), self.parser)];
        rows.extend(self.pass_rows());
        rows.push((0, "Output".to_owned(), self.output));
        let known: Duration = rows.iter().filter(|row| row.0 == 0).map(|row| row.2).sum();
        let rest = self.total.saturating_sub(known);
        if display == TimingDisplay::List {
            let mut sums: BTreeMap<String, Duration> = BTreeMap::new();
            for (_, name, time) in rows {
                *sums.entry(name).or_default() += time;
            }
            rows = sums.into_iter().map(|(name, time)| (0, name, time)).collect();
            rows.sort_by_key(|row| std::cmp::Reverse(row.2));
        }
        rows.push((0, "Rest".to_owned(), rest));
        rows.push((0, "Total".to_owned(), self.total));
        let mut out = head("Execution time report");
        let all = self.total.as_secs_f64();
        let _ = writeln!(out, "  Total Execution Time: {all:.4} seconds\n");
        let _ = writeln!(out, "  ----Wall Time----  ----Name----");
        for (depth, name, time) in rows {
            let seconds = time.as_secs_f64();
            let percent = if all > 0.0 { 100.0 * seconds / all } else { 0.0 };
            let _ = writeln!(out, "  {seconds:8.4} ({percent:5.1}%)  {:1$}{name}", "", 2 * depth);
        }
        out
    }

    /// Depth, name and time of passes and of the pipelines that they are nested in.
    fn pass_rows(&self) -> Vec<(usize, String, Duration)> {
        let mut rows: Vec<(usize, String, Duration)> = Vec::new();
        // The rows of the pipelines that are open.
        let mut open: Vec<usize> = Vec::new();
        let mut around: &[Anchor] = &[];
        for pass in &self.passes {
            let shared = shared(around, &pass.path);
            open.truncate(shared);
            for anchor in &pass.path[shared..] {
                open.push(rows.len());
                rows.push((open.len() - 1, format!("'{anchor}' Pipeline"), Duration::ZERO));
            }
            open.iter().for_each(|&at| rows[at].2 += pass.time);
            rows.push((open.len(), pass.name.clone(), pass.time));
            around = &pass.path;
        }
        rows
    }

    /// The table of statistics.
    pub(crate) fn statistics(&self, display: StatisticsDisplay) -> String {
        let mut out = head("Pass statistics report");
        match display {
            StatisticsDisplay::Pipeline => {
                let mut around: &[Anchor] = &[];
                for pass in &self.passes {
                    for depth in shared(around, &pass.path)..pass.path.len() {
                        let _ = writeln!(out, "{:1$}'{2}' Pipeline", "", 2 * depth, pass.path[depth]);
                    }
                    one_pass(&mut out, pass.path.len(), &pass.name, pass.statistics.iter());
                    around = &pass.path;
                }
            }
            StatisticsDisplay::List => {
                let mut sums: BTreeMap<&str, BTreeMap<&str, u64>> = BTreeMap::new();
                for pass in &self.passes {
                    let sums = sums.entry(&pass.name).or_default();
                    pass.statistics.iter().for_each(|(name, by)| *sums.entry(name).or_default() += by);
                }
                for (name, counts) in sums {
                    let counts: Vec<(String, u64)> =
                        counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
                    one_pass(&mut out, 0, name, counts.iter());
                }
            }
        }
        out
    }
}

/// How many anchors of two paths are the same from the outside in.
fn shared(a: &[Anchor], b: &[Anchor]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

fn one_pass<'s>(
    out: &mut String,
    depth: usize,
    name: &str,
    statistics: impl Iterator<Item = &'s (String, u64)> + Clone,
) {
    let _ = writeln!(out, "{:1$}{name}", "", 2 * depth);
    let width = statistics.clone().map(|(_, count)| count.to_string().len()).max().unwrap_or(0);
    for (name, count) in statistics {
        let _ = writeln!(out, "{:1$}(S) {count:>width$} {name}", "", 2 * depth + 2);
    }
}

fn head(title: &str) -> String {
    let line = format!("==={}===\n", "-".repeat(73));
    let title = format!("... {title} ...");
    format!("{line}{:1$}{title}\n{line}", "", (80 - title.len().min(80)) / 2)
}
