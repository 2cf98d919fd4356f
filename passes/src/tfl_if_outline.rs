//! `tfl-if-outline`: the regions of `tfl.if` become functions, and calls of them stay in their place. What a region
//! used from outside, its function takes as arguments.

use core_ir::pass::PassState;
use core_ir::{Block, Context, Graph, Op, Reported, Value};

use crate::control_flow::{region_block, yielded};
use crate::outline::{Names, Outline, captured, for_each_op_named, is_outlined, outline};
use crate::registration::{ModulePass, register};

register!("tfl-if-outline", "Moves the regions of tfl.if into functions", ModulePass(run));

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut names = Names::default();
    for_each_op_named(ctx, module, "tfl.if", &mut |module, graph, op| {
        if outline_if(ctx, module, graph, op, &mut names).is_some() {
            state.count("operations outlined", 1);
        }
    });
    Ok(())
}

fn outline_if(ctx: &Context, module: &mut Graph, graph: &mut Graph, op: Op, names: &mut Names) -> Option<()> {
    let blocks: [Block; 2] = [region_block(graph, op, 0)?, region_block(graph, op, 1)?];
    if blocks.iter().all(|&block| is_outlined(ctx, graph, block)) {
        return None;
    }
    for block in blocks {
        yielded(ctx, graph, block)?;
    }
    // Both functions take the same, so that they are of one kind for whoever calls them.
    let mut outside: Vec<Value> = captured(graph, blocks[0]);
    for value in captured(graph, blocks[1]) {
        if !outside.contains(&value) {
            outside.push(value);
        }
    }
    let name = names.next(ctx, graph, op);
    for (block, suffix) in blocks.into_iter().zip(["then", "else"]) {
        let name = format!("{name}_{suffix}");
        let plan =
            Outline { name, captured: &outside, results: &[], carries: false, returns_captured: false };
        outline(ctx, module, graph, block, &plan)?;
    }
    Some(())
}
