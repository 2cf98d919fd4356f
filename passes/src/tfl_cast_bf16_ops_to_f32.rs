//! `tfl-cast-bf16-ops-to-f32`: operations on `bf16` compute in `f32`, with casts around them; a cast back and forth
//! between two of them goes.

use core_ir::pass::PassState;
use core_ir::spec::Traits;
use core_ir::{Context, FloatKind, Graph, Op, OpState, Reported, Type, TypeId, Value};

use crate::functions::called_function;
use crate::registration::{GraphPass, register};

register!("tfl-cast-bf16-ops-to-f32", "Computes in f32 what is written in bf16", GraphPass(run));

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if is_candidate(ctx, graph, op) && widen(ctx, graph, op) {
            state.count("operations widened", 1);
        }
    }
    let casts: Vec<Op> = graph.all_ops().into_iter().filter(|&op| graph.is(ctx, op, "tfl.cast")).collect();
    for &cast in &casts {
        if let Some((old, new)) = back_and_forth(ctx, graph, cast) {
            graph.replace_all_uses(old, new);
        }
    }
    crate::dce::drop_dead_among(ctx, graph, casts);
    Ok(())
}

fn is_bf16(ctx: &Context, ty: TypeId) -> bool {
    matches!(ctx.type_of(ctx.elem_type(ty)), Type::Float(FloatKind::BF16))
}

/// Whether `op` computes something: calls, operations with regions and constants keep their types.
fn is_candidate(ctx: &Context, graph: &Graph, op: Op) -> bool {
    let keeps = graph.is(ctx, op, "tfl.cast")
        || graph.operand_count(op) == 0
        || graph.has_trait(ctx, op, Traits::TERMINATOR)
        || graph.has_trait(ctx, op, Traits::CONSTANT_LIKE)
        || !graph.regions(op).is_empty()
        || graph.inner(op).is_some()
        || called_function(ctx, graph, op).is_some();
    !keeps
}

/// `ty` with elements of type `elem`.
fn with_elem(ctx: &Context, ty: TypeId, elem: TypeId) -> TypeId {
    match ctx.type_of(ty) {
        Type::Tensor { shape, encoding, .. } => {
            ctx.ty(Type::Tensor { shape: shape.clone(), elem, encoding: *encoding })
        }
        Type::UnrankedTensor(_) => ctx.unranked(elem),
        _ => elem,
    }
}

fn widen(ctx: &Context, graph: &mut Graph, op: Op) -> bool {
    let mut is_changed = false;
    let cast = |graph: &mut Graph, value: Value, ty: TypeId| {
        let state = OpState::new(ctx.op_name("tfl.cast"), graph.loc(op)).operands([value]).results([ty]);
        graph.create_op(state)
    };
    for i in 0..graph.operand_count(op) {
        let Some(value) = graph.operand(op, i).filter(|&value| is_bf16(ctx, graph.value_type(value))) else {
            continue;
        };
        let wide = with_elem(ctx, graph.value_type(value), TypeId::F32);
        let made = cast(graph, value, wide);
        graph.insert_before(op, made);
        graph.set_operand(op, i, graph.results(made)[0]);
        is_changed = true;
    }
    for result in graph.results(op).to_vec() {
        let ty = graph.value_type(result);
        if !is_bf16(ctx, ty) {
            continue;
        }
        graph.set_value_type(result, with_elem(ctx, ty, TypeId::F32));
        let made = cast(graph, result, ty);
        graph.insert_after(op, made);
        let narrow = graph.results(made)[0];
        graph.replace_all_uses(result, narrow);
        graph.set_operand(made, 0, result);
        is_changed = true;
    }
    is_changed
}

/// The result of `cast` and the value that it gives back, when it undoes another cast.
fn back_and_forth(ctx: &Context, graph: &Graph, cast: Op) -> Option<(Value, Value)> {
    let before = graph.defining_op(graph.operand(cast, 0)?).filter(|&op| graph.is(ctx, op, "tfl.cast"))?;
    let (source, result) = (graph.operand(before, 0)?, graph.result(cast)?);
    let between = graph.result(before)?;
    let is_undone = graph.value_type(source) == graph.value_type(result);
    (is_undone && is_bf16(ctx, graph.value_type(between))).then_some((result, source))
}
