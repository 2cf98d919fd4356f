//! Rules about several operations at once: `all(...)`.
//!
//! They are matched in the cheapest program found so far rather than in the e-graph: there the operations that read one
//! value are the ones that would run, and not all the forms that each of them could have. They are found by an index of
//! what they share, so no pairs are tried; and what such rules make is not looked at by them again.

use core_ir::Context;
use egg::Id;
use rustc_hash::FxHashMap;

use super::compiled::{Joint, OpPat, Pat};
use super::matcher::{Memo, Root, Scope, View, holds_all, search};
use super::run::{Miss, Subst, build_one};
use super::value::Val;
use super::{Compiled, Selection};
use crate::eqsat::extract::Extraction;
use crate::eqsat::facts::{Egraph, result_types};
use crate::eqsat::node::{Head, Node};

/// Operations that a rule speaks of together.
pub struct Group {
    /// The rule.
    pub rule: usize,
    /// Their classes, each once, with the values of the slots for each.
    pub members: Vec<(Id, Subst)>,
    /// The slots for all of them; what they do not share as lists in their order.
    pub subst: Subst,
}

/// Whether some rule finds a group in the e-graph, so that it is worth while to choose a program and look there.
pub fn may_match<'c>(ctx: &'c Context, egraph: &Egraph<'c>, rules: &Selection) -> bool {
    let (view, mut memo) = (View::new(egraph), Memo::default());
    let scope = Scope { view: &view, changed: None };
    rules.iter().any(|rule| {
        rule.joint.as_ref().is_some_and(|joint| {
            !join(joint, search(ctx, egraph, scope, rule, |_| true, &mut memo)).is_empty()
        })
    })
}

/// All groups of two or more among what `extraction` uses, in the order of the rules and of the classes.
pub fn groups<'c>(
    ctx: &'c Context,
    egraph: &Egraph<'c>,
    rules: &Selection,
    extraction: &Extraction<'_>,
) -> Vec<Group> {
    let mut found = Vec::new();
    let (view, mut memo) = (View::new(egraph), Memo::default());
    let scope = Scope { view: &view, changed: None };
    for (i, rule) in rules.iter().enumerate() {
        let Some(joint) = &rule.joint else { continue };
        let head = Head::of(rule.pattern.name, rule.pattern.projection);
        let is_used = |root: &Root| {
            extraction.uses(root.class) && extraction.node(root.class).is_some_and(|node| node.head == head)
        };
        let mut matches = search(ctx, egraph, scope, rule, is_used, &mut memo);
        // Of several ways to see one operation the one that was chosen comes first.
        matches.sort_by_key(|(root, subst)| {
            (*root, !is_chosen(egraph, extraction, &rule.pattern, *root, subst))
        });
        found.extend(together(ctx, egraph, i, rule, joint, matches));
    }
    found
}

/// The groups of `rule` among the operations of its kind at the classes `roots`.
pub fn groups_at<'c>(ctx: &'c Context, egraph: &Egraph<'c>, rule: &Compiled, roots: &[Id]) -> Vec<Group> {
    let Some(joint) = &rule.joint else { return Vec::new() };
    let view = View::new(egraph);
    let scope = Scope { view: &view, changed: None };
    let matches = search(ctx, egraph, scope, rule, |root| roots.contains(&root.class), &mut Memo::default());
    together(ctx, egraph, 0, rule, joint, matches)
}

fn together<'c>(
    ctx: &'c Context,
    egraph: &Egraph<'c>,
    number: usize,
    rule: &Compiled,
    joint: &Joint,
    matches: Vec<(Id, Subst)>,
) -> Vec<Group> {
    let mut found = Vec::new();
    for members in join(joint, matches) {
        let subst = as_lists(joint, &members);
        if let Some(subst) = holds_all(ctx, egraph, rule, &joint.conditions, subst) {
            found.push(Group { rule: number, members, subst });
        }
    }
    found
}

/// Whether a match binds the operands of the node that was chosen.
fn is_chosen(
    egraph: &Egraph<'_>,
    extraction: &Extraction<'_>,
    pattern: &OpPat,
    root: Id,
    subst: &Subst,
) -> bool {
    let Some(node) = extraction.node(root) else { return false };
    let same = |(operand, &child): (&Pat, &Id)| match operand {
        Pat::Var(slot) => subst[*slot] == Some(Val::Class(egraph.find(child))),
        Pat::Rest(_) | Pat::Op(_) => true,
    };
    pattern.operands.iter().zip(children(egraph, pattern, node)).all(same)
}

fn children<'e>(egraph: &'e Egraph<'_>, pattern: &OpPat, node: &'e Node) -> &'e [Id] {
    match pattern.projection {
        None => &node.children,
        Some(_) => {
            let tuple = &egraph[egraph.find(node.children[0])];
            let op = tuple.nodes.iter().find(|node| node.op() == Some(pattern.name));
            op.map_or(&[][..], |node| &node.children)
        }
    }
}

/// The matches, each of another class, that agree on what `joint` shares.
fn join(joint: &Joint, matches: Vec<(Id, Subst)>) -> Vec<Vec<(Id, Subst)>> {
    let mut groups: Vec<Vec<(Id, Subst)>> = Vec::new();
    // The first shared thing is a value, and few matches share one.
    let mut by_value: FxHashMap<Id, Vec<usize>> = FxHashMap::default();
    for (root, subst) in matches {
        let Some(Val::Class(value)) = subst[joint.by[0]] else { continue };
        let near = by_value.entry(value).or_default();
        let agrees = |group: &&usize| {
            let other = &groups[**group][0].1;
            joint.by.iter().all(|&slot| match (&other[slot], &subst[slot]) {
                (Some(a), Some(b)) => a.proved_eq(b),
                (a, b) => a.is_none() && b.is_none(),
            })
        };
        match near.iter().find(agrees) {
            Some(&group) => {
                if groups[group].iter().all(|(member, _)| *member != root) {
                    groups[group].push((root, subst));
                }
            }
            None => {
                near.push(groups.len());
                groups.push(vec![(root, subst)]);
            }
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// The values of slots that are not shared as lists.
fn as_lists(joint: &Joint, group: &[(Id, Subst)]) -> Subst {
    let slots = 0..group[0].1.len();
    let value = |slot: usize| match joint.by.contains(&slot) {
        true => group[0].1[slot].clone(),
        false => {
            let values: Option<Vec<Val>> = group.iter().map(|(_, subst)| subst[slot].clone()).collect();
            values.map(Val::List)
        }
    };
    slots.map(value).collect()
}

/// Builds the right side of `rule` for a group: an operation with a result for each member. Gives the results' classes;
/// `Err` says why it cannot be built.
pub fn build<'c>(
    ctx: &'c Context,
    egraph: &mut Egraph<'c>,
    rule: &Compiled,
    group: &Group,
) -> Result<Vec<Id>, Miss> {
    let mut subst = group.subst.clone();
    for (slot, build) in &rule.lets {
        let id = build_one(ctx, egraph, build, &subst, None)?;
        subst[*slot] = Some(Val::Class(id));
    }
    let tuple = build_one(ctx, egraph, &rule.build, &subst, None)?;
    let types = result_types(ctx, egraph[tuple].data.ty);
    let numbers: Vec<usize> = match rule.joint.as_ref().and_then(|joint| joint.at) {
        None if types.len() != group.members.len() => {
            return Err(format!("it has {} results for {} operations", types.len(), group.members.len()));
        }
        None => (0..types.len()).collect(),
        Some(slot) => {
            let Some(Val::List(numbers)) = &subst[slot] else { return Err("results have no numbers".into()) };
            let number = |val: &Val| usize::try_from(val.as_int()?).ok();
            numbers.iter().map(number).collect::<Option<_>>().ok_or("results have no numbers")?
        }
    };
    let mut parts = Vec::with_capacity(numbers.len());
    for i in numbers {
        let ty = *types.get(i).ok_or_else(|| format!("it has no result {i}"))?;
        let part = egraph.analysis.nodes.projection(i as u32, ctx.elem_type(ty), tuple);
        parts.push(egraph.add_uncanonical(part));
    }
    Ok(parts)
}
