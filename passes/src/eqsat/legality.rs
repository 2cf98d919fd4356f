//! Which classes a target can run, as a least fixpoint, and what stands in the way of the others.

use std::collections::BTreeSet;

use core_ir::spec::OperandInfo;
use core_ir::{Context, OpView};
use egg::{Id, Language};
use rustc_hash::{FxHashMap, FxHashSet};

use super::facts::{Egraph, result_types};
use super::node::{Head, Node};

/// What the result may consist of.
#[derive(Clone, Debug)]
pub enum Target {
    /// Anything.
    Any,
    /// Operations that TFLite has, on types that its kernels take.
    Tflite {
        /// TensorFlow operations, by name without `tf.`, that may stay as custom operations.
        allow_custom: BTreeSet<String>,
    },
}

/// Whether `node` is computed at compile time: every operand is constant and a kernel is there.
pub fn is_folded(ctx: &Context, egraph: &Egraph<'_>, node: &Node) -> bool {
    let Some(name) = node.op() else { return false };
    !node.children.is_empty()
        && ctx.op_spec(name).is_some_and(|spec| spec.traits.has(core_ir::spec::Traits::PURE))
        && node.children.iter().all(|&id| egraph[id].data.is_const)
        && eval::is_supported(ctx.op_text(name))
}

impl Target {
    /// Whether the target runs `node`, its operands aside. `Err` says why not.
    pub fn allows(&self, ctx: &Context, egraph: &Egraph<'_>, class: Id, node: &Node) -> Result<(), String> {
        let Target::Tflite { allow_custom } = self else { return Ok(()) };
        let Some(name) = node.op() else { return Ok(()) };
        if is_folded(ctx, egraph, node) {
            return Ok(());
        }
        let text = ctx.op_text(name);
        if text.strip_prefix("tf.").is_some_and(|tf| allow_custom.contains(tf)) {
            return Ok(());
        }
        let spec = ctx.op_spec(name).ok_or("nothing is registered under its name")?;
        if spec.tflite.is_none() {
            return Err("TFLite has no such operation".into());
        }
        let operands: Vec<OperandInfo<'_>> =
            node.children.iter().map(|&id| egraph[id].data.operand()).collect();
        let results = result_types(ctx, egraph[class].data.ty);
        let view = OpView { ctx, spec, props: node.props, operands: &operands, results: &results };
        view.check_kernels()?;
        view.check_definition()
    }
}

/// The classes that the target can run, and the nodes that do it.
pub struct Legality {
    /// Legal classes.
    pub classes: FxHashSet<Id>,
}

impl Legality {
    /// Computes the fixpoint: a class is legal when it has a node that the target allows and whose children are legal.
    /// Linear in nodes and edges.
    pub fn compute(ctx: &Context, egraph: &Egraph<'_>, target: &Target) -> Self {
        let mut waiting: FxHashMap<Id, Vec<usize>> = FxHashMap::default();
        let mut nodes: Vec<(Id, usize)> = Vec::new();
        let mut ready: Vec<Id> = Vec::new();
        for class in egraph.classes() {
            for node in &class.nodes {
                if target.allows(ctx, egraph, class.id, node).is_err() {
                    continue;
                }
                let mut children: Vec<Id> = node.children().iter().map(|&id| egraph.find(id)).collect();
                children.sort_unstable();
                children.dedup();
                if children.is_empty() {
                    ready.push(class.id);
                    continue;
                }
                for &child in &children {
                    waiting.entry(child).or_default().push(nodes.len());
                }
                nodes.push((class.id, children.len()));
            }
        }
        let mut classes = FxHashSet::default();
        while let Some(class) = ready.pop() {
            if !classes.insert(class) {
                continue;
            }
            for &at in waiting.get(&class).into_iter().flatten() {
                let (owner, missing) = &mut nodes[at];
                *missing -= 1;
                if *missing == 0 {
                    ready.push(*owner);
                }
            }
        }
        Self { classes }
    }

    /// Whether a node may be chosen for its class: in a legal class only nodes that keep it legal, in an illegal one
    /// any node, so that what cannot be converted stays as it was.
    pub fn may_choose(
        &self,
        ctx: &Context,
        egraph: &Egraph<'_>,
        target: &Target,
        class: Id,
        node: &Node,
    ) -> bool {
        !self.classes.contains(&class)
            || node.children.iter().all(|&id| self.classes.contains(&egraph.find(id)))
                && target.allows(ctx, egraph, class, node).is_ok()
    }

    /// The illegal classes whose children are all legal for some node: where the fault is, in order of class id.
    pub fn is_frontier(&self, egraph: &Egraph<'_>, class: Id) -> bool {
        !self.classes.contains(&class)
            && egraph[class].nodes.iter().any(|node| {
                matches!(node.head, Head::Op(_))
                    && node.children.iter().all(|&id| self.classes.contains(&egraph.find(id)))
            })
    }
}
