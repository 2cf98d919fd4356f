//! `canonicalize`: local simplifications that are always right: no algebra, which is what rules are for.
//!
//! [`FOLDS`] says which operations can vanish and when; traits say the rest. Each fold makes the graph smaller or a
//! chain shorter, so the driver ends.

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::spec::Traits;
use core_ir::{Context, Graph, Op, OpState, Reported, Value};

use crate::constants::{constant_before, constant_ints, constant_of};
use crate::refine::{meet, proved_same_shape, says_as_much};
use crate::registration::{GraphPass, register};

register!(
    "canonicalize",
    "Folds identities, repeated transposes, reshapes and casts, and drops what is dead",
    GraphPass(run)
);

/// When an operation is no more than something simpler: gives the values that replace its results.
type Fold = fn(&Context, &mut Graph, Op) -> Option<Vec<Value>>;

/// Operations that can fold, sorted by name.
const FOLDS: &[(&str, Fold)] = &[
    ("tf.AddN", only_operand),
    ("tf.BroadcastTo", same_shape),
    ("tf.Cast", same_type),
    ("tf.ConcatV2", only_part),
    ("tf.Copy", all_operands),
    ("tf.CopyHost", all_operands),
    ("tf.DeepCopy", all_operands),
    ("tf.EnsureShape", same_type),
    ("tf.GuaranteeConst", all_operands),
    ("tf.Identity", all_operands),
    ("tf.IdentityN", all_operands),
    ("tf.LoopCond", all_operands),
    ("tf.Pad", no_padding),
    ("tf.PadV2", no_padding),
    ("tf.PreventGradient", all_operands),
    ("tf.Reshape", reshape),
    ("tf.Snapshot", all_operands),
    ("tf.StopGradient", all_operands),
    ("tf.Tile", ones),
    ("tf.Transpose", transpose),
    ("tf.XlaSharding", all_operands),
    ("tfl.add_n", only_operand),
    ("tfl.broadcast_to", same_shape),
    ("tfl.cast", same_type),
    ("tfl.concatenation", only_operand_plain),
    ("tfl.pad", no_padding),
    ("tfl.padv2", no_padding),
    ("tfl.reshape", reshape),
    ("tfl.tile", ones),
    ("tfl.transpose", transpose),
];

/// Folds until nothing folds, then drops what is dead.
fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut work: Vec<Op> = graph.all_ops();
    work.reverse();
    while let Some(op) = work.pop() {
        if graph.op_block(op).is_none() {
            continue;
        }
        if order_operands(ctx, graph, op) {
            state.count("operands swapped", 1);
        }
        if crate::control_flow::fold(ctx, graph, op, &mut work) {
            state.count("branches folded", 1);
            continue;
        }
        let Some(values) = fold(ctx, graph, op) else { continue };
        let results = graph.results(op).to_vec();
        if results.len() != values.len() {
            continue;
        }
        let pairs = results.iter().copied().zip(values.iter().copied());
        if !pairs.clone().all(|(old, new)| can_replace(ctx, graph, old, new)) {
            continue;
        }
        for (old, new) in pairs {
            work.extend(graph.uses(old).map(|(user, _)| user));
            replace_refined(ctx, graph, old, new);
        }
        work.extend(values.iter().filter_map(|&value| graph.defining_op(value)));
        graph.erase_op(op);
        state.count("operations folded", 1);
    }
    let dropped = crate::dce::drop_dead(ctx, graph);
    state.count("operations dropped", dropped);
    Ok(())
}

fn fold(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    let name = ctx.op_text(graph.op_name(op));
    if let Ok(at) = FOLDS.binary_search_by(|row| row.0.cmp(name)) {
        return FOLDS[at].1(ctx, graph, op);
    }
    fold_by_trait(ctx, graph, op)
}

/// `f(f(x))` is `x` for involutions and `f(x)` for idempotent operations.
fn fold_by_trait(ctx: &Context, graph: &Graph, op: Op) -> Option<Vec<Value>> {
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
    Some(vec![if is_involution { graph.operand(inner, 0)? } else { graph.operand(op, 0)? }])
}

/// Puts a constant first operand of a commutative operation second.
fn order_operands(ctx: &Context, graph: &mut Graph, op: Op) -> bool {
    if graph.operand_count(op) != 2 || !graph.has_trait(ctx, op, Traits::COMMUTATIVE) {
        return false;
    }
    let (Some(a), Some(b)) = (graph.operand(op, 0), graph.operand(op, 1)) else { return false };
    if constant_of(ctx, graph, a).is_none() || constant_of(ctx, graph, b).is_some() {
        return false;
    }
    graph.set_operands(op, &[b, a]);
    true
}

/// Whether `new` may stand for `old`: it says as much, or can be made to because nobody's signature fixes its type.
pub fn can_replace(ctx: &Context, graph: &Graph, old: Value, new: Value) -> bool {
    let (was, is) = (graph.value_type(old), graph.value_type(new));
    match graph.defining_op(new) {
        Some(_) => meet(ctx, was, is).is_some(),
        None => says_as_much(ctx, is, was),
    }
}

/// Makes every user of `old` use `new`, which gets the type that says what both say. Nothing happens, and the answer
/// is false, when no type does.
pub fn replace_refined(ctx: &Context, graph: &mut Graph, old: Value, new: Value) -> bool {
    if !can_replace(ctx, graph, old, new) {
        return false;
    }
    if graph.defining_op(new).is_some()
        && let Some(both) = meet(ctx, graph.value_type(new), graph.value_type(old))
    {
        graph.set_value_type(new, both);
    }
    graph.replace_all_uses(old, new);
    true
}

fn all_operands(_ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    Some(graph.operands(op).collect())
}

/// A sum of one is that one.
fn only_operand(_ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    (graph.operand_count(op) == 1).then(|| graph.operands(op).collect())
}

/// As [`only_operand`], for an operation that could also apply an activation.
fn only_operand_plain(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    let activation = graph.attr(ctx, op, "fused_activation_function").and_then(|attr| ctx.attr_str(attr));
    if activation.is_some_and(|word| word != "NONE") { None } else { only_operand(ctx, graph, op) }
}

/// A concatenation of one part, whose axis is the last operand.
fn only_part(_ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    (graph.operand_count(op) == 2).then(|| graph.operand(op, 0).into_iter().collect())
}

fn same_type(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    let operand = graph.operand(op, 0)?;
    let result = graph.result(op)?;
    let elem = |value| ctx.elem_type(graph.value_type(value));
    (elem(operand) == elem(result)).then(|| vec![operand])
}

fn same_shape(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    let operand = graph.operand(op, 0)?;
    let result = graph.result(op)?;
    proved_same_shape(ctx, graph.value_type(operand), graph.value_type(result)).then(|| vec![operand])
}

/// Paddings that are all zero.
fn no_padding(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    let paddings = constant_ints(ctx, graph, graph.operand(op, 1)?)?;
    paddings.iter().all(|&n| n == 0).then(|| graph.operand(op, 0).into_iter().collect())
}

/// Multiples that are all one.
fn ones(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    let multiples = constant_ints(ctx, graph, graph.operand(op, 1)?)?;
    multiples.iter().all(|&n| n == 1).then(|| graph.operand(op, 0).into_iter().collect())
}

/// A reshape to the shape that is there, or of a reshape.
fn reshape(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    if let Some(values) = same_shape(ctx, graph, op) {
        return Some(values);
    }
    let inner = graph.defining_op(graph.operand(op, 0)?)?;
    if graph.op_name(inner) != graph.op_name(op) {
        return None;
    }
    let operands: Vec<Value> =
        [graph.operand(inner, 0)].into_iter().flatten().chain(graph.operands(op).skip(1)).collect();
    Some(vec![remake(ctx, graph, op, inner, &operands)])
}

/// A transpose that moves nothing, or of a transpose.
fn transpose(ctx: &Context, graph: &mut Graph, op: Op) -> Option<Vec<Value>> {
    let input = graph.operand(op, 0)?;
    let outer = constant_ints(ctx, graph, graph.operand(op, 1)?)?;
    if outer.iter().enumerate().all(|(i, &axis)| axis == i as i64) {
        return Some(vec![input]);
    }
    let inner_op = graph.defining_op(input)?;
    if graph.op_name(inner_op) != graph.op_name(op) {
        return None;
    }
    let inner = constant_ints(ctx, graph, graph.operand(inner_op, 1)?)?;
    let source = graph.operand(inner_op, 0)?;
    // Result axis i is axis outer[i] of the middle, which is axis inner[outer[i]] of the source.
    let composed = outer.iter().map(|&axis| inner.get(usize::try_from(axis).ok()?).copied());
    let composed: Vec<i64> = composed.collect::<Option<_>>()?;
    if composed.iter().enumerate().all(|(i, &axis)| axis == i as i64) {
        return Some(vec![source]);
    }
    let elem = ctx.elem_type(graph.value_type(graph.operand(op, 1)?));
    let id = if elem == core_ir::TypeId::I64 {
        ctx.const_i64s(&composed)
    } else {
        ctx.const_i32s(&composed.iter().map(|&n| n as i32).collect::<Vec<_>>())
    };
    let loc = graph.loc(op);
    let perm = constant_before(ctx, graph, op, id, loc);
    Some(vec![remake(ctx, graph, op, inner_op, &[source, perm])])
}

/// `op` with other operands, at the place of `op`; it stands for `inner` too.
fn remake(ctx: &Context, graph: &mut Graph, op: Op, inner: Op, operands: &[Value]) -> Value {
    let loc = ctx.fused_loc([graph.loc(inner), graph.loc(op)]);
    let results: Vec<_> = graph.result_types(op).collect();
    let mut state =
        OpState::new(graph.op_name(op), loc).operands(operands).results(results).props(graph.props(op));
    state.attrs = graph.attrs(op);
    let mut rewriter = Rewriter::before(ctx, graph, op);
    let made = rewriter.insert(state);
    graph.results(made)[0]
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(super::FOLDS.is_sorted_by_key(|row| row.0));
    }
}
