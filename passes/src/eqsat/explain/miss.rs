//! Why a rule does not match at a class: how far it gets, and what stops it there.
//!
//! This walks a pattern as the matcher does, but where the matcher gives up at once, it goes on with what else the class
//! holds and keeps the attempt that got furthest. So it is slow, and only for the few pairs of a rule and a class that
//! somebody asks about.

use core_ir::Context;
use core_ir::pass::reasons::Outcome;
use egg::Id;

use super::text::{Texts, class_text, val_text};
use crate::eqsat::facts::Egraph;
use crate::eqsat::node::{Head, Node};
use crate::eqsat::rules::Compiled;
use crate::eqsat::rules::ast::BinaryOp;
use crate::eqsat::rules::compiled::{Cond, Ex, OpPat, Pat};
use crate::eqsat::rules::matcher::{match_attrs, swapped};
use crate::eqsat::rules::run::{Subst, eval};
use crate::eqsat::rules::value::{Env, Val};

/// How many ways of matching are followed at a time.
const MOST_WAYS: usize = 64;

/// What stops a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Miss {
    /// How much of the rule fitted before.
    pub progress: usize,
    /// What does not fit, in a sentence.
    pub why: String,
    /// The condition that does not hold, as it is written.
    pub condition: Option<String>,
    /// The parts of that condition with their values.
    pub values: Vec<(String, String)>,
}

impl Miss {
    /// The miss as what came of the rule.
    pub fn outcome(self) -> Outcome {
        Outcome::NoMatch { why: self.why, condition: self.condition, values: self.values }
    }
}

/// What stops `rule` at class `class`; nothing when it matches.
pub fn explain<'c>(ctx: &'c Context, egraph: &Egraph<'c>, rule: &Compiled, class: Id) -> Option<Miss> {
    let names = Texts { ctx, names: &rule.names };
    let mut probe = Probe { ctx, egraph, names, furthest: None };
    let mut subst: Subst = vec![None; rule.slots];
    subst[rule.root] = Some(Val::Class(class));
    let ways = probe.op(&rule.pattern, class, vec![(0, subst)], "the value");
    let holds = ways.into_iter().any(|(progress, subst)| probe.conditions(rule, progress, subst));
    let unknown = || Miss {
        progress: 0,
        why: "its pattern does not match".into(),
        condition: None,
        values: Vec::new(),
    };
    (!holds).then(|| probe.furthest.unwrap_or_else(unknown))
}

/// Ways of matching so far: how much fitted, and the values of variables.
type Ways = Vec<(usize, Subst)>;

struct Probe<'a, 'c> {
    ctx: &'c Context,
    egraph: &'a Egraph<'c>,
    names: Texts<'a>,
    furthest: Option<Miss>,
}

impl<'c> Probe<'_, 'c> {
    fn env(&self) -> Env<'_, 'c> {
        Env { ctx: self.ctx, egraph: self.egraph }
    }

    fn missed(&mut self, progress: usize, why: impl FnOnce() -> String) {
        if self.furthest.as_ref().is_none_or(|furthest| progress > furthest.progress) {
            self.furthest = Some(Miss { progress, why: why(), condition: None, values: Vec::new() });
        }
    }

    /// Matches an operation at class `class`, which messages call `place`.
    fn op(&mut self, pattern: &OpPat, class: Id, ways: Ways, place: &str) -> Ways {
        let Some(i) = pattern.projection else { return self.nodes(pattern, class, ways, place) };
        let tuples: Vec<Id> = self.egraph[class]
            .nodes
            .iter()
            .filter(|node| node.head == Head::Proj(i))
            .map(|node| node.children[0])
            .collect();
        if tuples.is_empty() {
            let progress = progress(&ways);
            let name = self.ctx.op_text(pattern.name);
            self.missed(progress, || format!("{place} is not result {i} of `{name}`"));
        }
        let all = tuples.into_iter().flat_map(|tuple| self.nodes(pattern, tuple, ways.clone(), place));
        all.take(MOST_WAYS).collect()
    }

    fn nodes(&mut self, pattern: &OpPat, class: Id, ways: Ways, place: &str) -> Ways {
        let (ctx, egraph) = (self.ctx, self.egraph);
        let wanted = ctx.op_text(pattern.name);
        let mut out = Ways::new();
        let nodes: Vec<&Node> =
            egraph[class].nodes.iter().filter(|node| node.head == Head::Op(pattern.name)).collect();
        if nodes.is_empty() {
            let (found, maker) = class_text(ctx, egraph, class);
            self.missed(progress(&ways), || match maker {
                Some(maker) => format!("{place} is {found}, the result of `{maker}` and not of `{wanted}`"),
                None => format!("{place} is {found}, not the result of `{wanted}`"),
            });
        }
        for node in nodes {
            for (progress, subst) in &ways {
                let progress = progress + 1;
                match match_attrs(&self.env(), pattern, node, subst.clone()) {
                    Ok(mut subst) => {
                        if let Some(slot) = pattern.place {
                            subst[slot] = Some(Val::int(node.place.into()));
                        }
                        out.extend(self.operands(pattern, node, progress + 1, subst));
                    }
                    Err(why) => self.missed(progress, || format!("{why} on `{wanted}`")),
                }
            }
        }
        if let Some(slot) = pattern.bind {
            out.iter_mut().for_each(|(_, subst)| subst[slot] = Some(Val::Class(egraph.find(class))));
        }
        out.truncate(MOST_WAYS);
        out
    }

    fn operands(&mut self, pattern: &OpPat, node: &Node, progress: usize, subst: Subst) -> Ways {
        let swapped = swapped(pattern, node);
        let orders = std::iter::once(&node.children[..]).chain(swapped.as_ref().map(|pair| &pair[..]));
        let name = self.ctx.op_text(pattern.name);
        let patterns = &pattern.operands;
        let has_rest = patterns.iter().any(|pattern| matches!(pattern, Pat::Rest(_)));
        let count = node.children.len();
        let fixed = patterns.len() - usize::from(has_rest);
        if count < fixed || !has_rest && count != fixed {
            self.missed(progress, || format!("`{name}` has {count} operands"));
            return Ways::new();
        }
        let mut all = Ways::new();
        for children in orders {
            let mut ways = vec![(progress, subst.clone())];
            let mut at = 0;
            for operand in patterns {
                ways = match operand {
                    Pat::Rest(slot) => {
                        let list = children[at..at + count - fixed]
                            .iter()
                            .map(|&id| Val::Class(self.egraph.find(id)));
                        let list = Val::List(list.collect());
                        at += count - fixed;
                        self.bound(*slot, &list, ways)
                    }
                    Pat::Var(slot) => {
                        at += 1;
                        self.bound(*slot, &Val::Class(self.egraph.find(children[at - 1])), ways)
                    }
                    Pat::Op(op) => {
                        at += 1;
                        let place = format!("operand {} of `{name}`", at - 1);
                        self.op(op, self.egraph.find(children[at - 1]), ways, &place)
                    }
                };
            }
            all.extend(ways);
        }
        all
    }

    fn bound(&mut self, slot: usize, val: &Val, ways: Ways) -> Ways {
        let mut out = Ways::new();
        for (progress, mut subst) in ways {
            match &subst[slot] {
                Some(old) if !old.proved_eq(val) => {
                    let name = self.names.ex(&Ex::Var(slot));
                    self.missed(progress, || format!("`{name}` would be two different values"));
                }
                Some(_) => out.push((progress + 1, subst)),
                None => {
                    subst[slot] = Some(val.clone());
                    out.push((progress + 1, subst));
                }
            }
        }
        out
    }

    fn conditions(&mut self, rule: &Compiled, mut progress: usize, mut subst: Subst) -> bool {
        for condition in &rule.conditions {
            progress += 1;
            let (text, why) = match condition {
                Cond::Let(slot, value, name) => match eval(&self.env(), value, &subst) {
                    Some(value) => {
                        subst[*slot] = Some(value);
                        continue;
                    }
                    None => (format!("{name} := {}", self.names.ex(value)), "has no value"),
                },
                Cond::Holds(value, text) => match eval(&self.env(), value, &subst) {
                    Some(Val::Bool(true)) => continue,
                    Some(_) => (text.clone(), "does not hold"),
                    None => (text.clone(), "is not known to hold"),
                },
            };
            let value = condition.value();
            if self.furthest.as_ref().is_some_and(|furthest| progress <= furthest.progress) {
                return false;
            }
            let mut values = Vec::new();
            self.values(value, &subst, &mut values);
            let listed: Vec<String> =
                values.iter().map(|(part, value)| format!("{part} is {value}")).collect();
            let colon = if listed.is_empty() { "" } else { ": " };
            let why = format!("`{text}` {why}{colon}{}", listed.join(", "));
            self.furthest = Some(Miss { progress, why, condition: Some(text), values });
            return false;
        }
        true
    }

    /// The parts of an expression that decide its value, with their values.
    fn values(&self, ex: &Ex, subst: &Subst, out: &mut Vec<(String, String)>) {
        let mut add = |ex: &Ex| {
            let value = eval(&self.env(), ex, subst);
            let known = value.is_some();
            let value = value.map_or_else(|| "unknown".into(), |val| val_text(self.ctx, self.egraph, &val));
            let entry = (self.names.ex(ex), value);
            if !out.contains(&entry) {
                out.push(entry);
            }
            known
        };
        match ex {
            Ex::Lit(_) => {}
            Ex::Var(_) => {
                add(ex);
            }
            Ex::List(items) => items.iter().for_each(|item| self.values(item, subst, out)),
            Ex::Not(inner) => self.values(inner, subst, out),
            Ex::Binary(op, a, b) => {
                let sides: [&Ex; 2] = [a, b];
                // What holds already is not what is missing.
                let holds = |side: &Ex| {
                    *op == BinaryOp::And && eval(&self.env(), side, subst) == Some(Val::Bool(true))
                };
                let missing = sides.into_iter().filter(|side| !holds(side));
                missing.for_each(|side| self.values(side, subst, out));
            }
            Ex::Call(_, args) => {
                // What a predicate says is known; what it is about is not.
                let is_predicate = matches!(eval(&self.env(), ex, subst), Some(Val::Bool(_)));
                if is_predicate || !add(ex) {
                    args.iter().for_each(|arg| self.values(arg, subst, out));
                }
            }
        }
    }
}

/// How much fitted on the way that got furthest.
fn progress(ways: &Ways) -> usize {
    ways.iter().map(|way| way.0).max().unwrap_or(0)
}
