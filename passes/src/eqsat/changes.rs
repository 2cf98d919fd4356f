//! What is new in an e-graph since it was last searched.
//!
//! Semi-naive evaluation, as Datalog engines do it: a match is worth finding only if it holds a node that was not there
//! the last time, or a value of which less was known.

use core_ir::{ConstId, TypeId};
use egg::Id;
use rustc_hash::{FxHashMap, FxHashSet};

use super::facts::{Egraph, Fact};
use super::node::Node;

/// The changes between the last two searches.
pub(super) struct Changes {
    /// Every node met so far with its class.
    known: FxHashSet<(Id, Node)>,
    /// What was known of each class.
    facts: FxHashMap<Id, Known>,
    /// The classes with new nodes: a bit for each node by its place among those of the class.
    nodes: FxHashMap<Id, u64>,
    /// The classes of whose value more is known.
    values: FxHashSet<Id>,
    /// How far above a change each class stands, in operations; at most `most` + 1.
    distance: Vec<u8>,
    /// How far any rule looks.
    most: u8,
}

/// What conditions can ask of a value.
#[derive(PartialEq, Eq)]
struct Known {
    ty: TypeId,
    konst: Option<ConstId>,
    is_const: bool,
    has_dims: bool,
    disputed: bool,
}

impl Known {
    fn of(fact: &Fact) -> Self {
        let Fact { ty, konst, is_const, ref dims, disputed } = *fact;
        Self { ty, konst, is_const, has_dims: dims.is_some(), disputed }
    }
}

/// The bit of node `i` of a class; those beyond the last bit share it.
fn bit(i: usize) -> u64 {
    1 << i.min(63)
}

impl Changes {
    /// Nothing was searched yet by rules that look up to `most` operations down.
    pub(super) fn new(most: usize) -> Self {
        Self {
            known: FxHashSet::default(),
            facts: FxHashMap::default(),
            nodes: FxHashMap::default(),
            values: FxHashSet::default(),
            distance: Vec::new(),
            most: u8::try_from(most).unwrap_or(u8::MAX - 1).min(u8::MAX - 1),
        }
    }

    /// Finds what changed since the last time. `egraph` was rebuilt.
    pub(super) fn update(&mut self, egraph: &mut Egraph<'_>) {
        self.nodes.clear();
        self.values.clear();
        let touched: Vec<Id> = std::mem::take(&mut egraph.analysis.touched);
        let mut visited = FxHashSet::default();
        let mut level = Vec::new();
        for id in touched {
            let id = egraph.find(id);
            // Where classes were joined, the nodes that used them are others now.
            let users = egraph[id].parents();
            for class in users.map(|user| egraph.find(user)).chain([id]) {
                if visited.insert(class) && self.look(egraph, class) {
                    level.push(class);
                }
            }
        }
        self.spread(egraph, level);
    }

    /// Notes what is new in a class. Whether anything is.
    fn look(&mut self, egraph: &Egraph<'_>, class: Id) -> bool {
        let found = &egraph[class];
        let known = Known::of(&found.data);
        let is_more = self.facts.get(&class) != Some(&known);
        if is_more {
            self.facts.insert(class, known);
            self.values.insert(class);
        }
        let mut new = 0;
        for (i, node) in found.nodes.iter().enumerate() {
            if self.known.insert((class, node.clone())) {
                new |= bit(i);
            }
        }
        if new != 0 {
            self.nodes.insert(class, new);
        }
        is_more || new != 0
    }

    /// Computes the distances from the changed classes.
    fn spread(&mut self, egraph: &Egraph<'_>, mut level: Vec<Id>) {
        self.distance.clear();
        self.distance.resize(egraph.nodes().len(), self.most + 1);
        for distance in 0..=self.most {
            let mut above = Vec::new();
            for id in level {
                let id = egraph.find(id);
                let at = &mut self.distance[usize::from(id)];
                if *at > distance {
                    *at = distance;
                    above.extend(egraph[id].parents());
                }
            }
            level = above;
        }
    }

    /// Whether something changed in class `class`, which is canonical, or up to `depth` operands below it.
    pub(super) fn sees_change(&self, class: Id, depth: usize) -> bool {
        usize::from(self.distance[usize::from(class)]) <= depth
    }

    /// Whether node `i` of class `class`, which is canonical, is new.
    pub(super) fn is_new_node(&self, class: Id, i: usize) -> bool {
        self.sees_change(class, 0) && self.nodes.get(&class).is_some_and(|bits| bits & bit(i) != 0)
    }

    /// Whether more is known of the value of class `class`, which is canonical.
    pub(super) fn says_more(&self, class: Id) -> bool {
        self.sees_change(class, 0) && self.values.contains(&class)
    }
}
