//! Evaluating classes of an e-graph.

use core_ir::dims::Atom;
use core_ir::{Context, Dim, OpView, StrId, TypeId};
use egg::Id;
use eval::{EvalError, Tensor};
use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::Way;
use crate::eqsat::facts::{Egraph, result_types};
use crate::eqsat::node::{Head, Node};

/// What a leaf stands for.
#[derive(Clone, Debug)]
pub(super) enum Leaf {
    /// An argument of this type.
    Argument(TypeId),
    /// Integers computed from dimensions.
    Ints {
        /// The elements in row-major order.
        dims: Box<[Dim]>,
        /// The dimensions.
        shape: Box<[usize]>,
        /// The element type.
        elem: TypeId,
    },
}

/// The numbers that symbols stand for.
pub(super) type Sizes = FxHashMap<StrId, i64>;

/// The number that a dimension is; `None` for one of which nothing is known.
pub(super) fn size(ctx: &Context, dim: Dim, sizes: &Sizes) -> Option<i64> {
    let id = match dim {
        Dim::Fixed(n) => return Some(n),
        Dim::Dynamic => return None,
        Dim::Sym(id) => id,
    };
    let atom = |&atom| match *ctx.atom(atom) {
        Atom::Symbol(name) => sizes.get(&name).copied(),
        Atom::FloorDiv(a, b) => {
            let (a, b) = (size(ctx, a, sizes)?, size(ctx, b, sizes)?);
            (b != 0).then(|| a.div_euclid(b) - i64::from(b < 0 && a.rem_euclid(b) != 0))
        }
        Atom::Max(a, b) => Some(size(ctx, a, sizes)?.max(size(ctx, b, sizes)?)),
        Atom::Min(a, b) => Some(size(ctx, a, sizes)?.min(size(ctx, b, sizes)?)),
        Atom::Broadcast(a, b) => match (size(ctx, a, sizes)?, size(ctx, b, sizes)?) {
            (1, b) => Some(b),
            (a, _) => Some(a),
        },
    };
    ctx.polynomial(id).terms().try_fold(0i64, |sum, (atoms, factor)| {
        let product = atoms.iter().try_fold(factor, |product, one| product.checked_mul(atom(one)?))?;
        sum.checked_add(product)
    })
}

/// Computes the values of classes for some inputs.
pub(super) struct Machine<'a, 'c> {
    pub(super) ctx: &'c Context,
    pub(super) egraph: &'a Egraph<'c>,
    /// The tensors of leaves by their numbers.
    pub(super) inputs: &'a [Tensor],
    values: FxHashMap<Id, Vec<Tensor>>,
    /// What all numbers met so far were like.
    pub(super) way: Way,
}

impl<'a, 'c> Machine<'a, 'c> {
    pub(super) fn new(ctx: &'c Context, egraph: &'a Egraph<'c>, inputs: &'a [Tensor]) -> Self {
        let mut way = Way::default();
        inputs.iter().for_each(|input| way.pass(input));
        Self { ctx, egraph, inputs, values: FxHashMap::default(), way }
    }

    /// The values of class `id`: several for an operation with several results.
    pub(super) fn run(&mut self, id: Id) -> Result<Vec<Tensor>, EvalError> {
        let id = self.egraph.find(id);
        if let Some(values) = self.values.get(&id) {
            return Ok(values.clone());
        }
        let node = chosen(self.egraph, id).clone();
        let values = match node.head {
            Head::Leaf(at) => vec![self.inputs.get(at as usize).cloned().unwrap_or(Tensor::Absent)],
            Head::None => vec![Tensor::Absent],
            Head::Const(konst) => vec![Tensor::from_const(self.ctx, konst)?],
            Head::Proj(i) => {
                let mut all = self.run(node.children[0])?;
                if all.len() <= i as usize {
                    return Err(EvalError::Invalid(format!("there is no result {i}")));
                }
                vec![all.swap_remove(i as usize)]
            }
            Head::Op(name) => {
                let mut operands = Vec::with_capacity(node.children.len());
                for &child in &node.children {
                    operands.push(self.run(child)?.into_iter().next().unwrap_or(Tensor::Absent));
                }
                self.op(id, &node, name, &operands)?
            }
        };
        values.iter().for_each(|value| self.way.pass(value));
        self.values.insert(id, values.clone());
        Ok(values)
    }

    fn op(
        &self,
        id: Id,
        node: &Node,
        name: core_ir::OpName,
        operands: &[Tensor],
    ) -> Result<Vec<Tensor>, EvalError> {
        let Some(spec) = self.ctx.op_spec(name) else {
            return Err(EvalError::Unsupported(self.ctx.op_text(name).into()));
        };
        let results = result_types(self.ctx, self.egraph[id].data.ty);
        let view = OpView { ctx: self.ctx, spec, props: node.props, operands: &[], results: &results };
        let values = eval::evaluate(&view, operands)?;
        match values.len() == results.len() {
            true => Ok(values),
            false => Err(EvalError::Invalid(format!("{} results, not {}", values.len(), results.len()))),
        }
    }
}

/// The numbers of the leaves that classes are computed from, sorted.
pub(super) fn leaves_of(egraph: &Egraph<'_>, roots: &[Id]) -> Vec<usize> {
    let (mut stack, mut seen, mut leaves) = (roots.to_vec(), FxHashSet::default(), Vec::new());
    while let Some(id) = stack.pop() {
        if seen.insert(egraph.find(id)) {
            let node = chosen(egraph, egraph.find(id));
            if let Head::Leaf(at) = node.head {
                leaves.push(at as usize);
            }
            stack.extend(&node.children);
        }
    }
    leaves.sort_unstable();
    leaves
}

/// The node that a class is evaluated by: its constant, else what was there first.
pub(super) fn chosen<'a>(egraph: &'a Egraph<'_>, id: Id) -> &'a Node {
    let nodes = &egraph[id].nodes;
    let konst = nodes.iter().find(|node| matches!(node.head, Head::Const(_) | Head::None));
    konst.unwrap_or(&nodes[0])
}
