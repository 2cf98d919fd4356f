//! Names of tensors: taken from locations, unique in a subgraph.

use rustc_hash::FxHashSet;

use core_ir::graph::ValueDef;
use core_ir::{Context, Graph, Loc, LocId, Value};

/// The names that are taken in one subgraph.
#[derive(Default)]
pub(super) struct Names {
    taken: FxHashSet<Vec<u8>>,
}

impl Names {
    /// `wanted`, with a number behind it when it is taken.
    pub(super) fn unique(&mut self, wanted: Vec<u8>) -> Vec<u8> {
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let numbered = (1u32..).map(|n| [&wanted, format!("_{n}").as_bytes()].concat());
        let free = numbered.into_iter().find(|name| !self.taken.contains(name)).unwrap_or(wanted);
        self.taken.insert(free.clone());
        free
    }
}

/// The name that `value` should have by its location, without regard to others.
pub(super) fn name_of(ctx: &Context, graph: &Graph, value: Value) -> Vec<u8> {
    match graph.def(value) {
        ValueDef::Arg(block, index) => match ctx.loc_name(graph.block_arg_loc(block, index)) {
            Some(name) => ctx.str_bytes(name).to_vec(),
            None => format!("arg{index}").into_bytes(),
        },
        ValueDef::Result(op, index) => {
            let count = graph.results(op).len();
            if let Some(name) = fused_result_name(ctx, graph.loc(op), index, count) {
                return name;
            }
            let name = name_of_op(ctx, graph, op);
            // TensorFlow's name of an output of a node.
            if index == 0 { name } else { [&name, format!(":{index}").as_bytes()].concat() }
        }
    }
}

/// The name of result `index` when the location fuses one name for each of several results, as the reader makes it.
fn fused_result_name(ctx: &Context, loc: LocId, index: usize, count: usize) -> Option<Vec<u8>> {
    let Loc::Fused { locs, .. } = ctx.loc_of(loc) else { return None };
    if count < 2 || locs.len() != count {
        return None;
    }
    match ctx.loc_of(locs[index]) {
        Loc::Name { name, .. } => Some(ctx.str_bytes(*name).to_vec()),
        _ => None,
    }
}

/// The name that an operation has by its location, or else by what it is.
pub(super) fn name_of_op(ctx: &Context, graph: &Graph, op: core_ir::Op) -> Vec<u8> {
    match ctx.loc_name(graph.loc(op)) {
        Some(name) => ctx.str_bytes(name).to_vec(),
        None => ctx.op_text(graph.op_name(op)).as_bytes().to_vec(),
    }
}
