//! What holds for operations of every dialect: computing, and what traits say.

use core_ir::spec::Traits;
use core_ir::{ConstId, Context, Graph, Op, Value};

use crate::constants::{constant_of, is_constant, typed_constant_before};
use crate::effects::is_pure;
use crate::facts::Facts;
use crate::fold_constants::{evaluate, known_elements};
use crate::greedy::Driver;

/// An operation whose results follow from constants and types becomes constants.
pub(super) fn to_constants(driver: &mut Driver<'_>, op: Op) -> bool {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    if is_constant(ctx, graph, op) || graph.results(op).is_empty() || !is_pure(ctx, graph, op) {
        return false;
    }
    let Some(ids) = constants(ctx, graph, op) else { return false };
    let mut values: Vec<Value> = Vec::with_capacity(ids.len());
    for (i, id) in ids.into_iter().enumerate() {
        let graph = &*driver.graph;
        let (loc, ty) = (graph.loc(op), graph.value_type(graph.results(op)[i]));
        // What an operand is already need not be made.
        let is_it =
            |value: &Value| graph.value_type(*value) == ty && constant_of(ctx, graph, *value) == Some(id);
        let known = graph.operands(op).find(is_it);
        let value = match known {
            Some(value) => value,
            None => {
                let value = typed_constant_before(ctx, driver.graph, op, id, ty, loc);
                driver.graph.defining_op(value).into_iter().for_each(|made| driver.touch(made));
                value
            }
        };
        values.push(value);
    }
    driver.replace(op, &values)
}

/// The constants that all results of `op` are.
fn constants(ctx: &Context, graph: &Graph, op: Op) -> Option<Vec<ConstId>> {
    // What is known of one operation, from types and constants alone.
    let mut facts = Facts::new(ctx);
    facts.learn(graph, op);
    let known: Option<Vec<ConstId>> =
        graph.results(op).iter().map(|&result| known_elements(ctx, graph, &facts, result)).collect();
    known.or_else(|| evaluate(ctx, graph, &facts, op))
}

/// `f(f(x))` is `x` for involutions and `f(x)` for idempotent operations.
pub(super) fn by_trait(driver: &mut Driver<'_>, op: Op) -> bool {
    fn simpler(ctx: &Context, graph: &Graph, op: Op) -> Option<Value> {
        let traits = graph.spec(ctx, op)?.traits;
        let is_involution = traits.has(Traits::INVOLUTION);
        if !is_involution && !traits.has(Traits::IDEMPOTENT) || graph.operand_count(op) != 1 {
            return None;
        }
        let inner = graph.defining_op(graph.operand(op, 0)?)?;
        let is_same = graph.op_name(inner) == graph.op_name(op) && graph.props(inner) == graph.props(op);
        if !is_same || graph.operand_count(inner) != 1 {
            return None;
        }
        if is_involution { graph.operand(inner, 0) } else { graph.operand(op, 0) }
    }
    match simpler(driver.ctx, driver.graph, op) {
        Some(value) => driver.replace(op, &[value]),
        None => false,
    }
}

/// Puts a constant first operand of a commutative operation second.
pub(super) fn order_operands(driver: &mut Driver<'_>, op: Op) -> bool {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    if graph.operand_count(op) != 2 || !graph.has_trait(ctx, op, Traits::COMMUTATIVE) {
        return false;
    }
    let (Some(a), Some(b)) = (graph.operand(op, 0), graph.operand(op, 1)) else { return false };
    if constant_of(ctx, graph, a).is_none() || constant_of(ctx, graph, b).is_some() {
        return false;
    }
    driver.graph.set_operands(op, &[b, a]);
    driver.touch(op);
    true
}
