//! The nodes of the e-graph.

use core_ir::{ConstId, Context, DictId, OpName, TypeId};
use egg::{Id, Language};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// What a node computes from its children.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Head {
    /// A value from outside: a block argument, a result of an operation that stays in place, a captured value. The
    /// number is an index into [`super::bridge::Encoding::leaves`].
    Leaf(u32),
    /// A constant.
    Const(ConstId),
    /// An absent optional operand.
    None,
    /// Result `.0` of a child with several results.
    Proj(u32),
    /// An operation.
    Op(OpName),
}

impl Head {
    /// Operation `name`, or its result `projection` where one of several is meant.
    pub fn of(name: OpName, projection: Option<u32>) -> Self {
        projection.map_or(Head::Op(name), Head::Proj)
    }
}

/// A node. Equal nodes compute equal values, so everything that decides the value is part of it: the result's element
/// type too, because operations such as casts differ in nothing else.
///
/// Nodes are ordered by when their like was first met in the e-graph, and not by their ids, which depend on what other
/// threads intern meanwhile: what comes out must not.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Node {
    /// How many kinds of nodes the e-graph had before those with this head, these attributes and this type. First,
    /// because it decides the order.
    rank: u32,
    /// What it computes.
    pub head: Head,
    /// Inherent attributes.
    pub props: DictId,
    /// The element type of the result; a tuple of them for several results.
    pub elem: TypeId,
    /// For an operation with effects its number among those of the block, so that it is equal to no other; else 0.
    pub place: u32,
    /// The operands, groups flattened.
    pub children: SmallVec<[Id; 4]>,
}

/// Makes the nodes of one e-graph.
#[derive(Default)]
pub struct Nodes {
    ranks: FxHashMap<(Head, DictId, TypeId), u32>,
}

impl Nodes {
    /// A node without attributes and children.
    pub fn leaf(&mut self, head: Head, elem: TypeId) -> Node {
        self.node(head, DictId::EMPTY, elem, 0, SmallVec::new())
    }

    /// Result `index` of `tuple`.
    pub fn projection(&mut self, index: u32, elem: TypeId, tuple: Id) -> Node {
        self.node(Head::Proj(index), DictId::EMPTY, elem, 0, SmallVec::from_slice(&[tuple]))
    }

    /// Any node.
    pub fn node(
        &mut self,
        head: Head,
        props: DictId,
        elem: TypeId,
        place: u32,
        children: SmallVec<[Id; 4]>,
    ) -> Node {
        let next = self.ranks.len() as u32;
        let rank = *self.ranks.entry((head, props, elem)).or_insert(next);
        Node { rank, head, props, elem, place, children }
    }
}

impl Node {
    /// The operation, if it is one.
    pub fn op(&self) -> Option<OpName> {
        match self.head {
            Head::Op(name) => Some(name),
            _ => None,
        }
    }
}

impl Language for Node {
    type Discriminant = Head;

    fn discriminant(&self) -> Head {
        self.head
    }

    fn matches(&self, other: &Self) -> bool {
        self.head == other.head
            && self.props == other.props
            && self.elem == other.elem
            && self.place == other.place
            && self.children.len() == other.children.len()
    }

    fn children(&self) -> &[Id] {
        &self.children
    }

    fn children_mut(&mut self) -> &mut [Id] {
        &mut self.children
    }
}

/// The element types of results: one type, or a tuple for zero or several.
pub fn elem_signature(ctx: &Context, results: &[TypeId]) -> TypeId {
    match results {
        [one] => ctx.elem_type(*one),
        many => ctx.ty(core_ir::Type::Tuple(many.iter().map(|&ty| ctx.elem_type(ty)).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_nodes_is_that_of_their_making() {
        let ctx = Context::new();
        let dict = |i| ctx.dict([(ctx.str("axis"), ctx.i32_attr(i))]);
        let (old, new) = (dict(1), dict(2));
        assert!(old < new);
        let mut nodes = Nodes::default();
        let head = Head::Op(ctx.op_name("tf.Foo"));
        let mut node =
            |props, child| nodes.node(head, props, TypeId::F32, 0, SmallVec::from_slice(&[Id::from(child)]));
        let (first, second) = (node(new, 7), node(old, 3));
        assert!(first < second);
        // The same kind of node again, and another child.
        assert_eq!(node(old, 3), second);
        assert!(node(new, 9) > first && node(new, 9) < second);
    }
}
