//! Ops that map elements to elements: unary, broadcasting, comparing, selecting, casting.

use core_ir::{Context, Dim, OpView, TypeId};

use super::{
    Answer, Shape, axis, flag_or, many, of_rank, of_rank_at_least, one, open, same_dim, same_shape, shape_of,
};

/// The dimension that two broadcast to.
pub(crate) fn broadcast_dim(ctx: &Context, a: Dim, b: Dim) -> Result<Dim, String> {
    match (a, b) {
        (Dim::Fixed(x), Dim::Fixed(y)) if x != y && x != 1 && y != 1 => {
            Err(format!("broadcasts {x} with {y}"))
        }
        _ => Ok(ctx.dim_broadcast(a, b)),
    }
}

/// The shape that two broadcast to, aligned at the last dimension.
pub fn broadcast_shapes(ctx: &Context, a: Shape, b: Shape) -> Result<Shape, String> {
    let (Some(mut long), Some(mut short)) = (a, b) else { return Ok(None) };
    if long.len() < short.len() {
        (long, short) = (short, long);
    }
    let skip = long.len() - short.len();
    for (i, &other) in short.iter().enumerate() {
        let at = skip + i;
        long[at] =
            broadcast_dim(ctx, long[at], other).map_err(|clause| format!("{clause} in dimension {at}"))?;
    }
    Ok(Some(long))
}

/// The shape that all operands in `range` broadcast to.
fn broadcast_operands(view: &OpView<'_>, range: std::ops::Range<usize>) -> Result<Shape, String> {
    let mut shape: Shape = Some(Vec::new());
    for i in range {
        shape = broadcast_shapes(view.ctx, shape, shape_of(view, i))?;
    }
    Ok(shape)
}

/// Result 0 has the shape of operand 0.
pub(crate) fn same_as_operand(view: &OpView<'_>) -> Answer {
    one(view, shape_of(view, 0), view.elem(0))
}

/// Result 0 has the shape of operand 0, which has a dimension at least.
pub(crate) fn same_as_vectors(view: &OpView<'_>) -> Answer {
    of_rank_at_least(view, 0, 1)?;
    same_as_operand(view)
}

/// Result 0 has the shape of operand 0, which has two dimensions at least.
pub(crate) fn same_as_matrices(view: &OpView<'_>) -> Answer {
    of_rank_at_least(view, 0, 2)?;
    same_as_operand(view)
}

/// Result 0 has the shape of operand 0, which is a rank 4 image batch.
pub(crate) fn same_as_images(view: &OpView<'_>) -> Answer {
    let shape = of_rank(view, 0, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    one(view, Some(shape), view.elem(0))
}

/// As [`same_as_operand`], with bool elements.
pub(crate) fn same_shape_bool(view: &OpView<'_>) -> Answer {
    one(view, shape_of(view, 0), TypeId::I1)
}

/// As [`same_as_operand`], with `i32` elements.
pub(crate) fn same_shape_i32(view: &OpView<'_>) -> Answer {
    one(view, shape_of(view, 0), TypeId::I32)
}

/// As [`same_as_operand`], with `i64` elements.
pub(crate) fn same_shape_i64(view: &OpView<'_>) -> Answer {
    one(view, shape_of(view, 0), TypeId::I64)
}

/// As [`same_as_operand`], with `f32` elements.
pub(crate) fn same_shape_f32(view: &OpView<'_>) -> Answer {
    one(view, shape_of(view, 0), TypeId::F32)
}

/// Every result is the operand at its place: `IdentityN`.
pub(crate) fn same_as_operands(view: &OpView<'_>) -> Answer {
    many(view, (0..view.operands.len()).map(|i| (shape_of(view, i), view.elem(i))).collect())
}

/// All operands and the result have one shape.
pub(crate) fn merged(view: &OpView<'_>) -> Answer {
    let mut shape = None;
    for i in 0..view.operands.len() {
        shape = same_shape(shape, shape_of(view, i))?;
    }
    one(view, shape, view.elem(0))
}

/// Operands 0 and 1 and the result have one shape.
pub(crate) fn merged_pair(view: &OpView<'_>) -> Answer {
    one(view, same_shape(shape_of(view, 0), shape_of(view, 1))?, view.elem(0))
}

/// The result has the broadcast shape of operands 0 and 1.
pub(crate) fn broadcast(view: &OpView<'_>) -> Answer {
    one(view, broadcast_operands(view, 0..2)?, view.elem(0))
}

/// The result has the broadcast shape of operands 0 to 2.
pub(crate) fn broadcast_3(view: &OpView<'_>) -> Answer {
    one(view, broadcast_operands(view, 0..3)?, view.elem(0))
}

/// As [`broadcast`], with bool elements.
pub(crate) fn compare(view: &OpView<'_>) -> Answer {
    one(view, broadcast_operands(view, 0..2)?, TypeId::I1)
}

/// `Equal`, `NotEqual`: as [`compare`], but shapes that do not broadcast are a scalar when the attribute
/// `incompatible_shape_error` is false.
pub(crate) fn equal(view: &OpView<'_>) -> Answer {
    let shape = match broadcast_operands(view, 0..2) {
        Err(clause) if flag_or(view, "incompatible_shape_error", true) => return Err(clause),
        Err(_) => Some(Vec::new()),
        Ok(_) if !flag_or(view, "incompatible_shape_error", true) && may_not_broadcast(view) => None,
        Ok(shape) => shape,
    };
    one(view, shape, TypeId::I1)
}

/// Whether a dimension of operand 0 or 1 is open where the other has a number that it may not fit. Two open dimensions
/// are taken to fit, as TensorFlow takes them.
fn may_not_broadcast(view: &OpView<'_>) -> bool {
    let (Some(a), Some(b)) = (view.shape(0), view.shape(1)) else { return true };
    let risk = |(&a, &b): (&Dim, &Dim)| match (a, b) {
        (Dim::Fixed(n), open) | (open, Dim::Fixed(n)) => n != 1 && !open.is_fixed(),
        _ => false,
    };
    a.iter().rev().zip(b.iter().rev()).any(risk)
}

/// `ApproximateEqual`: operands of one shape, bool elements.
pub(crate) fn approximate_equal(view: &OpView<'_>) -> Answer {
    one(view, same_shape(shape_of(view, 0), shape_of(view, 1))?, TypeId::I1)
}

/// `SelectV2`: all three operands broadcast; the elements are those of operand 1.
pub(crate) fn select_v2(view: &OpView<'_>) -> Answer {
    one(view, broadcast_operands(view, 0..3)?, view.elem(1))
}

/// `Select`: the branches have one shape; the condition has it too, or is a scalar, or a vector that chooses rows.
pub(crate) fn select(view: &OpView<'_>) -> Answer {
    let branches = same_shape(shape_of(view, 1), shape_of(view, 2))?;
    let condition = shape_of(view, 0);
    let shape = match (&condition, branches) {
        (Some(cond), branches) if cond.is_empty() => branches,
        (Some(cond), Some(mut dims)) if cond.len() == 1 && !dims.is_empty() => {
            dims[0] = same_dim(dims[0], cond[0]).map_err(|clause| format!("{clause} in dimension 0"))?;
            Some(dims)
        }
        // A vector condition says nothing about how many dimensions the branches have; a condition of unknown rank may
        // be a scalar.
        (Some(cond), None) if cond.len() == 1 => None,
        (None, branches) => branches,
        (Some(_), branches) => same_shape(condition.clone(), branches)?,
    };
    one(view, shape, view.elem(1))
}

/// `ClipByValue`: the shape of operand 0, which the bounds broadcast to.
pub(crate) fn clip(view: &OpView<'_>) -> Answer {
    let shape = shape_of(view, 0);
    for bound in 1..3 {
        broadcast_shapes(view.ctx, shape.clone(), shape_of(view, bound))?;
    }
    one(view, shape, view.elem(0))
}

/// `tfl.prelu`: the shape of operand 0, which the slopes broadcast to.
pub(crate) fn prelu(view: &OpView<'_>) -> Answer {
    broadcast_operands(view, 0..2)?;
    same_as_operand(view)
}

/// Real from complex: `Real`, `Imag`, `Angle`, `ComplexAbs`.
pub(crate) fn real_part(view: &OpView<'_>) -> Answer {
    let elem = if view.elem(0) == TypeId::C128 { TypeId::F64 } else { TypeId::F32 };
    one(view, shape_of(view, 0), elem)
}

/// `Complex`: the parts broadcast.
pub(crate) fn complex(view: &OpView<'_>) -> Answer {
    let elem = if view.elem(0) == TypeId::F64 { TypeId::C128 } else { TypeId::C64 };
    one(view, broadcast_operands(view, 0..2)?, elem)
}

/// An element-wise op whose result elements a type attribute names when no result is declared: `tf.Cast`,
/// `tfl.quantize`, `tfl.dequantize`.
pub(crate) fn cast(view: &OpView<'_>) -> Answer {
    let named = ["DstT", "qtype", "T"].iter().find_map(|name| view.type_attr(name));
    one(view, shape_of(view, 0), named.map_or(view.elem(0), |ty| view.ctx.elem_type(ty)))
}

/// `tfl.dequantize`: real numbers from quantized ones.
pub(crate) fn dequantize(view: &OpView<'_>) -> Answer {
    one(view, shape_of(view, 0), TypeId::F32)
}

/// `Bitcast`: a narrower element type adds a last dimension with the ratio of the widths, a wider one takes it away.
pub(crate) fn bitcast(view: &OpView<'_>) -> Answer {
    let declared = view.results.first().map(|&ty| view.ctx.elem_type(ty));
    let Some(to) = declared.or_else(|| view.type_attr("type")) else { return as_unranked(view) };
    let (from_bytes, to_bytes) = (view.ctx.elem_bytes(view.elem(0)), view.ctx.elem_bytes(to));
    let (Some(from), Some(into), Some(mut shape)) = (from_bytes, to_bytes, shape_of(view, 0)) else {
        return one(view, None, to);
    };
    if from > into {
        shape.push(Dim::Fixed((from / into.max(1)) as i64));
    } else if from < into {
        let ratio = Dim::Fixed((into / from.max(1)) as i64);
        let last = shape.pop().ok_or("casts a scalar to wider elements")?;
        same_dim(last, ratio).map_err(|clause| format!("{clause} in the last dimension"))?;
    }
    one(view, Some(shape), to)
}

fn as_unranked(view: &OpView<'_>) -> Answer {
    one(view, None, view.elem(0))
}

/// `BiasAdd`: operand 1 has the channels of operand 0.
pub(crate) fn bias_add(view: &OpView<'_>) -> Answer {
    let channels_first = view.word("data_format").is_some_and(|format| format.starts_with("NC"));
    let input = of_rank_at_least(view, 0, 2)?;
    let bias = of_rank(view, 1, 1)?;
    let Some(mut shape) = input.map(<[Dim]>::to_vec) else { return as_unranked(view) };
    let channel = if channels_first { 1 } else { shape.len() - 1 };
    if let Some(bias) = bias {
        shape[channel] = match (shape[channel], bias[0]) {
            (Dim::Fixed(a), Dim::Fixed(b)) if a != b => {
                return Err(format!("adds a bias of {b} to {a} channels"));
            }
            (input, bias) => same_dim(input, bias)?,
        };
    }
    one(view, Some(shape), view.elem(0))
}

/// `BiasAddGrad`: the channels of operand 0.
pub(crate) fn bias_add_grad(view: &OpView<'_>) -> Answer {
    let channels_first = view.word("data_format").is_some_and(|format| format.starts_with("NC"));
    let input = of_rank_at_least(view, 0, 2)?;
    let channel = input.map_or(Dim::Dynamic, |shape| shape[if channels_first { 1 } else { shape.len() - 1 }]);
    one(view, Some(vec![channel]), view.elem(0))
}

/// `BroadcastGradientArgs`: two vectors of reduction axes, of unknown length.
pub(crate) fn gradient_axes(view: &OpView<'_>) -> Answer {
    of_rank(view, 0, 1)?;
    of_rank(view, 1, 1)?;
    let open = || Some(vec![Dim::Dynamic]);
    many(view, vec![(open(), view.elem(0)), (open(), view.elem(0))])
}

/// `ReverseSequence`: the shape of operand 0; the lengths are as many as the batch.
pub(crate) fn reverse_sequence(view: &OpView<'_>) -> Answer {
    let lengths = of_rank(view, 1, 1)?;
    let Some(mut shape) = shape_of(view, 0) else { return as_unranked(view) };
    let attr = |name: &str| view.int(name);
    let batch = axis(attr("batch_dim").unwrap_or(0), shape.len())?;
    if let Some(seq) = attr("seq_dim") {
        axis(seq, shape.len())?;
    }
    if let Some(lengths) = lengths {
        shape[batch] = same_dim(shape[batch], lengths[0]).map_err(|c| format!("{c} in dimension {batch}"))?;
    }
    one(view, Some(shape), view.elem(0))
}
