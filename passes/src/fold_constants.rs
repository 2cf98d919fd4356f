//! `fold-constants`: computes what does not depend on inputs, and turns shape plumbing into constants.
//!
//! Three ways, in the order of the program: operations on constants are evaluated; an integer value whose elements are
//! all known numbers is a constant, whatever it was computed from; and the shape of a reshape that has one open
//! dimension needs no computing at all: it is -1.

use core_ir::pass::PassState;
use core_ir::{ConstId, Context, Diagnostics, Dim, Graph, Op, Reported, TypeId, Value};

use crate::candidates::{OpSource, Request, source_of};
use crate::constants::{constant_before, constant_of, is_constant};
use crate::effects::is_pure;
use crate::facts::Facts;
use crate::registration::{GraphPass, register};
use crate::stored::settle;

register!(
    "fold-constants",
    "Evaluates operations on constants, and folds computations on shapes",
    GraphPass(run)
);

/// A result of at most this many bytes may be folded whatever it is made of.
const FREE_BYTES: usize = 1 << 20;

/// A larger one may have this many times the bytes of the operands at most: a broadcast stays a broadcast.
const GROWTH: usize = 2;

/// Operations whose second operand is the shape of the result.
const RESHAPES: &[&str] = &["tf.Reshape", "tfl.reshape"];

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let (mut facts, source) = (Facts::new(ctx), source_of(ctx));
    for op in graph.all_ops() {
        if settle(ctx, graph, op).is_some() {
            state.count("constants settled", 1);
        }
        facts.learn(graph, op);
        if is_constant(ctx, graph, op) || !is_pure(ctx, graph, op) {
            continue;
        }
        if RESHAPES.contains(&ctx.op_text(graph.op_name(op)))
            && open_reshape(ctx, graph, &facts, op).is_some()
        {
            state.count("shapes folded", 1);
        }
        for result in graph.results(op).to_vec() {
            if graph.has_uses(result)
                && let Some(id) = known_elements(ctx, graph, &facts, result)
            {
                replace(ctx, graph, &mut facts, op, result, id);
                state.count("shapes folded", 1);
            }
        }
        if !graph.results(op).iter().any(|&value| graph.has_uses(value)) {
            continue;
        }
        let ids =
            evaluate(ctx, graph, &facts, op).or_else(|| ask(ctx, graph, op, source.as_deref()?, state.diags));
        if let Some(ids) = ids {
            for (result, id) in graph.results(op).to_vec().into_iter().zip(ids) {
                replace(ctx, graph, &mut facts, op, result, id);
            }
            state.count("operations folded", 1);
        }
    }
    let dropped = crate::dce::drop_dead(ctx, graph);
    state.count("operations dropped", dropped);
    Ok(())
}

/// The constant that an integer value is whose elements are known numbers.
pub(crate) fn known_elements(
    ctx: &Context,
    graph: &Graph,
    facts: &Facts<'_>,
    result: Value,
) -> Option<ConstId> {
    let dims = facts.dims(result)?;
    let elements: Vec<i64> = dims.iter().map(|dim| dim.fixed()).collect::<Option<_>>()?;
    let ty = graph.value_type(result);
    let rank = ctx.shape(ty)?.len();
    let shape = if rank == 0 { Vec::new() } else { vec![elements.len() as i64] };
    if rank > 1 || ctx.shape(ty)?.iter().zip(&shape).any(|(dim, &n)| dim.fixed().is_some_and(|dim| dim != n))
    {
        return None;
    }
    int_constant(ctx, &shape, ctx.elem_type(ty), &elements)
}

/// A constant of `i1`, `i32` or `i64` elements; `None` for other types and for numbers that do not fit.
fn int_constant(ctx: &Context, shape: &[i64], elem: TypeId, elements: &[i64]) -> Option<ConstId> {
    let mut bytes = Vec::with_capacity(elements.len() * 8);
    for &n in elements {
        match elem {
            TypeId::I32 => bytes.extend(i32::try_from(n).ok()?.to_le_bytes()),
            TypeId::I64 => bytes.extend(n.to_le_bytes()),
            TypeId::I1 => bytes.push(u8::from(n != 0)),
            _ => return None,
        }
    }
    Some(ctx.const_from_bytes(ctx.fixed_tensor(shape, elem), &bytes))
}

/// The values of an operation on constants, when eval knows it and the result is not out of proportion.
pub(crate) fn evaluate(ctx: &Context, graph: &Graph, facts: &Facts<'_>, op: Op) -> Option<Vec<ConstId>> {
    if !eval::is_supported(ctx.op_text(graph.op_name(op))) || !is_foldable(ctx, graph, op) {
        return None;
    }
    let ids = facts.view(graph, op, eval::fold).flatten()?;
    let count = graph.results(op).len();
    let fits = ids.len() == count
        && ids
            .iter()
            .zip(graph.result_types(op))
            .all(|(&id, ty)| crate::refine::meet(ctx, ctx.const_type(id), ty).is_some());
    fits.then_some(ids)
}

/// The values of an operation on constants that somebody else knows.
fn ask(
    ctx: &Context,
    graph: &Graph,
    op: Op,
    source: &dyn OpSource,
    diags: &mut Diagnostics,
) -> Option<Vec<ConstId>> {
    let name = ctx.op_text(graph.op_name(op));
    if !source.knows(name) || !is_foldable(ctx, graph, op) {
        return None;
    }
    let mut said = Vec::new();
    let ids = source.evaluate(&Request { ctx, graph, op, name, composite: None }, &mut said);
    diags.extend(said);
    ids
}

/// Whether all operands of `op` are constants, and its results not out of proportion to them.
fn is_foldable(ctx: &Context, graph: &Graph, op: Op) -> bool {
    let mut operand_bytes = 0usize;
    for value in graph.operands(op).filter(|&value| graph.value_type(value) != TypeId::NONE) {
        let constant = constant_of(ctx, graph, value).map(|id| ctx.const_of(id));
        let bytes = constant.and_then(|it| Some(it.data.byte_len(ctx.element_count(it.ty)?)));
        let Some(bytes) = bytes else { return false };
        operand_bytes += bytes;
    }
    let most = FREE_BYTES.max(GROWTH.saturating_mul(operand_bytes));
    let fits = |ty| byte_size(ctx, ty).is_none_or(|bytes| bytes <= most);
    graph.operand_count(op) > 0 && graph.result_types(op).all(fits)
}

fn byte_size(ctx: &Context, ty: TypeId) -> Option<usize> {
    ctx.element_count(ty)?.checked_mul(ctx.elem_bytes(ctx.elem_type(ty))?)
}

/// Makes every user of `old`, a result of `op`, use a constant. What is left without users is dropped at the end.
fn replace(ctx: &Context, graph: &mut Graph, facts: &mut Facts<'_>, op: Op, old: Value, id: ConstId) {
    if !graph.has_uses(old) {
        return;
    }
    let loc = graph.loc(op);
    let new = constant_before(ctx, graph, op, id, loc);
    graph.replace_all_uses(old, new);
    if let Some(made) = graph.defining_op(new) {
        facts.learn(graph, made);
    }
}

/// Gives a reshape whose shape is known but for one element a constant shape with -1 there. The one element is then
/// certain to be the number of elements divided by the rest.
fn open_reshape(ctx: &Context, graph: &mut Graph, facts: &Facts<'_>, op: Op) -> Option<()> {
    let (input, shape) = (graph.operand(op, 0)?, graph.operand(op, 1)?);
    if constant_of(ctx, graph, shape).is_some() {
        return None;
    }
    let dims = facts.dims(shape)?;
    let mut open = dims.iter().enumerate().filter(|(_, dim)| !dim.is_fixed());
    let (at, &dim) = open.next()?;
    if open.next().is_some() || dims.iter().any(|dim| dim.fixed().is_some_and(|n| n <= 0)) {
        return None;
    }
    let rest = ctx.dim_product(dims.iter().copied().filter(|dim| dim.is_fixed()));
    let total = ctx.dim_product(ctx.shape(graph.value_type(input))?.iter().copied());
    if !ctx.dim_div_exact(total, rest)?.proved_eq(dim) {
        return None;
    }
    let elements: Vec<i64> = dims
        .iter()
        .enumerate()
        .map(|(i, dim)| if i == at { -1 } else { dim.fixed().unwrap_or(-1) })
        .collect();
    let elem = ctx.elem_type(graph.value_type(shape));
    let id = int_constant(ctx, &[elements.len() as i64], elem, &elements)?;
    let result: Vec<Dim> = dims.to_vec();
    let loc = graph.defining_op(shape).map_or(graph.loc(op), |op| graph.loc(op));
    let new = constant_before(ctx, graph, op, id, loc);
    graph.set_operand(op, 1, new);
    // The shape went away, but not what it said of the result.
    let value = graph.result(op)?;
    let ty = ctx.tensor(&result, ctx.elem_type(graph.value_type(value)));
    if let Some(both) = crate::refine::meet(ctx, graph.value_type(value), ty) {
        graph.set_value_type(value, both);
    }
    Some(())
}
