//! From a block to an e-graph; [`super::decode`] is the way back.
//!
//! Operations become nodes. Those with effects are numbered, so that no two are equal, and are the roots of extraction.
//! What has regions, ends a block or is registered nowhere keeps its place (the *skeleton*): its results are leaves, and
//! its operands, with what its regions capture, are roots too.

use core_ir::spec::Traits;
use core_ir::{Block, Context, Dim, Graph, Op, Type, TypeId, Value};
use egg::Id;
use rustc_hash::{FxHashMap, FxHashSet};

use super::facts::{COMPUTED, Egraph, Facts, declare_type, meet_types};
use super::node::{Head, Node, elem_signature};
use crate::constants::elements_of;
use crate::effects::traits;

/// A block as an e-graph.
pub struct Encoding<'c> {
    /// The e-graph.
    pub egraph: Egraph<'c>,
    /// The values that leaves stand for.
    pub leaves: Vec<Value>,
    /// The class of each value of the block.
    pub class_of: FxHashMap<Value, Id>,
    /// The operations that became nodes, in order.
    pub sources: Vec<Source>,
    /// What the skeleton and effects need, in order, without repetition.
    pub roots: Vec<Id>,
}

/// An operation that became a node.
pub struct Source {
    /// The operation.
    pub op: Op,
    /// Its class.
    pub class: Id,
    /// The node.
    pub node: Node,
}

impl Source {
    /// Whether the operation has effects.
    pub fn has_effects(&self) -> bool {
        self.node.place != 0
    }

    /// The node with the classes of its operands as they are now.
    pub fn canonical(&self, egraph: &Egraph<'_>) -> Node {
        super::explain::derive::canonical(egraph, &self.node)
    }
}

/// Whether `op` can become a node.
pub(super) fn can_be_node(ctx: &Context, graph: &Graph, op: Op) -> bool {
    let is_plain = graph.spec(ctx, op).is_some()
        && !graph.has_trait(ctx, op, Traits::TERMINATOR)
        && graph.regions(op).is_empty()
        && graph.inner(op).is_none()
        && graph.successors(op).is_empty();
    // An attribute of a dialect on a constant, such as `tfl.is_variable`, makes it more than its elements.
    let is_marked = || {
        let names = ctx.dict_entries(graph.attrs(op)).iter().map(|entry| entry.0);
        names.into_iter().any(|name| ctx.str_bytes(name).contains(&b'.'))
    };
    is_plain && !(elements_of(ctx, graph, op).is_some() && is_marked())
}

/// Encodes `block`.
pub fn encode<'c>(ctx: &'c Context, graph: &Graph, block: Block) -> Encoding<'c> {
    encode_into(Encoding::new(ctx), ctx, graph, block)
}

/// The same, in an e-graph that can tell proofs.
pub fn encode_for_proofs<'c>(ctx: &'c Context, graph: &Graph, block: Block) -> Encoding<'c> {
    let mut encoding = Encoding::new(ctx);
    // Short proofs are searched for in time that grows faster than the e-graph.
    encoding.egraph = encoding.egraph.with_explanations_enabled().without_explanation_length_optimization();
    encode_into(encoding, ctx, graph, block)
}

fn encode_into<'c>(
    mut encoding: Encoding<'c>,
    ctx: &'c Context,
    graph: &Graph,
    block: Block,
) -> Encoding<'c> {
    let mut is_root: FxHashSet<Id> = FxHashSet::default();
    let mut effects = 0;
    for op in graph.ops_in(block) {
        if can_be_node(ctx, graph, op) {
            let is_pure = traits(ctx, graph, op).has(Traits::PURE);
            effects += u32::from(!is_pure);
            let class = encoding.add_node(ctx, graph, op, if is_pure { 0 } else { effects });
            if !is_pure {
                encoding.roots.push(class);
            }
            continue;
        }
        let mut used: Vec<Value> = graph.operands(op).collect();
        for &region in graph.regions(op) {
            graph.walk_region(region, &mut |inner| used.extend(graph.operands(inner)));
        }
        for value in used {
            let in_block = graph.defining_op(value).is_some_and(|def| graph.op_block(def) == Some(block));
            if let (true, Some(&class)) = (in_block, encoding.class_of.get(&value))
                && is_root.insert(class)
            {
                encoding.roots.push(class);
            }
        }
        for &result in graph.results(op) {
            encoding.leaf(ctx, graph, result);
        }
    }
    encoding.egraph.rebuild();
    encoding
}

/// Encodes `op`, which has no effects, and, `depth` operations deep, what its operands are computed by. Constants are always seen.
pub fn encode_around<'c>(ctx: &'c Context, graph: &Graph, op: Op, depth: usize) -> Encoding<'c> {
    fn add<'c>(encoding: &mut Encoding<'c>, ctx: &'c Context, graph: &Graph, op: Op, depth: usize) {
        for def in graph.operands(op).filter_map(|value| graph.defining_op(value)) {
            let is_new = graph.results(def).iter().all(|value| !encoding.class_of.contains_key(value));
            let is_pure = traits(ctx, graph, def).has(Traits::PURE) && can_be_node(ctx, graph, def);
            if is_new && is_pure && (depth > 0 || elements_of(ctx, graph, def).is_some()) {
                add(encoding, ctx, graph, def, depth.saturating_sub(1));
            }
        }
        encoding.add_node(ctx, graph, op, 0);
    }
    let mut encoding = Encoding::new(ctx);
    add(&mut encoding, ctx, graph, op, depth);
    encoding.egraph.rebuild();
    encoding
}

impl<'c> Encoding<'c> {
    fn new(ctx: &'c Context) -> Self {
        Encoding {
            egraph: Egraph::new(Facts::new(ctx)),
            leaves: Vec::new(),
            class_of: FxHashMap::default(),
            sources: Vec::new(),
            roots: Vec::new(),
        }
    }

    fn leaf(&mut self, ctx: &'c Context, graph: &Graph, value: Value) -> Id {
        if let Some(&id) = self.class_of.get(&value) {
            return id;
        }
        let number = self.leaves.len() as u32;
        self.leaves.push(value);
        let ty = graph.value_type(value);
        let leaf = self.egraph.analysis.nodes.leaf(Head::Leaf(number), ctx.elem_type(ty));
        let id = self.egraph.add(leaf);
        declare_type(&mut self.egraph, id, with_local_symbols(ctx, ty, number));
        if ty == TypeId::NONE {
            // There is only one such value.
            let none = self.egraph.analysis.nodes.leaf(Head::None, TypeId::NONE);
            let none = self.egraph.add(none);
            self.egraph.union_trusted(id, none, COMPUTED);
        }
        self.class_of.insert(value, id);
        id
    }

    /// Adds the node of `op`, which has effects when `place` is not 0, and gives its class.
    fn add_node(&mut self, ctx: &'c Context, graph: &Graph, op: Op, place: u32) -> Id {
        let types: Vec<TypeId> = graph.result_types(op).collect();
        let node = match (types.as_slice(), elements_of(ctx, graph, op)) {
            (&[ty], Some(konst))
                if meet_types(ctx, ctx.const_type(konst), ty) == Ok(ctx.const_type(konst)) =>
            {
                self.egraph.analysis.nodes.leaf(Head::Const(konst), ctx.elem_type(ty))
            }
            (&[TypeId::NONE], _) if place == 0 => self.egraph.analysis.nodes.leaf(Head::None, TypeId::NONE),
            _ => {
                let children = graph.operands(op).map(|value| self.leaf(ctx, graph, value)).collect();
                let (head, elem) = (Head::Op(graph.op_name(op)), elem_signature(ctx, &types));
                self.egraph.analysis.nodes.node(head, graph.props(op), elem, place, children)
            }
        };
        let class = self.egraph.add(node.clone());
        self.sources.push(Source { op, class, node });
        if let &[ty] = types.as_slice() {
            declare_type(&mut self.egraph, class, ty);
            self.class_of.insert(graph.results(op)[0], class);
            return class;
        }
        declare_type(&mut self.egraph, class, ctx.ty(core_ir::Type::Tuple(types.clone().into())));
        for (i, (&value, &ty)) in graph.results(op).iter().zip(&types).enumerate() {
            let part = self.egraph.analysis.nodes.projection(i as u32, ctx.elem_type(ty), class);
            let part = self.egraph.add(part);
            declare_type(&mut self.egraph, part, ty);
            self.class_of.insert(value, part);
        }
        class
    }

    /// The classes of the roots.
    pub fn root_classes(&self) -> Vec<Id> {
        self.roots.iter().map(|&class| self.egraph.find(class)).collect()
    }
}

/// What the names of symbols begin with that mean something in one e-graph only.
const LOCAL: &str = "\0";

/// A type whose dimensions without a name get one: whatever they are, they are the same wherever the value stands.
fn with_local_symbols(ctx: &Context, ty: TypeId, leaf: u32) -> TypeId {
    let Type::Tensor { shape, elem, encoding: None } = ctx.type_of(ty) else { return ty };
    if !shape.contains(&Dim::Dynamic) {
        return ty;
    }
    let named = |(i, dim): (usize, &Dim)| match dim {
        Dim::Dynamic => ctx.dim_symbol(&format!("{LOCAL}{leaf}.{i}")),
        dim => *dim,
    };
    ctx.tensor(&shape.iter().enumerate().map(named).collect::<Vec<_>>(), *elem)
}

/// A type without the names that only one e-graph knows.
pub fn without_local_symbols(ctx: &Context, ty: TypeId) -> TypeId {
    let Type::Tensor { shape, elem, encoding: None } = ctx.type_of(ty) else { return ty };
    if !shape.iter().any(|&dim| is_local(ctx, dim)) {
        return ty;
    }
    let public = |&dim: &Dim| if is_local(ctx, dim) { Dim::Dynamic } else { dim };
    ctx.tensor(&shape.iter().map(public).collect::<Vec<_>>(), *elem)
}

fn is_local(ctx: &Context, dim: Dim) -> bool {
    ctx.dim_symbols(dim).iter().any(|&name| ctx.str_bytes(name).starts_with(LOCAL.as_bytes()))
}
