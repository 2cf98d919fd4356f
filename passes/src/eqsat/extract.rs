//! Choosing one node for each class so that the whole graph is cheap: DAG cost, shared nodes count once.
//!
//! The method is the "exact area" of technology mapping: a first choice by bottleneck cost, whose order of completion is
//! a topological order, then local search by reference counts. A change is kept when the cost of the whole graph drops,
//! or stays and the source says it so; and only when the choice stays acyclic, for which the order is kept up to date.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use core_ir::{Context, TypeId};
use egg::Id;
use rustc_hash::{FxHashMap, FxHashSet};

use super::bridge::Encoding;
use super::cost::{cost, stored};
use super::legality::{Legality, Target, is_folded};
use super::node::Node;

/// How often the local search goes over all classes.
const PASSES: usize = 4;
/// How many classes a change may make come earlier.
const MOST_MOVED: usize = 256;

struct Candidate<'a> {
    node: &'a Node,
    cost: u64,
    /// Whether the source says it so.
    is_source: bool,
    children: Vec<usize>,
}

struct Class<'a> {
    candidates: Vec<Candidate<'a>>,
    /// Index into `candidates`.
    choice: usize,
    /// Position in the order of completion; `usize::MAX` when no acyclic choice exists.
    order: usize,
    references: u32,
}

/// A node for each class that the roots need.
pub struct Extraction<'a> {
    /// The place of each class, once for what computes it and once more for constants that the file has to hold.
    index: FxHashMap<(Id, bool), usize>,
    classes: Vec<Class<'a>>,
    /// The classes that have a choice, each after those its choice needs.
    by_order: Vec<usize>,
    /// The cost of the graph.
    pub cost: u64,
}

impl<'a> Extraction<'a> {
    /// Chooses nodes for the roots and all they need.
    pub fn new(ctx: &Context, encoding: &'a Encoding<'_>, target: &Target, legality: &Legality) -> Self {
        let mut this = Self::candidates(ctx, encoding, target, legality);
        this.first_choice();
        for root in encoding.root_classes() {
            if let Some(&at) = this.index.get(&(root, false)) {
                this.cost += this.reference(at);
            }
        }
        for _ in 0..PASSES {
            if !this.improve() {
                break;
            }
        }
        this
    }

    /// The node chosen for `class`, a canonical id.
    pub fn node(&self, class: Id) -> Option<&'a Node> {
        let class = &self.classes[*self.index.get(&(class, false))?];
        Some(class.candidates.get(class.choice)?.node)
    }

    /// Whether the graph uses `class`, a canonical id.
    pub fn uses(&self, class: Id) -> bool {
        self.index.get(&(class, false)).is_some_and(|&at| self.classes[at].references > 0)
    }

    fn candidates(ctx: &Context, encoding: &'a Encoding<'_>, target: &Target, legality: &Legality) -> Self {
        let egraph = &encoding.egraph;
        let sources: FxHashSet<Node> =
            encoding.sources.iter().map(|source| source.canonical(egraph)).collect();
        let mut index = FxHashMap::default();
        let mut ids: Vec<(Id, bool)> = Vec::new();
        let mut enter = |id: Id, is_stored: bool, ids: &mut Vec<(Id, bool)>| {
            *index.entry((id, is_stored)).or_insert_with(|| {
                ids.push((id, is_stored));
                ids.len() - 1
            })
        };
        for root in encoding.root_classes() {
            enter(root, false, &mut ids);
        }
        let mut classes = Vec::new();
        while classes.len() < ids.len() {
            let (id, is_stored) = ids[classes.len()];
            let mut candidates: Vec<Candidate<'a>> = Vec::new();
            if is_stored && let Some(node) = egraph[id].nodes.first() {
                let children = vec![enter(id, false, &mut ids)];
                candidates.push(Candidate {
                    node,
                    cost: stored(ctx, egraph, id),
                    is_source: false,
                    children,
                });
                classes.push(Class { candidates, choice: 0, order: usize::MAX, references: 0 });
                continue;
            }
            for node in &egraph[id].nodes {
                if !legality.may_choose(ctx, egraph, target, id, node) {
                    continue;
                }
                // What is computed from constants at compile time needs them in no file.
                let at_run_time = !is_folded(ctx, egraph, node);
                let mut children: Vec<usize> = node
                    .children
                    .iter()
                    .map(|&child| {
                        let fact = &egraph[child].data;
                        (egraph.find(child), at_run_time && fact.is_const && fact.ty != TypeId::NONE)
                    })
                    .map(|(child, is_stored)| enter(child, is_stored, &mut ids))
                    .collect();
                children.sort_unstable();
                children.dedup();
                if children.iter().any(|&child| ids[child].0 == id) {
                    continue;
                }
                let is_source = sources.contains(node);
                candidates.push(Candidate { node, cost: cost(ctx, egraph, id, node), is_source, children });
            }
            // Of equally cheap nodes that of the source stays. What egg keeps in a class depends on the history of
            // unions; a fixed order makes the other ties deterministic.
            candidates.sort_by(|a, b| (a.cost, !a.is_source, a.node).cmp(&(b.cost, !b.is_source, b.node)));
            classes.push(Class { candidates, choice: 0, order: usize::MAX, references: 0 });
        }
        Self { index, classes, by_order: Vec::new(), cost: 0 }
    }

    /// Knuth's generalisation of Dijkstra's algorithm with cost "own + dearest child", which cannot explode as a sum
    /// over a tree would.
    fn first_choice(&mut self) {
        let mut waiting: Vec<Vec<(usize, usize)>> = vec![Vec::new(); self.classes.len()];
        let mut missing: Vec<Vec<usize>> = Vec::with_capacity(self.classes.len());
        let mut heap = BinaryHeap::new();
        for (at, class) in self.classes.iter().enumerate() {
            missing.push(class.candidates.iter().map(|candidate| candidate.children.len()).collect());
            for (i, candidate) in class.candidates.iter().enumerate() {
                for &child in &candidate.children {
                    waiting[child].push((at, i));
                }
                if candidate.children.is_empty() {
                    heap.push(Reverse((candidate.cost, at, i)));
                }
            }
        }
        let mut done: Vec<Option<u64>> = vec![None; self.classes.len()];
        while let Some(Reverse((value, at, i))) = heap.pop() {
            if done[at].is_some() {
                continue;
            }
            done[at] = Some(value);
            (self.classes[at].choice, self.classes[at].order) = (i, self.by_order.len());
            self.by_order.push(at);
            for &(parent, j) in &waiting[at] {
                missing[parent][j] -= 1;
                if missing[parent][j] == 0 && done[parent].is_none() {
                    let candidate = &self.classes[parent].candidates[j];
                    let dearest =
                        candidate.children.iter().filter_map(|&child| done[child]).max().unwrap_or(0);
                    heap.push(Reverse((candidate.cost.saturating_add(dearest), parent, j)));
                }
            }
        }
    }

    fn choice(&self, at: usize) -> Option<&Candidate<'a>> {
        let class = &self.classes[at];
        class.candidates.get(class.choice)
    }

    /// Adds a reference to class `at`; gives the cost of what became needed.
    fn reference(&mut self, at: usize) -> u64 {
        let mut added = 0u64;
        let mut stack = vec![at];
        while let Some(at) = stack.pop() {
            self.classes[at].references += 1;
            if self.classes[at].references == 1
                && let Some(candidate) = self.choice(at)
            {
                added = added.saturating_add(candidate.cost);
                stack.extend_from_slice(&candidate.children);
            }
        }
        added
    }

    /// Removes a reference to class `at`; gives the cost of what is not needed any more.
    fn dereference(&mut self, at: usize) -> u64 {
        let mut saved = 0u64;
        let mut stack = vec![at];
        while let Some(at) = stack.pop() {
            self.classes[at].references -= 1;
            if self.classes[at].references == 0
                && let Some(candidate) = self.choice(at)
            {
                saved = saved.saturating_add(candidate.cost);
                stack.extend_from_slice(&candidate.children);
            }
        }
        saved
    }

    /// One pass over all classes in use; whether anything got better.
    fn improve(&mut self) -> bool {
        let mut order = self.by_order.clone();
        order.reverse();
        let mut improved = false;
        for at in order {
            if self.classes[at].references == 0 || self.classes[at].candidates.len() < 2 {
                continue;
            }
            for i in 0..self.classes[at].candidates.len() {
                improved |= i != self.classes[at].choice && self.try_choice(at, i);
            }
        }
        improved
    }

    fn try_choice(&mut self, at: usize, i: usize) -> bool {
        let candidate = &self.classes[at].candidates[i];
        let Some(earlier) = self.must_come_earlier(at, &candidate.children) else { return false };
        let (new_cost, new_children, is_source) =
            (candidate.cost, candidate.children.clone(), candidate.is_source);
        let Some(old) = self.choice(at) else { return false };
        let (old_cost, old_children, was_source) = (old.cost, old.children.clone(), old.is_source);
        // New references first: what both need keeps its count above zero and is not walked.
        let added =
            new_children.iter().map(|&child| self.reference(child)).fold(new_cost, u64::saturating_add);
        let saved =
            old_children.iter().map(|&child| self.dereference(child)).fold(old_cost, u64::saturating_add);
        if added < saved || added == saved && is_source && !was_source {
            self.classes[at].choice = i;
            self.cost = self.cost.saturating_add(added).saturating_sub(saved);
            self.move_before(at, &earlier);
            return true;
        }
        for &child in &old_children {
            self.reference(child);
        }
        for &child in &new_children {
            self.dereference(child);
        }
        false
    }

    /// What has to come before class `at`, but does not yet, when it needs `children`. `None` when that needs `at`
    /// itself, or is too much.
    fn must_come_earlier(&self, at: usize, children: &[usize]) -> Option<FxHashSet<usize>> {
        let limit = self.classes[at].order;
        let mut found = FxHashSet::default();
        let mut stack: Vec<usize> = children.to_vec();
        while let Some(class) = stack.pop() {
            let order = self.classes[class].order;
            if class == at || order == usize::MAX || found.len() > MOST_MOVED {
                return None;
            }
            // What comes earlier needs nothing that comes later.
            if order > limit && found.insert(class) {
                stack.extend_from_slice(&self.choice(class)?.children);
            }
        }
        Some(found)
    }

    /// Puts `earlier` before class `at` in the order, and leaves the others in theirs.
    fn move_before(&mut self, at: usize, earlier: &FxHashSet<usize>) {
        let Some(last) = earlier.iter().map(|&class| self.classes[class].order).max() else { return };
        let first = self.classes[at].order;
        let (moved, others): (Vec<usize>, Vec<usize>) =
            self.by_order[first..=last].iter().partition(|class| earlier.contains(class));
        for (order, class) in (first..).zip(moved.into_iter().chain(others)) {
            self.by_order[order] = class;
            self.classes[class].order = order;
        }
    }
}
