//! `tfl-while-loop-outline`: the regions of `tfl.while` become functions, and calls of them stay in their place. What a
//! region used from outside becomes a variable of the loop; constants are copied into the functions instead.

use core_ir::pass::PassState;
use core_ir::{Block, Context, Graph, Op, OpState, Reported, TypeId, Value};

use crate::constants::is_constant;
use crate::control_flow::{region_block, with_signature, yielded};
use crate::outline::{Names, Outline, captured, for_each_op_named, is_outlined, outline};
use crate::registration::{ModulePass, register};

register!("tfl-while-loop-outline", "Moves the regions of tfl.while into functions", ModulePass(run));

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut names = Names::default();
    for_each_op_named(ctx, module, "tfl.while", &mut |module, graph, op| {
        if outline_while(ctx, module, graph, op, &mut names).is_some() {
            state.count("operations outlined", 1);
        }
    });
    Ok(())
}

fn outline_while(
    ctx: &Context,
    module: &mut Graph,
    graph: &mut Graph,
    op: Op,
    names: &mut Names,
) -> Option<()> {
    let blocks: [Block; 2] = [region_block(graph, op, 0)?, region_block(graph, op, 1)?];
    let carried: Vec<TypeId> = graph.block_args(blocks[0]).iter().map(|&arg| graph.value_type(arg)).collect();
    let (_, yields) = yielded(ctx, graph, blocks[1])?;
    yielded(ctx, graph, blocks[0])?;
    let counts =
        [graph.operand_count(op), graph.results(op).len(), graph.block_args(blocks[1]).len(), yields.len()];
    if counts != [carried.len(); 4] {
        return None;
    }
    let mut outside: Vec<Value> = Vec::new();
    for block in blocks {
        for value in captured(graph, block) {
            if !copy_constant_into(ctx, graph, value, block) && !outside.contains(&value) {
                outside.push(value);
            }
        }
    }
    if outside.is_empty() && blocks.iter().all(|&block| is_outlined(ctx, graph, block)) {
        return None;
    }
    let name = names.next(ctx, graph, op);
    for (block, (suffix, results)) in blocks.into_iter().zip([("cond", &[][..]), ("body", &carried[..])]) {
        let name = format!("{name}_{suffix}");
        let returns_captured = block == blocks[1];
        let plan = Outline { name, captured: &outside, results, carries: true, returns_captured };
        outline(ctx, module, graph, block, &plan)?;
    }
    if outside.is_empty() {
        return Some(());
    }
    let operands: Vec<Value> = graph.operands(op).chain(outside.iter().copied()).collect();
    let types = graph.result_types(op).chain(outside.iter().map(|&value| graph.value_type(value))).collect();
    let new = with_signature(graph, op, operands, types);
    crate::control_flow::replace_op(graph, op, new);
    Some(())
}

/// Copies the constant that yields `value` to the front of `block`, for the users in the block's region. False when
/// `value` is no constant.
fn copy_constant_into(ctx: &Context, graph: &mut Graph, value: Value, block: Block) -> bool {
    let Some(def) = graph.defining_op(value) else { return false };
    let is_quantized = graph.is(ctx, def, "tfl.pseudo_qconst");
    if !is_constant(ctx, graph, def) && !is_quantized || graph.operand_count(def) > 0 {
        return false;
    }
    let Some((first, region)) = graph.first_op(block).zip(graph.block_region(block)) else { return false };
    let results: Vec<TypeId> = graph.result_types(def).collect();
    let mut state = OpState::new(graph.op_name(def), graph.loc(def)).props(graph.props(def)).results(results);
    state.attrs = graph.attrs(def);
    let copy = graph.create_op(state);
    graph.insert_before(first, copy);
    let Some(new) = graph.result(copy) else { return false };
    let mut users: Vec<(Op, usize)> = Vec::new();
    graph.walk_region(region, &mut |user| {
        let uses = graph.operands(user).enumerate().filter(|&(_, used)| used == value);
        users.extend(uses.map(|(i, _)| (user, i)));
    });
    for (user, i) in users {
        graph.set_operand(user, i, new);
    }
    true
}
