//! The nodes of the e-graph.

use core_ir::{ConstId, Context, DictId, OpName, TypeId};
use egg::{Id, Language};
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

/// A node. Equal nodes compute equal values, so everything that decides the value is part of it: the result's element
/// type too, because operations such as casts differ in nothing else.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Node {
    /// What it computes. First, because egg finds the nodes of one operation by their order.
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

impl Node {
    /// A node without attributes, children and a type.
    pub fn leaf(head: Head) -> Self {
        Self { head, props: DictId::EMPTY, elem: TypeId::NONE, place: 0, children: SmallVec::new() }
    }

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
