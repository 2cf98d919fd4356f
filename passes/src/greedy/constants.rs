//! One constant for each value: at the front of the first block of a region that keeps its own constants.

use core_ir::{Block, Context, DictId, Graph, Op, OpName, Region, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::constants::is_constant;
use crate::effects::is_transparent;

/// Constants of one region with equal keys are one. Discardable attributes count: some say what a constant is for.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    region: Region,
    name: OpName,
    props: DictId,
    attrs: DictId,
    ty: TypeId,
}

/// The constants seen so far.
#[derive(Default)]
pub(super) struct Constants {
    known: FxHashMap<Key, Op>,
    kept: FxHashSet<Op>,
}

/// What became of a constant.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// It is no constant.
    Other,
    /// It stays, at the front of its region.
    Itself,
    /// It equals this one.
    As(Op),
}

impl Constants {
    /// Keeps `op`, moved to the front of its region, or finds the constant that stands for it.
    pub(super) fn keep(&mut self, ctx: &Context, graph: &mut Graph, op: Op) -> Kept {
        if !is_constant(ctx, graph, op) || graph.operand_count(op) > 0 {
            return Kept::Other;
        }
        let (Some(result), Some(block)) = (graph.result(op), graph.op_block(op)) else { return Kept::Other };
        let Some((region, front)) = scope(ctx, graph, block) else { return Kept::Other };
        let key = Key {
            region,
            name: graph.op_name(op),
            props: graph.props(op),
            attrs: graph.attrs(op),
            ty: graph.value_type(result),
        };
        if let Some(&first) = self.known.get(&key) {
            return Kept::As(first);
        }
        // One that follows constants at the front is in place.
        let is_in_place =
            block == front && graph.prev_op(op).is_none_or(|before| self.kept.contains(&before));
        if !is_in_place && let Some(first) = graph.first_op(front) {
            graph.detach(op);
            graph.insert_before(first, op);
        }
        self.known.insert(key, op);
        self.kept.insert(op);
        Kept::Itself
    }
}

/// The region in which the constants of `block` are kept, with its first block. Loops and branches keep their own: their
/// regions become graphs, to which a constant from outside would be an input.
fn scope(ctx: &Context, graph: &Graph, block: Block) -> Option<(Region, Block)> {
    let mut region = graph.block_region(block)?;
    while let Some(parent) = graph.region_parent(region) {
        if graph.spec(ctx, parent).is_none() || is_transparent(ctx, graph, parent) {
            break;
        }
        region = graph.block_region(graph.op_block(parent)?)?;
    }
    Some((region, *graph.blocks(region).first()?))
}
