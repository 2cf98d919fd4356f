//! Variables and tables: what a resource refers to, and making operations of one dialect from those of another that
//! say the same.

use core_ir::spec::ElemRule;
use core_ir::{Attr, Context, DictId, Graph, Op, OpState, Type, TypeId, Value};

/// Whether values of type `ty` are resources.
pub fn is_resource(ctx: &Context, ty: TypeId) -> bool {
    matches!(ctx.type_of(ctx.elem_type(ty)), Type::Dialect { name, .. } if ctx.str_bytes(*name) == b"tf_type.resource")
}

/// The type of what a resource of type `ty` holds, where the type says it.
pub fn held_type(ctx: &Context, ty: TypeId) -> Option<TypeId> {
    match ctx.type_of(ctx.elem_type(ty)) {
        Type::Dialect { params, .. } if is_resource(ctx, ty) => match ctx.attr_of(*params.last()?) {
            Attr::Type(held) => Some(*held),
            _ => None,
        },
        _ => None,
    }
}

/// The type of a scalar resource that holds a `held`, as TensorFlow writes it.
pub fn resource_of(ctx: &Context, held: TypeId) -> TypeId {
    let name = ctx.str("tf_type.resource");
    ctx.tensor(&[], ctx.ty(Type::Dialect { name, params: [ctx.type_attr(held)].into() }))
}

/// Whether result `index` of the operation called `name` may have the element type of `ty`, by its row.
pub fn result_may_be(ctx: &Context, name: &str, index: usize, ty: TypeId) -> bool {
    let Some(spec) = ctx.op_spec(ctx.op_name(name)) else { return false };
    match spec.results.get(index).map(|row| &row.elems) {
        Some(ElemRule::In(set)) => set.has(ctx.elem_name(ctx.elem_type(ty))),
        Some(_) => true,
        None => false,
    }
}

/// Replaces `op` by an operation called `name` on the same operands, with results of types `results`, the attributes of
/// `op` that the new row knows too, and `more`.
pub fn convert(
    ctx: &Context,
    graph: &mut Graph,
    op: Op,
    name: &str,
    results: Vec<TypeId>,
    more: DictId,
) -> Op {
    let name = ctx.op_name(name);
    let spec = ctx.op_spec(name);
    let known = |key| spec.is_some_and(|spec| spec.attr(&ctx.str_text(key)).is_some());
    let kept = ctx.dict_entries(graph.props(op)).iter().filter(|entry| known(entry.0));
    let props = ctx.dict(kept.chain(ctx.dict_entries(more)).copied());
    let operands: Vec<Value> = graph.operands(op).collect();
    let state = OpState::new(name, graph.loc(op)).operands(operands).results(results).props(props);
    let new = graph.create_op(state);
    graph.insert_before(op, new);
    crate::control_flow::replace_op(graph, op, new);
    new
}
