//! From the nodes that were chosen back to the source: which applications of rules made them of what.
//!
//! A node is known by the lowest number that it ever had, so nodes of the source have the lowest of all, and an
//! application only matches nodes with lower numbers than those that it makes. Steps back therefore come to an end.

use std::collections::VecDeque;
use std::sync::Arc;

use core_ir::pass::reasons::{Origin, RuleText, Step};
use core_ir::{Context, OpName};
use egg::{Id, Language};
use rustc_hash::{FxHashMap, FxHashSet};

use super::proof::{Finder, Matched};
use super::provenance::{Application, Provenance};
use super::text::rule_text;
use crate::eqsat::bridge::Encoding;
use crate::eqsat::facts::Egraph;
use crate::eqsat::node::{Head, Node};
use crate::eqsat::rules::compiled::Build;
use crate::eqsat::rules::value::Val;
use crate::eqsat::rules::{Compiled, Selection};

/// A node, by the lowest number that it had.
pub type Vertex = u32;

/// The numbers of nodes as they are in the end.
pub struct Vertices {
    numbers: FxHashMap<Node, Vertex>,
}

impl Vertices {
    /// Numbers the nodes of `egraph`.
    pub fn new(egraph: &Egraph<'_>) -> Self {
        let mut numbers = FxHashMap::default();
        numbers.reserve(egraph.nodes().len());
        for (number, node) in egraph.nodes().iter().enumerate() {
            numbers.entry(canonical(egraph, node)).or_insert(number as Vertex);
        }
        Self { numbers }
    }

    /// The number of a node whose children are canonical.
    pub fn of(&self, node: &Node) -> Option<Vertex> {
        self.numbers.get(node).copied()
    }

    /// The number of the node that was once made as `id`.
    pub fn of_id(&self, egraph: &Egraph<'_>, id: Id) -> Option<Vertex> {
        self.of(&canonical(egraph, egraph.id_to_node(id)))
    }
}

/// A node with the classes of its operands as they are now.
pub fn canonical(egraph: &Egraph<'_>, node: &Node) -> Node {
    node.clone().map_children(|id| egraph.find(id))
}

/// What an application matched and made.
#[derive(Clone, Default)]
struct Resolved {
    /// The node that it replaces.
    root: Option<Vertex>,
    /// The operations of the pattern, the root's first, that of a selected result rather than its projection.
    matched: Vec<Vertex>,
    /// What stands for the root.
    built: Option<Vertex>,
}

/// Finds the steps that lead to nodes.
pub struct Derivation<'a, 'c> {
    ctx: &'c Context,
    egraph: &'a Egraph<'c>,
    provenance: &'a Provenance,
    rules: &'a Selection,
    /// The numbers of nodes.
    pub vertices: &'a Vertices,
    /// The steps so far.
    pub steps: Vec<Step>,
    /// The source operations by their nodes and the projections of these.
    sources: FxHashMap<Vertex, usize>,
    /// The nodes of source operations in each class.
    sources_in: FxHashMap<Id, Vec<Vertex>>,
    /// The applications at each class.
    joins_in: FxHashMap<Id, Vec<usize>>,
    resolved: FxHashMap<usize, Resolved>,
    texts: FxHashMap<u32, Arc<RuleText>>,
    /// Steps by application, direction and origin of what is replaced.
    known: FxHashMap<(usize, bool, Option<Origin>), usize>,
    /// Steps that made nodes.
    makers: FxHashMap<usize, Origin>,
}

impl<'a, 'c> Derivation<'a, 'c> {
    /// No steps yet.
    pub fn new(
        ctx: &'c Context,
        encoding: &'a Encoding<'c>,
        provenance: &'a Provenance,
        rules: &'a Selection,
        vertices: &'a Vertices,
    ) -> Self {
        let egraph = &encoding.egraph;
        let by_class: FxHashMap<Id, usize> =
            encoding.sources.iter().enumerate().rev().map(|(i, source)| (source.class, i)).collect();
        let mut sources = FxHashMap::default();
        let mut sources_in: FxHashMap<Id, Vec<Vertex>> = FxHashMap::default();
        for (number, node) in egraph.nodes()[..provenance.sources()].iter().enumerate() {
            let id = Id::from(number);
            let holder = if let Head::Proj(_) = node.head { node.children[0] } else { id };
            let Some(&source) = by_class.get(&holder) else { continue };
            let Some(vertex) = vertices.of_id(egraph, id) else { continue };
            sources.entry(vertex).or_insert(source);
            if matches!(node.head, Head::Op(_) | Head::Proj(_)) {
                sources_in.entry(egraph.find(id)).or_default().push(vertex);
            }
        }
        let mut joins_in: FxHashMap<Id, Vec<usize>> = FxHashMap::default();
        for (at, application) in provenance.applications().iter().enumerate() {
            joins_in.entry(egraph.find(application.root)).or_default().push(at);
        }
        Self {
            ctx,
            egraph,
            provenance,
            rules,
            vertices,
            steps: Vec::new(),
            sources,
            sources_in,
            joins_in,
            resolved: FxHashMap::default(),
            texts: FxHashMap::default(),
            known: FxHashMap::default(),
            makers: FxHashMap::default(),
        }
    }

    /// A rule as text, one for all who refer to it.
    pub fn text(&mut self, rule: u32) -> Arc<RuleText> {
        let compiled = &self.rules[rule as usize];
        self.texts.entry(rule).or_insert_with(|| Arc::new(rule_text(self.ctx, compiled))).clone()
    }

    /// What the node `chosen` of class `class` is: the ends of the chains that lead to it from the source operations of
    /// that class or, where there are none, the step that made it.
    pub fn origins(&mut self, class: Id, chosen: Vertex) -> Vec<Origin> {
        let towards = self.paths(class, chosen);
        let mut origins: Vec<Origin> = Vec::new();
        for source in self.sources_in.get(&class).cloned().unwrap_or_default() {
            let Some(last) = self.follow(source, chosen, &towards) else { continue };
            if !origins.contains(&last) {
                origins.push(last);
            }
        }
        if origins.is_empty() {
            origins.extend(self.made(chosen));
        }
        origins
    }

    /// For each node of class `class` from which applications lead to `chosen` the next one on the way, with the
    /// application and whether it is gone backwards.
    fn paths(&mut self, class: Id, chosen: Vertex) -> FxHashMap<Vertex, (Vertex, usize, bool)> {
        let mut edges: FxHashMap<Vertex, Vec<(Vertex, usize, bool)>> = FxHashMap::default();
        let joins = self.joins_in.get(&class).cloned().unwrap_or_default();
        // What rules say forwards comes first; then the other direction is as good.
        for reversed in [false, true] {
            for &at in &joins {
                let resolved = self.resolve(at);
                let (Some(root), Some(built)) = (resolved.root, resolved.built) else { continue };
                let (from, to) = if reversed { (built, root) } else { (root, built) };
                edges.entry(to).or_default().push((from, at, reversed));
            }
        }
        let mut towards = FxHashMap::default();
        let mut seen: FxHashSet<Vertex> = FxHashSet::from_iter([chosen]);
        let mut queue = VecDeque::from([chosen]);
        while let Some(to) = queue.pop_front() {
            for &(from, at, reversed) in edges.get(&to).into_iter().flatten() {
                if seen.insert(from) {
                    towards.insert(from, (to, at, reversed));
                    queue.push_back(from);
                }
            }
        }
        towards
    }

    /// The steps from a source node to `chosen`; the last of them.
    fn follow(
        &mut self,
        source: Vertex,
        chosen: Vertex,
        towards: &FxHashMap<Vertex, (Vertex, usize, bool)>,
    ) -> Option<Origin> {
        let mut origin = Origin::Source(*self.sources.get(&source)?);
        let mut at = source;
        while at != chosen {
            let &(next, application, reversed) = towards.get(&at)?;
            for &inner in self.resolve(application).matched.iter().skip(1) {
                self.made(inner);
            }
            origin = self.step(application, reversed, Some(origin));
            at = next;
        }
        Some(origin)
    }

    /// The step that made a node, or the source operation that it is; none for what is no operation.
    fn made(&mut self, vertex: Vertex) -> Option<Origin> {
        // A work list rather than recursion: chains may be thousands of steps long.
        let mut stack = vec![vertex];
        while let Some(&top) = stack.last() {
            let Some(maker) = self.maker(top).filter(|maker| !self.makers.contains_key(maker)) else {
                stack.pop();
                continue;
            };
            let resolved = self.resolve(maker);
            let needed = resolved.root.iter().chain(&resolved.matched).copied();
            let missing: Vec<Vertex> = needed
                .filter(|&vertex| {
                    vertex < top && self.maker(vertex).is_some_and(|maker| !self.makers.contains_key(&maker))
                })
                .collect();
            if missing.is_empty() {
                let root = resolved.root.and_then(|root| self.known_origin(root));
                let step = self.step(maker, false, root);
                self.makers.insert(maker, step);
                stack.pop();
            } else {
                stack.extend(missing);
            }
        }
        self.known_origin(vertex)
    }

    fn maker(&self, vertex: Vertex) -> Option<usize> {
        self.provenance.maker(vertex as usize).filter(|_| !self.sources.contains_key(&vertex))
    }

    fn known_origin(&self, vertex: Vertex) -> Option<Origin> {
        if let Some(&source) = self.sources.get(&vertex) {
            return Some(Origin::Source(source));
        }
        self.makers.get(&self.maker(vertex)?).copied()
    }

    /// The step of application `at`, gone forwards or backwards, where `from` is what is replaced.
    fn step(&mut self, at: usize, reversed: bool, from: Option<Origin>) -> Origin {
        if let Some(&known) = self.known.get(&(at, reversed, from)) {
            return Origin::Step(known);
        }
        let resolved = self.resolve(at);
        let application = self.provenance.applications()[at];
        let compiled = &self.rules[application.rule as usize];
        let built = built_names(compiled);
        let matched: Vec<(OpName, Option<Origin>)> = if reversed {
            built.first().map(|&name| (name, from)).into_iter().collect()
        } else {
            let inner = resolved.matched.iter().skip(1).filter_map(|&vertex| {
                Some((self.egraph.nodes()[vertex as usize].op()?, self.known_origin(vertex)))
            });
            std::iter::once((compiled.pattern.name, from)).chain(inner).collect()
        };
        let made = if reversed { vec![compiled.pattern.name] } else { built };
        let rule = self.text(application.rule);
        let iteration = application.iteration;
        self.steps.push(Step { rule, reversed, iteration, matched, made });
        let step = self.steps.len() - 1;
        self.known.insert((at, reversed, from), step);
        Origin::Step(step)
    }

    /// The applications after `at` that were one with it, when it was the first of them: for a rule about several
    /// operations there is one for each.
    fn together(&self, at: usize) -> std::ops::Range<usize> {
        let all = self.provenance.applications();
        let key = |application: &Application| {
            let part = self.egraph.id_to_node(application.built);
            let tuple = part.children.first().map(|&id| self.egraph.find(id));
            (application.rule, application.iteration, tuple)
        };
        let is_same = |other: &Application| key(other) == key(&all[at]);
        let is_joint = self.rules[all[at].rule as usize].joint.is_some();
        if !is_joint || at.checked_sub(1).is_some_and(|before| is_same(&all[before])) {
            return at..at;
        }
        at + 1..at + all[at..].iter().take_while(|other| is_same(other)).count()
    }

    /// What application `at` matched and made.
    fn resolve(&mut self, at: usize) -> Resolved {
        if let Some(known) = self.resolved.get(&at) {
            return known.clone();
        }
        let application = self.provenance.applications()[at];
        let rule = &self.rules[application.rule as usize];
        let before = self.provenance.nodes_before(at) as Vertex;
        let rank = |node: &Node| Some(self.vertices.of(node).filter(|&vertex| vertex < before)? as usize);
        let finder = Finder { ctx: self.ctx, egraph: self.egraph, rank: &rank };
        let subst = self.provenance.bound(at).map(|bound| bound.map(|id| Val::Class(self.egraph.find(id))));
        let mut resolved =
            Resolved { built: self.vertices.of_id(self.egraph, application.built), ..Resolved::default() };
        if let Some((matched, _)) = finder.op(&rule.pattern, application.root, subst.collect()) {
            resolved.root = self.vertices.of(matched.projection.as_ref().unwrap_or(&matched.node));
            collect(&matched, self.vertices, &mut resolved.matched);
        }
        // A rule about several operations at once makes what it makes of all of them.
        for other in self.together(at) {
            let subst = self.provenance.bound(other).map(|id| id.map(|id| Val::Class(self.egraph.find(id))));
            let root = self.provenance.applications()[other].root;
            if let Some((matched, _)) = finder.op(&rule.pattern, root, subst.collect()) {
                collect(&matched, self.vertices, &mut resolved.matched);
            }
        }
        self.resolved.insert(at, resolved.clone());
        resolved
    }
}

/// The nodes that a pattern stands for, outer ones first.
fn collect(matched: &Matched, vertices: &Vertices, out: &mut Vec<Vertex>) {
    out.extend(vertices.of(&matched.node));
    matched.inner.iter().for_each(|(_, inner)| collect(inner, vertices, out));
}

/// The operations that a rule makes, the outermost first.
fn built_names(rule: &Compiled) -> Vec<OpName> {
    fn add(build: &Build, names: &mut Vec<OpName>) {
        if let Build::Op(op) = build {
            names.push(op.name);
            op.operands.iter().for_each(|operand| add(operand, names));
        }
    }
    let mut names = Vec::new();
    add(&rule.build, &mut names);
    rule.lets.iter().for_each(|(_, build)| add(build, &mut names));
    names
}
