//! Choosing one node for each class so that the whole graph is cheap: DAG cost, shared nodes count once.
//!
//! The method is the "exact area" of technology mapping: a first choice by bottleneck cost, whose order of completion is
//! a topological order, then local search by reference counts. A change, of one class or of several that share a value,
//! is kept when the cost of the whole graph drops, or stays and the source says it so; and only when the choice stays
//! acyclic, for which the order is kept up to date.

pub mod area;
pub mod exact;
#[cfg(feature = "ilp")]
pub mod ilp;
pub mod order;
pub mod problem;
#[cfg(test)]
mod tests;

use core_ir::Context;
use egg::Id;
use rustc_hash::{FxHashMap, FxHashSet};

use super::bridge::Encoding;
use super::cost::cost;
use super::legality::{Legality, is_folded};
use super::node::Node;
use area::Area;
use problem::{Candidate, Problem};

/// How long the exact solver may look for something cheaper than what was found.
#[cfg(feature = "ilp")]
const EXACT_TIME: std::time::Duration = std::time::Duration::from_secs(10);

/// A node for each class that the roots need.
pub struct Extraction<'a> {
    index: FxHashMap<Id, usize>,
    /// The nodes of the candidates.
    nodes: Vec<Vec<&'a Node>>,
    area: Area,
    /// Whether the result needs a class, or a constant computed from it.
    used: Vec<bool>,
    /// The cost of the graph.
    pub cost: u128,
}

/// A node that a class could be, for who asks why another was chosen.
#[derive(Clone, Copy, Debug)]
pub struct Alternative<'a> {
    /// The node.
    pub node: &'a Node,
    /// What it costs by itself.
    pub cost: u64,
    /// Whether it was chosen.
    pub is_chosen: bool,
    /// How much dearer the graph would be with it; `None` when it cannot be taken alone, as it would be computed from
    /// itself.
    pub difference: Option<i128>,
}

impl<'a> Extraction<'a> {
    /// Chooses nodes for the roots and all they need.
    pub fn new(ctx: &Context, encoding: &'a Encoding<'_>, legality: &Legality) -> Self {
        Self::by(ctx, encoding, legality, |area| {
            area.improve();
            #[cfg(feature = "ilp")]
            {
                let outcome = exact::solve(&area.problem, area.choice(), &ilp::Highs, EXACT_TIME);
                area.adopt(&outcome.choice);
            }
        })
    }

    /// The same in a fraction of the time, and not quite as cheap: for who only asks what a good program looks like.
    pub fn sketch(ctx: &Context, encoding: &'a Encoding<'_>, legality: &Legality) -> Self {
        Self::by(ctx, encoding, legality, |area| {
            area.improve_alone();
        })
    }

    fn by(
        ctx: &Context,
        encoding: &'a Encoding<'_>,
        legality: &Legality,
        improve: impl FnOnce(&mut Area),
    ) -> Self {
        let (index, nodes, problem) = problem_of(ctx, encoding, legality);
        let mut area = Area::new(problem);
        improve(&mut area);
        let mut used = vec![false; nodes.len()];
        for at in area.problem.needed(area.choice()).unwrap_or_default() {
            used[at] = true;
        }
        Self { index, nodes, used, cost: area.cost(), area }
    }

    /// The node chosen for `class`, a canonical id.
    pub fn node(&self, class: Id) -> Option<&'a Node> {
        let &at = self.index.get(&class)?;
        self.nodes[at].get(self.area.choice()[at]?).copied()
    }

    /// Whether the graph uses `class`, a canonical id, or computes a constant from it.
    pub fn uses(&self, class: Id) -> bool {
        self.index.get(&class).is_some_and(|&at| self.used[at])
    }

    /// The nodes that `class`, a canonical id, could be, the cheapest by itself first. None when nothing could need it.
    pub fn alternatives(&mut self, class: Id) -> Vec<Alternative<'a>> {
        let Some(&at) = self.index.get(&class) else { return Vec::new() };
        let mut all = Vec::with_capacity(self.nodes[at].len());
        for (i, &node) in self.nodes[at].iter().enumerate() {
            let is_chosen = self.area.choice()[at] == Some(i);
            let difference = self.area.difference(at, i);
            let cost = self.area.problem.classes[at][i].cost;
            all.push(Alternative { node, cost, is_chosen, difference });
        }
        all
    }
}

/// The classes that roots can need, by number, the nodes of their candidates, and the rest of what extraction is about.
#[allow(clippy::type_complexity)]
fn problem_of<'a>(
    ctx: &Context,
    encoding: &'a Encoding<'_>,
    legality: &Legality,
) -> (FxHashMap<Id, usize>, Vec<Vec<&'a Node>>, Problem) {
    let egraph = &encoding.egraph;
    let sources: FxHashSet<Node> = encoding.sources.iter().map(|source| source.canonical(egraph)).collect();
    let mut index = FxHashMap::default();
    let mut ids: Vec<Id> = Vec::new();
    let mut enter = |id: Id, ids: &mut Vec<Id>| {
        *index.entry(id).or_insert_with(|| {
            ids.push(id);
            ids.len() - 1
        })
    };
    let roots: Vec<usize> = encoding.root_classes().into_iter().map(|root| enter(root, &mut ids)).collect();
    let mut problem = Problem { classes: Vec::new(), roots };
    let mut nodes = Vec::new();
    while nodes.len() < ids.len() {
        let id = ids[nodes.len()];
        let mut candidates: Vec<(Candidate, &'a Node)> = Vec::new();
        for (i, node) in egraph[id].nodes.iter().enumerate() {
            if !legality.may_choose(egraph, id, i) {
                continue;
            }
            let mut needs: Vec<usize> =
                node.children.iter().map(|&child| enter(egraph.find(child), &mut ids)).collect();
            needs.sort_unstable();
            needs.dedup();
            if needs.iter().any(|&child| ids[child] == id) {
                continue;
            }
            let is_source = sources.contains(node);
            let is_folded = is_folded(ctx, egraph, node);
            candidates
                .push((Candidate { cost: cost(ctx, egraph, id, node), is_source, is_folded, needs }, node));
        }
        // Of equally cheap nodes that of the source stays. What egg keeps in a class depends on the history of unions; a
        // fixed order makes the other ties deterministic.
        candidates.sort_by(|(a, x), (b, y)| (a.cost, !a.is_source, x).cmp(&(b.cost, !b.is_source, y)));
        let (of_class, by_number) = candidates.into_iter().unzip();
        problem.classes.push(of_class);
        nodes.push(by_number);
    }
    (index, nodes, problem)
}
