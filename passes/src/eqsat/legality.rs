//! Which classes a target can run, as a least fixpoint, and which source operations stand in the way of the others.

use std::collections::BTreeSet;

use core_ir::constraint::{Definitions, OpUse};
use core_ir::spec::{OperandInfo, Traits};
use core_ir::{Context, OpView};
use egg::{EClass, Id, Language};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use translate::tflite::Release;

use super::bridge::Encoding;
use super::facts::{Egraph, Fact, result_types};
use super::node::Node;

/// What the result may consist of.
#[derive(Clone, Debug)]
pub enum Target {
    /// Anything.
    Any,
    /// Operations that TFLite has.
    Tflite {
        /// TensorFlow operations, by name without `tf.`, that may stay as custom operations.
        allow_custom: BTreeSet<String>,
        /// Whether they must have types that its kernels take.
        check_types: bool,
        /// Whether source operations that nothing converts may stay; otherwise they are errors.
        partial: bool,
        /// The oldest release of the runtime that must run them.
        runtime: Option<Release>,
    },
}

/// Whether `node` is computed at compile time: every operand is constant and a kernel is there.
pub fn is_folded(ctx: &Context, egraph: &Egraph<'_>, node: &Node) -> bool {
    let Some(name) = node.op() else { return false };
    !node.children.is_empty()
        && ctx.op_spec(name).is_some_and(|spec| spec.traits.has(Traits::PURE))
        && node.children.iter().all(|&id| egraph[id].data.is_const)
        && eval::is_supported(ctx.op_text(name))
}

impl Target {
    /// Whether the target runs `node`, its operands aside. `Err` says why not.
    pub fn allows(&self, ctx: &Context, egraph: &Egraph<'_>, class: Id, node: &Node) -> Result<(), String> {
        let Target::Tflite { allow_custom, check_types, runtime, .. } = self else { return Ok(()) };
        let Some(name) = node.op() else { return Ok(()) };
        if is_folded(ctx, egraph, node) {
            return Ok(());
        }
        let text = ctx.op_text(name);
        if text.strip_prefix("tf.").is_some_and(|tf| allow_custom.contains(tf)) {
            return Ok(());
        }
        let spec = ctx.op_spec(name).ok_or("nothing is registered under its name")?;
        let is_constant = spec.traits.has(Traits::CONSTANT_LIKE) && !text.starts_with("tf.");
        if spec.tflite.is_none() && !is_constant {
            return Err("TFLite has no such operation".into());
        }
        if !check_types && runtime.is_none() {
            return Ok(());
        }
        let operands: Vec<OperandInfo<'_>> =
            node.children.iter().map(|&id| egraph[id].data.operand()).collect();
        let results = result_types(ctx, egraph[class].data.ty);
        let view = OpView { ctx, spec, props: node.props, operands: &operands, results: &results };
        if let Some(runtime) = runtime {
            let is_const: Vec<bool> = node.children.iter().map(|&id| egraph[id].data.is_const).collect();
            runtime.runs_use(&view, &is_const).map_err(|why| format!("`{text}` {why}"))?;
        }
        if !check_types {
            return Ok(());
        }
        let used = OpUse { definitions: Some(&Children(ctx, egraph, node)), ..OpUse::alone(view) };
        used.check_kernels()?;
        used.check_definition()
    }
}

/// The children of a node.
struct Children<'a, 'c>(&'a Context, &'a Egraph<'c>, &'a Node);

impl Definitions for Children<'_, '_> {
    fn operand(&self, i: usize) -> Option<u32> {
        Some(number(self.1, *self.2.children.get(i)?))
    }

    fn made_by(&self, value: u32, name: &str) -> Option<Vec<u32>> {
        let name = self.0.op_name(name);
        let nodes = &self.1[Id::from(value as usize)].nodes;
        let node = nodes.iter().find(|node| node.op() == Some(name))?;
        Some(node.children.iter().map(|&id| number(self.1, id)).collect())
    }
}

fn number(egraph: &Egraph<'_>, id: Id) -> u32 {
    usize::from(egraph.find(id)) as u32
}

/// Which classes the target can run, and the source operations that it cannot run but that nothing replaces.
pub struct Legality {
    /// Legal classes.
    classes: FxHashSet<Id>,
    /// For each class the nodes that the target does not run, by their places.
    refused: FxHashMap<Id, Vec<bool>>,
    /// The classes of those source operations, with their nodes, which count as legal.
    kept: FxHashMap<Id, Node>,
    /// Those source operations, by index into the sources, in order.
    pub stuck: Vec<usize>,
}

impl Legality {
    /// Computes the fixpoint: a class is legal when it has a node that the target allows and whose children are legal.
    /// While a root is not, the first source operation that stands in its way is kept as it is, and the fixpoint goes
    /// on: so what depends on that operation is judged by itself. Linear in nodes and edges, times the operations kept.
    pub fn compute(ctx: &Context, encoding: &Encoding<'_>, target: &Target) -> Self {
        let egraph = &encoding.egraph;
        let mut closure = Closure::default();
        let classes: Vec<&EClass<Node, Fact>> = egraph.classes().collect();
        let refuses = |class: &&EClass<Node, Fact>| -> Vec<bool> {
            class.nodes.iter().map(|node| target.allows(ctx, egraph, class.id, node).is_err()).collect()
        };
        let all: Vec<Vec<bool>> = classes.par_iter().map(refuses).collect();
        let mut refused = FxHashMap::default();
        for (class, of_class) in classes.into_iter().zip(all) {
            for (node, _) in class.nodes.iter().zip(&of_class).filter(|(_, is_refused)| !**is_refused) {
                closure.add(egraph, class.id, node);
            }
            if of_class.contains(&true) {
                refused.insert(class.id, of_class);
            }
        }
        closure.close();
        let mut kept = FxHashMap::default();
        let mut stuck = Vec::new();
        let roots = encoding.root_classes();
        let mut needed = closure.needed_illegal(egraph, &roots);
        for (i, source) in encoding.sources.iter().enumerate() {
            if needed.is_empty() {
                break;
            }
            let class = egraph.find(source.class);
            let node = source.canonical(egraph);
            // Operands come before their users, so those of the first operation in need are legal.
            let is_first = |id: &Id| closure.legal.contains(id);
            if needed.contains(&class) && node.children.iter().all(is_first) {
                kept.insert(class, node);
                stuck.push(i);
                closure.ready.push(class);
                closure.close();
                needed = closure.needed_illegal(egraph, &roots);
            }
        }
        Self { classes: closure.legal, refused, kept, stuck }
    }

    /// Whether the target can run a class.
    pub fn is_legal(&self, egraph: &Egraph<'_>, class: Id) -> bool {
        self.classes.contains(&egraph.find(class))
    }

    /// Whether node `i` of `class`, a canonical id, may be chosen for it: one that keeps it legal.
    pub fn may_choose(&self, egraph: &Egraph<'_>, class: Id, i: usize) -> bool {
        let node = &egraph[class].nodes[i];
        let is_kept = || self.kept.get(&class) == Some(node);
        node.children.iter().all(|&id| self.classes.contains(&egraph.find(id)))
            && (!self.refused.get(&class).is_some_and(|refused| refused[i]) || is_kept())
    }
}

/// The work list of the fixpoint.
#[derive(Default)]
struct Closure {
    legal: FxHashSet<Id>,
    /// For each class the nodes that wait for it.
    waiting: FxHashMap<Id, Vec<usize>>,
    /// The class of each allowed node and how many of its children are not known to be legal.
    nodes: Vec<(Id, usize)>,
    ready: Vec<Id>,
}

impl Closure {
    fn add(&mut self, egraph: &Egraph<'_>, class: Id, node: &Node) {
        let mut children: Vec<Id> = node.children().iter().map(|&id| egraph.find(id)).collect();
        children.sort_unstable();
        children.dedup();
        if children.is_empty() {
            self.ready.push(class);
            return;
        }
        for &child in &children {
            self.waiting.entry(child).or_default().push(self.nodes.len());
        }
        self.nodes.push((class, children.len()));
    }

    fn close(&mut self) {
        while let Some(class) = self.ready.pop() {
            if !self.legal.insert(class) {
                continue;
            }
            for &at in self.waiting.get(&class).into_iter().flatten() {
                let (owner, missing) = &mut self.nodes[at];
                *missing -= 1;
                if *missing == 0 {
                    self.ready.push(*owner);
                }
            }
        }
    }

    /// The illegal classes that keep illegal roots illegal. What is illegal but has a legal equal where it is used does
    /// no harm.
    fn needed_illegal(&self, egraph: &Egraph<'_>, roots: &[Id]) -> FxHashSet<Id> {
        let mut illegal = FxHashSet::default();
        let mut stack = roots.to_vec();
        while let Some(class) = stack.pop() {
            if !self.legal.contains(&class) && illegal.insert(class) {
                let children = egraph[class].nodes.iter().flat_map(|node| &node.children);
                stack.extend(children.map(|&id| egraph.find(id)));
            }
        }
        illegal
    }
}
