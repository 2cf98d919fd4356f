//! What traits say of the types of an operation.

use smallvec::SmallVec;

use crate::context::Context;
use crate::dims::Dim;
use crate::spec::{ElemRule, OpView, Traits};
use crate::text::type_text;
use crate::types::{Type, TypeId};

/// Every trait of the row holds.
pub(super) fn check_traits(op: &OpView<'_>) -> Result<(), String> {
    let traits = op.spec.traits;
    if traits.has(Traits::SAME_SHAPE) || traits.has(Traits::RESOLVES_REF) {
        all_like_first(op, |ctx, a, b| ctx.compatible_shapes(a, b), "same shape")?;
    }
    if traits.has(Traits::SAME_TYPE) {
        all_like_first(op, |ctx, a, b| ctx.compatible_shapes(a, b) && same_elem(ctx, a, b), "same type")?;
    }
    if traits.has(Traits::SAME_ELEM) {
        all_like_first(op, same_elem, "same element type")?;
    }
    if traits.has(Traits::RESOLVES_REF) && !types(op).is_sorted_by(|&a, &b| same_elem(op.ctx, a, b)) {
        return Err(INCOMPATIBLE.into());
    }
    if traits.has(Traits::ELEMENTWISE) {
        check_type_attrs(op)?;
    }
    if traits.has(Traits::BROADCAST) {
        check_broadcast(op)?;
    }
    if traits.has(Traits::SAME_SCALE) { check_scales(op) } else { Ok(()) }
}

const INCOMPATIBLE: &str = "requires compatible element types for all operands and results";

fn types(op: &OpView<'_>) -> SmallVec<[TypeId; 8]> {
    op.operands.iter().map(|operand| operand.ty).chain(op.results.iter().copied()).collect()
}

fn all_like_first(
    op: &OpView<'_>,
    alike: fn(&Context, TypeId, TypeId) -> bool,
    what: &str,
) -> Result<(), String> {
    let types = types(op);
    match types.split_first() {
        Some((&first, others)) if !others.iter().all(|&ty| alike(op.ctx, first, ty)) => {
            Err(format!("requires the {what} for all operands and results"))
        }
        _ => Ok(()),
    }
}

/// Quantized types of one storage type may differ in scale; other dialects' types may not differ.
fn same_elem(ctx: &Context, a: TypeId, b: TypeId) -> bool {
    let (a, b) = (ctx.elem_type(a), ctx.elem_type(b));
    a == b || (ctx.elem_name(a) == ctx.elem_name(b) && ctx.elem_name(a) != "other")
}

/// All values of one type attribute have one element type. TensorFlow's dialect demands it where elements are computed
/// from elements; of other operations the attribute says what the first value has.
fn check_type_attrs(op: &OpView<'_>) -> Result<(), String> {
    let (ctx, spec) = (op.ctx, op.spec);
    let mut known: SmallVec<[(u8, TypeId); 4]> = SmallVec::new();
    let operands: SmallVec<[TypeId; 6]> = op.operands.iter().map(|operand| operand.ty).collect();
    for (rows, types, sizes) in [
        (&spec.operands, &operands[..], spec.operand_segments(ctx, op.props, operands.len())),
        (&spec.results, op.results, spec.result_segments(ctx, op.props, op.results.len())),
    ] {
        let mut at = 0;
        for (row, size) in rows.iter().zip(sizes.unwrap_or_default()) {
            let values = &types[at..at + size];
            at += size;
            let ElemRule::TypeAttr(index) = row.elems else { continue };
            for &ty in values {
                match known.iter().find(|entry| entry.0 == index) {
                    Some(&(_, other)) if !same_elem(ctx, other, ty) => return Err(INCOMPATIBLE.into()),
                    Some(_) => {}
                    None => known.push((index, ty)),
                }
            }
        }
    }
    Ok(())
}

/// Operands must broadcast, to the last dimensions of each result; the result may have more dimensions before them.
fn check_broadcast(op: &OpView<'_>) -> Result<(), String> {
    let ctx = op.ctx;
    let mut shapes = op.operands.iter().filter_map(|operand| ctx.shape(operand.ty));
    let Some(first) = shapes.next() else { return Ok(()) };
    let joint =
        shapes.try_fold(SmallVec::<[Dim; 8]>::from_slice(first), |joint, shape| broadcast(&joint, shape));
    let Some(joint) = joint else { return Err("operands don't have broadcast-compatible shapes".into()) };
    for shape in op.results.iter().filter_map(|&ty| ctx.shape(ty)) {
        let suffix = shape.len().checked_sub(joint.len()).map(|extra| &shape[extra..]);
        let fits = |suffix: &[Dim]| {
            suffix.iter().zip(&joint).all(|(declared, joint)| match (declared, joint) {
                (_, Dim::Fixed(1)) => true,
                (Dim::Fixed(declared), Dim::Fixed(joint)) => declared == joint,
                _ => true,
            })
        };
        if !suffix.is_some_and(fits) {
            let (declared, joint) = (shape_text(shape), shape_text(&joint));
            return Err(format!(
                "result type '{declared}' not broadcast compatible with broadcasted operands's shapes '{joint}'"
            ));
        }
    }
    Ok(())
}

/// The shape that two broadcast to, if they do. An open dimension may be one, or what the other is.
fn broadcast(a: &[Dim], b: &[Dim]) -> Option<SmallVec<[Dim; 8]>> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let extra = long.len() - short.len();
    let mut joint = SmallVec::from_slice(long);
    for (joint, &dim) in joint[extra..].iter_mut().zip(short) {
        *joint = match (*joint, dim) {
            (Dim::Fixed(1), other) | (other, Dim::Fixed(1)) => other,
            (Dim::Fixed(a), Dim::Fixed(b)) if a != b => return None,
            (Dim::Fixed(n), _) | (_, Dim::Fixed(n)) => Dim::Fixed(n),
            (open, _) => open,
        };
    }
    Some(joint)
}

/// `2x?x3`
fn shape_text(shape: &[Dim]) -> String {
    let dims = shape.iter().map(|dim| dim.fixed().map_or("?".into(), |n| n.to_string()));
    dims.collect::<Vec<_>>().join("x")
}

/// Quantized operands and results stand for the same numbers.
fn check_scales(op: &OpView<'_>) -> Result<(), String> {
    let ctx = op.ctx;
    let mut elems = types(op).into_iter().map(|ty| ctx.elem_type(ty)).filter(|&elem| ctx.is_quantized(elem));
    let Some(first) = elems.next() else { return Ok(()) };
    let may_differ = |elem: TypeId| {
        let traits = op.spec.traits;
        let bytes = ctx.elem_name(first) == "qui8" && ctx.elem_name(elem) == "qui8";
        (traits.has(Traits::FREE_AXIS) && differ_in_axis(ctx, first, elem))
            || (traits.has(Traits::SCALED_UINT8) && bytes)
    };
    match elems.find(|&elem| elem != first && !may_differ(elem)) {
        Some(elem) => {
            let (expected, got) = (type_text(ctx, first), type_text(ctx, elem));
            Err(format!("quantization parameters violate the same scale constraint: {expected} vs. {got}"))
        }
        None => Ok(()),
    }
}

/// Whether two types of the `quant` dialect have scales along a dimension each, the same scales along another dimension.
fn differ_in_axis(ctx: &Context, a: TypeId, b: TypeId) -> bool {
    /// Among the parameters of a uniform type.
    const AXIS: usize = 4;
    match (ctx.type_of(a), ctx.type_of(b)) {
        (Type::Dialect { name: a_name, params: a }, Type::Dialect { name: b_name, params: b }) => {
            // A number, or a list where scales are for blocks.
            let is_axis = |at: usize, params: &[crate::AttrId]| {
                at == AXIS && (ctx.attr_int(params[at]).is_some() || ctx.attr_ints(params[at]).is_some())
            };
            a_name == b_name
                && a.len() == b.len()
                && (0..a.len()).all(|at| a[at] == b[at] || (is_axis(at, a) && is_axis(at, b)))
        }
        _ => false,
    }
}
