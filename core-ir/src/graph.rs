//! The arena of one isolated operation: its regions, blocks, operations and values.
//!
//! Ids instead of references, as in Cranelift: four bytes each, `Copy`, and a plain `&Graph` or `&mut Graph` borrows
//! everything at once. An operation that is isolated from above (a function, a module) owns a `Graph` for its regions,
//! so that passes over functions can run in parallel. Ids of erased entities are not used again.

use cranelift_entity::packed_option::PackedOption;
use cranelift_entity::{EntityList, ListPool, PrimaryMap, entity_impl};
use rustc_hash::FxHashMap;

use crate::attrs::{AttrId, DictId};
use crate::context::{Context, OpName};
use crate::loc::LocId;
use crate::spec::{OpSpec, Traits};
use crate::types::TypeId;

macro_rules! entities {
    ($($name:ident, $prefix:literal, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);
        entity_impl!($name, $prefix);
    )*};
}

entities! {
    Op, "op", "An operation of a graph.";
    Block, "block", "A block of a graph.";
    Region, "region", "A region of a graph.";
    Value, "v", "A result of an operation or an argument of a block.";
    Use, "use", "An operand of an operation.";
    Extra, "extra", "The regions, successors and inner graph of an operation that has any.";
}

#[derive(Clone)]
struct OpData {
    name: OpName,
    props: DictId,
    attrs: DictId,
    loc: LocId,
    operands: EntityList<Use>,
    results: EntityList<Value>,
    extra: PackedOption<Extra>,
    block: PackedOption<Block>,
    prev: PackedOption<Op>,
    next: PackedOption<Op>,
}

/// Operations are the bulk of a graph; growth of this struct is growth of everything.
const _: () = assert!(size_of::<OpData>() == 40);

#[derive(Clone, Default)]
struct ExtraData {
    regions: Vec<Region>,
    successors: Vec<Block>,
    /// For each successor, how many of the operation's last operands are its block arguments.
    successor_operands: Vec<u32>,
    inner: Option<Box<Graph>>,
}

#[derive(Clone)]
struct UseData {
    value: Value,
    op: Op,
    index: u32,
    prev: PackedOption<Use>,
    next: PackedOption<Use>,
}

#[derive(Clone, Copy)]
enum Def {
    Result(Op, u32),
    Arg(Block, u32),
}

#[derive(Clone)]
struct ValueData {
    ty: TypeId,
    def: Def,
    first_use: PackedOption<Use>,
}

#[derive(Clone, Default)]
struct BlockData {
    args: Vec<Value>,
    arg_locs: Vec<LocId>,
    region: PackedOption<Region>,
    first: PackedOption<Op>,
    last: PackedOption<Op>,
}

#[derive(Clone, Default)]
struct RegionData {
    blocks: Vec<Block>,
    parent: PackedOption<Op>,
}

/// What a value is defined by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueDef {
    /// Result `.1` of operation `.0`.
    Result(Op, usize),
    /// Argument `.1` of block `.0`.
    Arg(Block, usize),
}

/// The pieces of an operation that is to be made.
#[derive(Clone, Debug)]
pub struct OpState {
    /// Its name.
    pub name: OpName,
    /// Inherent attributes.
    pub props: DictId,
    /// Discardable attributes.
    pub attrs: DictId,
    /// Where it comes from.
    pub loc: LocId,
    /// Its operands.
    pub operands: Vec<Value>,
    /// The types of its results.
    pub results: Vec<TypeId>,
}

impl OpState {
    /// An operation without attributes, operands and results.
    pub fn new(name: OpName, loc: LocId) -> Self {
        Self {
            name,
            props: DictId::EMPTY,
            attrs: DictId::EMPTY,
            loc,
            operands: Vec::new(),
            results: Vec::new(),
        }
    }

    /// With these inherent attributes.
    pub fn props(mut self, props: DictId) -> Self {
        self.props = props;
        self
    }

    /// With these operands.
    pub fn operands(mut self, operands: impl Into<Vec<Value>>) -> Self {
        self.operands = operands.into();
        self
    }

    /// With results of these types.
    pub fn results(mut self, results: impl Into<Vec<TypeId>>) -> Self {
        self.results = results.into();
        self
    }
}

/// What an operation is besides its operands and results.
#[derive(Clone, Copy, Debug)]
pub struct OpHeader {
    /// Its name.
    pub name: OpName,
    /// Inherent attributes.
    pub props: DictId,
    /// Discardable attributes.
    pub attrs: DictId,
    /// Where it comes from.
    pub loc: LocId,
}

/// The regions of one isolated operation and everything in them. A copy is as independent as it is cheap: the ids stay,
/// and constants are ids too.
#[derive(Clone, Default)]
pub struct Graph {
    module_loc: LocId,
    ops: PrimaryMap<Op, OpData>,
    values: PrimaryMap<Value, ValueData>,
    uses: PrimaryMap<Use, UseData>,
    blocks: PrimaryMap<Block, BlockData>,
    regions: PrimaryMap<Region, RegionData>,
    extras: PrimaryMap<Extra, ExtraData>,
    use_lists: ListPool<Use>,
    value_lists: ListPool<Value>,
    roots: Vec<Region>,
    module_attrs: Option<DictId>,
    is_implicit_module: bool,
}

/// Making and erasing.
impl Graph {
    /// A graph without regions.
    pub fn new() -> Self {
        Self::default()
    }

    /// A graph of one region with one empty block.
    pub fn with_block() -> (Self, Block) {
        let mut graph = Self::new();
        let region = graph.add_root();
        let block = graph.add_block(region);
        (graph, block)
    }

    /// Adds a region of the operation that owns this graph.
    pub fn add_root(&mut self) -> Region {
        let region = self.regions.push(RegionData::default());
        self.roots.push(region);
        region
    }

    /// Adds a region to `op`.
    pub fn add_region(&mut self, op: Op) -> Region {
        let region = self.regions.push(RegionData { blocks: Vec::new(), parent: op.into() });
        self.extra_mut(op).regions.push(region);
        region
    }

    /// Makes a region that belongs to nothing yet; see [`Self::attach_region`].
    pub fn create_region(&mut self) -> Region {
        self.regions.push(RegionData::default())
    }

    /// Makes the unattached `region` the last of `op`.
    pub fn attach_region(&mut self, op: Op, region: Region) {
        self.regions[region].parent = op.into();
        self.extra_mut(op).regions.push(region);
    }

    /// Takes the regions of `op` away from it; they belong to nothing until they are attached again.
    pub fn detach_regions(&mut self, op: Op) -> Vec<Region> {
        let Some(extra) = self.ops[op].extra.expand() else { return Vec::new() };
        let regions = std::mem::take(&mut self.extras[extra].regions);
        for &region in &regions {
            self.regions[region].parent = None.into();
        }
        regions
    }

    /// Makes a block that is in no region yet; see [`Self::attach_block`].
    pub fn create_block(&mut self) -> Block {
        self.blocks.push(BlockData::default())
    }

    /// Puts the unattached `block` at the end of `region`.
    pub fn attach_block(&mut self, region: Region, block: Block) {
        self.blocks[block].region = region.into();
        self.regions[region].blocks.push(block);
    }

    /// Adds an empty block at the end of `region`.
    pub fn add_block(&mut self, region: Region) -> Block {
        let block = self.blocks.push(BlockData { region: region.into(), ..BlockData::default() });
        self.regions[region].blocks.push(block);
        block
    }

    /// Drops the blocks of `region` that `keep` does not name, with everything in them, which nothing else may use.
    pub fn retain_blocks(&mut self, region: Region, keep: &dyn Fn(Block) -> bool) {
        let (kept, gone): (Vec<Block>, Vec<Block>) =
            self.regions[region].blocks.iter().partition(|&&block| keep(block));
        self.regions[region].blocks = kept;
        for block in gone {
            while let Some(op) = self.blocks[block].last.expand() {
                self.erase_unchecked(op);
            }
            self.blocks[block].region = None.into();
        }
    }

    /// Adds an argument to `block`.
    pub fn add_block_arg(&mut self, block: Block, ty: TypeId, loc: LocId) -> Value {
        let index = self.blocks[block].args.len() as u32;
        let value = self.values.push(ValueData { ty, def: Def::Arg(block, index), first_use: None.into() });
        self.blocks[block].args.push(value);
        self.blocks[block].arg_locs.push(loc);
        value
    }

    /// Removes the argument at `index` of `block`, which must not be used.
    pub fn remove_block_arg(&mut self, block: Block, index: usize) {
        let data = &mut self.blocks[block];
        let value = data.args.remove(index);
        data.arg_locs.remove(index);
        debug_assert!(self.values[value].first_use.is_none(), "a removed block argument has no uses");
        for (i, &arg) in self.blocks[block].args.iter().enumerate().skip(index) {
            self.values[arg].def = Def::Arg(block, i as u32);
        }
    }

    /// Makes a detached operation.
    pub fn create_op(&mut self, state: OpState) -> Op {
        let OpState { name, props, attrs, loc, operands, results } = state;
        self.create_op_from(OpHeader { name, props, attrs, loc }, &operands, &results)
    }

    /// As [`Self::create_op`], without taking lists.
    pub fn create_op_from(&mut self, header: OpHeader, operands: &[Value], results: &[TypeId]) -> Op {
        let op = self.ops.push(OpData {
            name: header.name,
            props: header.props,
            attrs: header.attrs,
            loc: header.loc,
            operands: EntityList::new(),
            results: EntityList::new(),
            extra: None.into(),
            block: None.into(),
            prev: None.into(),
            next: None.into(),
        });
        self.push_operands(op, operands);
        for (i, &ty) in results.iter().enumerate() {
            let def = Def::Result(op, i as u32);
            let value = self.values.push(ValueData { ty, def, first_use: None.into() });
            self.ops[op].results.push(value, &mut self.value_lists);
        }
        op
    }

    /// Makes an operation at the end of `block`.
    pub fn append_op(&mut self, block: Block, state: OpState) -> Op {
        let op = self.create_op(state);
        self.append(block, op);
        op
    }

    /// Unlinks `op`, drops its operands, and erases everything in its regions. Its results must not be used.
    pub fn erase_op(&mut self, op: Op) {
        debug_assert!(
            self.results(op).iter().all(|&v| !self.has_uses(v)),
            "an erased operation has no users"
        );
        self.erase_unchecked(op);
    }

    /// As [`Self::erase_op`], also when results are used, by operations that are erased too.
    fn erase_unchecked(&mut self, op: Op) {
        self.detach(op);
        self.set_operands(op, &[]);
        if let Some(extra) = self.ops[op].extra.take() {
            let data = std::mem::take(&mut self.extras[extra]);
            for region in data.regions {
                for block in std::mem::take(&mut self.regions[region].blocks) {
                    while let Some(inner) = self.blocks[block].last.expand() {
                        self.erase_unchecked(inner);
                    }
                }
            }
        }
    }

    fn extra_mut(&mut self, op: Op) -> &mut ExtraData {
        let extra = match self.ops[op].extra.expand() {
            Some(extra) => extra,
            None => {
                let extra = self.extras.push(ExtraData::default());
                self.ops[op].extra = extra.into();
                extra
            }
        };
        &mut self.extras[extra]
    }

    fn extra(&self, op: Op) -> Option<&ExtraData> {
        self.ops[op].extra.expand().map(|extra| &self.extras[extra])
    }
}

/// Order of operations in blocks.
impl Graph {
    /// Puts the detached `op` at the end of `block`.
    pub fn append(&mut self, block: Block, op: Op) {
        let last = self.blocks[block].last;
        self.link(block, op, last, None.into());
    }

    /// Puts the detached `op` before `at`.
    pub fn insert_before(&mut self, at: Op, op: Op) {
        let block = self.ops[at].block.expect("the place of insertion is in a block");
        let prev = self.ops[at].prev;
        self.link(block, op, prev, at.into());
    }

    /// Puts the detached `op` after `at`.
    pub fn insert_after(&mut self, at: Op, op: Op) {
        let block = self.ops[at].block.expect("the place of insertion is in a block");
        let next = self.ops[at].next;
        self.link(block, op, at.into(), next);
    }

    fn link(&mut self, block: Block, op: Op, prev: PackedOption<Op>, next: PackedOption<Op>) {
        debug_assert!(self.ops[op].block.is_none(), "an operation is in one block at most");
        let data = &mut self.ops[op];
        (data.block, data.prev, data.next) = (block.into(), prev, next);
        match prev.expand() {
            Some(prev) => self.ops[prev].next = op.into(),
            None => self.blocks[block].first = op.into(),
        }
        match next.expand() {
            Some(next) => self.ops[next].prev = op.into(),
            None => self.blocks[block].last = op.into(),
        }
    }

    /// Takes `op` out of its block; a no-op when it is in none.
    pub fn detach(&mut self, op: Op) {
        let Some(block) = self.ops[op].block.take() else { return };
        let (prev, next) = (self.ops[op].prev.take(), self.ops[op].next.take());
        match prev {
            Some(prev) => self.ops[prev].next = next.into(),
            None => self.blocks[block].first = next.into(),
        }
        match next {
            Some(next) => self.ops[next].prev = prev.into(),
            None => self.blocks[block].last = prev.into(),
        }
    }

    /// The operations of `block` in order.
    pub fn ops_in(&self, block: Block) -> impl Iterator<Item = Op> + '_ {
        std::iter::successors(self.blocks[block].first.expand(), |&op| self.ops[op].next.expand())
    }

    /// The first operation of `block`.
    pub fn first_op(&self, block: Block) -> Option<Op> {
        self.blocks[block].first.expand()
    }

    /// The last operation of `block`, its terminator if it has one.
    pub fn last_op(&self, block: Block) -> Option<Op> {
        self.blocks[block].last.expand()
    }

    /// The operation after `op` in its block.
    pub fn next_op(&self, op: Op) -> Option<Op> {
        self.ops[op].next.expand()
    }

    /// The operation before `op` in its block.
    pub fn prev_op(&self, op: Op) -> Option<Op> {
        self.ops[op].prev.expand()
    }

    /// The block that `op` is in.
    pub fn op_block(&self, op: Op) -> Option<Block> {
        self.ops[op].block.expand()
    }
}

/// Operations.
impl Graph {
    /// The name of `op`.
    pub fn op_name(&self, op: Op) -> OpName {
        self.ops[op].name
    }

    /// The inherent attributes of `op`.
    pub fn props(&self, op: Op) -> DictId {
        self.ops[op].props
    }

    /// The discardable attributes of `op`.
    pub fn attrs(&self, op: Op) -> DictId {
        self.ops[op].attrs
    }

    /// Where `op` comes from.
    pub fn loc(&self, op: Op) -> LocId {
        self.ops[op].loc
    }

    /// Replaces the inherent attributes of `op`.
    pub fn set_props(&mut self, op: Op, props: DictId) {
        self.ops[op].props = props;
    }

    /// Replaces the discardable attributes of `op`.
    pub fn set_attrs(&mut self, op: Op, attrs: DictId) {
        self.ops[op].attrs = attrs;
    }

    /// Replaces the location of `op`.
    pub fn set_loc(&mut self, op: Op, loc: LocId) {
        self.ops[op].loc = loc;
    }

    /// Inherent attribute `name` of `op` as it is written, or the default that its spec gives.
    pub fn attr(&self, ctx: &Context, op: Op, name: &str) -> Option<AttrId> {
        let written = ctx.dict_get(self.props(op), name);
        written.or_else(|| ctx.default_attr(ctx.op_spec(self.op_name(op))?, name))
    }

    /// The spec of `op`.
    pub fn spec<'c>(&self, ctx: &'c Context, op: Op) -> Option<&'c OpSpec> {
        ctx.op_spec(self.op_name(op))
    }

    /// Whether `op` is registered and has all of `traits`.
    pub fn has_trait(&self, ctx: &Context, op: Op, traits: Traits) -> bool {
        self.spec(ctx, op).is_some_and(|spec| spec.traits.has(traits))
    }

    /// Whether `op` is called `name`.
    pub fn is(&self, ctx: &Context, op: Op, name: &str) -> bool {
        ctx.op_text(self.op_name(op)) == name
    }

    /// How many operands `op` has, those of its successors included.
    pub fn operand_count(&self, op: Op) -> usize {
        self.ops[op].operands.len(&self.use_lists)
    }

    /// Operand `index` of `op`.
    pub fn operand(&self, op: Op, index: usize) -> Option<Value> {
        self.ops[op].operands.get(index, &self.use_lists).map(|u| self.uses[u].value)
    }

    /// The operands of `op`.
    pub fn operands(&self, op: Op) -> impl ExactSizeIterator<Item = Value> + '_ {
        self.ops[op].operands.as_slice(&self.use_lists).iter().map(|&u| self.uses[u].value)
    }

    /// The results of `op`.
    pub fn results(&self, op: Op) -> &[Value] {
        self.ops[op].results.as_slice(&self.value_lists)
    }

    /// The only result of `op`.
    pub fn result(&self, op: Op) -> Option<Value> {
        match self.results(op) {
            [value] => Some(*value),
            _ => None,
        }
    }

    /// The types of the operands of `op`.
    pub fn operand_types(&self, op: Op) -> impl ExactSizeIterator<Item = TypeId> + '_ {
        self.operands(op).map(|value| self.value_type(value))
    }

    /// The types of the results of `op`.
    pub fn result_types(&self, op: Op) -> impl ExactSizeIterator<Item = TypeId> + '_ {
        self.results(op).iter().map(|&value| self.value_type(value))
    }

    /// Makes `value` operand `index` of `op`.
    pub fn set_operand(&mut self, op: Op, index: usize, value: Value) {
        let u = self.ops[op].operands.as_slice(&self.use_lists)[index];
        self.unlink_use(u);
        self.link_use(u, value);
    }

    /// Replaces all operands of `op`.
    pub fn set_operands(&mut self, op: Op, operands: &[Value]) {
        let old: Vec<Use> = self.ops[op].operands.as_slice(&self.use_lists).to_vec();
        for u in old {
            self.unlink_use(u);
        }
        self.ops[op].operands.clear(&mut self.use_lists);
        self.push_operands(op, operands);
    }

    fn push_operands(&mut self, op: Op, operands: &[Value]) {
        let mut list = self.ops[op].operands;
        for (i, &value) in operands.iter().enumerate() {
            let none = PackedOption::from(None);
            let u = self.uses.push(UseData { value, op, index: i as u32, prev: none, next: none });
            self.link_use(u, value);
            list.push(u, &mut self.use_lists);
        }
        self.ops[op].operands = list;
    }
}

/// Values and their uses.
impl Graph {
    /// The type of `value`.
    pub fn value_type(&self, value: Value) -> TypeId {
        self.values[value].ty
    }

    /// Changes the type of `value`.
    pub fn set_value_type(&mut self, value: Value, ty: TypeId) {
        self.values[value].ty = ty;
    }

    /// What defines `value`.
    pub fn def(&self, value: Value) -> ValueDef {
        match self.values[value].def {
            Def::Result(op, i) => ValueDef::Result(op, i as usize),
            Def::Arg(block, i) => ValueDef::Arg(block, i as usize),
        }
    }

    /// The operation that `value` is a result of.
    pub fn defining_op(&self, value: Value) -> Option<Op> {
        match self.values[value].def {
            Def::Result(op, _) => Some(op),
            Def::Arg(..) => None,
        }
    }

    /// Whether anything uses `value`.
    pub fn has_uses(&self, value: Value) -> bool {
        self.values[value].first_use.is_some()
    }

    /// The uses of `value` as operations and operand indices, the latest first.
    pub fn uses(&self, value: Value) -> impl Iterator<Item = (Op, usize)> + '_ {
        std::iter::successors(self.values[value].first_use.expand(), |&u| self.uses[u].next.expand())
            .map(|u| (self.uses[u].op, self.uses[u].index as usize))
    }

    /// Makes every user of `old` use `new`.
    pub fn replace_all_uses(&mut self, old: Value, new: Value) {
        if old == new {
            return;
        }
        while let Some(u) = self.values[old].first_use.expand() {
            self.unlink_use(u);
            self.link_use(u, new);
        }
    }

    fn link_use(&mut self, u: Use, value: Value) {
        let first = self.values[value].first_use;
        let data = &mut self.uses[u];
        (data.value, data.prev, data.next) = (value, None.into(), first);
        if let Some(first) = first.expand() {
            self.uses[first].prev = u.into();
        }
        self.values[value].first_use = u.into();
    }

    fn unlink_use(&mut self, u: Use) {
        let (value, prev, next) = (self.uses[u].value, self.uses[u].prev, self.uses[u].next);
        match prev.expand() {
            Some(prev) => self.uses[prev].next = next,
            None => self.values[value].first_use = next,
        }
        if let Some(next) = next.expand() {
            self.uses[next].prev = prev;
        }
    }
}

/// Regions and blocks.
impl Graph {
    /// The regions of the operation that owns this graph.
    pub fn roots(&self) -> &[Region] {
        &self.roots
    }

    /// The first block of the first root region: the entry of a function, the body of a module.
    pub fn entry(&self) -> Option<Block> {
        self.regions[*self.roots.first()?].blocks.first().copied()
    }

    /// Whether `op` may have regions, successors or an inner graph; false is certain.
    pub fn has_extra(&self, op: Op) -> bool {
        self.ops[op].extra.is_some()
    }

    /// The regions of `op` in this graph; an isolated operation has its regions in [`Self::inner`].
    pub fn regions(&self, op: Op) -> &[Region] {
        self.extra(op).map_or(&[], |extra| &extra.regions)
    }

    /// The blocks of `region`.
    pub fn blocks(&self, region: Region) -> &[Block] {
        &self.regions[region].blocks
    }

    /// The operation that `region` belongs to, `None` for roots.
    pub fn region_parent(&self, region: Region) -> Option<Op> {
        self.regions[region].parent.expand()
    }

    /// The region that `block` is in.
    pub fn block_region(&self, block: Block) -> Option<Region> {
        self.blocks[block].region.expand()
    }

    /// The operation whose region `op` is in, `None` at the top of the graph.
    pub fn parent_op(&self, op: Op) -> Option<Op> {
        self.region_parent(self.block_region(self.op_block(op)?)?)
    }

    /// The arguments of `block`.
    pub fn block_args(&self, block: Block) -> &[Value] {
        &self.blocks[block].args
    }

    /// The location of argument `index` of `block`.
    pub fn block_arg_loc(&self, block: Block, index: usize) -> LocId {
        self.blocks[block].arg_locs.get(index).copied().unwrap_or(LocId::UNKNOWN)
    }

    /// Replaces the location of argument `index` of `block`.
    pub fn set_block_arg_loc(&mut self, block: Block, index: usize, loc: LocId) {
        if let Some(place) = self.blocks[block].arg_locs.get_mut(index) {
            *place = loc;
        }
    }

    /// The successor blocks of `op`, each with its operands, which are the last of the operation's.
    pub fn successors(&self, op: Op) -> Vec<(Block, Vec<Value>)> {
        let Some(extra) = self.extra(op) else { return Vec::new() };
        let operands: Vec<Value> = self.operands(op).collect();
        let total: usize = extra.successor_operands.iter().map(|&n| n as usize).sum();
        let mut at = operands.len() - total;
        let mut list = Vec::with_capacity(extra.successors.len());
        for (&block, &count) in extra.successors.iter().zip(&extra.successor_operands) {
            list.push((block, operands[at..at + count as usize].to_vec()));
            at += count as usize;
        }
        list
    }

    /// Adds a successor to `op`, with `args` appended to the operands.
    pub fn add_successor(&mut self, op: Op, block: Block, args: &[Value]) {
        let mut operands: Vec<Value> = self.operands(op).collect();
        operands.extend_from_slice(args);
        self.set_operands(op, &operands);
        let extra = self.extra_mut(op);
        extra.successors.push(block);
        extra.successor_operands.push(args.len() as u32);
    }

    /// The graph that holds the regions of the isolated operation `op`.
    pub fn inner(&self, op: Op) -> Option<&Graph> {
        self.extra(op)?.inner.as_deref()
    }

    /// As [`Self::inner`], mutable.
    pub fn inner_mut(&mut self, op: Op) -> Option<&mut Graph> {
        let extra = self.ops[op].extra.expand()?;
        self.extras[extra].inner.as_deref_mut()
    }

    /// Gives `op` its inner graph, and returns the one it had.
    pub fn set_inner(&mut self, op: Op, inner: Graph) -> Option<Box<Graph>> {
        self.extra_mut(op).inner.replace(Box::new(inner))
    }

    /// The inner graphs of all operations, with their owners and in the order of [`Self::walk`], for passes that run on
    /// functions in parallel.
    pub fn inners_mut(&mut self) -> Vec<(Op, &mut Graph)> {
        let mut owners: FxHashMap<Extra, (usize, Op)> = FxHashMap::default();
        self.walk(&mut |op| {
            if let Some(extra) = self.ops[op].extra.expand()
                && self.extras[extra].inner.is_some()
            {
                owners.insert(extra, (owners.len(), op));
            }
        });
        let mut found: Vec<(usize, Op, &mut Graph)> = Vec::with_capacity(owners.len());
        for (extra, data) in self.extras.iter_mut() {
            if let (Some(&(place, op)), Some(inner)) = (owners.get(&extra), data.inner.as_deref_mut()) {
                found.push((place, op, inner));
            }
        }
        found.sort_by_key(|&(place, ..)| place);
        found.into_iter().map(|(_, op, inner)| (op, inner)).collect()
    }

    /// Calls `visit` for every operation in every block, outer before inner, in order; not for those of inner graphs.
    pub fn walk(&self, visit: &mut dyn FnMut(Op)) {
        for &region in &self.roots {
            self.walk_region(region, visit);
        }
    }

    /// As [`Self::walk`], for one region.
    pub fn walk_region(&self, region: Region, visit: &mut dyn FnMut(Op)) {
        // An explicit stack: nesting is as deep as the input makes it.
        let mut stack: Vec<Op> = Vec::new();
        let push_region = |stack: &mut Vec<Op>, region: Region| {
            for &block in self.blocks(region).iter().rev() {
                let at = stack.len();
                stack.extend(self.ops_in(block));
                stack[at..].reverse();
            }
        };
        push_region(&mut stack, region);
        while let Some(op) = stack.pop() {
            visit(op);
            for &inner in self.regions(op).iter().rev() {
                push_region(&mut stack, inner);
            }
        }
    }

    /// Every operation, as [`Self::walk`] meets them.
    pub fn all_ops(&self) -> Vec<Op> {
        let mut list = Vec::new();
        self.walk(&mut |op| list.push(op));
        list
    }
}

/// What a module says of itself, for the graph that is the body of a top-level module.
impl Graph {
    /// Where the module comes from.
    pub fn module_loc(&self) -> LocId {
        self.module_loc
    }

    /// Replaces the location of the module.
    pub fn set_module_loc(&mut self, loc: LocId) {
        self.module_loc = loc;
    }

    /// Whether the module that this graph is the body of was put around the operations of a text that has none.
    pub fn is_implicit_module(&self) -> bool {
        self.is_implicit_module
    }

    /// Says so.
    pub fn set_implicit_module(&mut self) {
        self.is_implicit_module = true;
    }

    /// The attributes of the module that this graph is the body of: `module attributes {...}`.
    pub fn module_attrs(&self) -> DictId {
        self.module_attrs.unwrap_or(DictId::EMPTY)
    }

    /// Replaces the attributes of the module that this graph is the body of.
    pub fn set_module_attrs(&mut self, attrs: DictId) {
        self.module_attrs = Some(attrs);
    }
}
