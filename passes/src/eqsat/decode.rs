//! From an e-graph with a choice of nodes back to a block; [`super::bridge`] is the way there.

use core_ir::{Block, ConstId, Context, DictId, Graph, LocId, Op, OpState, TypeId, Value};
use egg::Id;
use rustc_hash::{FxHashMap, FxHashSet};

use super::bridge::{Encoding, Source, without_local_symbols};
use super::extract::Extraction;
use super::facts::{Egraph, meet_types, result_types};
use super::legality::is_folded;
use super::node::{Head, Node};
use crate::constants::elements_of;

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
    /// New operations with the classes that they are the choice of.
    pub made: Vec<(Op, Id)>,
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
    /// The classes whose values the result holds: those that only constants are computed from are not among them.
    needed: FxHashSet<Id>,
    keeps_tf: bool,
    made: Vec<(Op, Id)>,
}

/// Replaces the nodes of `block` by the extracted ones. TensorFlow's constants become others unless `keeps_tf`.
pub fn decode<'c>(
    ctx: &'c Context,
    graph: &mut Graph,
    block: Block,
    encoding: &Encoding<'c>,
    extraction: &Extraction<'_>,
    keeps_tf: bool,
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
        needed: FxHashSet::default(),
        keeps_tf,
        made: Vec::new(),
    };
    decoder.find_needed();
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
                Some(class) => match maker.get(&holder(encoding, extraction, class)) {
                    Some(&op) if elements_of(ctx, graph, op).is_none() => Fate::Became(op),
                    _ => Fate::Folded,
                },
            };
            (loc, name, fate)
        })
        .collect();
    Decoded { fates, made }
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
    /// The source operations whose form or discardable attributes have to last, by node.
    kept: Vec<(Node, Op)>,
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
        if graph.attrs(source.op) != DictId::EMPTY || matches!(source.node.head, Head::Const(_)) {
            original.kept.push((source.canonical(&encoding.egraph), source.op));
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

/// The class of the operation whose result was chosen for `class`.
pub fn holder(encoding: &Encoding<'_>, extraction: &Extraction<'_>, class: Id) -> Id {
    match extraction.node(class) {
        Some(Node { head: Head::Proj(_), children, .. }) => encoding.egraph.find(children[0]),
        _ => class,
    }
}

fn is_leaf(extraction: &Extraction<'_>, id: Id) -> bool {
    extraction.node(id).is_some_and(|node| matches!(node.head, Head::Leaf(_)))
}

impl Decoder<'_, '_> {
    fn find_needed(&mut self) {
        let mut stack = self.encoding.root_classes();
        while let Some(class) = stack.pop() {
            let Some(node) = self.extraction.node(class) else { continue };
            if self.needed.insert(class) && !self.is_constant(class, node) {
                stack.extend(node.children.iter().map(|&id| self.encoding.egraph.find(id)));
            }
        }
    }

    /// Makes what became of a source operation before it, if it is needed. What turned out to be constant, but was none
    /// in the source, waits for its first user.
    fn place_source(&mut self, source: &Source) {
        let class = self.encoding.egraph.find(source.class);
        let Some(node) = self.extraction.node(class) else { return };
        let was_constant = matches!(source.node.head, Head::Const(_) | Head::None);
        if self.needed.contains(&class) && (was_constant || !self.is_constant(class, node)) {
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
                let new = self.of_type(new, self.graph.value_type(value), user);
                if new != value {
                    self.graph.set_operand(user, i, new);
                }
            }
        }
    }

    /// `value` as an operand that had the type `ty`. More may be known of it by now, and operations of other dialects,
    /// such as those that end a block, take nothing but the type they were written for.
    fn of_type(&mut self, value: Value, ty: TypeId, user: Op) -> Value {
        let ctx = self.ctx;
        let takes_any = ["tf", "tfl"].contains(&ctx.op_dialect(self.graph.op_name(user)));
        if takes_any || self.graph.value_type(value) == ty {
            return value;
        }
        let name = ctx.op_name(if self.keeps_tf { "tf.Cast" } else { "tfl.cast" });
        let state = OpState::new(name, self.graph.loc(user)).operands([value]).results([ty]);
        let cast = self.graph.create_op(state);
        self.graph.insert_before(user, cast);
        self.graph.results(cast)[0]
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
                Some(konst) => self.place_constant(class, node, konst, at),
                None => self.place_op(class, node, ty, at),
            },
        };
        self.values.insert(class, values);
    }

    fn place_constant(&mut self, class: Id, node: &Node, konst: ConstId, at: Op) -> Vec<Value> {
        let ctx = self.ctx;
        let loc = self.locs.get(&class).copied().unwrap_or(LocId::UNKNOWN);
        let kept =
            self.original(class, node).filter(|&op| self.keeps_tf || !self.graph.is(ctx, op, "tf.Const"));
        let mut state = match kept {
            Some(op) => OpState::new(self.graph.op_name(op), loc).props(self.graph.props(op)),
            None => {
                let props = ctx.dict([(ctx.str("value"), ctx.elements_attr(konst))]);
                OpState::new(ctx.op_name("arith.constant"), loc).props(props)
            }
        };
        if let Some(op) = kept {
            state.attrs = self.graph.attrs(op);
        }
        self.insert(class, at, state.results([ctx.const_type(konst)]))
    }

    /// The source operation that is this node, if there is anything of it to keep.
    fn original(&self, class: Id, node: &Node) -> Option<Op> {
        self.originals.get(&class)?.kept.iter().find(|(known, _)| known == node).map(|&(_, op)| op)
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
                if let Some(op) = self.original(class, node) {
                    state.attrs = self.graph.attrs(op);
                }
            }
            _ => {
                let public = results.into_iter().map(|ty| without_local_symbols(self.ctx, ty));
                state = state.results(public.collect::<Vec<_>>());
            }
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
