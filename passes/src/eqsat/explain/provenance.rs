//! What rules did: a record for each application that changed something.
//!
//! The e-graph numbers nodes in the order in which they are made, so that a record of the first number that an
//! application made says of all nodes which one made them; nodes need no note of their own.

use egg::Id;
use rustc_hash::FxHashMap;

use crate::eqsat::facts::Egraph;
use crate::eqsat::node::Head;
use crate::eqsat::rules::Selection;
use crate::eqsat::rules::compiled::Build;
use crate::eqsat::rules::run::Subst;
use crate::eqsat::rules::value::Val;

/// A rule that was applied and changed something.
#[derive(Clone, Copy, Debug)]
pub struct Application {
    /// The rule, by its place in the selection.
    pub rule: u32,
    /// The iteration, over all sets.
    pub iteration: u32,
    /// The class of what it replaces, as it was called then.
    pub root: Id,
    /// What it is equal to by the rule: a node that the rule built, or a value that it matched.
    pub built: Id,
    /// The nodes from this number on, up to that of the next application, are made by this one.
    first: u32,
    /// Where the values of the rule's variables begin.
    bound: u32,
}

/// No value, among the values of variables.
const UNBOUND: u32 = u32::MAX;

/// The applications of one saturation in their order.
#[derive(Clone, Debug, Default)]
pub struct Provenance {
    applications: Vec<Application>,
    bound: Vec<u32>,
    /// How many nodes there were before the first.
    sources: usize,
}

impl Provenance {
    /// Nothing was applied to `egraph` yet.
    pub fn new(egraph: &Egraph<'_>) -> Self {
        Self { sources: egraph.nodes().len(), ..Self::default() }
    }

    /// Notes that rule `rule`, which matched class `root` with these values, built `built`; `first` is how many nodes
    /// there were before.
    pub fn note(
        &mut self,
        rule: usize,
        iteration: usize,
        [root, built]: [Id; 2],
        first: usize,
        subst: &Subst,
    ) {
        let (first, bound) = (first as u32, self.bound.len() as u32);
        let (rule, iteration) = (rule as u32, iteration as u32);
        self.applications.push(Application { rule, iteration, root, built, first, bound });
        self.bound.extend(subst.iter().map(|val| match val {
            Some(Val::Class(id)) => usize::from(*id) as u32,
            _ => UNBOUND,
        }));
    }

    /// The applications in their order.
    pub fn applications(&self) -> &[Application] {
        &self.applications
    }

    /// How many nodes came from the source.
    pub fn sources(&self) -> usize {
        self.sources
    }

    /// The values of the variables that application `at` matched, by slot.
    pub fn bound(&self, at: usize) -> impl Iterator<Item = Option<Id>> + '_ {
        let start = self.applications[at].bound as usize;
        let end = self.applications.get(at + 1).map_or(self.bound.len(), |next| next.bound as usize);
        self.bound[start..end].iter().map(|&id| (id != UNBOUND).then(|| Id::from(id as usize)))
    }

    /// How many nodes there were when application `at` matched.
    pub fn nodes_before(&self, at: usize) -> usize {
        self.applications[at].first as usize
    }

    /// The application that made the node with this number, unless it is the source's.
    pub fn maker(&self, node: usize) -> Option<usize> {
        let after = self.applications.partition_point(|application| application.first as usize <= node);
        (node >= self.sources).then(|| after.checked_sub(1)).flatten()
    }

    /// The first rule that made an operation what a class stands for, by class and operation.
    pub fn first_rules(&self, egraph: &Egraph<'_>, rules: &Selection) -> FxHashMap<(Id, Head), usize> {
        let mut first = FxHashMap::default();
        for application in &self.applications {
            let rule = application.rule as usize;
            if let Build::Op(op) = &rules[rule].build {
                let head = Head::of(op.name, op.projection);
                first.entry((egraph.find(application.built), head)).or_insert(rule);
            }
        }
        first
    }
}
