//! Loops and branches with regions: making them and taking them apart.

use core_ir::{Attr, Block, Context, Graph, Op, OpState, TypeId, Value};

use crate::constants::constant_ints;

/// The only block of region `index` of `op`.
pub fn region_block(graph: &Graph, op: Op, index: usize) -> Option<Block> {
    match graph.blocks(*graph.regions(op).get(index)?) {
        [block] => Some(*block),
        _ => None,
    }
}

/// The last operation of `block`, when it is a `tfl.yield`, and what it yields.
pub fn yielded(ctx: &Context, graph: &Graph, block: Block) -> Option<(Op, Vec<Value>)> {
    let last = graph.last_op(block)?;
    graph.is(ctx, last, "tfl.yield").then(|| (last, graph.operands(last).collect()))
}

/// Makes every user of the results of `op` use those of `new`, and erases `op`.
pub fn replace_op(graph: &mut Graph, op: Op, new: Op) {
    let (old, new) = (graph.results(op).to_vec(), graph.results(new).to_vec());
    for (old, new) in old.into_iter().zip(new) {
        graph.replace_all_uses(old, new);
    }
    graph.erase_op(op);
}

/// Makes an operation in front of `op` that takes its name, attributes and regions, with other operands and results.
/// `op` is left without regions, for the caller to erase.
pub fn with_signature(graph: &mut Graph, op: Op, operands: Vec<Value>, results: Vec<TypeId>) -> Op {
    let mut state = OpState::new(graph.op_name(op), graph.loc(op)).operands(operands).results(results);
    (state.props, state.attrs) = (graph.props(op), graph.attrs(op));
    let new = graph.create_op(state);
    graph.insert_before(op, new);
    for region in graph.detach_regions(op) {
        graph.attach_region(new, region);
    }
    new
}

/// The branch that a `tfl.if` on a constant takes, with its last operation; `None` too when what that yields can not
/// stand for the results.
pub fn taken_branch(ctx: &Context, graph: &Graph, op: Op) -> Option<(Block, Op)> {
    let condition = constant_ints(ctx, graph, graph.operand(op, 0)?)?;
    let [condition] = condition[..] else { return None };
    let block = region_block(graph, op, usize::from(condition == 0))?;
    let (end, values) = yielded(ctx, graph, block)?;
    can_be_results(ctx, graph, op, &values).then_some((block, end))
}

/// The inputs of a `tfl.while` that is never entered; `None` too when they can not stand for its results.
pub fn never_entered_inputs(ctx: &Context, graph: &Graph, op: Op) -> Option<Vec<Value>> {
    let block = region_block(graph, op, 0)?;
    let (_, values) = yielded(ctx, graph, block)?;
    let condition = constant_ints(ctx, graph, *values.first()?)?;
    let inputs: Vec<Value> = graph.operands(op).collect();
    (condition == [0] && can_be_results(ctx, graph, op, &inputs)).then_some(inputs)
}

fn can_be_results(ctx: &Context, graph: &Graph, op: Op, values: &[Value]) -> bool {
    let results = graph.results(op);
    let can = |(&old, &new): (&Value, &Value)| crate::canonicalize::can_replace(ctx, graph, old, new);
    results.len() == values.len() && results.iter().zip(values).all(can)
}

/// Makes a loop like `op` before it, of its regions with the variables at the positions `kept`. The arguments of the
/// others must not be used; what the body yields and what uses the results is left to the caller.
pub fn with_variables(graph: &mut Graph, op: Op, [cond, body]: [Block; 2], kept: &[usize]) -> Op {
    for i in (0..graph.results(op).len()).rev().filter(|i| !kept.contains(i)) {
        graph.remove_block_arg(cond, i);
        graph.remove_block_arg(body, i);
    }
    let operands: Vec<Value> = graph.operands(op).collect();
    let operands: Vec<Value> = kept.iter().map(|&i| operands[i]).collect();
    let types = kept.iter().map(|&i| graph.value_type(graph.results(op)[i])).collect();
    with_signature(graph, op, operands, types)
}

/// The bool attribute `name` as it is written.
pub fn flag(ctx: &Context, graph: &Graph, op: Op, name: &str) -> bool {
    let attr = graph.attr(ctx, op, name).or_else(|| ctx.dict_get(graph.attrs(op), name));
    attr.is_some_and(|attr| matches!(ctx.attr_of(attr), Attr::Bool(true) | Attr::Unit))
}
