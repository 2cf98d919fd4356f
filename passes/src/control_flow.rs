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

/// Replaces a `tfl.if` on a constant by the branch that is taken, and a `tfl.while` that is never entered by its
/// inputs. Operations that were moved go into `work`.
pub fn fold(ctx: &Context, graph: &mut Graph, op: Op, work: &mut Vec<Op>) -> bool {
    match ctx.op_text(graph.op_name(op)) {
        "tfl.if" => fold_if(ctx, graph, op, work).is_some(),
        "tfl.while" => fold_while(ctx, graph, op, work).is_some(),
        _ => false,
    }
}

fn fold_if(ctx: &Context, graph: &mut Graph, op: Op, work: &mut Vec<Op>) -> Option<()> {
    let condition = constant_ints(ctx, graph, graph.operand(op, 0)?)?;
    let [condition] = condition[..] else { return None };
    let block = region_block(graph, op, usize::from(condition == 0))?;
    let (end, values) = yielded(ctx, graph, block)?;
    replace_results(ctx, graph, op, &values, work)?;
    for inner in graph.ops_in(block).collect::<Vec<_>>() {
        if inner != end {
            graph.detach(inner);
            graph.insert_before(op, inner);
        }
    }
    graph.erase_op(op);
    Some(())
}

fn fold_while(ctx: &Context, graph: &mut Graph, op: Op, work: &mut Vec<Op>) -> Option<()> {
    let block = region_block(graph, op, 0)?;
    let (_, values) = yielded(ctx, graph, block)?;
    let condition = constant_ints(ctx, graph, *values.first()?)?;
    if condition != [0] {
        return None;
    }
    let inputs: Vec<Value> = graph.operands(op).collect();
    replace_results(ctx, graph, op, &inputs, work)?;
    graph.erase_op(op);
    Some(())
}

fn replace_results(
    ctx: &Context,
    graph: &mut Graph,
    op: Op,
    values: &[Value],
    work: &mut Vec<Op>,
) -> Option<()> {
    let results = graph.results(op).to_vec();
    if results.len() != values.len() {
        return None;
    }
    let users: Vec<Op> = results.iter().flat_map(|&value| graph.uses(value)).map(|(user, _)| user).collect();
    let pairs = results.into_iter().zip(values.iter().copied());
    if !pairs.clone().all(|(old, new)| crate::canonicalize::can_replace(ctx, graph, old, new)) {
        return None;
    }
    for (old, new) in pairs {
        crate::canonicalize::replace_refined(ctx, graph, old, new);
    }
    work.extend(users);
    Some(())
}

/// The bool attribute `name` as it is written.
pub fn flag(ctx: &Context, graph: &Graph, op: Op, name: &str) -> bool {
    let attr = graph.attr(ctx, op, name).or_else(|| ctx.dict_get(graph.attrs(op), name));
    attr.is_some_and(|attr| matches!(ctx.attr_of(attr), Attr::Bool(true) | Attr::Unit))
}
