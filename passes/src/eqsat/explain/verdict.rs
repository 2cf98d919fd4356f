//! What came of the rules that start at an operation of the source.

use std::sync::Arc;

use core_ir::Context;
use core_ir::pass::reasons::{Outcome, RuleText, Verdict};
use egg::Id;
use rustc_hash::FxHashMap;

use super::derive::canonical;
use super::miss;
use super::provenance::Provenance;
use super::text::rule_text;
use crate::eqsat::Options;
use crate::eqsat::bridge::{Encoding, Source};
use crate::eqsat::extract::{Alternative, Extraction};
use crate::eqsat::facts::Egraph;
use crate::eqsat::legality::Legality;
use crate::eqsat::node::{Head, Node};
use crate::eqsat::rules::Compiled;
use crate::eqsat::rules::compiled::Build;
use crate::eqsat::rules::matcher::search_at;
use crate::eqsat::rules::run::apply;

/// The applications of a saturation by rule and class.
pub struct Applied(FxHashMap<(u32, Id), Vec<Id>>);

impl Applied {
    /// What `provenance` holds.
    pub fn new(egraph: &Egraph<'_>, provenance: &Provenance) -> Self {
        let mut applied: FxHashMap<(u32, Id), Vec<Id>> = FxHashMap::default();
        for application in provenance.applications() {
            let key = (application.rule, egraph.find(application.root));
            applied.entry(key).or_default().push(application.built);
        }
        Self(applied)
    }
}

/// What is known after saturation, to judge rules by.
pub struct Judge<'e, 'a, 'c> {
    /// The context.
    pub ctx: &'c Context,
    /// The block.
    pub encoding: &'a Encoding<'c>,
    /// The rules and the target.
    pub options: &'e Options<'e>,
    /// What the target can run.
    pub legality: &'e Legality,
    /// Which rules were applied where.
    pub applied: &'e Applied,
    /// What was chosen.
    pub extraction: &'e mut Extraction<'a>,
}

/// A rule at a class whose outcome is not known yet: it matches, but was never applied.
pub struct Open {
    /// The place among the verdicts.
    pub at: usize,
    rule: u32,
    root: Id,
}

/// How near a rule came, to tell of the nearest ones first.
type Nearness = usize;

/// It was applied.
const APPLIED: Nearness = usize::MAX;

/// What came of one rule.
struct Judged {
    nearness: Nearness,
    outcome: Outcome,
    /// The rule and its root, where only [`settle`] knows.
    open: Option<(u32, Id)>,
}

impl Judged {
    fn new(nearness: Nearness, outcome: Outcome) -> Self {
        Self { nearness, outcome, open: None }
    }
}

impl Judge<'_, '_, '_> {
    /// What came of every rule that starts at `source`, the nearest miss first; and those that only [`settle`] knows of.
    pub fn verdicts(&mut self, source: &Source) -> (Vec<Verdict>, Vec<Open>) {
        let Head::Op(name) = source.node.head else { return Default::default() };
        let mut found: Vec<(Judged, Arc<RuleText>)> = Vec::new();
        let starts = |rule: &&Compiled| rule.pattern.name == name && rule.source.is_none();
        for (i, rule) in self.options.rules.iter().enumerate().filter(|(_, rule)| starts(rule)) {
            found.push((self.judge(i as u32, rule, source), Arc::new(rule_text(self.ctx, rule))));
        }
        for (rule, why) in self.options.rules.left_out().filter(|(rule, _)| starts(rule)) {
            let egraph = &self.encoding.egraph;
            let miss = self.root(rule, source).map(|root| miss::explain(self.ctx, egraph, rule, root));
            let matches = miss == Some(None);
            let nearness = if matches { APPLIED - 1 } else { 0 };
            let outcome = Outcome::SwitchedOff { why: why.to_string(), matches };
            found.push((Judged::new(nearness, outcome), Arc::new(rule_text(self.ctx, rule))));
        }
        found.sort_by_key(|(judged, _)| std::cmp::Reverse(judged.nearness));
        let mut open = Vec::new();
        let mut verdicts: Vec<Verdict> = Vec::new();
        for (judged, rule) in found {
            open.extend(judged.open.map(|(rule, root)| Open { at: verdicts.len(), rule, root }));
            verdicts.push(Verdict { rule, outcome: judged.outcome });
        }
        (verdicts, open)
    }

    /// The class that `rule` starts at: for a rule for one of several results, that result.
    fn root(&self, rule: &Compiled, source: &Source) -> Option<Id> {
        let egraph = &self.encoding.egraph;
        let class = egraph.find(source.class);
        let Some(i) = rule.pattern.projection else { return Some(class) };
        egraph[class].parents().map(|parent| egraph.find(parent)).find(|&parent| {
            let is_part = |node: &Node| node.head == Head::Proj(i) && egraph.find(node.children[0]) == class;
            egraph[parent].nodes.iter().any(is_part)
        })
    }

    fn judge(&mut self, i: u32, rule: &Compiled, source: &Source) -> Judged {
        let egraph = &self.encoding.egraph;
        let Some(root) = self.root(rule, source) else { return Judged::new(0, Outcome::NotNeeded) };
        if let Some(built) = self.applied.0.get(&(i, root)) {
            let mut outcomes: Vec<Outcome> = Vec::new();
            for id in built.clone() {
                outcomes.push(self.of_built(rule, root, id, source));
            }
            let best = outcomes.iter().position(|outcome| *outcome == Outcome::Chosen).unwrap_or(0);
            return Judged::new(APPLIED, outcomes.swap_remove(best));
        }
        match miss::explain(self.ctx, egraph, rule, root) {
            Some(miss) => Judged::new(miss.progress, miss.outcome()),
            None if rule.joint.is_some() => {
                let why = "nothing else in the cheapest program goes together with this".into();
                Judged::new(APPLIED - 1, Outcome::NotBuilt { why })
            }
            None => Judged { open: Some((i, root)), ..Judged::new(APPLIED - 1, Outcome::NothingNew) },
        }
    }

    /// What came of node `built`, which `rule` made for class `root`.
    fn of_built(&mut self, rule: &Compiled, root: Id, built: Id, source: &Source) -> Outcome {
        let egraph = &self.encoding.egraph;
        let node = canonical(egraph, egraph.id_to_node(built));
        let chosen = self.extraction.node(root).filter(|_| self.extraction.uses(root));
        // A rule that says that the operation is one of its operands is content with whatever that is.
        let is_other = |chosen: &Node| *chosen != source.canonical(egraph);
        if chosen == Some(&node) || matches!(rule.build, Build::Var(_)) && chosen.is_some_and(is_other) {
            return Outcome::Chosen;
        }
        if !self.extraction.uses(root) {
            return Outcome::NotNeeded;
        }
        let chosen = self.extraction.cost;
        match self.extraction.alternatives(root).into_iter().find(|other| *other.node == node) {
            Some(Alternative { difference: Some(more), .. }) => {
                Outcome::Dearer { cost: chosen.saturating_add_signed(more), chosen }
            }
            Some(_) => Outcome::Circular,
            None => self.not_legal(root, &node),
        }
    }

    fn not_legal(&self, class: Id, node: &Node) -> Outcome {
        let (egraph, target) = (&self.encoding.egraph, self.options.target);
        if let Err(why) = target.allows(self.ctx, egraph, class, node) {
            return Outcome::NotLegal { why };
        }
        let illegal = node.children.iter().enumerate().find(|(_, id)| !self.legality.is_legal(egraph, **id));
        let Some((i, &id)) = illegal else { return Outcome::Circular };
        let operand = super::text::val_text(self.ctx, egraph, &crate::eqsat::rules::value::Val::Class(id));
        Outcome::NotLegal { why: format!("its operand {i} cannot run: {operand}") }
    }
}

/// What came of a rule that matches but was never applied: applies it now, after everything is decided.
pub fn settle<'c>(
    ctx: &'c Context,
    encoding: &mut Encoding<'c>,
    options: &Options<'_>,
    stopped: bool,
    open: &Open,
) -> Outcome {
    let rule = &options.rules[open.rule as usize];
    if rule.joint.is_some() {
        let why =
            "the cheapest program has no other operation that shares with it what the rule asks for".into();
        return Outcome::NotBuilt { why };
    }
    let mut outcome = Outcome::NothingNew;
    for subst in search_at(ctx, &encoding.egraph, rule, encoding.egraph.find(open.root)) {
        match apply(ctx, &mut encoding.egraph, rule, open.root, &subst) {
            Ok(built) if encoding.egraph.find(built) != encoding.egraph.find(open.root) && stopped => {
                return Outcome::Limit;
            }
            Ok(_) => {}
            Err(why) => outcome = Outcome::NotBuilt { why },
        }
    }
    outcome
}
