//! Proofs that what was chosen equals the source, by egg's explanations.
//!
//! For proofs the e-graph has explanations enabled. Then an application joins two terms rather than two classes: what the
//! pattern matched, with the operations that stand there and the classes that are its variables, and what was built.

use core_ir::Context;
use egg::Id;

use crate::eqsat::facts::Egraph;
use crate::eqsat::node::{Head, Node};
use crate::eqsat::rules::Compiled;
use crate::eqsat::rules::compile::{OpPat, Pat};
use crate::eqsat::rules::matcher::match_attrs;
use crate::eqsat::rules::run::Subst;
use crate::eqsat::rules::value::{Env, Val};

/// Joins class `root`, which `rule` matched, with what it built. Whether they were apart.
pub fn join<'c>(
    ctx: &'c Context,
    egraph: &mut Egraph<'c>,
    rule: &Compiled,
    root: Id,
    subst: &Subst,
    built: Id,
) -> bool {
    if !egraph.are_explanations_enabled() {
        return egraph.union(root, built);
    }
    let matched = Matched::find(ctx, egraph, &rule.pattern, root, subst);
    let from = matched.map_or(root, |(matched, _)| matched.instantiate(egraph));
    egraph.union_trusted(from, built, rule.name.as_str())
}

/// The nodes that the operations of a pattern stand for.
#[derive(Clone, Debug)]
pub struct Matched {
    /// The node, its children as they are in the e-graph.
    pub node: Node,
    /// Those of the patterns among its operands, by operand.
    pub inner: Vec<(usize, Matched)>,
    /// The node that selects the result, where a pattern means one of several.
    pub projection: Option<Node>,
}

impl Matched {
    /// What `pattern` stands for in class `class` when variables have the values of `subst`, as far as those are known.
    /// With the values of all variables of the pattern.
    pub fn find<'c>(
        ctx: &'c Context,
        egraph: &Egraph<'c>,
        pattern: &OpPat,
        class: Id,
        subst: &Subst,
    ) -> Option<(Matched, Subst)> {
        Finder { ctx, egraph, rank: &|_| Some(0) }.op(pattern, class, subst.clone())
    }

    /// Adds the node over those inside, and gives its number.
    fn instantiate(&self, egraph: &mut Egraph<'_>) -> Id {
        let mut node = self.node.clone();
        for (at, inner) in &self.inner {
            node.children[*at] = inner.instantiate(egraph);
        }
        let id = egraph.add_uncanonical(node);
        match &self.projection {
            Some(projection) => {
                let mut projection = projection.clone();
                projection.children[0] = id;
                egraph.add_uncanonical(projection)
            }
            None => id,
        }
    }
}

/// Finds what a pattern stands for.
pub struct Finder<'a, 'c> {
    /// The context.
    pub ctx: &'c Context,
    /// The e-graph.
    pub egraph: &'a Egraph<'c>,
    /// Nodes with lower numbers are taken first; those without are not taken.
    pub rank: &'a dyn Fn(&Node) -> Option<usize>,
}

impl Finder<'_, '_> {
    /// See [`Matched::find`].
    pub fn op(&self, pattern: &OpPat, class: Id, subst: Subst) -> Option<(Matched, Subst)> {
        let class = self.egraph.find(class);
        let Some(i) = pattern.projection else { return self.nodes(pattern, class, subst) };
        for projection in self.ranked(class, Head::Proj(i)) {
            let found = self.nodes(pattern, projection.children[0], subst.clone());
            if let Some((matched, subst)) = found {
                return Some((Matched { projection: Some(projection.clone()), ..matched }, subst));
            }
        }
        None
    }

    /// The nodes of a class with this head, in order of rank.
    fn ranked(&self, class: Id, head: Head) -> Vec<&Node> {
        let nodes = self.egraph[class].nodes.iter().filter(|node| node.head == head);
        let mut ranked: Vec<(usize, &Node)> =
            nodes.filter_map(|node| Some(((self.rank)(node)?, node))).collect();
        ranked.sort_by_key(|ranked| ranked.0);
        ranked.into_iter().map(|ranked| ranked.1).collect()
    }

    fn nodes(&self, pattern: &OpPat, class: Id, subst: Subst) -> Option<(Matched, Subst)> {
        for node in self.ranked(self.egraph.find(class), Head::Op(pattern.name)) {
            let env = Env { ctx: self.ctx, egraph: self.egraph };
            let Ok(subst) = match_attrs(&env, pattern, node, subst.clone()) else { continue };
            let mut orders: Vec<Vec<usize>> = vec![(0..node.children.len()).collect()];
            if pattern.commutative && node.children.len() == 2 {
                orders.push(vec![1, 0]);
            }
            for order in orders {
                if let Some((inner, subst)) = self.operands(&pattern.operands, node, &order, subst.clone()) {
                    return Some((Matched { node: node.clone(), inner, projection: None }, subst));
                }
            }
        }
        None
    }

    /// Matches patterns with the children of a node in this order.
    #[allow(clippy::type_complexity)]
    fn operands(
        &self,
        patterns: &[Pat],
        node: &Node,
        order: &[usize],
        mut subst: Subst,
    ) -> Option<(Vec<(usize, Matched)>, Subst)> {
        let has_rest = patterns.iter().any(|pattern| matches!(pattern, Pat::Rest(_)));
        let rest = (order.len() + usize::from(has_rest)).checked_sub(patterns.len())?;
        (has_rest || rest == 0).then_some(())?;
        let (mut at, mut inner) = (0, Vec::new());
        for pattern in patterns {
            match pattern {
                Pat::Rest(slot) => {
                    let list = order[at..at + rest].iter().map(|&i| self.egraph.find(node.children[i]));
                    subst[*slot].get_or_insert_with(|| Val::List(list.map(Val::Class).collect()));
                    at += rest;
                }
                Pat::Var(slot) => {
                    let child = self.egraph.find(node.children[order[at]]);
                    match &subst[*slot] {
                        Some(Val::Class(known)) if self.egraph.find(*known) != child => return None,
                        Some(_) => {}
                        None => subst[*slot] = Some(Val::Class(child)),
                    }
                    at += 1;
                }
                Pat::Op(op) => {
                    let (found, after) = self.op(op, node.children[order[at]], subst)?;
                    (subst, at) = (after, at + 1);
                    inner.push((order[at - 1], found));
                }
            }
        }
        Some((inner, subst))
    }
}
