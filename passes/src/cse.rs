//! `cse`: merges operations that compute the same thing.

use core_ir::pass::PassState;
use core_ir::{Context, DictId, Graph, LocId, Op, OpName, Region, Reported, TypeId, Value};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::effects::is_pure;
use crate::registration::{GraphPass, register};

register!("cse", "Merges operations that compute the same thing", GraphPass(run));

/// Equal keys compute equal results. Discardable attributes say nothing about the result.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    name: OpName,
    props: DictId,
    operands: SmallVec<[Value; 4]>,
    results: SmallVec<[TypeId; 2]>,
}

/// A survivor keeps the locations of at most this many operations that it replaces.
const MAX_FUSED: usize = 64;

/// One region on the way down, and what was seen in it.
struct Scope {
    seen: Vec<Key>,
    rest: std::vec::IntoIter<Op>,
}

/// Walks regions from the outside in. What stands earlier in a block, or in a block around it, dominates; of several
/// blocks in a region none is taken to dominate another.
fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut table: FxHashMap<Key, Op> = FxHashMap::default();
    let mut merged: FxHashMap<Op, Vec<LocId>> = FxHashMap::default();
    let mut survivors: Vec<Op> = Vec::new();
    let mut stack: Vec<Scope> = Vec::new();
    for &region in graph.roots().to_vec().iter().rev() {
        push_region(graph, &mut stack, region);
    }
    while let Some(scope) = stack.last_mut() {
        let Some(op) = scope.rest.next() else {
            for key in std::mem::take(&mut scope.seen) {
                table.remove(&key);
            }
            stack.pop();
            continue;
        };
        for region in graph.regions(op).to_vec().into_iter().rev() {
            push_region(graph, &mut stack, region);
        }
        if !is_pure(ctx, graph, op) || graph.results(op).is_empty() {
            continue;
        }
        let key = || Key {
            name: graph.op_name(op),
            props: graph.props(op),
            operands: graph.operands(op).collect(),
            results: graph.result_types(op).collect(),
        };
        match table.get(&key()) {
            Some(&kept) => {
                let (old, new) = (graph.results(op).to_vec(), graph.results(kept).to_vec());
                let locs = merged.entry(kept).or_insert_with(|| {
                    survivors.push(kept);
                    Vec::new()
                });
                if locs.len() < MAX_FUSED {
                    locs.push(graph.loc(op));
                }
                for (old, new) in old.into_iter().zip(new) {
                    graph.replace_all_uses(old, new);
                }
                graph.erase_op(op);
                state.count("operations merged", 1);
            }
            None => {
                // The scope that `op` belongs to is below those of its own regions, of which a pure one has none.
                if let Some(scope) = stack.last_mut() {
                    scope.seen.push(key());
                    table.insert(key(), op);
                }
            }
        }
    }
    for kept in survivors {
        // Results are named after the last location, which stays the survivor's own.
        let locs = merged.remove(&kept).unwrap_or_default().into_iter().chain([graph.loc(kept)]);
        let loc = ctx.fused_loc(locs);
        graph.set_loc(kept, loc);
    }
    Ok(())
}

fn push_region(graph: &Graph, stack: &mut Vec<Scope>, region: Region) {
    for &block in graph.blocks(region).iter().rev() {
        let ops: Vec<Op> = graph.ops_in(block).collect();
        stack.push(Scope { seen: Vec::new(), rest: ops.into_iter() });
    }
}
