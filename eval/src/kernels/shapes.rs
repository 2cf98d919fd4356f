//! Kernels that make tensors from shapes and sizes.

use core_ir::OpView;

use super::cast::cast_to;
use super::params::{axis, int_or, int_tensor, operands, result_dtype, sizes};
use super::{Entry, Moves, row};
use crate::broadcast::broadcast_shape;
use crate::elem::{Bytes, Elem, Float, Number};
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Array, DType, Tensor, checked_count, dispatch, dispatch2};
use crate::widen::widen;

fn shape(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    Ok(vec![shape_of(view, x, 0)?])
}

fn shape_of(view: &OpView<'_>, x: &Tensor, result: usize) -> Result<Tensor, EvalError> {
    let dims: Vec<i64> = x.shape().iter().map(|&n| n as i64).collect();
    int_tensor(&[dims.len()], dims, result_dtype(view, result, DType::I32)?)
}

fn shape_n(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    inputs.iter().enumerate().map(|(i, x)| shape_of(view, x, i)).collect()
}

fn size(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    Ok(vec![int_tensor(&[], vec![x.count() as i64], result_dtype(view, 0, DType::I32)?)?])
}

fn rank(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    Ok(vec![int_tensor(&[], vec![x.shape().len() as i64], result_dtype(view, 0, DType::I32)?)?])
}

fn fill(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [dims, value] = operands(inputs)?;
    let shape = sizes(&dims.ints()?)?;
    fn go<T: Elem>(value: &Array<T>, shape: &[usize]) -> Result<Tensor, EvalError> {
        match value.as_slice() {
            Some([one]) if value.ndim() == 0 => Tensor::full(shape, one.clone()),
            _ => EvalError::invalid("the filler is not a scalar"),
        }
    }
    Ok(vec![dispatch!(bits, value, array => go(array, &shape))?])
}

/// `value` everywhere, in the shape and element type of `like`.
fn constant_like(like: &Tensor, value: u8) -> Evaluated {
    let full = match like {
        Tensor::Str(array) if value == 0 => Tensor::full(array.shape(), Bytes::default()),
        other => {
            let dtype = other.dtype().unwrap_or(DType::F32);
            checked_count(other.shape(), dtype.width())?;
            cast_to(&Tensor::full(other.shape(), value)?, dtype)
        }
    };
    Ok(vec![full?])
}

fn zeros_like(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    constant_like(x, 0)
}

fn ones_like(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    constant_like(x, 1)
}

/// Numbers from `start` to before `limit`; floats are counted with a rounded quotient, as TensorFlow does.
fn range(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn int_go<T: Number>(start: &Array<T>, limit: &Array<T>, delta: &Array<T>) -> Result<Tensor, EvalError>
    where
        i128: From<T>,
    {
        let (Some(&[start]), Some(&[limit]), Some(&[delta])) =
            (start.as_slice(), limit.as_slice(), delta.as_slice())
        else {
            return EvalError::invalid("bounds of a range are not scalars");
        };
        let (from, to, step) = (i128::from(start), i128::from(limit), i128::from(delta));
        if step == 0 || (to > from && step < 0) || (to < from && step > 0) {
            return EvalError::invalid(format!("no range from {from} to {to} by {step}"));
        }
        let count = (to - from + step - step.signum()) / step;
        let count = checked_count(&[usize::try_from(count).unwrap_or(usize::MAX)], size_of::<T>())?;
        let steps = std::iter::successors(Some(start), |&last| Some(last.plus(delta)));
        Ok(Tensor::vector(steps.take(count).collect()))
    }
    fn float_go<T: Float>(start: &Array<T>, limit: &Array<T>, delta: &Array<T>) -> Result<Tensor, EvalError> {
        let (Some(&[start]), Some(&[limit]), Some(&[delta])) =
            (start.as_slice(), limit.as_slice(), delta.as_slice())
        else {
            return EvalError::invalid("bounds of a range are not scalars");
        };
        let (from, to, step) = (start.to_f64(), limit.to_f64(), delta.to_f64());
        let count = ((to - from) / step).abs().ceil();
        if step == 0.0 || (to > from && step < 0.0) || (to < from && step > 0.0) || !count.is_finite() {
            return EvalError::invalid(format!("no range from {from} to {to} by {step}"));
        }
        let count = checked_count(&[count as usize], size_of::<T>())?;
        let steps = std::iter::successors(Some(start), |&last| Some(last.plus(delta)));
        Ok(Tensor::vector(steps.take(count).collect()))
    }
    let [start, limit, delta] = operands(inputs)?;
    let dtype = start.dtype().unwrap_or(DType::I32);
    if [limit, delta].iter().any(|other| other.dtype() != Some(dtype)) {
        return EvalError::invalid("bounds of a range have several types");
    }
    let result = match [widen(start)?, widen(limit)?, widen(delta)?] {
        [Tensor::I32(a), Tensor::I32(b), Tensor::I32(c)] => int_go(&a, &b, &c),
        [Tensor::I64(a), Tensor::I64(b), Tensor::I64(c)] => int_go(&a, &b, &c),
        [Tensor::F32(a), Tensor::F32(b), Tensor::F32(c)] => float_go(&a, &b, &c),
        [Tensor::F64(a), Tensor::F64(b), Tensor::F64(c)] => float_go(&a, &b, &c),
        _ => EvalError::unsupported("ranges of these element types"),
    };
    let result = cast_to(&result?, dtype);
    Ok(vec![result?])
}

/// `tf.LinSpace`
fn lin_space(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn go<T: Float>(start: &Array<T>, stop: &Array<T>, count: i64) -> Result<Tensor, EvalError> {
        let (Some(&[start]), Some(&[stop])) = (start.as_slice(), stop.as_slice()) else {
            return EvalError::invalid("bounds are not scalars");
        };
        let Some(count) = usize::try_from(count).ok().filter(|&n| n > 0) else {
            return EvalError::invalid(format!("a number of {count} points"));
        };
        checked_count(&[count], size_of::<T>())?;
        let steps = T::from_f64(count.saturating_sub(1).max(1) as f64);
        let step = stop.minus(start).over(steps).unwrap_or(T::ZERO);
        let mut points: Vec<T> = (0..count).map(|i| start.plus(step.times(T::from_f64(i as f64)))).collect();
        if count > 1 {
            points[count - 1] = stop;
        }
        Ok(Tensor::vector(points))
    }
    let [start, stop, count] = operands(inputs)?;
    let count = count.int()?;
    let points = dispatch2!(floats, &widen(start)?, &widen(stop)?, a, b => go(a, b, count))?;
    Ok(vec![cast_to(&points, start.dtype().unwrap_or(DType::F32))?])
}

/// The shape that two shapes broadcast to.
fn broadcast_args(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [a, b] = operands(inputs)?;
    let result = broadcast_shape(&[&sizes(&a.ints()?)?, &sizes(&b.ints()?)?])?;
    let dtype = a.dtype().unwrap_or(DType::I32);
    Ok(vec![int_tensor(&[result.len()], result.iter().map(|&n| n as i64).collect(), dtype)?])
}

fn one_hot(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn go<T: Elem>(
        on: &Array<T>,
        off: &Array<T>,
        indices: &[i64],
        split: [usize; 3],
    ) -> Result<Tensor, EvalError> {
        let (Some([on]), Some([off])) = (on.as_slice(), off.as_slice()) else {
            return EvalError::invalid("the values of a one-hot tensor are not scalars");
        };
        let [prefix, depth, suffix] = split;
        let mut out = vec![off.clone(); checked_count(&split, size_of::<T>())?];
        for i in 0..prefix {
            for j in 0..suffix {
                if let Some(k) = usize::try_from(indices[i * suffix + j]).ok().filter(|&k| k < depth) {
                    out[(i * depth + k) * suffix + j] = on.clone();
                }
            }
        }
        Tensor::new(&split, out)
    }
    let [indices, depth, on, off] = operands(inputs)?;
    let Ok(depth) = usize::try_from(depth.int()?) else { return EvalError::invalid("a negative depth") };
    let mut shape = indices.shape().to_vec();
    let at = match int_or(view, "axis", -1) {
        -1 => shape.len(),
        other => axis(other, shape.len() + 1)?,
    };
    let split = [shape[..at].iter().product(), depth, shape[at..].iter().product()];
    let ints = indices.ints()?;
    shape.insert(at, depth);
    let flat = dispatch2!(bits, on, off, a, b => go(a, b, &ints, split))?;
    Ok(vec![flat.reshaped(&shape)?])
}

/// `tf.Bucketize`: how many boundaries are at most as large as each element.
fn bucketize(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let Some(list) = view.attr("boundaries") else { return EvalError::invalid("no boundaries") };
    let boundaries: Option<Vec<f64>> = match view.ctx.attr_of(list) {
        core_ir::Attr::Array(items) => items.iter().map(|&item| view.ctx.attr_float(item)).collect(),
        core_ir::Attr::DenseArray { elem: core_ir::TypeId::F32, bytes } => {
            Some(bytes.as_chunks().0.iter().map(|&raw| f32::from_le_bytes(raw).into()).collect())
        }
        _ => None,
    };
    let Some(boundaries) = boundaries else { return EvalError::invalid("boundaries are not floats") };
    let buckets = dispatch!(numbers, &widen(x)?, array => crate::broadcast::map(array, |x| {
        let x = x.to_f64();
        boundaries.partition_point(|&bound| bound <= x) as i32
    }));
    Ok(vec![buckets?])
}

/// `tf.BroadcastGradientArgs`: the axes along which the gradients of two broadcast operands are summed.
fn broadcast_gradient_args(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [a, b] = operands(inputs)?;
    let (x, y) = (sizes(&a.ints()?)?, sizes(&b.ints()?)?);
    let out = broadcast_shape(&[&x, &y])?;
    let dtype = a.dtype().unwrap_or(DType::I32);
    let axes = |own: &[usize], other: &[usize]| {
        let dim = |shape: &[usize], i: usize| (i + shape.len()).checked_sub(out.len()).map(|i| shape[i]);
        let summed = |&i: &usize| {
            let (mine, theirs) = (dim(own, i), dim(other, i));
            // Where both are 1 nothing is broadcast, but summing one element does no harm and is what TensorFlow says.
            mine.unwrap_or(1) == 1 && (mine.is_none() || theirs != Some(1) || out[i] == 1)
        };
        let list: Vec<i64> = (0..out.len()).filter(summed).map(|i| i as i64).collect();
        int_tensor(&[list.len()], list, dtype)
    };
    if x == y {
        let none = int_tensor(&[0], Vec::new(), dtype)?;
        return Ok(vec![none.clone(), none]);
    }
    Ok(vec![axes(&x, &y)?, axes(&y, &x)?])
}

/// `tf.InvertPermutation`
fn invert_permutation(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let list = x.ints()?;
    let perm = list.iter().all(|&n| n >= 0).then(|| crate::strided::permutation(&list, list.len())).flatten();
    let Some(perm) = perm else { return EvalError::invalid("the operand is not a permutation") };
    let mut inverse = vec![0; perm.len()];
    for (i, &to) in perm.iter().enumerate() {
        inverse[to] = i as i64;
    }
    Ok(vec![int_tensor(&[inverse.len()], inverse, x.dtype().unwrap_or(DType::I32))?])
}

/// `tf.Empty` where zeros are asked for; otherwise its elements are anything.
fn empty(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [dims] = operands(inputs)?;
    if !view.flag("init") {
        return EvalError::unsupported("elements that are not set");
    }
    let zeros = Tensor::full(&sizes(&dims.ints()?)?, 0u8)?;
    Ok(vec![cast_to(&zeros, result_dtype(view, 0, DType::F32)?)?])
}

/// `tf.MatrixDiagV2` and its successor, of the main diagonal alone, in a square matrix: what [`matrix_diag`] makes, but for the padding.
fn matrix_diag_v3(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [diagonal, k, rows, columns, padding] = operands(inputs)?;
    let zero = dispatch!(bits, padding, array => Ok::<_, EvalError>(array.iter().all(|x| *x == Default::default())))?;
    if !zero || k.ints()?.iter().any(|&k| k != 0) || rows.int()? != -1 || columns.int()? != -1 {
        return EvalError::unsupported("diagonals other than the main one");
    }
    matrix_diag(view, std::slice::from_ref(diagonal))
}

/// Vectors as the diagonals of square matrices of zeros.
fn matrix_diag(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [diagonal] = operands(inputs)?;
    let Some(&n) = diagonal.shape().last() else { return EvalError::invalid("a scalar has no diagonal") };
    let mut shape = diagonal.shape().to_vec();
    shape.push(n);
    fn go<T: Elem>(diagonal: &Array<T>, shape: &[usize], n: usize) -> Result<Tensor, EvalError> {
        let mut out = vec![T::default(); checked_count(shape, size_of::<T>())?];
        for (i, elem) in diagonal.iter().enumerate() {
            out[i * n + i % n] = elem.clone();
        }
        Tensor::new(shape, out)
    }
    Ok(vec![dispatch!(bits, diagonal, array => go(array, &shape, n))?])
}

/// As `tf.MatrixSetDiag`, with the number of the diagonal.
fn matrix_set_diag_v2(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, diagonal, k] = operands(inputs)?;
    if k.ints()?.iter().any(|&k| k != 0) {
        return EvalError::unsupported("diagonals other than the main one");
    }
    matrix_set_diag(view, &[x.clone(), diagonal.clone()])
}

/// The elements of a constant.
fn constant(view: &OpView<'_>, _: &[Tensor]) -> Evaluated {
    match view.attr("value").map(|value| view.ctx.attr_of(value)) {
        Some(&core_ir::Attr::Elements(id)) => Ok(vec![Tensor::from_const(view.ctx, id)?]),
        _ => EvalError::unsupported("constants whose elements are not known"),
    }
}

fn matrix_set_diag(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, diagonal] = operands(inputs)?;
    let &[ref batch @ .., rows, columns] = x.shape() else { return EvalError::invalid("not a matrix") };
    let most = rows.min(columns);
    if diagonal.shape() != [batch, &[most]].concat() {
        return EvalError::invalid(format!("a diagonal of {:?} for {:?}", diagonal.shape(), x.shape()));
    }
    fn go<T: Elem>(x: &Array<T>, diagonal: &Array<T>, dims: [usize; 3]) -> Result<Tensor, EvalError> {
        let [rows, columns, most] = dims;
        let mut out = x.as_slice().unwrap_or(&[]).to_vec();
        for (i, elem) in diagonal.iter().enumerate() {
            out[i / most * rows * columns + i % most * (columns + 1)] = elem.clone();
        }
        Tensor::new(x.shape(), out)
    }
    Ok(vec![dispatch2!(bits, x, diagonal, a, b => go(a, b, [rows, columns, most]))?])
}

/// `tf.MatrixBandPart`
fn matrix_band_part(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, lower, upper] = operands(inputs)?;
    let &[.., rows, columns] = x.shape() else { return EvalError::invalid("not a matrix") };
    let (lower, upper) = (lower.int()?, upper.int()?);
    fn go<T: Elem>(
        x: &Array<T>,
        rows: usize,
        columns: usize,
        lower: i64,
        upper: i64,
    ) -> Result<Tensor, EvalError> {
        let inside = |at: usize| {
            let (i, j) = ((at / columns % rows) as i64, (at % columns) as i64);
            (lower < 0 || i - j <= lower) && (upper < 0 || j - i <= upper)
        };
        let elems = x.iter().enumerate();
        let kept = elems.map(|(at, elem)| if inside(at) { elem.clone() } else { T::default() });
        Tensor::new(x.shape(), kept.collect())
    }
    Ok(vec![dispatch!(bits, x, array => go(array, rows, columns, lower, upper))?])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.BroadcastArgs", "tfl.broadcast_args", broadcast_args),
    row("tf.BroadcastGradientArgs", "", broadcast_gradient_args),
    row("tf.Bucketize", "tfl.bucketize", bucketize),
    row("tf.Const", "tfl.pseudo_const", constant),
    row("tf.Empty", "", empty),
    row("tf.Fill", "tfl.fill", fill).moving(Moves::Operand(1)),
    row("tf.InvertPermutation", "", invert_permutation),
    row("tf.LinSpace", "", lin_space),
    row("tf.MatrixBandPart", "", matrix_band_part).filling(Moves::Operand(0)),
    row("tf.MatrixDiag", "tfl.matrix_diag", matrix_diag).filling(Moves::Operand(0)),
    row("tf.MatrixDiagV2", "", matrix_diag_v3).filling(Moves::Operands(0, 4)),
    row("tf.MatrixDiagV3", "", matrix_diag_v3).filling(Moves::Operands(0, 4)),
    row("tf.MatrixSetDiag", "tfl.matrix_set_diag", matrix_set_diag).moving(Moves::Operands(0, 1)),
    row("tf.MatrixSetDiagV2", "", matrix_set_diag_v2).moving(Moves::Operands(0, 1)),
    row("tf.MatrixSetDiagV3", "", matrix_set_diag_v2).moving(Moves::Operands(0, 1)),
    row("tf.OneHot", "tfl.one_hot", one_hot).moving(Moves::Operands(2, 3)),
    row("tf.OnesLike", "", ones_like),
    row("tf.Range", "tfl.range", range),
    row("tf.Rank", "tfl.rank", rank),
    row("tf.Shape", "tfl.shape", shape),
    row("tf.ShapeN", "", shape_n),
    row("tf.Size", "", size),
    row("tf.ZerosLike", "tfl.zeros_like", zeros_like),
];
