//! `tf-layout-nhwc`: operations whose channels come first get them last, as TFLite has them.
//!
//! [`OPS`] says which operands and attributes of which operation follow the layout. Each such operation is put between
//! two transposes; then transposes move towards the results through operations that work element by element, until one
//! meets its inverse and `canonicalize` removes both.

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::spec::Traits;
use core_ir::{Attr, AttrId, Context, Dim, Graph, Op, OpState, Reported, TypeId, Value};

use crate::constants::{constant_before, constant_ints, constant_of};
use crate::registration::{GraphPass, register};

register!(
    "tf-layout-nhwc",
    "Moves channels to the last dimension of convolutions, poolings and the like",
    GraphPass(run)
);

/// What follows the layout in one operation.
struct Row {
    op: &'static str,
    /// Operands that are laid out.
    operands: &'static [usize],
    /// Operands that hold a shape in that layout.
    shapes: &'static [usize],
    /// Results that are laid out.
    results: &'static [usize],
    /// Attributes with a number for each dimension.
    lists: &'static [&'static str],
    /// Attributes with two numbers for each dimension.
    pairs: &'static [&'static str],
}

const WINDOW: Row = Row {
    op: "",
    operands: &[0],
    shapes: &[],
    results: &[0],
    lists: &["strides", "dilations", "ksize"],
    pairs: &["explicit_paddings"],
};

/// Every operation with attribute `data_format` that has channels first in `NCHW` and `NCDHW`.
const OPS: &[Row] = &[
    Row { op: "tf.AvgPool", ..WINDOW },
    Row { op: "tf.AvgPool3D", ..WINDOW },
    Row { op: "tf.BiasAdd", lists: &[], pairs: &[], ..WINDOW },
    Row { op: "tf.Conv2D", ..WINDOW },
    Row { op: "tf.Conv2DBackpropInput", operands: &[2], shapes: &[0], ..WINDOW },
    Row { op: "tf.Conv3D", ..WINDOW },
    Row { op: "tf.Conv3DBackpropInputV2", operands: &[2], shapes: &[0], ..WINDOW },
    Row { op: "tf.DepthToSpace", lists: &[], pairs: &[], ..WINDOW },
    Row { op: "tf.DepthwiseConv2dNative", ..WINDOW },
    Row { op: "tf.FusedBatchNorm", lists: &[], pairs: &[], ..WINDOW },
    Row { op: "tf.FusedBatchNormV2", lists: &[], pairs: &[], ..WINDOW },
    Row { op: "tf.FusedBatchNormV3", lists: &[], pairs: &[], ..WINDOW },
    Row { op: "tf.MaxPool", ..WINDOW },
    Row { op: "tf.MaxPool3D", ..WINDOW },
    Row { op: "tf.SpaceToDepth", lists: &[], pairs: &[], ..WINDOW },
    Row { op: "tf._FusedConv2D", ..WINDOW },
];

/// Layouts with channels first, the same with channels last, and the rank where they say one. `BiasAdd` and batch
/// normalization say `NCHW` at any rank.
const FORMATS: &[(&str, &str)] = &[("NCDHW", "NDHWC"), ("NCHW", "NHWC")];

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut converted = 0;
    for op in graph.all_ops() {
        let name = ctx.op_text(graph.op_name(op));
        let Ok(at) = OPS.binary_search_by(|row| row.op.cmp(name)) else { continue };
        if convert(ctx, graph, op, &OPS[at]).is_some() {
            converted += 1;
        }
    }
    state.count("operations converted", converted);
    if converted > 0 {
        let moved = sink(ctx, graph);
        state.count("transposes moved", moved);
        let dropped = crate::dce::drop_dead(ctx, graph);
        state.count("operations dropped", dropped);
    }
    Ok(())
}

/// Result axis i is axis `to_last(rank)[i]` of a tensor with channels first.
fn to_last(rank: usize) -> Vec<i64> {
    [0].into_iter().chain(2..rank as i64).chain([1]).collect()
}

/// The inverse of [`to_last`].
fn to_first(rank: usize) -> Vec<i64> {
    [0, rank as i64 - 1].into_iter().chain(1..rank as i64 - 1).collect()
}

fn convert(ctx: &Context, graph: &mut Graph, op: Op, row: &Row) -> Option<()> {
    let format = graph.attr(ctx, op, "data_format").and_then(|attr| ctx.attr_str(attr))?;
    let (_, last) = FORMATS.iter().find(|(first, _)| *first == format)?;
    let rank =
        row.operands.iter().find_map(|&i| Some(ctx.shape(graph.value_type(graph.operand(op, i)?))?.len()))?;
    let mut props = ctx.dict_with(graph.props(op), "data_format", ctx.str_attr(last));
    if rank < 3 {
        // A bias on two dimensions: the second is the last.
        if rank == 2 && row.lists.is_empty() {
            graph.set_props(op, props);
        }
        return None;
    }
    for (names, width) in [(row.lists, 1), (row.pairs, 2)] {
        for name in names {
            if let Some(attr) = ctx.dict_get(props, name) {
                props = ctx.dict_with(props, name, permute_list(ctx, attr, &to_last(rank), width)?);
            }
        }
    }
    // Everything that can fail comes before the first change.
    let mut shapes: Vec<(usize, core_ir::ConstId)> = Vec::new();
    for &i in row.shapes {
        let value = graph.operand(op, i)?;
        let sizes = constant_ints(ctx, graph, value)?;
        // The sizes may leave out batch and channels.
        if sizes.len() == rank {
            let sizes: Vec<i32> = to_last(rank).iter().map(|&axis| sizes[axis as usize] as i32).collect();
            shapes.push((i, ctx.const_i32s(&sizes)));
        }
    }
    let loc = graph.loc(op);
    graph.set_props(op, props);
    for (i, id) in shapes {
        let shape = constant_before(ctx, graph, op, id, loc);
        graph.set_operand(op, i, shape);
    }
    for &i in row.operands {
        let value = graph.operand(op, i)?;
        let moved = transpose_before(ctx, graph, op, value, &to_last(rank));
        graph.set_operand(op, i, moved);
    }
    for &i in row.results {
        let value = *graph.results(op).get(i)?;
        let declared = graph.value_type(value);
        graph.set_value_type(value, permuted_type(ctx, declared, &to_last(rank)));
        transpose_after(ctx, graph, op, value, declared, &to_first(rank));
    }
    Some(())
}

/// An integer list attribute with `width` numbers for each dimension, in another order of dimensions; empty ones stay.
fn permute_list(ctx: &Context, attr: AttrId, perm: &[i64], width: usize) -> Option<AttrId> {
    let Attr::Array(items) = ctx.attr_of(attr) else { return None };
    if items.is_empty() {
        return Some(attr);
    }
    if items.len() != perm.len() * width {
        return None;
    }
    let moved: Vec<AttrId> = perm
        .iter()
        .flat_map(|&axis| items[axis as usize * width..(axis as usize + 1) * width].iter().copied())
        .collect();
    Some(ctx.array_attr(&moved))
}

fn permuted_type(ctx: &Context, ty: TypeId, perm: &[i64]) -> TypeId {
    match ctx.shape(ty) {
        Some(shape) if shape.len() == perm.len() => {
            let moved: Vec<Dim> = perm.iter().map(|&axis| shape[axis as usize]).collect();
            ctx.tensor(&moved, ctx.elem_type(ty))
        }
        _ => ctx.tensor(&vec![Dim::Dynamic; perm.len()], ctx.elem_type(ty)),
    }
}

fn perm_constant(ctx: &Context, graph: &mut Graph, op: Op, perm: &[i64]) -> Value {
    let id = ctx.const_i32s(&perm.iter().map(|&axis| axis as i32).collect::<Vec<_>>());
    let loc = graph.loc(op);
    constant_before(ctx, graph, op, id, loc)
}

fn transpose_before(ctx: &Context, graph: &mut Graph, op: Op, value: Value, perm: &[i64]) -> Value {
    let order = perm_constant(ctx, graph, op, perm);
    let ty = permuted_type(ctx, graph.value_type(value), perm);
    Rewriter::before(ctx, graph, op).op1("tf.Transpose", &[value, order], core_ir::DictId::EMPTY, ty)
}

/// Makes all users of `value`, a result of `op`, use its transpose of type `ty`.
fn transpose_after(ctx: &Context, graph: &mut Graph, op: Op, value: Value, ty: TypeId, perm: &[i64]) {
    let users: Vec<(Op, usize)> = graph.uses(value).collect();
    let order = perm_constant(ctx, graph, op, perm);
    let state =
        OpState::new(ctx.op_name("tf.Transpose"), graph.loc(op)).operands([value, order]).results([ty]);
    let made = graph.create_op(state);
    graph.insert_after(op, made);
    let moved = graph.results(made)[0];
    for (user, index) in users {
        graph.set_operand(user, index, moved);
    }
}

/// The operand and the order of a transpose with a constant order.
fn as_transpose(ctx: &Context, graph: &Graph, value: Value) -> Option<(Value, Vec<i64>)> {
    let op = graph.defining_op(value)?;
    if !graph.is(ctx, op, "tf.Transpose") {
        return None;
    }
    Some((graph.operand(op, 0)?, constant_ints(ctx, graph, graph.operand(op, 1)?)?))
}

/// Moves transposes behind the operations that use them, in the order of the program, so that each goes as far as it
/// can in one walk. Gives how many operations were passed.
fn sink(ctx: &Context, graph: &mut Graph) -> u64 {
    let mut moved = 0;
    for op in graph.all_ops() {
        if graph.op_block(op).is_some() && pass(ctx, graph, op).is_some() {
            moved += 1;
        }
    }
    moved
}

/// How an operation lets transposes through.
#[derive(Clone, Copy, PartialEq)]
enum Through {
    /// All operands of full rank are laid out alike.
    Elementwise,
    /// The second operand holds two numbers for each dimension.
    Paddings,
    /// The second operand is a list of axes.
    Axes,
    /// The last operand is an axis, the others are laid out alike.
    Join,
}

const THROUGH: &[(&str, Through)] = &[
    ("tf.ConcatV2", Through::Join),
    ("tf.Max", Through::Axes),
    ("tf.Mean", Through::Axes),
    ("tf.Min", Through::Axes),
    ("tf.MirrorPad", Through::Paddings),
    ("tf.Pad", Through::Paddings),
    ("tf.PadV2", Through::Paddings),
    ("tf.Prod", Through::Axes),
    ("tf.Sum", Through::Axes),
];

fn through(ctx: &Context, graph: &Graph, op: Op) -> Option<Through> {
    let name = ctx.op_text(graph.op_name(op));
    if let Some(row) = THROUGH.iter().find(|row| row.0 == name) {
        return Some(row.1);
    }
    let spec = graph.spec(ctx, op)?;
    let is_plain = spec.traits.has(Traits::ELEMENTWISE) && graph.results(op).len() == 1;
    (is_plain && ctx.op_dialect(graph.op_name(op)) == "tf").then_some(Through::Elementwise)
}

/// Puts `op` before the transposes of its operands. `None` when they differ, or when that would leave more transposes
/// than there were.
fn pass(ctx: &Context, graph: &mut Graph, op: Op) -> Option<()> {
    let how = through(ctx, graph, op)?;
    let operands: Vec<Value> = graph.operands(op).collect();
    let data = match how {
        Through::Elementwise => &operands[..],
        Through::Paddings | Through::Axes => operands.get(..1)?,
        Through::Join => operands.split_last()?.1,
    };
    let perm = data.iter().find_map(|&value| as_transpose(ctx, graph, value))?.1;
    let rank = perm.len();
    let result = graph.result(op)?;
    let inverse: Vec<i64> = (0..rank as i64)
        .map(|axis| perm.iter().position(|&p| p == axis).map(|p| p as i64))
        .collect::<Option<_>>()?;
    for &value in data {
        match as_transpose(ctx, graph, value) {
            Some((_, other)) if other == perm && is_worth_it(ctx, graph, value) => {}
            Some(_) => return None,
            None if how == Through::Elementwise && fits_any_layout(ctx, graph, value, rank).is_some() => {}
            None => return None,
        }
    }
    let keeps_rank = how != Through::Axes || crate::control_flow::flag(ctx, graph, op, "keep_dims");
    let second = operands.get(1).copied();
    // New values of the operands that say something about dimensions.
    let constant = match how {
        Through::Elementwise => None,
        Through::Paddings => {
            let pairs = constant_ints(ctx, graph, second?)?;
            let pairs: Vec<i64> = inverse
                .iter()
                .map(|&axis| pairs.get(axis as usize * 2..axis as usize * 2 + 2))
                .collect::<Option<Vec<_>>>()?
                .concat();
            Some((1, pairs))
        }
        Through::Axes => Some((1, moved_axes(&constant_ints(ctx, graph, second?)?, &perm)?)),
        Through::Join => {
            let last = operands.len() - 1;
            Some((last, moved_axes(&constant_ints(ctx, graph, operands[last])?, &perm)?))
        }
    };
    if !keeps_rank && !keeps_order(&constant.as_ref()?.1, &perm) {
        return None;
    }
    for (i, &value) in operands.iter().enumerate().take(data.len()) {
        if let Some((source, _)) = as_transpose(ctx, graph, value) {
            graph.set_operand(op, i, source);
        } else {
            let laid_out = in_layout(ctx, graph, op, value, &inverse);
            graph.set_operand(op, i, laid_out);
        }
    }
    if let Some((i, ints)) = constant {
        let old = graph.value_type(operands[i]);
        let bytes: Vec<u8> = match ctx.elem_type(old) {
            TypeId::I64 => ints.iter().flat_map(|n| n.to_le_bytes()).collect(),
            _ => ints.iter().flat_map(|&n| (n as i32).to_le_bytes()).collect(),
        };
        let loc = graph.loc(op);
        let id =
            ctx.const_from_bytes(constant_of(ctx, graph, operands[i]).map(|id| ctx.const_type(id))?, &bytes);
        let value = constant_before(ctx, graph, op, id, loc);
        graph.set_operand(op, i, value);
    }
    if keeps_rank {
        let declared = graph.value_type(result);
        graph.set_value_type(result, permuted_type(ctx, declared, &inverse));
        transpose_after(ctx, graph, op, result, declared, &perm);
    }
    Some(())
}

/// Axes of a transposed tensor as axes of the tensor.
fn moved_axes(axes: &[i64], perm: &[i64]) -> Option<Vec<i64>> {
    let rank = perm.len() as i64;
    axes.iter()
        .map(|&axis| perm.get(usize::try_from(if axis < 0 { axis + rank } else { axis }).ok()?).copied())
        .collect()
}

/// Whether the dimensions that remain when `axes` (of the tensor before the transpose) are reduced away come in the
/// same order before and after the transpose.
fn keeps_order(axes: &[i64], perm: &[i64]) -> bool {
    let left: Vec<i64> = perm.iter().copied().filter(|axis| !axes.contains(axis)).collect();
    left.is_sorted()
}

/// Whether every user of a transpose can do without it, so that passing it makes no copy that stays.
fn is_worth_it(ctx: &Context, graph: &Graph, value: Value) -> bool {
    graph
        .uses(value)
        .all(|(user, _)| graph.is(ctx, user, "tf.Transpose") || through(ctx, graph, user).is_some())
}

/// Whether a value that is no transpose can be given another layout at no cost: a scalar, or a small constant.
fn fits_any_layout(ctx: &Context, graph: &Graph, value: Value, rank: usize) -> Option<()> {
    let shape = ctx.shape(graph.value_type(value))?;
    let is_scalar = shape.iter().all(|&dim| dim == Dim::Fixed(1)) && shape.len() <= rank;
    let is_movable = constant_of(ctx, graph, value).is_some()
        && shape.len() <= rank
        && shape.iter().all(|dim| dim.is_fixed());
    (is_scalar && shape.is_empty() || is_movable).then_some(())
}

/// A constant operand in another layout: padded with ones in front, as broadcasting does, and transposed.
fn in_layout(ctx: &Context, graph: &mut Graph, op: Op, value: Value, inverse: &[i64]) -> Value {
    let Some(shape) = ctx.fixed_shape(graph.value_type(value)) else { return value };
    if shape.is_empty() {
        return value;
    }
    let mut full = vec![1; inverse.len() - shape.len()];
    full.extend(&shape);
    let elem = ctx.elem_type(graph.value_type(value));
    let mut value = value;
    if full.len() != shape.len() {
        let sizes: Option<Vec<i32>> = full.iter().map(|&n| i32::try_from(n).ok()).collect();
        let Some(sizes) = sizes else { return value };
        let loc = graph.loc(op);
        let sizes = constant_before(ctx, graph, op, ctx.const_i32s(&sizes), loc);
        let ty = ctx.fixed_tensor(&full, elem);
        value =
            Rewriter::before(ctx, graph, op).op1("tf.Reshape", &[value, sizes], core_ir::DictId::EMPTY, ty);
    }
    transpose_before(ctx, graph, op, value, inverse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(OPS.is_sorted_by_key(|row| row.op));
    }

    #[test]
    fn the_two_orders_are_inverse() {
        for rank in 3..6 {
            let (last, first) = (to_last(rank), to_first(rank));
            assert!((0..rank).all(|i| last[first[i] as usize] == i as i64));
        }
        assert_eq!(to_last(4), [0, 2, 3, 1]);
    }
}
