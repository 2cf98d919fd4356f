//! Operations with regions.

use core_ir::spec::OpUse;
use core_ir::{Block, Graph, Op, TypeId};

use super::{Outcome, text};

/// The first block of region `i` of `op`, with the graph that holds it.
fn entry<'a>(op: &OpUse<'a>, i: usize) -> Option<(&'a Graph, Block)> {
    let (graph, place) = op.place?;
    if let Some(&region) = graph.regions(place).get(i) {
        return Some((graph, *graph.blocks(region).first()?));
    }
    let inner = graph.inner(place)?;
    Some((inner, *inner.blocks(*inner.roots().get(i)?).first()?))
}

fn arg_types(graph: &Graph, block: Block) -> Vec<TypeId> {
    graph.block_args(block).iter().map(|&arg| graph.value_type(arg)).collect()
}

/// The types that the block yields.
fn yielded(graph: &Graph, block: Block) -> Vec<TypeId> {
    graph.last_op(block).map_or_else(Vec::new, |last| graph.operand_types(last).collect())
}

/// Of `tfl.while`: both regions take the same, as many as the loop has operands and results.
pub(crate) fn while_regions(op: &OpUse<'_>) -> Outcome {
    let (operands, results) = (op.operands.len(), op.results.len());
    if operands != results {
        return Err(format!("number of operands does not match number of results ({operands} != {results})"));
    }
    let (Some((cond_graph, cond)), Some((body_graph, body))) = (entry(op, 0), entry(op, 1)) else {
        return Err("region with at least 1 blocks expected".into());
    };
    let (cond, body) = (arg_types(cond_graph, cond), arg_types(body_graph, body));
    if cond.len() != body.len() {
        return Err(format!(
            "number of arguments in condition function does not match number of arguments in body function ({} != {})",
            cond.len(),
            body.len()
        ));
    }
    match cond.iter().zip(&body).find(|(a, b)| !op.ctx.compatible_shapes(**a, **b)) {
        Some((&a, &b)) => Err(format!(
            "condition function's argument type does not match body function's argument type ({} != {})",
            text(op.ctx, a),
            text(op.ctx, b)
        )),
        None => Ok(()),
    }
}

/// Of `tfl.if`: regions take nothing and yield the results.
pub(crate) fn if_regions(op: &OpUse<'_>) -> Outcome {
    for i in 0..2 {
        let Some((graph, block)) = entry(op, i) else { continue };
        if !graph.block_args(block).is_empty() {
            return Err(format!("region #{i} should have no arguments"));
        }
        let edge = format!("along control flow edge from Region #{i} to parent results");
        let (given, wanted) = (yielded(graph, block), op.results);
        if given.len() != wanted.len() {
            let (given, wanted) = (given.len(), wanted.len());
            return Err(format!("{edge}: source has {given} operands, but target successor needs {wanted}"));
        }
        let differ = |at: &usize| !op.ctx.compatible_shapes(given[*at], wanted[*at]);
        if let Some(at) = (0..given.len()).find(differ) {
            let (given, wanted) = (text(op.ctx, given[at]), text(op.ctx, wanted[at]));
            return Err(format!(
                "{edge}: source type #{at} '{given}' should match input type #{at} '{wanted}'"
            ));
        }
    }
    Ok(())
}

/// Of `tfl.control_node`: the results are what its region yields and a control token.
pub(crate) fn control_node(op: &OpUse<'_>) -> Outcome {
    let Some((graph, block)) = entry(op, 0) else { return Ok(()) };
    if !graph.block_args(block).is_empty() {
        return Err("expects body without any arguments".into());
    }
    let is_yield = |last: &Op| graph.is(op.ctx, *last, "tfl.yield");
    if graph.last_op(block).filter(is_yield).is_none() {
        return Err("invalid TFL.control_node terminator, yield expected".into());
    }
    let (given, wanted) = (yielded(graph, block), &op.results[..op.results.len().saturating_sub(1)]);
    if given.len() != wanted.len() {
        let (given, wanted) = (given.len(), wanted.len());
        return Err(format!("has {given} operand, but control_node returns {wanted}"));
    }
    match given.iter().zip(wanted).position(|(a, b)| a != b) {
        Some(at) => Err(format!("operand #{at} type mismatch control_node results")),
        None => Ok(()),
    }
}
