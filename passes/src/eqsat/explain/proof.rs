//! Proofs that what was chosen equals the source, by egg's explanations.
//!
//! For proofs the e-graph has explanations enabled. Then an application joins two terms rather than two classes: what the
//! pattern matched, with the operations that stand there and the classes that are its variables, and what was built.

use std::rc::Rc;

use core_ir::pass::reasons::{Proof, ProofTerm};
use core_ir::text::type_text;
use core_ir::{Context, DictId, TypeId};
use egg::{Id, TreeTerm};
use rustc_hash::FxHashMap;

use super::derive::{Vertices, canonical};
use crate::eqsat::bridge::Encoding;
use crate::eqsat::extract::Extraction;
use crate::eqsat::facts::Egraph;
use crate::eqsat::node::{Head, Node};
use crate::eqsat::rules::compiled::{OpPat, Pat};
use crate::eqsat::rules::matcher::match_attrs;
use crate::eqsat::rules::run::Subst;
use crate::eqsat::rules::value::{Env, Val};
use crate::eqsat::rules::{Compiled, Selection};

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

/// Thousands of operations deep, terms are walked by recursion in egg; the thread that does it has stack enough.
const STACK: usize = 64 << 20;
/// And this much more for each node.
const STACK_PER_NODE: usize = 4 << 10;
/// No more address space than this.
const MOST_STACK: usize = 4 << 30;

/// What was chosen, for the e-graph that tells proofs.
pub struct Claim {
    /// The source operation, by index.
    pub source: usize,
    /// The node that was chosen for its class.
    pub node: Node,
}

/// Proves in `proven`, which was encoded from the same block and saturated with the same rules, that source operations
/// are equal to what was chosen for their classes in `encoding`. For each claim the place of its proof, if there is one.
pub fn prove<'c>(
    ctx: &'c Context,
    encoding: &Encoding<'c>,
    extraction: &Extraction<'_>,
    proven: &mut Encoding<'c>,
    rules: &Selection,
    claims: &[Claim],
) -> (Vec<Option<usize>>, Vec<Proof>) {
    let classes = corresponding(encoding, extraction, proven, claims);
    let vertices = Vertices::new(&proven.egraph);
    let mut pairs: Vec<(usize, Id, Id)> = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let Some(node) = translated(encoding, proven, &classes, &claim.node) else { continue };
        let Some(vertex) = vertices.of(&canonical(&proven.egraph, &node)) else { continue };
        let (left, right) = (proven.sources[claim.source].class, Id::from(vertex as usize));
        if proven.egraph.find(left) == proven.egraph.find(right) {
            pairs.push((at, left, right));
        }
    }
    // One question about all pairs: what proofs share is found once.
    let mut all = |ids: Vec<Id>| {
        let node = proven.egraph.analysis.nodes.node(
            Head::Leaf(u32::MAX),
            DictId::EMPTY,
            TypeId::NONE,
            0,
            ids.into(),
        );
        proven.egraph.add_uncanonical(node)
    };
    let left = all(pairs.iter().map(|pair| pair.1).collect());
    let right = all(pairs.iter().map(|pair| pair.2).collect());
    proven.egraph.rebuild();
    let stack =
        STACK.saturating_add(proven.egraph.nodes().len().saturating_mul(STACK_PER_NODE)).min(MOST_STACK);
    let egraph = &mut proven.egraph;
    let told = std::thread::scope(|scope| {
        let work = || {
            let explanation = egraph.explain_id_equivalence(left, right);
            let mut teller = Teller { ctx, rules, proofs: Vec::new(), known: FxHashMap::default() };
            let places: Vec<usize> = match explanation.explanation_trees.last() {
                Some(last) => last.child_proofs.iter().map(|proof| teller.proof(proof)).collect(),
                None => Vec::new(),
            };
            (places, teller.proofs)
        };
        let thread = std::thread::Builder::new().stack_size(stack).spawn_scoped(scope, work);
        thread.ok().and_then(|thread| thread.join().ok())
    });
    let mut found = vec![None; claims.len()];
    let Some((places, proofs)) = told else { return (found, Vec::new()) };
    for ((at, ..), place) in pairs.into_iter().zip(places) {
        found[at] = Some(place);
    }
    (found, proofs)
}

/// The classes of `proven` that hold what the chosen classes of `encoding` hold, as far as claims are about those.
fn corresponding(
    encoding: &Encoding<'_>,
    extraction: &Extraction<'_>,
    proven: &mut Encoding<'_>,
    claims: &[Claim],
) -> FxHashMap<Id, Option<Id>> {
    let mut classes: FxHashMap<Id, Option<Id>> = FxHashMap::default();
    for (ours, theirs) in encoding.sources.iter().zip(&proven.sources) {
        classes.insert(encoding.egraph.find(ours.class), Some(proven.egraph.find(theirs.class)));
    }
    let needed = claims.iter().flat_map(|claim| &claim.node.children);
    let mut stack: Vec<Id> = needed.map(|&id| encoding.egraph.find(id)).collect();
    while let Some(&top) = stack.last() {
        let node = extraction.node(top).filter(|_| !classes.contains_key(&top));
        let Some(node) = node else {
            stack.pop();
            continue;
        };
        let children = node.children.iter().map(|&id| encoding.egraph.find(id));
        let missing: Vec<Id> = children.filter(|id| !classes.contains_key(id)).collect();
        if !missing.is_empty() {
            stack.extend(missing);
            continue;
        }
        // What is not found there is not looked for again.
        let found = translated(encoding, proven, &classes, node);
        let class = found.and_then(|node| proven.egraph.lookup(node));
        classes.insert(top, class);
        stack.pop();
    }
    classes
}

/// A node of `encoding` as `proven` has it.
fn translated(
    encoding: &Encoding<'_>,
    proven: &mut Encoding<'_>,
    classes: &FxHashMap<Id, Option<Id>>,
    node: &Node,
) -> Option<Node> {
    let class = |&id: &Id| classes.get(&encoding.egraph.find(id)).copied().flatten();
    let children = node.children.iter().map(class).collect::<Option<_>>()?;
    Some(proven.egraph.analysis.nodes.node(node.head, node.props, node.elem, node.place, children))
}

type Tree = Rc<TreeTerm<Node>>;

/// Tells egg's proofs, each of which shares its parts with others. They are walked as they are and never made flat: a
/// flat proof repeats a shared part wherever it is used, and grows with the number of paths.
struct Teller<'a> {
    ctx: &'a Context,
    rules: &'a Selection,
    proofs: Vec<Proof>,
    /// Proofs by the terms that they consist of.
    known: FxHashMap<Vec<*const TreeTerm<Node>>, usize>,
}

impl Teller<'_> {
    /// The place of a proof, which is told when it was not yet.
    fn proof(&mut self, trees: &[Tree]) -> usize {
        let key: Vec<_> = trees.iter().map(Rc::as_ptr).collect();
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let terms = trees.iter().enumerate().map(|(i, tree)| self.term(tree, i == 0)).collect();
        self.proofs.push(Proof { terms });
        self.known.insert(key, self.proofs.len() - 1);
        self.proofs.len() - 1
    }

    fn term(&mut self, tree: &Tree, is_first: bool) -> ProofTerm {
        let operands = tree.child_proofs.iter().enumerate().filter(|(_, proof)| proof.len() > 1);
        let operands: Vec<(usize, &[Tree])> = operands.map(|(i, proof)| (i, proof.as_slice())).collect();
        let operands = operands.into_iter().map(|(i, proof)| (i, self.proof(proof))).collect();
        let rule = tree.forward_rule.or(tree.backward_rule).filter(|_| !is_first);
        ProofTerm {
            text: self.text(tree, true),
            by: rule.map(|rule| self.rule(rule.as_str())),
            reversed: tree.backward_rule.is_some(),
            operands,
        }
    }

    fn rule(&self, name: &str) -> String {
        match self.rules.iter().find(|rule| rule.name == name) {
            Some(rule) => format!("{name} ({})", rule.place),
            None => name.to_owned(),
        }
    }

    /// A term after its operands were replaced, two operations deep.
    fn text(&self, tree: &Tree, is_outer: bool) -> String {
        let ctx = self.ctx;
        let operands = || -> Vec<String> {
            let last = tree.child_proofs.iter().filter_map(|proof| proof.last());
            last.map(|child| if is_outer { self.text(child, false) } else { "_".into() }).collect()
        };
        match tree.node.head {
            Head::Leaf(i) => format!("%in{i}"),
            Head::None => "none".into(),
            Head::Const(id) => format!("const : {}", type_text(ctx, ctx.const_type(id))),
            Head::Proj(i) => match operands().first() {
                Some(tuple) => format!("{tuple}#{i}"),
                None => format!("_#{i}"),
            },
            Head::Op(name) => format!("{}({})", ctx.op_text(name), operands().join(", ")),
        }
    }
}
