//! `strip-debug-info`: forgets where operations come from.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, LocId, Reported};

use crate::registration::{GraphPass, register};

register!("strip-debug-info", "Replaces every location by an unknown one", GraphPass(run));

fn run(_ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if graph.loc(op) != LocId::UNKNOWN {
            graph.set_loc(op, LocId::UNKNOWN);
            state.count("locations dropped", 1);
        }
    }
    Ok(())
}
