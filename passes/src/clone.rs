//! Copies of operations in another graph.

use core_ir::{Block, Context, Graph, LocId, Op, OpState, TypeId, Value};
use rustc_hash::FxHashMap;

/// Copies operations of `from`; what they use is looked up in [`Self::values`].
pub struct Cloner<'a> {
    from: &'a Graph,
    /// The values of the new graph by those of the old.
    pub values: FxHashMap<Value, Value>,
    blocks: FxHashMap<Block, Block>,
    relocate: &'a mut dyn FnMut(LocId) -> LocId,
}

impl<'a> Cloner<'a> {
    /// Copies from `from`; every location goes through `relocate`.
    pub fn new(from: &'a Graph, relocate: &'a mut dyn FnMut(LocId) -> LocId) -> Self {
        Self { from, values: FxHashMap::default(), blocks: FxHashMap::default(), relocate }
    }

    /// Copies `ops` and everything in their regions into `to`, and gives the copies, outer before inner. `place` is
    /// called with each copy of one of `ops` and puts it somewhere. A value that is neither in [`Self::values`] nor
    /// defined by the copied operations is an error of the input; gives `None` then.
    pub fn clone_ops(
        &mut self,
        to: &mut Graph,
        ops: &[Op],
        place: &mut dyn FnMut(&mut Graph, Op),
    ) -> Option<Vec<Op>> {
        let mut pairs: Vec<(Op, Op)> = Vec::with_capacity(ops.len());
        for &op in ops {
            let copy = self.shell(to, op);
            place(to, copy);
            pairs.push((op, copy));
        }
        // Regions are entered level by level without recursion: nesting is as deep as the input makes it.
        let mut at = 0;
        while at < pairs.len() {
            let (old, copy) = pairs[at];
            at += 1;
            for &region in self.from.regions(old) {
                let new_region = to.add_region(copy);
                for &block in self.from.blocks(region) {
                    let new_block = to.add_block(new_region);
                    self.blocks.insert(block, new_block);
                    self.args(to, block, new_block);
                    for inner in self.from.ops_in(block) {
                        let inner_copy = self.shell(to, inner);
                        to.append(new_block, inner_copy);
                        pairs.push((inner, inner_copy));
                    }
                }
            }
        }
        // Operands come last: a branch may name blocks and values that stand further down.
        for &(old, copy) in &pairs {
            self.link(to, old, copy)?;
        }
        Some(pairs.into_iter().map(|pair| pair.1).collect())
    }

    fn args(&mut self, to: &mut Graph, block: Block, new_block: Block) {
        for (i, &arg) in self.from.block_args(block).iter().enumerate() {
            let loc = (self.relocate)(self.from.block_arg_loc(block, i));
            let new_arg = to.add_block_arg(new_block, self.from.value_type(arg), loc);
            self.values.insert(arg, new_arg);
        }
    }

    /// The copy of `op` without operands and regions.
    fn shell(&mut self, to: &mut Graph, op: Op) -> Op {
        let from = self.from;
        let results: Vec<TypeId> = from.result_types(op).collect();
        let mut state = OpState::new(from.op_name(op), (self.relocate)(from.loc(op))).results(results);
        state.props = from.props(op);
        state.attrs = from.attrs(op);
        let copy = to.create_op(state);
        for (&old, &new) in from.results(op).iter().zip(to.results(copy)) {
            self.values.insert(old, new);
        }
        if let Some(inner) = from.inner(op)
            && let Some(inner_copy) = clone_graph(inner, self.relocate)
        {
            to.set_inner(copy, inner_copy);
        }
        copy
    }

    fn link(&self, to: &mut Graph, old: Op, copy: Op) -> Option<()> {
        let map = |value: Value| self.values.get(&value).copied();
        let successors = self.from.successors(old);
        let branch_operands: usize = successors.iter().map(|(_, args)| args.len()).sum();
        let own = self.from.operand_count(old) - branch_operands;
        let operands = self.from.operands(old).take(own).map(map).collect::<Option<Vec<_>>>()?;
        to.set_operands(copy, &operands);
        for (block, args) in successors {
            let args = args.into_iter().map(map).collect::<Option<Vec<_>>>()?;
            to.add_successor(copy, *self.blocks.get(&block)?, &args);
        }
        Some(())
    }
}

/// A copy of a whole graph; `None` when it uses values that are not its own.
pub fn clone_graph(from: &Graph, relocate: &mut dyn FnMut(LocId) -> LocId) -> Option<Graph> {
    let mut to = Graph::new();
    to.set_module_attrs(from.module_attrs());
    let mut cloner = Cloner::new(from, relocate);
    let mut all = Vec::new();
    let mut homes = Vec::new();
    for &region in from.roots() {
        let new_region = to.add_root();
        for &block in from.blocks(region) {
            let new_block = to.add_block(new_region);
            cloner.blocks.insert(block, new_block);
            cloner.args(&mut to, block, new_block);
            for op in from.ops_in(block) {
                all.push(op);
                homes.push(new_block);
            }
        }
    }
    let mut homes = homes.into_iter();
    cloner.clone_ops(&mut to, &all, &mut |to, op| {
        if let Some(block) = homes.next() {
            to.append(block, op);
        }
    })?;
    Some(to)
}

/// Copies the only block of the function body `from`, its terminator aside, in front of `at`, with `args` for the
/// block's arguments. Gives the copies and the values that stand for what the terminator yields.
pub fn clone_body_before(
    ctx: &Context,
    from: &Graph,
    to: &mut Graph,
    at: Op,
    args: &[Value],
    relocate: &mut dyn FnMut(LocId) -> LocId,
) -> Option<(Vec<Op>, Vec<Value>)> {
    let block = crate::functions::only_block(from)?;
    let (end, yielded) = crate::functions::returned(ctx, from)?;
    let mut cloner = Cloner::new(from, relocate);
    cloner.values.extend(from.block_args(block).iter().copied().zip(args.iter().copied()));
    let ops: Vec<Op> = from.ops_in(block).filter(|&op| op != end).collect();
    let copies = cloner.clone_ops(to, &ops, &mut |to, op| to.insert_before(at, op))?;
    let values = yielded.iter().map(|value| cloner.values.get(value).copied()).collect::<Option<Vec<_>>>()?;
    Some((copies, values))
}

/// As [`clone_body_before`], at the end of `block` of `to`.
pub fn clone_body_into(
    ctx: &Context,
    from: &Graph,
    to: &mut Graph,
    block: Block,
    args: &[Value],
    relocate: &mut dyn FnMut(LocId) -> LocId,
) -> Option<(Vec<Op>, Vec<Value>)> {
    let entry = crate::functions::only_block(from)?;
    let (end, yielded) = crate::functions::returned(ctx, from)?;
    let mut cloner = Cloner::new(from, relocate);
    cloner.values.extend(from.block_args(entry).iter().copied().zip(args.iter().copied()));
    let ops: Vec<Op> = from.ops_in(entry).filter(|&op| op != end).collect();
    let copies = cloner.clone_ops(to, &ops, &mut |to, op| to.append(block, op))?;
    let values = yielded.iter().map(|value| cloner.values.get(value).copied()).collect::<Option<Vec<_>>>()?;
    Some((copies, values))
}
