//! Choosing one node for each class so that the whole graph is cheap: DAG cost, shared nodes count once.
//!
//! The method is the "exact area" of technology mapping: a first choice by bottleneck cost, whose order of completion is
//! a topological order, then local search by reference counts. A change is kept only when the cost of the whole graph
//! drops, and only nodes whose children come earlier in that order are candidates, so the choice stays acyclic.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use core_ir::Context;
use egg::Id;
use rustc_hash::{FxHashMap, FxHashSet};

use super::bridge::Encoding;
use super::cost::cost;
use super::legality::{Legality, Target};
use super::node::Node;

/// How often the local search goes over all classes.
const PASSES: usize = 4;

struct Candidate<'a> {
    node: &'a Node,
    cost: u64,
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
    index: FxHashMap<Id, usize>,
    classes: Vec<Class<'a>>,
    /// The cost of the graph.
    pub cost: u64,
}

impl<'a> Extraction<'a> {
    /// Chooses nodes for the roots and all they need.
    pub fn new(ctx: &Context, encoding: &'a Encoding<'_>, target: &Target, legality: &Legality) -> Self {
        let mut this = Self::candidates(ctx, encoding, target, legality);
        this.first_choice();
        for root in encoding.root_classes() {
            if let Some(&at) = this.index.get(&root) {
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
        let class = &self.classes[*self.index.get(&class)?];
        Some(class.candidates.get(class.choice)?.node)
    }

    /// Whether the graph uses `class`, a canonical id.
    pub fn uses(&self, class: Id) -> bool {
        self.index.get(&class).is_some_and(|&at| self.classes[at].references > 0)
    }

    fn candidates(ctx: &Context, encoding: &'a Encoding<'_>, target: &Target, legality: &Legality) -> Self {
        let egraph = &encoding.egraph;
        let sources: FxHashSet<Node> =
            encoding.sources.iter().map(|source| source.canonical(egraph)).collect();
        let mut index = FxHashMap::default();
        let mut ids: Vec<Id> = Vec::new();
        let mut enter = |id: Id, ids: &mut Vec<Id>| {
            *index.entry(id).or_insert_with(|| {
                ids.push(id);
                ids.len() - 1
            })
        };
        for root in encoding.root_classes() {
            enter(root, &mut ids);
        }
        let mut classes = Vec::new();
        while classes.len() < ids.len() {
            let id = ids[classes.len()];
            let mut candidates: Vec<Candidate<'a>> = Vec::new();
            for node in &egraph[id].nodes {
                if !legality.may_choose(ctx, egraph, target, id, node) {
                    continue;
                }
                let mut children: Vec<usize> =
                    node.children.iter().map(|&child| enter(egraph.find(child), &mut ids)).collect();
                children.sort_unstable();
                children.dedup();
                if children.iter().any(|&child| ids[child] == id) {
                    continue;
                }
                candidates.push(Candidate { node, cost: cost(ctx, egraph, id, node), children });
            }
            // Of equally cheap nodes that of the source stays. What egg keeps in a class depends on the history of
            // unions; a fixed order makes the other ties deterministic.
            candidates.sort_by_cached_key(|it| (it.cost, !sources.contains(it.node), it.node));
            classes.push(Class { candidates, choice: 0, order: usize::MAX, references: 0 });
        }
        Self { index, classes, cost: 0 }
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
        let mut order = 0;
        while let Some(Reverse((value, at, i))) = heap.pop() {
            if done[at].is_some() {
                continue;
            }
            done[at] = Some(value);
            (self.classes[at].choice, self.classes[at].order) = (i, order);
            order += 1;
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

    /// One pass over all classes in use; whether anything got cheaper.
    fn improve(&mut self) -> bool {
        let mut order: Vec<usize> =
            (0..self.classes.len()).filter(|&at| self.classes[at].order != usize::MAX).collect();
        order.sort_by_key(|&at| Reverse(self.classes[at].order));
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
        let limit = self.classes[at].order;
        let candidate = &self.classes[at].candidates[i];
        if candidate.children.iter().any(|&child| self.classes[child].order >= limit) {
            return false;
        }
        let (new_cost, new_children) = (candidate.cost, candidate.children.clone());
        let Some(old) = self.choice(at) else { return false };
        let (old_cost, old_children) = (old.cost, old.children.clone());
        // New references first: what both need keeps its count above zero and is not walked.
        let added =
            new_children.iter().map(|&child| self.reference(child)).fold(new_cost, u64::saturating_add);
        let saved =
            old_children.iter().map(|&child| self.dereference(child)).fold(old_cost, u64::saturating_add);
        if added < saved {
            self.classes[at].choice = i;
            self.cost = self.cost.saturating_add(added).saturating_sub(saved);
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
}
