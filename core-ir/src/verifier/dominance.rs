//! Dominator trees, by the iteration of Cooper, Harvey and Kennedy.

use rustc_hash::FxHashMap;

use crate::graph::{Block, Graph};

/// The dominator tree of a region.
pub(super) struct Tree {
    /// The blocks that each block immediately dominates, in the order of the region.
    pub(super) children: FxHashMap<Block, Vec<Block>>,
    /// The blocks that control never reaches.
    pub(super) unreachable: Vec<Block>,
}

/// The tree of a region with these blocks, the entry first.
pub(super) fn tree(graph: &Graph, blocks: &[Block]) -> Tree {
    let index: FxHashMap<Block, usize> = blocks.iter().enumerate().map(|(i, &block)| (block, i)).collect();
    let successors: Vec<Vec<usize>> = blocks
        .iter()
        .map(|&block| {
            let last = graph.last_op(block);
            let list = last.map(|op| graph.successors(op)).unwrap_or_default();
            list.iter().filter_map(|(block, _)| index.get(block).copied()).collect()
        })
        .collect();
    let order = postorder(&successors);
    let mut number = vec![usize::MAX; blocks.len()];
    for (i, &block) in order.iter().enumerate() {
        number[block] = i;
    }
    let mut preds: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
    for (block, list) in successors.iter().enumerate().filter(|(block, _)| number[*block] != usize::MAX) {
        for &successor in list {
            preds[successor].push(block);
        }
    }
    let mut idom: Vec<Option<usize>> = vec![None; blocks.len()];
    idom[0] = Some(0);
    let mut changed = true;
    while changed {
        changed = false;
        for &block in order.iter().rev().filter(|&&block| block != 0) {
            let mut new = None;
            for &pred in preds[block].iter().filter(|&&pred| idom[pred].is_some()) {
                new = Some(new.map_or(pred, |other| intersect(&idom, &number, pred, other)));
            }
            if new != idom[block] {
                idom[block] = new;
                changed = true;
            }
        }
    }
    let mut tree = Tree { children: FxHashMap::default(), unreachable: Vec::new() };
    for (i, &block) in blocks.iter().enumerate().skip(1) {
        match idom[i].filter(|_| number[i] != usize::MAX) {
            Some(parent) => tree.children.entry(blocks[parent]).or_default().push(block),
            None => tree.unreachable.push(block),
        }
    }
    tree
}

fn intersect(idom: &[Option<usize>], number: &[usize], mut a: usize, mut b: usize) -> usize {
    while a != b {
        while number[a] < number[b] {
            a = idom[a].unwrap_or(0);
        }
        while number[b] < number[a] {
            b = idom[b].unwrap_or(0);
        }
    }
    a
}

/// The blocks that are reachable from the first, each after those it leads to.
fn postorder(successors: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(successors.len());
    let mut seen = vec![false; successors.len()];
    let mut stack = vec![(0, 0)];
    seen[0] = true;
    while let Some((block, next)) = stack.pop() {
        match successors[block].get(next) {
            Some(&successor) => {
                stack.push((block, next + 1));
                if !seen[successor] {
                    seen[successor] = true;
                    stack.push((successor, 0));
                }
            }
            None => order.push(block),
        }
    }
    order
}
