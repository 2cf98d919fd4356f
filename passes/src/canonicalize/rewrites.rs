//! Rewrites that rules cannot say: of lists of values, of operations with regions, of what depends on users.

use core_ir::{Attr, Context, DictId, Graph, Op, OpState, Type, TypeId, Value};

use super::loops;
use crate::constants::{constant_ints, constant_of, elements_of, is_constant, typed_constant_before};
use crate::greedy::Driver;

/// Changes an operation when it can; it may be gone afterwards.
pub(super) type Rewrite = fn(&mut Driver<'_>, Op) -> Option<()>;

/// Operations with their rewrites, sorted by name.
pub(super) const REWRITES: &[(&str, &[Rewrite])] = &[
    ("arith.addi", &[neutral_operand::<0>]),
    ("arith.andi", &[one_value, absorbing_zero]),
    ("arith.divf", &[neutral_operand::<1>]),
    ("arith.divsi", &[neutral_operand::<1>]),
    ("arith.divui", &[neutral_operand::<1>]),
    ("arith.floordivsi", &[neutral_operand::<1>]),
    ("arith.maximumf", &[one_value]),
    ("arith.maxnumf", &[one_value]),
    ("arith.maxsi", &[one_value]),
    ("arith.maxui", &[one_value]),
    ("arith.minimumf", &[one_value]),
    ("arith.minnumf", &[one_value]),
    ("arith.minsi", &[one_value]),
    ("arith.minui", &[one_value]),
    ("arith.mulf", &[neutral_operand::<1>]),
    ("arith.muli", &[neutral_operand::<1>, absorbing_zero]),
    ("arith.ori", &[one_value, neutral_operand::<0>]),
    ("arith.select", &[known_choice]),
    ("arith.shli", &[neutral_operand::<0>]),
    ("arith.shrsi", &[neutral_operand::<0>]),
    ("arith.shrui", &[neutral_operand::<0>]),
    ("arith.subf", &[neutral_operand::<0>]),
    ("arith.subi", &[neutral_operand::<0>]),
    ("arith.xori", &[neutral_operand::<0>]),
    ("tf.Copy", &[pass_through]),
    ("tf.CopyHost", &[pass_through]),
    ("tf.DeepCopy", &[pass_through]),
    ("tf.GuaranteeConst", &[pass_through]),
    ("tf.IdentityN", &[pass_through]),
    ("tf.LoopCond", &[pass_through]),
    ("tf.XlaSharding", &[pass_through]),
    ("tfl.concatenation", &[drop_empty_parts]),
    ("tfl.dynamic_update_slice", &[whole_update]),
    ("tfl.if", &[loops::known_branch]),
    ("tfl.lstm", &[drop_zero_biases]),
    ("tfl.pack", &[pack_of_unpacked]),
    ("tfl.pseudo_const", &[plain_constant]),
    ("tfl.while", &[loops::never_entered, loops::constant_variables]),
];

/// The number that all elements of a constant are, or that it is: an integer's by value, a float's where it is no more
/// than that integer, so that the sign of zero counts.
fn integer(ctx: &Context, graph: &Graph, value: Value) -> Option<i64> {
    let op = graph.defining_op(value).filter(|&op| is_constant(ctx, graph, op))?;
    let whole = |x: f64| (x == x.trunc() && !(x == 0.0 && x.is_sign_negative())).then_some(x as i64);
    match *ctx.attr_of(ctx.dict_get(graph.props(op), "value")?) {
        Attr::Integer { value, .. } => i64::try_from(value).ok(),
        Attr::Bool(value) => Some(value.into()),
        Attr::Float { value, .. } => whole(value.get()),
        Attr::Elements(_) => {
            let id = elements_of(ctx, graph, op)?;
            let (elem, bytes) = (ctx.elem_type(ctx.const_type(id)), ctx.const_splat_bytes(id)?);
            match ctx.type_of(elem) {
                Type::Float(_) => whole(ctx.float_from_bytes(elem, &bytes)?),
                _ => ctx.const_ints(ctx.const_from_bytes(ctx.tensor(&[], elem), &bytes))?.first().copied(),
            }
        }
        _ => None,
    }
}

/// The first operand is the result when the second is `N`.
fn neutral_operand<const N: i64>(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (x, y) = (driver.graph.operand(op, 0)?, driver.graph.operand(op, 1)?);
    let is_neutral = integer(driver.ctx, driver.graph, y) == Some(N);
    (is_neutral && driver.replace(op, &[x])).then_some(())
}

/// The second operand is the result when it is zero.
fn absorbing_zero(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let y = driver.graph.operand(op, 1)?;
    let is_zero = integer(driver.ctx, driver.graph, y) == Some(0);
    (is_zero && driver.replace(op, &[y])).then_some(())
}

/// A value combined with itself is itself.
fn one_value(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (x, y) = (driver.graph.operand(op, 0)?, driver.graph.operand(op, 1)?);
    (x == y && driver.replace(op, &[x])).then_some(())
}

/// A choice that is always the same one.
fn known_choice(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let graph = &*driver.graph;
    let (condition, x, y) = (graph.operand(op, 0)?, graph.operand(op, 1)?, graph.operand(op, 2)?);
    let value = match integer(driver.ctx, graph, condition) {
        _ if x == y => x,
        Some(0) => y,
        Some(_) => x,
        None => return None,
    };
    driver.replace(op, &[value]).then_some(())
}

/// The results are the operands.
fn pass_through(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let operands: Vec<Value> = driver.graph.operands(op).collect();
    driver.replace(op, &operands).then_some(())
}

/// Parts without elements add nothing to a concatenation.
fn drop_empty_parts(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    let is_empty = |value: &Value| ctx.element_count(graph.value_type(*value)) == Some(0);
    let (empty, parts): (Vec<Value>, Vec<Value>) = graph.operands(op).partition(is_empty);
    if empty.is_empty() || parts.is_empty() {
        return None;
    }
    driver.graph.set_operands(op, &parts);
    empty.into_iter().for_each(|part| driver.touch_source(part));
    driver.touch(op);
    Some(())
}

/// An update of everything is the update. An operation between an input and a result of the graph stays: the runtime
/// can do it in place.
fn whole_update(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    let (operand, update) = (graph.operand(op, 0)?, graph.operand(op, 1)?);
    let starts = constant_ints(ctx, graph, graph.operand(op, 2)?)?;
    let ty = graph.value_type(update);
    let is_whole = graph.value_type(operand) == ty
        && ctx.element_count(ty).is_some()
        && starts.iter().all(|&start| start == 0);
    let is_input = graph.defining_op(operand).is_none();
    let is_result = graph.uses(graph.result(op)?).any(|(user, _)| graph.is(ctx, user, "func.return"));
    if !is_whole || is_input && is_result {
        return None;
    }
    driver.replace(op, &[update]).then_some(())
}

/// What was unpacked and is packed again is what it was.
fn pack_of_unpacked(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    let unpack = graph.defining_op(graph.operand(op, 0)?)?;
    let is_same_axis = graph.attr(ctx, op, "axis") == graph.attr(ctx, unpack, "axis");
    if !graph.is(ctx, unpack, "tfl.unpack")
        || !is_same_axis
        || !graph.operands(op).eq(graph.results(unpack).iter().copied())
    {
        return None;
    }
    let source = graph.operand(unpack, 0)?;
    driver.replace(op, &[source]).then_some(())
}

/// A constant that is all of its type is one of the common dialect.
fn plain_constant(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    let id = elements_of(ctx, graph, op)?;
    let ty = graph.value_type(graph.result(op)?);
    if ctx.const_type(id) != ty || graph.attrs(op) != DictId::EMPTY {
        return None;
    }
    let value = typed_constant_before(ctx, driver.graph, op, id, ty, driver.graph.loc(op));
    driver.graph.defining_op(value).into_iter().for_each(|made| driver.touch(made));
    driver.replace(op, &[value]).then_some(())
}

/// The biases of an LSTM that may be absent are, when they are zero.
fn drop_zero_biases(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    const BIASES: [&str; 2] = ["input_gate_bias", "projection_bias"];
    let rows = &driver.graph.spec(driver.ctx, op)?.operands;
    let places: Vec<usize> =
        BIASES.iter().filter_map(|bias| rows.iter().position(|row| row.name == *bias)).collect();
    let mut changed = None;
    for at in places {
        if let Some(bias) = driver.graph.operand(op, at)
            && is_zero(driver.ctx, driver.graph, bias)
        {
            let absent = no_value(driver, op);
            driver.set_operand(op, at, absent);
            changed = Some(());
        }
    }
    changed
}

/// Whether all elements of a constant are zero.
fn is_zero(ctx: &Context, graph: &Graph, value: Value) -> bool {
    let splat = constant_of(ctx, graph, value).and_then(|id| ctx.const_splat_bytes(id));
    splat.is_some_and(|bytes| bytes.iter().all(|&byte| byte == 0))
}

/// What stands for an absent operand of `op`.
fn no_value(driver: &mut Driver<'_>, op: Op) -> Value {
    let ctx = driver.ctx;
    let props = ctx.dict([(ctx.str("value"), core_ir::AttrId::UNIT)]);
    let state = OpState::new(ctx.op_name("tfl.no_value"), driver.graph.loc(op)).props(props);
    let made = driver.insert(op, state.results([TypeId::NONE]));
    driver.graph.results(made)[0]
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(super::REWRITES.is_sorted_by_key(|row| row.0));
    }
}
