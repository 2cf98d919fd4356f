//! What holds for operations of every dialect: computing, and what traits say.

use core_ir::spec::{OperandInfo, Traits};
use core_ir::{Attr, AttrId, ConstId, Context, Graph, Op, OpState, OpView, Type, TypeId, Value};

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

/// An operation on numbers that are no tensors becomes a number: it is computed as one on tensors without dimensions.
pub(super) fn to_number(driver: &mut Driver<'_>, op: Op) -> bool {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    let Some(attr) = number(ctx, graph, op) else { return false };
    let Some(ty) = graph.result(op).map(|result| graph.value_type(result)) else { return false };
    let props = ctx.dict([(ctx.str("value"), attr)]);
    let state = OpState::new(ctx.op_name("arith.constant"), graph.loc(op)).props(props);
    let made = driver.insert(op, state.results([ty] as [TypeId; 1]));
    let value = driver.graph.results(made)[0];
    driver.replace(op, &[value])
}

fn number(ctx: &Context, graph: &Graph, op: Op) -> Option<AttrId> {
    let is_number = |ty: TypeId| {
        matches!(ctx.type_of(ty), Type::Integer { .. } | Type::Index | Type::Float(_))
            .then(|| ctx.tensor(&[], ty))
    };
    if is_constant(ctx, graph, op) || graph.operand_count(op) == 0 || !is_pure(ctx, graph, op) {
        return None;
    }
    let result = graph.value_type(graph.result(op)?);
    let results = [is_number(result)?];
    let operand = |value: Value| {
        let ty = is_number(graph.value_type(value))?;
        let konst = number_constant(ctx, graph, value, ty)?;
        Some(OperandInfo { ty, konst: Some(konst), dims: None })
    };
    let operands: Vec<OperandInfo<'_>> = graph.operands(op).map(operand).collect::<Option<_>>()?;
    let spec = graph.spec(ctx, op)?;
    let view = OpView { ctx, spec, props: graph.props(op), operands: &operands, results: &results };
    let &[id] = &eval::fold(&view)?[..] else { return None };
    if let Type::Float(_) = ctx.type_of(result) {
        let bytes = ctx.const_splat_bytes(id)?;
        return Some(ctx.float_attr(ctx.float_from_bytes(result, &bytes)?, result));
    }
    let value = *ctx.const_ints(id)?.first()?;
    Some(if result == TypeId::I1 { ctx.bool_attr(value != 0) } else { ctx.int_attr(value.into(), result) })
}

/// The number that `value` is, as a tensor of type `ty`.
fn number_constant(ctx: &Context, graph: &Graph, value: Value, ty: TypeId) -> Option<ConstId> {
    let op = graph.defining_op(value).filter(|&op| is_constant(ctx, graph, op))?;
    let attr = ctx.dict_get(graph.props(op), "value")?;
    let elem = ctx.elem_type(ty);
    let bytes = match *ctx.attr_of(attr) {
        Attr::Bool(value) => vec![u8::from(value)],
        Attr::Integer { value, .. } => value.to_le_bytes().get(..ctx.elem_bytes(elem)?)?.to_vec(),
        Attr::Float { value, .. } => ctx.float_to_bytes(elem, value.get())?,
        _ => return None,
    };
    Some(ctx.const_from_bytes(ty, &bytes))
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
    let is_known = |value| graph.defining_op(value).is_some_and(|def| is_constant(ctx, graph, def));
    if !is_known(a) || is_known(b) {
        return false;
    }
    driver.graph.set_operands(op, &[b, a]);
    driver.touch(op);
    true
}
