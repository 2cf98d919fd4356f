//! From a block to an e-graph and back.
//!
//! Operations become nodes. Those with effects are numbered, so that no two are equal, and are the roots of extraction.
//! What has regions, ends a block or is registered nowhere keeps its place (the *skeleton*): its results are leaves, and
//! its operands, with what its regions capture, are roots too.

use core_ir::spec::Traits;
use core_ir::{Block, ConstId, Context, DictId, Graph, LocId, Op, OpState, TypeId, Value};
use egg::{Id, Language};
use rustc_hash::{FxHashMap, FxHashSet};

use super::engine::Saturation;
use super::extract::Extraction;
use super::facts::{Egraph, Facts, declare_type, meet_types, result_types};
use super::legality::is_folded;
use super::node::{Head, Node, elem_signature};
use crate::constants::elements_of;

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
        self.node.clone().map_children(|id| egraph.find(id))
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
    let mut encoding = Encoding::new(ctx);
    let mut is_root: FxHashSet<Id> = FxHashSet::default();
    let mut effects = 0;
    for op in graph.ops_in(block) {
        if can_be_node(ctx, graph, op) {
            let is_pure = graph.has_trait(ctx, op, Traits::PURE);
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
            let is_pure = graph.has_trait(ctx, def, Traits::PURE) && can_be_node(ctx, graph, def);
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
        declare_type(&mut self.egraph, id, ty);
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

/// What became of a source operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It is, alone or with others, this new operation.
    Became(Op),
    /// Its value is part of a constant.
    Folded,
    /// Nothing needs its value.
    Unused,
}

/// The result of [`decode`].
pub struct Decoded {
    /// Each operation that was encoded, by location and name, with its fate.
    pub fates: Vec<(LocId, core_ir::OpName, Fate)>,
    /// New operations with the rule that made each, by index, where one did.
    pub made_by: Vec<(Op, Option<usize>)>,
}

struct Decoder<'a, 'c> {
    ctx: &'c Context,
    graph: &'a mut Graph,
    encoding: &'a Encoding<'c>,
    extraction: &'a Extraction<'a>,
    values: FxHashMap<Id, Vec<Value>>,
    folded: FxHashMap<Id, Option<ConstId>>,
    locs: FxHashMap<Id, LocId>,
    originals: FxHashMap<Id, Original>,
    /// For each class the first of the ids that became it.
    first_ids: Vec<u32>,
    made: Vec<(Op, Id)>,
}

/// Replaces the nodes of `block` by the extracted ones.
pub fn decode<'c>(
    ctx: &'c Context,
    graph: &mut Graph,
    block: Block,
    encoding: &Encoding<'c>,
    extraction: &Extraction<'_>,
    saturation: &Saturation,
) -> Decoded {
    let (locs, groups) = source_groups(ctx, graph, encoding, extraction);
    let originals = originals(ctx, graph, encoding);
    let order: Vec<Op> = graph.ops_in(block).collect();
    let mut decoder = Decoder {
        ctx,
        graph,
        encoding,
        extraction,
        values: FxHashMap::default(),
        folded: FxHashMap::default(),
        locs,
        originals,
        first_ids: first_ids(&encoding.egraph),
        made: Vec::new(),
    };
    // What comes of a source operation stands where that stood, and what it needs beside stands just before.
    let mut sources = encoding.sources.iter().peekable();
    for op in order {
        match sources.next_if(|source| source.op == op) {
            Some(source) => decoder.place_source(source),
            None => decoder.place_operands(op),
        }
    }
    let made = decoder.made;
    for source in encoding.sources.iter().rev() {
        graph.erase_op(source.op);
    }
    let maker: FxHashMap<Id, Op> = made.iter().map(|&(op, id)| (id, op)).collect();
    let fates = groups
        .into_iter()
        .map(|(loc, name, class)| {
            let fate = match class {
                None => Fate::Unused,
                Some(class) => match maker.get(&class) {
                    Some(&op) if elements_of(ctx, graph, op).is_none() => Fate::Became(op),
                    _ => Fate::Folded,
                },
            };
            (loc, name, fate)
        })
        .collect();
    let mut origins: FxHashMap<(Id, Head), usize> = FxHashMap::default();
    for &(id, head, rule) in &saturation.origins {
        origins.entry((encoding.egraph.find(id), head)).or_insert(rule);
    }
    let made_by = made
        .into_iter()
        .map(|(op, id)| (op, origins.get(&(id, Head::Op(graph.op_name(op)))).copied()))
        .collect();
    Decoded { fates, made_by }
}

fn first_ids(egraph: &Egraph<'_>) -> Vec<u32> {
    let mut first = vec![u32::MAX; egraph.nodes().len()];
    for id in 0..first.len() {
        let class = usize::from(egraph.find(Id::from(id)));
        first[class] = first[class].min(id as u32);
    }
    first
}

/// What the source says of a class that rules must not lose.
#[derive(Default)]
struct Original {
    /// The types of its values; the most exact ones where several source operations came together.
    types: Vec<TypeId>,
    /// The discardable attributes of the source operations, by node.
    attrs: Vec<(Node, DictId)>,
}

fn originals(ctx: &Context, graph: &Graph, encoding: &Encoding<'_>) -> FxHashMap<Id, Original> {
    let mut all: FxHashMap<Id, Original> = FxHashMap::default();
    for source in &encoding.sources {
        let original = all.entry(encoding.egraph.find(source.class)).or_default();
        let types: Vec<TypeId> = graph.result_types(source.op).collect();
        if original.types.is_empty() {
            original.types = types;
        } else {
            for (old, new) in original.types.iter_mut().zip(types) {
                *old = meet_types(ctx, *old, new).unwrap_or(*old);
            }
        }
        let attrs = graph.attrs(source.op);
        if attrs != DictId::EMPTY {
            original.attrs.push((source.canonical(&encoding.egraph), attrs));
        }
    }
    all
}

/// For each chosen class the locations of the source operations it stands for, the one it is named after last; and for
/// each source operation the chosen class that stands for it: its own class, or that of the nearest user.
#[allow(clippy::type_complexity)]
fn source_groups(
    ctx: &Context,
    graph: &Graph,
    encoding: &Encoding<'_>,
    extraction: &Extraction<'_>,
) -> (FxHashMap<Id, LocId>, Vec<(LocId, core_ir::OpName, Option<Id>)>) {
    let egraph = &encoding.egraph;
    let mut target: FxHashMap<Op, Option<Id>> = FxHashMap::default();
    let class_at: FxHashMap<Op, Id> =
        encoding.sources.iter().map(|source| (source.op, egraph.find(source.class))).collect();
    for source in encoding.sources.iter().rev() {
        let (op, id) = (source.op, egraph.find(source.class));
        let own = extraction.uses(id) && !is_leaf(extraction, id);
        let by_user = || {
            let users = graph.results(op).iter().flat_map(|&value| graph.uses(value));
            let mut users: Vec<Op> =
                users.map(|(user, _)| user).filter(|user| class_at.contains_key(user)).collect();
            users.sort_unstable();
            users.iter().find_map(|user| target.get(user).copied().flatten())
        };
        let found = if own { Some(id) } else { by_user() };
        target.insert(op, found);
    }
    let mut members: FxHashMap<Id, Vec<LocId>> = FxHashMap::default();
    let mut groups = Vec::with_capacity(encoding.sources.len());
    for &Source { op, .. } in &encoding.sources {
        let class = target.get(&op).copied().flatten();
        groups.push((graph.loc(op), graph.op_name(op), class));
        if let Some(class) = class
            && elements_of(ctx, graph, op).is_none()
        {
            members.entry(class).or_default().push(graph.loc(op));
        }
    }
    let locs = members.into_iter().map(|(id, locs)| (id, ctx.fused_loc(locs))).collect();
    (locs, groups)
}

fn is_leaf(extraction: &Extraction<'_>, id: Id) -> bool {
    extraction.node(id).is_some_and(|node| matches!(node.head, Head::Leaf(_)))
}

impl Decoder<'_, '_> {
    /// Makes what became of a source operation before it, if it is needed. Constants wait for their first user.
    fn place_source(&mut self, source: &Source) {
        let class = self.encoding.egraph.find(source.class);
        let waits = |decoder: &mut Self| match decoder.extraction.node(class) {
            Some(node) => !decoder.extraction.uses(class) || decoder.is_constant(class, node),
            None => true,
        };
        if source.has_effects() || !waits(self) {
            self.value(class, source.op);
        }
    }

    /// Makes what the operands of the skeleton operation `at` and the captures of its regions need, before it.
    fn place_operands(&mut self, at: Op) {
        let mut users = vec![at];
        for &region in self.graph.regions(at) {
            self.graph.walk_region(region, &mut |inner| users.push(inner));
        }
        for user in users {
            for i in 0..self.graph.operand_count(user) {
                let Some(value) = self.graph.operand(user, i) else { continue };
                let Some(&class) = self.encoding.class_of.get(&value) else { continue };
                let Some(new) = self.value(self.encoding.egraph.find(class), at) else { continue };
                if new != value {
                    self.graph.set_operand(user, i, new);
                }
            }
        }
    }

    /// The value of `class`, made before `at` when it is not there yet. The work list replaces recursion: graphs are
    /// thousands of operations deep.
    fn value(&mut self, class: Id, at: Op) -> Option<Value> {
        let mut stack = vec![class];
        while let Some(&top) = stack.last() {
            if self.values.contains_key(&top) {
                stack.pop();
                continue;
            }
            let node = self.extraction.node(top)?;
            if self.is_constant(top, node) {
                self.place(top, node, at);
                stack.pop();
                continue;
            }
            let egraph = &self.encoding.egraph;
            let missing =
                node.children.iter().map(|&id| egraph.find(id)).filter(|id| !self.values.contains_key(id));
            let mut missing: Vec<Id> = missing.collect();
            // New values come in the order in which their rules made them.
            missing.sort_by_key(|&id| self.first_ids[usize::from(id)]);
            if missing.is_empty() {
                self.place(top, node, at);
                stack.pop();
            } else {
                stack.extend(missing.into_iter().rev());
            }
        }
        self.values.get(&class)?.first().copied()
    }

    fn is_constant(&mut self, class: Id, node: &Node) -> bool {
        match node.head {
            Head::Const(_) | Head::None | Head::Leaf(_) => true,
            _ => self.fold(class).is_some(),
        }
    }

    /// The constant that the chosen node of `class` computes from constants, evaluated or deferred.
    fn fold(&mut self, class: Id) -> Option<ConstId> {
        if let Some(&done) = self.folded.get(&class) {
            return done;
        }
        let node = self.extraction.node(class)?;
        let folded = match node.head {
            Head::Const(id) => Some(id),
            Head::Op(name) if is_folded(self.ctx, &self.encoding.egraph, node) => {
                self.fold_op(node, name, class, 0)
            }
            Head::Proj(i) => {
                let child = self.encoding.egraph.find(node.children[0]);
                let from = self.extraction.node(child)?;
                match from.head {
                    Head::Op(name) if is_folded(self.ctx, &self.encoding.egraph, from) => {
                        self.fold_op(from, name, child, i as usize)
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        self.folded.insert(class, folded);
        folded
    }

    fn fold_op(&mut self, node: &Node, name: core_ir::OpName, class: Id, result: usize) -> Option<ConstId> {
        let egraph = &self.encoding.egraph;
        let mut konsts = Vec::with_capacity(node.children.len());
        for &child in &node.children {
            let child = egraph.find(child);
            konsts.push(match egraph[child].data.ty {
                TypeId::NONE => None,
                _ => Some(self.fold(child)?),
            });
        }
        let operands: Vec<core_ir::spec::OperandInfo<'_>> = konsts
            .iter()
            .map(|konst| core_ir::spec::OperandInfo {
                ty: konst.map_or(TypeId::NONE, |id| self.ctx.const_type(id)),
                konst: *konst,
                dims: None,
            })
            .collect();
        let results = result_types(self.ctx, egraph[class].data.ty);
        let spec = self.ctx.op_spec(name)?;
        let view = core_ir::OpView {
            ctx: self.ctx,
            spec,
            props: node.props,
            operands: &operands,
            results: &results,
        };
        eval::fold(&view)?.get(result).copied()
    }

    fn place(&mut self, class: Id, node: &Node, at: Op) {
        let ty = self.encoding.egraph[class].data.ty;
        let ctx = self.ctx;
        let values = match node.head {
            Head::Leaf(i) => vec![self.encoding.leaves[i as usize]],
            Head::Proj(i) if self.folded.get(&class).is_none_or(|folded| folded.is_none()) => {
                let from = self.encoding.egraph.find(node.children[0]);
                self.values.get(&from).and_then(|list| list.get(i as usize)).copied().into_iter().collect()
            }
            Head::None => {
                let state = OpState::new(ctx.op_name("tfl.no_value"), LocId::UNKNOWN).results([TypeId::NONE]);
                let props = ctx.dict([(ctx.str("value"), core_ir::AttrId::UNIT)]);
                self.insert(class, at, state.props(props))
            }
            _ => match self.fold(class) {
                Some(konst) => {
                    let props = ctx.dict([(ctx.str("value"), ctx.elements_attr(konst))]);
                    let loc = self.locs.get(&class).copied().unwrap_or(LocId::UNKNOWN);
                    let state = OpState::new(ctx.op_name("arith.constant"), loc);
                    self.insert(class, at, state.props(props).results([ctx.const_type(konst)]))
                }
                None => self.place_op(class, node, ty, at),
            },
        };
        self.values.insert(class, values);
    }

    fn place_op(&mut self, class: Id, node: &Node, ty: TypeId, at: Op) -> Vec<Value> {
        let Head::Op(name) = node.head else { return Vec::new() };
        let egraph = &self.encoding.egraph;
        let operands: Vec<Value> = node
            .children
            .iter()
            .filter_map(|&id| self.values.get(&egraph.find(id)).and_then(|list| list.first()).copied())
            .collect();
        let loc = self.locs.get(&class).copied().unwrap_or_else(|| self.graph.loc(at));
        let mut state = OpState::new(name, loc).props(node.props).operands(operands);
        let results = result_types(self.ctx, ty);
        match self.originals.get(&class) {
            Some(original) if original.types.len() == results.len() => {
                state = state.results(original.types.clone());
                if let Some((_, attrs)) = original.attrs.iter().find(|(known, _)| known == node) {
                    state.attrs = *attrs;
                }
            }
            _ => state = state.results(results),
        }
        self.insert(class, at, state)
    }

    fn insert(&mut self, class: Id, at: Op, state: OpState) -> Vec<Value> {
        let op = self.graph.create_op(state);
        self.graph.insert_before(at, op);
        self.made.push((op, class));
        self.graph.results(op).to_vec()
    }
}
