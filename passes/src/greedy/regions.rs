//! Blocks that nothing reaches.

use core_ir::{Block, Graph, Region};
use rustc_hash::FxHashSet;

/// Drops the blocks of every region of `graph` to which no path leads from the first, and gives how many operations that
/// were, those in regions of others not counted.
pub(super) fn drop_unreachable(graph: &mut Graph) -> u64 {
    let mut regions: Vec<Region> = graph.roots().to_vec();
    graph.walk(&mut |op| regions.extend(graph.regions(op)));
    regions.into_iter().map(|region| drop_in(graph, region)).sum()
}

fn drop_in(graph: &mut Graph, region: Region) -> u64 {
    let blocks = graph.blocks(region).to_vec();
    let Some((&first, [_, ..])) = blocks.split_first() else { return 0 };
    let mut reached: FxHashSet<Block> = [first].into_iter().collect();
    let mut stack = vec![first];
    while let Some(block) = stack.pop() {
        let next = graph.last_op(block).map(|last| graph.successors(last)).unwrap_or_default();
        stack.extend(next.into_iter().map(|(block, _)| block).filter(|&block| reached.insert(block)));
    }
    let gone: usize = blocks
        .iter()
        .filter(|block| !reached.contains(block))
        .map(|&block| graph.ops_in(block).count())
        .sum();
    graph.retain_blocks(region, &|block| reached.contains(&block));
    gone as u64
}
