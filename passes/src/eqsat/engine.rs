//! Running rules to saturation.
//!
//! A rule is tried again only where something changed ([`Changes`]): later iterations cost what they find, not what there
//! is.

use std::time::{Duration, Instant};

use core_ir::Context;
use core_ir::diag::{Diagnostic, Result};
use egg::Id;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::bridge::Encoding;
use super::changes::Changes;
use super::explain::proof;
use super::explain::provenance::Provenance;
use super::facts::{Egraph, result_types};
use super::rules::compiled::Pat;
use super::rules::joint::{self, Group};
use super::rules::matcher::{Memo, Root, Scope, View, search};
use super::rules::run::{Miss, Subst, apply};
use super::rules::value::Val;
use super::rules::{Compiled, RuleSet, Selection};

/// When to stop before saturation.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Iterations over all rules of a set.
    pub iterations: usize,
    /// Nodes, as a multiple of the nodes at the start, plus a constant for small graphs.
    pub growth: usize,
    /// How long rules of the last set may go on; earlier ones are what makes a program legal. What comes out then depends
    /// on how fast the machine is, so that there is none unless it is asked for.
    pub deadline: Option<Duration>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { iterations: 40, growth: 12, deadline: None }
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

/// A rule by index, the class it matches at, the values of its slots.
type Match = (usize, Id, Subst);

/// A saturation under way.
pub struct Run<'a, 'c> {
    ctx: &'c Context,
    limits: Limits,
    most_nodes: usize,
    started: Instant,
    /// The last set that was begun.
    begun: Option<RuleSet>,
    rules: &'a Selection,
    /// What was built already: rule, root, classes bound.
    seen: FxHashSet<(usize, Id, SmallVec<[Id; 8]>)>,
    /// For each rule.
    memos: Vec<Memo>,
    changes: Changes,
    /// What it did so far.
    pub report: Saturation,
}

impl<'a, 'c> Run<'a, 'c> {
    /// Nothing was tried yet.
    pub fn new(ctx: &'c Context, egraph: &mut Egraph<'c>, rules: &'a Selection, limits: Limits) -> Self {
        egraph.rebuild();
        let nodes = egraph.total_number_of_nodes();
        Self {
            ctx,
            limits,
            most_nodes: nodes.saturating_mul(limits.growth).saturating_add(20_000),
            started: Instant::now(),
            begun: None,
            rules,
            seen: FxHashSet::default(),
            memos: rules.iter().map(|_| Memo::default()).collect(),
            changes: Changes::new(rules.iter().map(|rule| rule.depth).max().unwrap_or(0)),
            report: Saturation {
                fired: vec![0; rules.len()],
                provenance: Provenance::new(egraph),
                ..Saturation::default()
            },
        }
    }

    /// Runs all rules about one operation until nothing changes, the first time one set after the other. Later sets see
    /// everything earlier ones made, and earlier ones run on: fusing before or after makes no difference. `Err` when a
    /// rule contradicts what is known: that rule is wrong, and its name is given.
    pub fn saturate(&mut self, egraph: &mut Egraph<'c>) -> Result<()> {
        let mut sets: Vec<RuleSet> = self.rules.iter().map(|rule| rule.set).collect();
        sets.dedup();
        if let Some(begun) = self.begun {
            sets.retain(|&set| set >= begun);
        }
        for set in sets {
            for iteration in 0..=self.limits.iterations {
                let is_late = set == RuleSet::Fuse
                    && self.limits.deadline.is_some_and(|deadline| self.started.elapsed() > deadline);
                let is_large = egraph.total_number_of_nodes() > self.most_nodes;
                if iteration == self.limits.iterations || is_large || is_late {
                    self.report.stopped = true;
                    break;
                }
                self.report.iterations += 1;
                let first_new = (self.begun != Some(set)).then_some(set);
                self.begun = Some(set);
                if !self.step(egraph, set, first_new)? {
                    break;
                }
            }
        }
        self.report.nodes = egraph.total_number_of_nodes();
        Ok(())
    }

    /// Applies the rules that are answers about single operations.
    pub fn apply_offered(&mut self, encoding: &mut Encoding<'c>) -> Result<()> {
        let egraph = &mut encoding.egraph;
        for (i, rule) in self.rules.iter().enumerate() {
            let Some(source) = rule.source.and_then(|at| encoding.sources.get(at)) else { continue };
            // A result that has no class is one that nothing uses.
            let root = result_class(self.ctx, egraph, source.class, rule.pattern.projection);
            let Some(root) = root else { continue };
            let mut subst: Subst = vec![None; rule.slots];
            subst[rule.root] = Some(Val::Class(root));
            for (operand, &child) in rule.pattern.operands.iter().zip(&source.node.children) {
                if let Pat::Var(slot) = operand {
                    subst[*slot] = Some(Val::Class(egraph.find(child)));
                }
            }
            let built = self.build(egraph, i, root, &subst);
            built.map_err(|why| Box::new(unusable(rule, &why)))??;
        }
        restore(egraph)
    }

    /// Builds the right side of rule `i` for a match and joins it with `root`. Whether they were apart; the outer `Err` says
    /// why it cannot be built, the inner one that the rule is wrong.
    fn build(
        &mut self,
        egraph: &mut Egraph<'c>,
        i: usize,
        root: Id,
        subst: &Subst,
    ) -> std::result::Result<Result<bool>, Miss> {
        let rule = &self.rules[i];
        let nodes = egraph.nodes().len();
        let built = apply(self.ctx, egraph, rule, root, subst)?;
        let is_new = proof::join(self.ctx, egraph, rule, root, subst, built);
        if is_new || egraph.nodes().len() > nodes {
            let iteration = self.report.iterations;
            self.report.provenance.note(i, iteration, [root, built], nodes, subst);
        }
        self.report.fired[i] += u64::from(is_new);
        Ok(match egraph.analysis.conflict.take() {
            Some(why) => unsound(rule, &why).err(),
            None => Ok(is_new),
        })
    }

    /// Applies rules about several operations to `groups`, each once. Whether anything changed.
    pub fn apply_together(&mut self, egraph: &mut Egraph<'c>, groups: &[Group]) -> Result<bool> {
        let mut changed = false;
        for group in groups {
            let rule = &self.rules[group.rule];
            let mut nodes = egraph.nodes().len();
            let Ok(parts) = joint::build(self.ctx, egraph, rule, group) else { continue };
            let mut joined = false;
            for ((member, subst), part) in group.members.iter().zip(parts) {
                if proof::join(self.ctx, egraph, rule, *member, subst, part) {
                    let iteration = self.report.iterations;
                    self.report.provenance.note(group.rule, iteration, [*member, part], nodes, subst);
                    nodes = egraph.nodes().len();
                    joined = true;
                }
            }
            if let Some(why) = egraph.analysis.conflict.take() {
                return unsound(rule, &why).err();
            }
            self.report.fired[group.rule] += u64::from(joined);
            changed |= joined;
        }
        restore(egraph)?;
        Ok(changed)
    }

    /// One iteration over the rules of the sets up to `last`; those of set `first_new` were never tried before. Whether
    /// anything changed.
    fn step(&mut self, egraph: &mut Egraph<'c>, last: RuleSet, first_new: Option<RuleSet>) -> Result<bool> {
        let matches = self.search(egraph, last, first_new);
        let before = egraph.total_size();
        let mut changed = false;
        for (i, root, subst) in matches {
            let classes = subst
                .iter()
                .flatten()
                .filter_map(|val| if let Val::Class(id) = val { Some(*id) } else { None });
            let key = (i, root, classes.collect());
            if self.seen.contains(&key) {
                continue;
            }
            // What cannot be built yet may be when more is known; only what was built is not tried again.
            let Ok(joined) = self.build(egraph, i, root, &subst) else { continue };
            self.seen.insert(key);
            changed |= joined?;
        }
        restore(egraph)?;
        Ok(changed || egraph.total_size() != before)
    }

    /// The matches of the rules up to set `last`, in the order of the rules and of the classes.
    fn search(&mut self, egraph: &mut Egraph<'c>, last: RuleSet, first_new: Option<RuleSet>) -> Vec<Match> {
        self.changes.update(egraph);
        let (ctx, view, changes) = (self.ctx, View::new(egraph), &self.changes);
        let egraph = &*egraph;
        let rules = self.rules;
        let of_rule = |(i, memo): (usize, &mut Memo)| -> Vec<Match> {
            let rule = &rules[i];
            if rule.set > last || rule.joint.is_some() || rule.source.is_some() {
                return Vec::new();
            }
            let is_new = first_new == Some(rule.set);
            // What is computed at compile time needs no other form, only to be seen to be equal to other constants.
            let is_folded = |root: &Root| root.is_const && rule.set != RuleSet::Canon;
            let sees_change = |root: &Root| is_new || changes.sees_change(root.class, rule.depth);
            let wanted = |root: &Root| sees_change(root) && !is_folded(root);
            let scope = Scope { view: &view, changed: (!is_new).then_some(changes) };
            let found = search(ctx, egraph, scope, rule, wanted, memo);
            found.into_iter().map(|(root, subst)| (i, root, subst)).collect()
        };
        let matches: Vec<Vec<Match>> = self.memos.par_iter_mut().enumerate().map(of_rule).collect();
        matches.into_iter().flatten().collect()
    }
}

/// Restores the invariants of an e-graph after unions.
fn restore(egraph: &mut Egraph<'_>) -> Result<()> {
    egraph.rebuild();
    match egraph.analysis.conflict.take() {
        Some(why) => {
            let message = format!("the rules join values that differ: {why}");
            Diagnostic::error("unsound-rule", message).err()
        }
        None => Ok(()),
    }
}

/// The class of an operation's result: `class` itself where it has one, else the result `projection`.
fn result_class(ctx: &Context, egraph: &mut Egraph<'_>, class: Id, projection: Option<u32>) -> Option<Id> {
    let Some(i) = projection else { return Some(egraph.find(class)) };
    let ty = *result_types(ctx, egraph[class].data.ty).get(i as usize)?;
    let mut part = egraph.analysis.nodes.projection(i, ctx.elem_type(ty), class);
    egraph.lookup(&mut part)
}

fn unusable(rule: &Compiled, why: &str) -> Diagnostic {
    let message = format!("what `{}` stands for cannot be used: {why}", rule.name);
    Diagnostic::error("plugin-fragment", message)
        .note(format!("it comes from {}", rule.place))
        .help("tell the author of the plugin, or run without it")
}

fn unsound(rule: &Compiled, why: &str) -> Diagnostic {
    let message = format!("rule `{}` joins values that differ: {why}", rule.name);
    let help = match rule.source {
        Some(_) => "tell the author of the plugin, or run without it",
        None => "correct the rule, or switch it off with --disable-rule",
    };
    Diagnostic::error("unsound-rule", message).note(format!("the rule stands at {}", rule.place)).help(help)
}
