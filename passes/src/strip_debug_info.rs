//! `strip-debug-info`: forgets where operations come from.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, LocId, Reported};

use crate::registration::{GraphPass, register};

register!("strip-debuginfo", "The name that MLIR has for strip-debug-info", GraphPass(run));
register!("strip-debug-info", "Replaces every location by an unknown one", GraphPass(run));

fn run(_ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut regions = graph.roots().to_vec();
    for op in graph.all_ops() {
        regions.extend(graph.regions(op));
        if graph.loc(op) != LocId::UNKNOWN {
            graph.set_loc(op, LocId::UNKNOWN);
            state.count("locations dropped", 1);
        }
    }
    for region in regions {
        for block in graph.blocks(region).to_vec() {
            for i in 0..graph.block_args(block).len() {
                graph.set_block_arg_loc(block, i, LocId::UNKNOWN);
            }
        }
    }
    Ok(())
}
