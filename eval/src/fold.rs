//! Constants from constants.
//!
//! Small results are computed at once. Large ones are streamed: what a transposed, sliced, cast or scaled weight holds
//! is decided here and computed while it is written. Operations that no stream can hold are computed at once too, up
//! to a limit.

use core_ir::{ConstData, ConstId, OpView, TypeId};

use crate::broadcast::broadcast_shape;
use crate::evaluate::evaluate;
use crate::kernels::{self, Moves, Row, equal_ways, given_ways, reverse_way, slice_way, strided_slice_way};
use crate::stream::{BINARY, Format, Stream, UNARY};
use crate::strided::{Strided, permutation};
use crate::tensor::{DType, Tensor, fixed_usize_shape};

/// Operands and results of at most so many bytes together are computed without looking for a better way.
const SMALL: usize = 1 << 16;

/// Operands and results of more bytes are not computed before they are written.
const MOST: usize = 1 << 28;

/// A result larger than [`SMALL`] is made only when it is at most so many times larger than the operands.
const MAX_GROWTH: usize = 2;

/// The results of an operation whose operands are all constants (or absent), as constants, or `None` when they are not
/// all constants, there is no kernel, the operation has no value, or the results would be much larger than the
/// operands without being one repeated element. The caller knows that the operation has no effects.
pub fn fold(view: &OpView<'_>) -> Option<Vec<ConstId>> {
    let row = kernels::find(&view.spec.name)?;
    let operands: Vec<Operand<'_>> =
        view.operands.iter().map(|info| Operand::of(view, info)).collect::<Option<_>>()?;
    if operands.is_empty() {
        return None;
    }
    let types = result_types(view);
    let own: usize = operands.iter().map(Operand::byte_len).sum();
    let made =
        types.as_ref().map(|types| types.iter().map(|&ty| byte_len(view, ty)).fold(0, usize::saturating_add));
    if let Some(made) = made
        && own.saturating_add(made) <= SMALL
    {
        return compute(view, &operands, types.as_deref());
    }
    if let Some(types) = &types
        && let Some(data) = repeated(view, row, &operands, types)
    {
        return Some(data.into_iter().zip(types).map(|(data, &ty)| view.ctx.constant(ty, data)).collect());
    }
    if let Some(results) = streamed(view, &operands, types.as_deref()) {
        return Some(results);
    }
    let fits = match made {
        Some(made) => {
            own.saturating_add(made) <= MOST && (made <= SMALL || made <= own.saturating_mul(MAX_GROWTH))
        }
        // Without a type, only what cannot grow is worth trying.
        None => own <= SMALL && !grows(row.name),
    };
    fits.then(|| compute(view, &operands, types.as_deref()))?
}

/// Operations whose results may be of any size whatever the size of the operands.
fn grows(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "BroadcastTo",
        "Empty",
        "Fill",
        "LinSpace",
        "OneHot",
        "Pad",
        "PadV2",
        "Range",
        "ResizeBilinear",
        "ResizeNearestNeighbor",
        "ScatterNd",
        "SparseToDense",
        "Tile",
        "broadcast_to",
        "dilate",
        "fill",
        "one_hot",
        "pad",
        "padv2",
        "range",
        "resize_bilinear",
        "resize_nearest_neighbor",
        "scatter_nd",
        "sparse_to_dense",
        "tile",
    ];
    let short = name.split_once('.').map_or(name, |(_, short)| short);
    NAMES.contains(&short) || short.contains("Segment") || short.contains("segment")
}

/// An operand as folding sees it.
enum Operand<'a> {
    Absent,
    Const { id: ConstId, data: &'a ConstData, shape: Vec<usize>, dtype: Option<DType>, width: usize },
}

impl<'a> Operand<'a> {
    fn of(view: &OpView<'a>, info: &core_ir::spec::OperandInfo<'_>) -> Option<Operand<'a>> {
        if info.ty == TypeId::NONE {
            return Some(Operand::Absent);
        }
        let id = info.konst?;
        let constant = view.ctx.const_of(id);
        let elem = view.ctx.elem_type(constant.ty);
        Some(Operand::Const {
            id,
            data: &constant.data,
            shape: fixed_usize_shape(view.ctx, constant.ty)?,
            dtype: DType::of(view.ctx, elem),
            width: view.ctx.elem_bytes(elem).unwrap_or(0),
        })
    }

    fn count(&self) -> usize {
        match self {
            Operand::Absent => 0,
            Operand::Const { shape, .. } => shape.iter().product(),
        }
    }

    fn byte_len(&self) -> usize {
        match self {
            Operand::Absent => 0,
            Operand::Const { data: ConstData::Splat(_), width, .. } => width.saturating_mul(self.count()),
            Operand::Const { data, .. } => data.byte_len(self.count()),
        }
    }

    fn shape(&self) -> &[usize] {
        match self {
            Operand::Absent => &[],
            Operand::Const { shape, .. } => shape,
        }
    }

    fn ints(&self, view: &OpView<'_>) -> Option<Vec<i64>> {
        match self {
            Operand::Absent => None,
            Operand::Const { id, .. } => view.ctx.const_ints(*id),
        }
    }

    fn tensor(&self, view: &OpView<'_>) -> Option<Tensor> {
        match self {
            Operand::Absent => Some(Tensor::Absent),
            Operand::Const { id, .. } => Tensor::from_const(view.ctx, *id).ok(),
        }
    }

    /// The bytes of the element that the operand repeats.
    fn splat(&self) -> Option<&[u8]> {
        match self {
            Operand::Const { data: ConstData::Splat(elem), .. } => Some(elem),
            Operand::Const { data: ConstData::Owned(bytes), .. } if self.count() == 1 => Some(bytes),
            _ => None,
        }
    }

    fn stream(&self) -> Option<Stream> {
        match self {
            Operand::Absent => None,
            Operand::Const { data, shape, width, .. } => Stream::of(data, shape, *width),
        }
    }

    /// As floats to compute with.
    fn floats(&self) -> Option<Stream> {
        self.stream()?.into_floats(float_format(self.dtype()?)?)
    }

    fn dtype(&self) -> Option<DType> {
        match self {
            Operand::Absent => None,
            Operand::Const { dtype, .. } => *dtype,
        }
    }
}

fn float_format(dtype: DType) -> Option<Format> {
    match dtype {
        DType::F32 => Some(Format::F32),
        DType::F16 => Some(Format::F16),
        DType::BF16 => Some(Format::BF16),
        _ => None,
    }
}

/// The result types, if all have a fixed shape: as declared, or else as the operation's row infers them.
fn result_types(view: &OpView<'_>) -> Option<Vec<TypeId>> {
    let fixed =
        |types: &[TypeId]| !types.is_empty() && types.iter().all(|&ty| view.ctx.fixed_shape(ty).is_some());
    if fixed(view.results) {
        return Some(view.results.to_vec());
    }
    let inferred = (view.spec.hooks.infer?)(view).ok()?;
    fixed(&inferred).then_some(inferred)
}

fn byte_len(view: &OpView<'_>, ty: TypeId) -> usize {
    let width = view.ctx.elem_bytes(view.ctx.elem_type(ty)).unwrap_or(16);
    view.ctx.element_count(ty).and_then(|n| n.checked_mul(width)).unwrap_or(usize::MAX)
}

/// Runs the kernel now.
fn compute(view: &OpView<'_>, operands: &[Operand<'_>], types: Option<&[TypeId]>) -> Option<Vec<ConstId>> {
    let inputs: Vec<Tensor> = operands.iter().map(|operand| operand.tensor(view)).collect::<Option<_>>()?;
    let typed = OpView { results: types.unwrap_or(view.results), ..*view };
    let results = evaluate(&typed, &inputs).ok()?;
    let consts = results.iter().enumerate().map(|(i, tensor)| match typed.results.get(i) {
        Some(&ty) => tensor.to_const_as(view.ctx, view.ctx.elem_type(ty)).ok(),
        None => tensor.to_const(view.ctx).ok(),
    });
    consts.collect()
}

/// Results that repeat one element, because the operands do.
fn repeated(
    view: &OpView<'_>,
    row: &Row,
    operands: &[Operand<'_>],
    types: &[TypeId],
) -> Option<Vec<ConstData>> {
    if row.moves != Moves::Nothing && !row.pointwise {
        // What moves elements moves equal ones; what it fills up with must be the same.
        let moved = operands.iter().enumerate().filter(|(i, _)| row.moves.moves(*i, operands.len()));
        let elems: Vec<&[u8]> = moved.map(|(_, operand)| operand.splat()).collect::<Option<_>>()?;
        let first = *elems.first()?;
        let same =
            elems.iter().all(|elem| *elem == first) && (!row.fills || first.iter().all(|&byte| byte == 0));
        let fits = view.word("fused_activation_function").is_none_or(|word| word == "NONE")
            && types.iter().all(|&ty| view.ctx.elem_bytes(view.ctx.elem_type(ty)) == Some(first.len()))
            && shapes_agree(view, row, operands, types);
        return (same && fits).then(|| vec![ConstData::Splat(first.into()); types.len()]);
    }
    let likes = matches!(row.name, "tf.ZerosLike" | "tfl.zeros_like" | "tf.OnesLike");
    if !likes && !row.pointwise {
        return None;
    }
    // One element of each operand gives the one element of the result.
    let scalars: Vec<Tensor> = operands
        .iter()
        .map(|operand| match operand {
            Operand::Absent => Some(Tensor::Absent),
            Operand::Const { dtype: Some(dtype), .. } if likes => {
                let zero = vec![0; dtype.width()];
                Tensor::from_data(&[], *dtype, &ConstData::Splat(zero.into())).ok()
            }
            operand => {
                Tensor::from_data(&[], operand.dtype()?, &ConstData::Splat(operand.splat()?.into())).ok()
            }
        })
        .collect::<Option<_>>()?;
    let scalar_types: Vec<TypeId> =
        types.iter().map(|&ty| view.tensor(&[], view.ctx.elem_type(ty))).collect();
    let shapes: Vec<&[usize]> = operands.iter().map(Operand::shape).collect();
    let shape = broadcast_shape(&shapes).ok()?;
    if types.iter().any(|&ty| fixed_usize_shape(view.ctx, ty).as_ref() != Some(&shape)) {
        return None;
    }
    let results = evaluate(&OpView { results: &scalar_types, ..*view }, &scalars).ok()?;
    Some(results.iter().map(Tensor::to_data).collect())
}

/// Whether the declared shapes are those that the operation makes: its kernel says, run on as many bytes as there are
/// elements, or for very large ones the operation is trusted where nothing can go wrong.
fn shapes_agree(view: &OpView<'_>, row: &Row, operands: &[Operand<'_>], types: &[TypeId]) -> bool {
    let made: usize = types
        .iter()
        .map(|&ty| view.ctx.element_count(ty).unwrap_or(usize::MAX))
        .fold(0, usize::saturating_add);
    let held: usize = operands.iter().map(Operand::count).fold(0, usize::saturating_add);
    if made.saturating_add(held) > MOST {
        return false;
    }
    let inputs = operands.iter().enumerate().map(|(i, operand)| match row.moves.moves(i, operands.len()) {
        true => Tensor::full(operand.shape(), 0u8).ok(),
        false => operand.tensor(view),
    });
    let Some(inputs) = inputs.collect::<Option<Vec<Tensor>>>() else { return false };
    let byte_types: Vec<TypeId> = types
        .iter()
        .map(|&ty| view.ctx.shape(ty).map(|shape| view.tensor(shape, TypeId::UI8)).unwrap_or(ty))
        .collect();
    let typed = OpView { results: &byte_types, operands: &[], ..*view };
    evaluate(&typed, &inputs).is_ok_and(|results| results.len() == types.len())
}

/// Results that are computed while they are written.
fn streamed(view: &OpView<'_>, operands: &[Operand<'_>], types: Option<&[TypeId]>) -> Option<Vec<ConstId>> {
    let results =
        moved(view, operands).or_else(|| cast(view, operands)).or_else(|| elementwise(view, operands))?;
    if types.is_some_and(|types| types.len() != results.len()) {
        return None;
    }
    let elem = |i: usize| match (view.results.get(i), results[i].1) {
        (Some(&ty), _) => view.ctx.elem_type(ty),
        (None, elem) => elem,
    };
    let named: Vec<(TypeId, ConstData)> = results
        .iter()
        .enumerate()
        .map(|(i, (shape, _, data))| {
            let dims: Vec<i64> = shape.iter().map(|&n| n as i64).collect();
            let ty = view.ctx.fixed_tensor(&dims, elem(i));
            let fits = types.is_none_or(|types| view.ctx.fixed_shape(types[i]).as_ref() == Some(&dims));
            fits.then(|| (ty, data.clone()))
        })
        .collect::<Option<_>>()?;
    Some(named.into_iter().map(|(ty, data)| view.ctx.constant(ty, data)).collect())
}

/// A shape, an element type and what is held: a result.
type Made = (Vec<usize>, TypeId, ConstData);

/// Operations that read the elements of one operand in another order.
fn moved(view: &OpView<'_>, operands: &[Operand<'_>]) -> Option<Vec<Made>> {
    let at = |i: usize| operands.get(i);
    let ints = |i: usize| at(i)?.ints(view);
    let scalar = |i: usize| ints(i)?.first().copied();
    let x = |i: usize| at(i).map(Operand::shape);
    let name: &str = &view.spec.name;
    let (source, ways): (usize, Vec<(Strided, Vec<usize>)>) = match name {
        "tf.Transpose" | "tfl.transpose" => {
            (0, with_shapes(vec![Strided::whole(x(0)?).permuted(&permutation(&ints(1)?, x(0)?.len())?)]))
        }
        "tf.Slice" | "tfl.slice" => (0, with_shapes(vec![slice_way(x(0)?, &ints(1)?, &ints(2)?).ok()?])),
        "tf.ReverseV2" | "tfl.reverse_v2" => (0, with_shapes(vec![reverse_way(x(0)?, &ints(1)?).ok()?])),
        "tf.StridedSlice" | "tfl.strided_slice" => {
            (0, vec![strided_slice_way(view, x(0)?, [ints(1)?, ints(2)?, ints(3)?]).ok()?])
        }
        "tf.Split" | "tfl.split" => (1, with_shapes(equal_ways(view, x(1)?, scalar(0)?).ok()?)),
        "tf.SplitV" | "tfl.split_v" => (0, with_shapes(given_ways(x(0)?, &ints(1)?, scalar(2)?).ok()?)),
        _ => return reshaped(view, operands),
    };
    let elem = view.elem(source);
    let stream = at(source)?.stream()?;
    let made = ways.into_iter().map(|(way, shape)| {
        let data = stream.along(&way)?.into_data();
        Some((shape, elem, data))
    });
    made.collect()
}

fn with_shapes(ways: Vec<Strided>) -> Vec<(Strided, Vec<usize>)> {
    ways.into_iter().map(|way| (way.clone(), way.shape())).collect()
}

/// Operations that keep the elements in their order: the same bytes under another type.
fn reshaped(view: &OpView<'_>, operands: &[Operand<'_>]) -> Option<Vec<Made>> {
    let kernel_shape = |x: &Operand<'_>| -> Option<Vec<usize>> {
        // The kernel says the shape; an operand of bools is as good as one of weights and moves nothing.
        let mut inputs = vec![Tensor::full(x.shape(), false).ok()?];
        for operand in &operands[1..] {
            inputs.push(operand.tensor(view)?);
        }
        let row = kernels::find(&view.spec.name)?;
        Some(row.run(view, &inputs).ok()?.first()?.shape().to_vec())
    };
    let shape_only = matches!(
        &*view.spec.name,
        "tf.Reshape" | "tfl.reshape" | "tf.ExpandDims" | "tfl.expand_dims" | "tf.Squeeze" | "tfl.squeeze"
    );
    let same = matches!(
        &*view.spec.name,
        "tf.Identity" | "tf.StopGradient" | "tf.PreventGradient" | "tf.Snapshot" | "tf.EnsureShape"
    );
    let Some(x @ Operand::Const { data, .. }) = operands.first() else { return None };
    let shape = match (shape_only, same) {
        (true, _) => kernel_shape(x)?,
        (_, true) => x.shape().to_vec(),
        _ => return None,
    };
    Some(vec![(shape, view.elem(0), (*data).clone())])
}

/// Casts between floats of which one is `f32`.
fn cast(view: &OpView<'_>, operands: &[Operand<'_>]) -> Option<Vec<Made>> {
    if !matches!(&*view.spec.name, "tf.Cast" | "tfl.cast" | "tfl.dequantize") {
        return None;
    }
    let elem = view.ctx.elem_type(*view.results.first()?);
    let to = DType::of(view.ctx, elem)?;
    let x = operands.first()?;
    if view.elem(0) == elem {
        let Operand::Const { data, .. } = x else { return None };
        return Some(vec![(x.shape().to_vec(), elem, (*data).clone())]);
    }
    let stream = x.floats()?.stored_as(float_format(to)?);
    Some(vec![(x.shape().to_vec(), elem, stream.into_data())])
}

/// Arithmetic on `f32`.
fn elementwise(view: &OpView<'_>, operands: &[Operand<'_>]) -> Option<Vec<Made>> {
    if view.word("fused_activation_function").is_some_and(|word| word != "NONE") {
        return None;
    }
    if operands.iter().any(|operand| operand.dtype() != Some(DType::F32)) || view.elem(0) != TypeId::F32 {
        return None;
    }
    let name: &str = &view.spec.name;
    let (shape, stream) = match operands {
        [x] => {
            let at = UNARY.binary_search_by(|entry| entry.0.cmp(name)).ok()?;
            (x.shape().to_vec(), x.floats()?.unary(UNARY[at].1))
        }
        [x, y] => {
            let at = BINARY.binary_search_by(|entry| entry.0.cmp(name)).ok()?;
            let shape = broadcast_shape(&[x.shape(), y.shape()]).ok()?;
            let stream = x.floats()?.binary(y.floats()?, BINARY[at].1, &shape)?;
            // A small operand spread over a large shape would make a small constant large.
            let own = x.count().saturating_add(y.count());
            if shape.iter().product::<usize>() > own.saturating_mul(MAX_GROWTH) {
                return None;
            }
            (shape, stream)
        }
        _ => return None,
    };
    Some(vec![(shape, TypeId::F32, stream.into_data())])
}
