//! Running rules to saturation.

use core_ir::Context;
use core_ir::diag::{Diagnostic, Result};
use egg::Id;
use rustc_hash::FxHashSet;

use super::explain::proof;
use super::explain::provenance::Provenance;
use super::facts::Egraph;
use super::rules::run::{Subst, apply, search};
use super::rules::value::Val;
use super::rules::{RuleSet, Selection};

/// When to stop before saturation.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Iterations over all rules of a set.
    pub iterations: usize,
    /// Nodes, as a multiple of the nodes at the start, plus a constant for small graphs.
    pub growth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { iterations: 40, growth: 12 }
    }
}

/// What saturation did.
#[derive(Clone, Debug, Default)]
pub struct Saturation {
    /// Iterations over all sets.
    pub iterations: usize,
    /// Nodes at the end.
    pub nodes: usize,
    /// Whether a limit ended it.
    pub stopped: bool,
    /// How often each rule changed something, by index of the rule.
    pub fired: Vec<u64>,
    /// What each application of a rule made.
    pub provenance: Provenance,
}

/// Runs `rules` over `egraph`, one set after the other, each until nothing changes. `Err` when a rule contradicts what is
/// known: that rule is wrong, and its name is given.
pub fn saturate<'c>(
    ctx: &'c Context,
    egraph: &mut Egraph<'c>,
    rules: &Selection,
    limits: Limits,
) -> Result<Saturation> {
    let most_nodes = egraph.total_number_of_nodes().saturating_mul(limits.growth).saturating_add(20_000);
    let mut report = Saturation { fired: vec![0; rules.len()], ..Saturation::default() };
    egraph.rebuild();
    report.provenance = Provenance::new(egraph);
    let mut sets: Vec<RuleSet> = rules.iter().map(|rule| rule.set).collect();
    sets.dedup();
    // Later sets see everything earlier ones made, and earlier ones run on: fusing before or after makes no difference.
    for last in sets {
        let active: Vec<usize> = (0..rules.len()).filter(|&i| rules[i].set <= last).collect();
        let mut seen: FxHashSet<(usize, Id, Vec<Id>)> = FxHashSet::default();
        for iteration in 0..=limits.iterations {
            if iteration == limits.iterations || egraph.total_number_of_nodes() > most_nodes {
                report.stopped = true;
                break;
            }
            report.iterations += 1;
            if !step(ctx, egraph, rules, &active, &mut seen, &mut report)? {
                break;
            }
        }
    }
    report.nodes = egraph.total_number_of_nodes();
    Ok(report)
}

fn step<'c>(
    ctx: &'c Context,
    egraph: &mut Egraph<'c>,
    rules: &Selection,
    active: &[usize],
    seen: &mut FxHashSet<(usize, Id, Vec<Id>)>,
    report: &mut Saturation,
) -> Result<bool> {
    let mut matches: Vec<(usize, Id, Subst)> = Vec::new();
    for &i in active {
        matches.extend(search(ctx, egraph, &rules[i]).into_iter().map(|(root, subst)| (i, root, subst)));
    }
    let before = egraph.total_size();
    let mut changed = false;
    for (i, root, subst) in matches {
        let classes =
            subst.iter().flatten().filter_map(|val| if let Val::Class(id) = val { Some(*id) } else { None });
        let key = (i, root, classes.collect());
        if seen.contains(&key) {
            continue;
        }
        // What cannot be built yet may be when more is known; only what was built is not tried again.
        let nodes = egraph.nodes().len();
        let Ok(built) = apply(ctx, egraph, &rules[i], root, &subst) else { continue };
        seen.insert(key);
        let is_new = proof::join(ctx, egraph, &rules[i], root, &subst, built);
        if is_new || egraph.nodes().len() > nodes {
            report.provenance.note(i, report.iterations, [root, built], nodes, &subst);
        }
        if is_new {
            changed = true;
            report.fired[i] += 1;
        }
        if let Some(why) = egraph.analysis.conflict.take() {
            let rule = &rules[i];
            return Diagnostic::error(
                "unsound-rule",
                format!("rule `{}` joins values that differ: {why}", rule.name),
            )
            .note(format!("the rule stands at {}", rule.place))
            .help("correct the rule, or switch it off with --disable-rule")
            .err();
        }
    }
    egraph.rebuild();
    if let Some(why) = egraph.analysis.conflict.take() {
        return Diagnostic::error("unsound-rule", format!("the rules join values that differ: {why}")).err();
    }
    Ok(changed || egraph.total_size() != before)
}
