//! Ops whose results do not come from the elements of a tensor: constants, ranges, fills, random numbers, and the
//! shapes of tensors themselves.

use core_ir::{Attr, Context, Dim, OpView, TypeId};

use super::elementwise::broadcast_shapes;
use super::{Answer, Shape, as_declared, many, of_rank, one, same_shape, scalar, shape_of, shape_operand};

/// `tf.Const`, `tfl.pseudo_const`, `arith.constant`: the type of `value`.
pub(crate) fn constant(view: &OpView<'_>) -> Answer {
    let Some(Attr::Elements(value)) = view.attr("value").map(|attr| view.ctx.attr_of(attr)) else {
        return as_declared(view);
    };
    let ty = view.ctx.const_type(*value);
    one(view, view.ctx.shape(ty).map(<[Dim]>::to_vec), view.ctx.elem_type(ty))
}

/// `tfl.pseudo_qconst`: the type that `qtype` is.
pub(crate) fn typed_constant(view: &OpView<'_>) -> Answer {
    match view.type_attr("qtype") {
        Some(ty) => one(view, view.ctx.shape(ty).map(<[Dim]>::to_vec), view.ctx.elem_type(ty)),
        None => as_declared(view),
    }
}

/// The shape in attribute `name`, `#tf_type.shape<...>`: kept as a list of integers with -1 for an open dimension, as a
/// tensor type, or as text.
pub(crate) fn shape_attr(view: &OpView<'_>, name: &str) -> Shape {
    let attr = view.ctx.attr_of(view.attr(name)?);
    match attr {
        Attr::Dialect { params, .. } => match params.first().map(|&param| view.ctx.attr_of(param)) {
            None => Some(Vec::new()),
            Some(Attr::Type(ty)) => view.ctx.shape(*ty).map(<[Dim]>::to_vec),
            Some(Attr::Integer { .. }) => {
                params.iter().map(|&param| Some(size(view.ctx.attr_int(param)?))).collect()
            }
            Some(_) => view.ctx.attr_ints(params[0]).map(|ints| ints.into_iter().map(size).collect()),
        },
        Attr::Type(ty) => view.ctx.shape(*ty).map(<[Dim]>::to_vec),
        Attr::Opaque { text, .. } => crate::tf::types::read_shape(&view.ctx.str_text(*text))?,
        _ => view.ctx.attr_ints(view.attr(name)?).map(|ints| ints.into_iter().map(size).collect()),
    }
}

fn size(n: i64) -> Dim {
    if n < 0 { Dim::Dynamic } else { Dim::Fixed(n) }
}

/// `Placeholder` and other sources with the attributes `shape` and `dtype`.
pub(crate) fn placeholder(view: &OpView<'_>) -> Answer {
    let elem = view.type_attr("dtype");
    match (view.results.is_empty(), elem) {
        (true, None) => as_declared(view),
        _ => one(view, shape_attr(view, "shape"), elem.unwrap_or(TypeId::NONE)),
    }
}

/// `PlaceholderWithDefault`: the shape is what `shape` says, which may be more open than the default's.
pub(crate) fn placeholder_with_default(view: &OpView<'_>) -> Answer {
    one(view, shape_attr(view, "shape"), view.elem(0))
}

/// `Fill`: operand 0 spells the shape, operand 1 is the value.
pub(crate) fn fill(view: &OpView<'_>) -> Answer {
    if view.shape(1).is_some_and(|shape| !shape.is_empty()) {
        return Err("fills with a value that is not a scalar".into());
    }
    one(view, shape_operand(view, 0)?, view.elem(1))
}

/// A tensor of the shape that operand 0 spells, its elements of the type in attribute `dtype`, else `f32`.
pub(crate) fn of_shape(view: &OpView<'_>) -> Answer {
    let elem = view.type_attr("dtype").unwrap_or(TypeId::F32);
    one(view, shape_operand(view, 0)?, elem)
}

/// As [`of_shape`], with the elements of operand 1: `RandomUniformInt`.
pub(crate) fn of_shape_like_1(view: &OpView<'_>) -> Answer {
    one(view, shape_operand(view, 0)?, view.elem(1))
}

/// As [`of_shape`], with the elements of operand 2: `StatelessRandomUniformInt`.
pub(crate) fn of_shape_like_2(view: &OpView<'_>) -> Answer {
    one(view, shape_operand(view, 0)?, view.elem(2))
}

/// As [`of_shape`], with the elements of the operand before the last: `StatelessRandomUniformIntV2`.
pub(crate) fn of_shape_like_4(view: &OpView<'_>) -> Answer {
    one(view, shape_operand(view, 0)?, view.elem(4))
}

/// The shape of operand 0 with the shape of operand 1 appended: `RandomGamma`, `RandomPoissonV2`.
pub(crate) fn of_shape_and_rate(view: &OpView<'_>) -> Answer {
    let shape = match (shape_operand(view, 0)?, view.shape(1)) {
        (Some(shape), Some(rate)) => Some([&*shape, rate].concat()),
        _ => None,
    };
    one(view, shape, view.elem(1))
}

/// `Multinomial`: operand 1 is how many samples to draw for each row of logits.
pub(crate) fn multinomial(view: &OpView<'_>) -> Answer {
    let batch = of_rank(view, 0, 2)?.map_or(Dim::Dynamic, |logits| logits[0]);
    one(view, Some(vec![batch, scalar(view, 1)]), TypeId::I64)
}

/// How many numbers there are from `start` to `limit` by `delta`.
fn range_length(ctx: &Context, start: Dim, limit: Dim, delta: Dim) -> Result<Dim, String> {
    let Dim::Fixed(step) = delta else { return Ok(Dim::Dynamic) };
    if step == 0 {
        return Err("steps by 0".into());
    }
    let (from, to) = if step > 0 { (start, limit) } else { (limit, start) };
    let distance = ctx.dim_sub(to, from);
    match distance {
        Dim::Fixed(n) if n < 0 => {
            Err(format!("steps by {step} from {} to {}", ctx.dim_text(start), ctx.dim_text(limit)))
        }
        _ => {
            let size = Dim::Fixed(step.saturating_abs());
            let length = ctx.dim_ceil_div(distance, size);
            Ok(if distance.is_fixed() || ctx.dim_is_nonnegative(distance) {
                length
            } else {
                ctx.dim_max(length, Dim::Fixed(0))
            })
        }
    }
}

/// `Range`: operands are start, limit and step. Of real numbers only constants are read.
pub(crate) fn range(view: &OpView<'_>) -> Answer {
    for i in 0..3 {
        of_rank(view, i, 0)?;
    }
    let length = match [0, 1, 2].map(|i| real(view, i)) {
        [Some(start), Some(limit), Some(delta)] => real_range_length(start, limit, delta)?,
        _ => range_length(view.ctx, scalar(view, 0), scalar(view, 1), scalar(view, 2))?,
    };
    one(view, Some(vec![length]), view.elem(0))
}

fn real_range_length(start: f64, limit: f64, delta: f64) -> Result<Dim, String> {
    if delta == 0.0 || (delta > 0.0 && start > limit) || (delta < 0.0 && start < limit) {
        return Err(format!("steps by {delta} from {start} to {limit}"));
    }
    let length = ((limit - start) / delta).abs().ceil();
    // 2^53: past it the count is not exact; a NaN fails the comparison too.
    Ok(if length < 9_007_199_254_740_992.0 { Dim::Fixed(length as i64) } else { Dim::Dynamic })
}

/// The one element of constant operand `i` when it is an `f32` or an `f64`.
fn real(view: &OpView<'_>, i: usize) -> Option<f64> {
    let konst = view.operands.get(i)?.konst?;
    let bytes = view.ctx.const_splat_bytes(konst)?;
    match view.ctx.elem_type(view.ctx.const_type(konst)) {
        TypeId::F32 => Some(f32::from_le_bytes((*bytes).try_into().ok()?).into()),
        TypeId::F64 => Some(f64::from_le_bytes((*bytes).try_into().ok()?)),
        _ => None,
    }
}

/// `LinSpace`: operand 2 is how many numbers.
pub(crate) fn lin_space(view: &OpView<'_>) -> Answer {
    let count = scalar(view, 2);
    if let Dim::Fixed(n) = count
        && n < 1
    {
        return Err(format!("has {n} numbers"));
    }
    one(view, Some(vec![count]), view.elem(0))
}

/// `Shape`: a vector with an entry for each dimension.
pub(crate) fn shape(view: &OpView<'_>) -> Answer {
    one(view, Some(vec![rank_of(view, 0)]), index_elem(view))
}

/// `ShapeN`: as [`shape`], for each operand.
pub(crate) fn shape_n(view: &OpView<'_>) -> Answer {
    let elem = index_elem(view);
    many(view, (0..view.operands.len()).map(|i| (Some(vec![rank_of(view, i)]), elem)).collect())
}

fn rank_of(view: &OpView<'_>, i: usize) -> Dim {
    view.shape(i).map_or(Dim::Dynamic, |shape| Dim::Fixed(shape.len() as i64))
}

fn index_elem(view: &OpView<'_>) -> TypeId {
    view.type_attr("out_type").unwrap_or(TypeId::I32)
}

/// A scalar index: `Size`, `Rank`.
pub(crate) fn index_scalar(view: &OpView<'_>) -> Answer {
    one(view, Some(Vec::new()), index_elem(view))
}

/// A scalar with the elements of operand 0: `L2Loss`.
pub(crate) fn scalar_like(view: &OpView<'_>) -> Answer {
    one(view, Some(Vec::new()), view.elem(0))
}

/// `Diag`: the dimensions of operand 0 twice.
pub(crate) fn diag(view: &OpView<'_>) -> Answer {
    let shape = shape_of(view, 0).map(|dims| [&*dims, &*dims].concat());
    one(view, shape, view.elem(0))
}

/// `DiagPart`: half the dimensions of operand 0, which are there twice.
pub(crate) fn diag_part(view: &OpView<'_>) -> Answer {
    let Some(dims) = shape_of(view, 0) else { return one(view, None, view.elem(0)) };
    if dims.len() % 2 != 0 || dims.is_empty() {
        return Err(format!("has an operand of rank {}, which is not even", dims.len()));
    }
    let (front, back) = dims.split_at(dims.len() / 2);
    one(view, same_shape(Some(front.to_vec()), Some(back.to_vec()))?, view.elem(0))
}

/// `MatrixDiag`: the last dimension twice.
pub(crate) fn matrix_diag(view: &OpView<'_>) -> Answer {
    let Some(mut dims) = super::of_rank_at_least(view, 0, 1)?.map(<[Dim]>::to_vec) else {
        return one(view, None, view.elem(0));
    };
    dims.extend(dims.last().copied());
    one(view, Some(dims), view.elem(0))
}

/// `MatrixDiagPart`: the lesser of the last two dimensions in their place.
pub(crate) fn matrix_diag_part(view: &OpView<'_>) -> Answer {
    let Some(dims) = super::of_rank_at_least(view, 0, 2)? else { return one(view, None, view.elem(0)) };
    let (batch, matrix) = dims.split_at(dims.len() - 2);
    let mut dims = batch.to_vec();
    dims.push(view.ctx.dim_min(matrix[0], matrix[1]));
    one(view, Some(dims), view.elem(0))
}

/// `StatelessRandomGetKeyCounter` and its kin: a key of one and a counter of two.
pub(crate) fn key_counter(view: &OpView<'_>) -> Answer {
    many(view, vec![(Some(vec![Dim::Fixed(1)]), TypeId::UI64), (Some(vec![Dim::Fixed(2)]), TypeId::UI64)])
}

/// `ParameterizedTruncatedNormal`-like: operand 0 spells a shape that the parameters broadcast to.
pub(crate) fn broadcast_args_to_shape(view: &OpView<'_>) -> Answer {
    let shape = shape_operand(view, 0)?;
    broadcast_shapes(view.ctx, shape.clone(), shape_of(view, 1))?;
    one(view, shape, view.elem(1))
}
