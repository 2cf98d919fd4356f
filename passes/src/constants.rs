//! Constants in graphs: finding and making them.

use crate::stored::Stored;
use core_ir::rewriter::{InsertPoint, Rewriter};
use core_ir::spec::Traits;
use core_ir::{Attr, AttrId, ConstId, Context, Graph, LocId, Op, OpState, TypeId, Value};

/// Operations whose result is their `value`, for contexts without the dialects that say so by trait.
const CONSTANTS: &[&str] = &["arith.constant", "tf.Const", "tfl.pseudo_const"];

/// Whether `op` yields its elements attribute.
pub fn is_constant(ctx: &Context, graph: &Graph, op: Op) -> bool {
    graph.has_trait(ctx, op, Traits::CONSTANT_LIKE) || CONSTANTS.contains(&ctx.op_text(graph.op_name(op)))
}

/// The elements that `op` yields, when it is a constant that holds them as they are.
pub fn elements_of(ctx: &Context, graph: &Graph, op: Op) -> Option<ConstId> {
    Stored::of(ctx, graph, op).filter(Stored::is_plain).map(|stored| stored.id)
}

/// Gives the constant `op` other elements of the same type.
pub fn set_elements(ctx: &Context, graph: &mut Graph, op: Op, id: ConstId) {
    graph.set_props(op, ctx.dict_with(graph.props(op), "value", ctx.elements_attr(id)));
}

/// The elements of `value` when it is the result of a constant.
pub fn constant_of(ctx: &Context, graph: &Graph, value: Value) -> Option<ConstId> {
    elements_of(ctx, graph, graph.defining_op(value)?)
}

/// The elements that an attribute holds.
pub fn constant_of_attr(ctx: &Context, attr: AttrId) -> Option<ConstId> {
    match *ctx.attr_of(attr) {
        Attr::Elements(id) => Some(id),
        _ => None,
    }
}

/// The elements of an integer constant.
pub fn constant_ints(ctx: &Context, graph: &Graph, value: Value) -> Option<Vec<i64>> {
    ctx.const_ints(constant_of(ctx, graph, value)?)
}

/// The operation that holds constants among operations of dialect `dialect`.
pub fn constant_op_name(dialect: &str) -> &'static str {
    if dialect == "tf" { "tf.Const" } else { "arith.constant" }
}

/// As [`constant_before`], with a result of type `ty`, which may say less than the elements: TFLite's own constants can
/// have such a type, others get the type of their elements.
pub fn typed_constant_before(
    ctx: &Context,
    graph: &mut Graph,
    op: Op,
    id: ConstId,
    ty: TypeId,
    loc: LocId,
) -> Value {
    if ctx.const_type(id) == ty || ctx.op_dialect(graph.op_name(op)) != "tfl" {
        return constant_before(ctx, graph, op, id, loc);
    }
    let props = ctx.dict([(ctx.str("value"), ctx.elements_attr(id))]);
    let state = OpState::new(ctx.op_name("tfl.pseudo_const"), loc).props(props).results([ty]);
    let mut rewriter = Rewriter { ctx, graph, at: InsertPoint::Before(op), loc };
    let made = rewriter.insert(state);
    graph.results(made)[0]
}

/// Makes a constant before `op`, of the kind that suits the dialect of `op`, with location `loc`.
pub fn constant_before(ctx: &Context, graph: &mut Graph, op: Op, id: ConstId, loc: LocId) -> Value {
    let name = ctx.op_name(constant_op_name(ctx.op_dialect(graph.op_name(op))));
    let props = ctx.dict([(ctx.str("value"), ctx.elements_attr(id))]);
    let state = OpState::new(name, loc).props(props).results([ctx.const_type(id)]);
    let mut rewriter = Rewriter { ctx, graph, at: InsertPoint::Before(op), loc };
    let made = rewriter.insert(state);
    graph.results(made)[0]
}
