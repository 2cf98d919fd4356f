//! Matrix products.

use core_ir::OpView;
use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2};

use super::cast::cast_to;
use super::params::{operands, optional};
use super::reshape::read;
use super::{Entry, row};
use crate::broadcast::{broadcast_shape, zip};
use crate::elem::Ring;
use crate::error::{EvalError, Evaluated};
use crate::strided::{Strided, advance, row_major};
use crate::tensor::{Array, DType, Tensor, checked_count, dispatch2, fixed_usize_shape};

/// Numbers with a matrix product.
pub(super) trait Gemm: Ring {
    /// Adds to `out` `[m, n]` the product of `a` `[m, k]` and `b` `[k, n]`, row-major all.
    fn gemm(a: &[Self], b: &[Self], out: &mut [Self], m: usize, k: usize, n: usize) {
        for i in 0..m {
            let to = &mut out[i * n..][..n];
            for (p, &x) in a[i * k..][..k].iter().enumerate() {
                to.iter_mut().zip(&b[p * n..][..n]).for_each(|(to, &y)| *to = to.plus(x.times(y)));
            }
        }
    }
}

macro_rules! gemm {
    (blas $($ty:ty)*) => {$(
        impl Gemm for $ty {
            fn gemm(a: &[Self], b: &[Self], out: &mut [Self], m: usize, k: usize, n: usize) {
                let views = (
                    ArrayView2::from_shape((m, k), a),
                    ArrayView2::from_shape((k, n), b),
                    ArrayViewMut2::from_shape((m, n), out),
                );
                if let (Ok(a), Ok(b), Ok(mut out)) = views {
                    general_mat_mul(1.0, &a, &b, 1.0, &mut out);
                }
            }
        }
    )*};
    (plain $($ty:ty)*) => { $(impl Gemm for $ty {})* };
}

gemm!(blas f32 f64);
gemm!(plain i32 i64 u64 crate::elem::C64);

/// A tensor with its last two dimensions swapped.
fn swapped(x: &Tensor) -> Result<Tensor, EvalError> {
    let rank = x.shape().len();
    let mut perm: Vec<usize> = (0..rank).collect();
    perm.swap(rank - 2, rank - 1);
    let way = Strided::whole(x.shape()).permuted(&perm);
    read(x, &way, &way.shape())
}

/// The product of matrices in the last two dimensions, the others broadcast.
fn product(x: &Tensor, y: &Tensor, swap_x: bool, swap_y: bool) -> Result<Tensor, EvalError> {
    if x.shape().len() < 2 || y.shape().len() < 2 {
        return EvalError::invalid("an operand of a matrix product is no matrix");
    }
    let x = if swap_x { swapped(x)? } else { x.clone() };
    let y = if swap_y { swapped(y)? } else { y.clone() };
    let (&[ref over_x @ .., m, k], &[ref over_y @ .., k2, n]) = (x.shape(), y.shape()) else {
        return EvalError::invalid("an operand of a matrix product is no matrix");
    };
    if k != k2 {
        return EvalError::invalid(format!("a product of {:?} and {:?}", x.shape(), y.shape()));
    }
    let batch = broadcast_shape(&[over_x, over_y])?;
    let shape = [&batch[..], &[m, n]].concat();
    dispatch2!(rings, &x, &y, a, b => multiply(a, b, &batch, &shape, [m, k, n]))
}

fn multiply<T: Gemm>(
    a: &Array<T>,
    b: &Array<T>,
    batch: &[usize],
    shape: &[usize],
    [m, k, n]: [usize; 3],
) -> Result<Tensor, EvalError> {
    let mut out = vec![T::ZERO; checked_count(shape, size_of::<T>())?];
    if out.is_empty() {
        return Tensor::new(shape, out);
    }
    let steps = |own: &[usize], size: usize| -> Vec<(usize, isize)> {
        let (missing, strides) = (batch.len() - own.len(), row_major(own));
        let step = |i: usize| match i.checked_sub(missing) {
            Some(at) if own[at] > 1 => strides[at] * size as isize,
            _ => 0,
        };
        batch.iter().enumerate().map(|(i, &count)| (count, step(i))).collect()
    };
    let (x_dims, y_dims) =
        (steps(&a.shape()[..a.ndim() - 2], m * k), steps(&b.shape()[..b.ndim() - 2], k * n));
    let (mut x_index, mut y_index) = (vec![0; batch.len()], vec![0; batch.len()]);
    let (mut x_at, mut y_at) = (0, 0);
    let (x, y) = (a.as_slice().unwrap_or(&[]), b.as_slice().unwrap_or(&[]));
    for to in out.chunks_exact_mut(m * n) {
        T::gemm(&x[x_at as usize..][..m * k], &y[y_at as usize..][..k * n], to, m, k, n);
        advance(&x_dims, &mut x_index, &mut x_at);
        advance(&y_dims, &mut y_index, &mut y_at);
    }
    Tensor::new(shape, out)
}

fn mat_mul(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, y] = operands(inputs)?;
    if x.shape().len() != 2 || y.shape().len() != 2 {
        return EvalError::invalid("an operand of a matrix product is no matrix");
    }
    Ok(vec![product(x, y, view.flag("transpose_a"), view.flag("transpose_b"))?])
}

fn batch_mat_mul(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, y] = operands(inputs)?;
    if matches!(x, Tensor::C64(_)) && (view.flag("adj_x") || view.flag("adj_y")) {
        return EvalError::unsupported("adjoints of complex matrices");
    }
    Ok(vec![product(x, y, view.flag("adj_x"), view.flag("adj_y"))?])
}

/// `tfl.fully_connected`: rows of the input by rows of the weights.
fn fully_connected(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, weights] = operands(inputs)?;
    if view.word("weights_format").is_some_and(|format| format != "DEFAULT") {
        return EvalError::unsupported("shuffled weights");
    }
    let &[units, depth] = weights.shape() else { return EvalError::invalid("weights are no matrix") };
    if depth == 0 || !x.count().is_multiple_of(depth) {
        return EvalError::invalid(format!("{:?} by weights of {:?}", x.shape(), weights.shape()));
    }
    // Weights may be stored narrower than they are computed with.
    let weights = match (x.dtype(), weights.dtype()) {
        (Some(DType::F32), Some(DType::F16)) => cast_to(weights, DType::F32)?,
        _ => weights.clone(),
    };
    let bias = optional(inputs, 2);
    if let Some(bias) = bias.filter(|bias| bias.count() != units) {
        return EvalError::invalid(format!("a bias of {} for {units} units", bias.count()));
    }
    let shape = [x.count() / depth, units];
    let result = match (x, &weights, bias) {
        (Tensor::F32(x), Tensor::F32(w), None) => Tensor::new(&shape, layer(x, w, None, depth))?,
        (Tensor::F32(x), Tensor::F32(w), Some(Tensor::F32(b))) => {
            Tensor::new(&shape, layer(x, w, b.as_slice(), depth))?
        }
        _ => {
            let flat = x.reshaped(&[x.count() / depth, depth])?;
            let result = product(&flat, &weights, false, true)?;
            match bias {
                Some(bias) => add_bias(&result, &bias.reshaped(&[units])?)?,
                None => result,
            }
        }
    };
    // The result may be declared without the dimension of one row.
    let declared = view.results.first().and_then(|&ty| fixed_usize_shape(view.ctx, ty));
    let shape = match x.shape().split_last() {
        _ if !view.flag("keep_num_dims") => {
            declared.filter(|to| to.iter().product::<usize>() == result.count())
        }
        None => return EvalError::invalid("a scalar input"),
        Some((&last, _)) if last != depth => {
            return EvalError::invalid(format!("{last} inputs by {depth} weights"));
        }
        Some((_, outer)) => Some([outer, &[units]].concat()),
    };
    Ok(vec![match shape {
        Some(shape) => result.reshaped(&shape)?,
        None => result,
    }])
}

/// Rows of `x` by rows of `w`, both `depth` long. Products are summed up with Neumaier's compensation, as LiteRT folds
/// them: what is lost to a large intermediate sum comes back.
fn layer(x: &Array<f32>, w: &Array<f32>, bias: Option<&[f32]>, depth: usize) -> Vec<f32> {
    let (x, w) = (x.as_slice().unwrap_or(&[]), w.as_slice().unwrap_or(&[]));
    let row = |x: &[f32], (unit, w): (usize, &[f32])| {
        let (mut sum, mut lost) = (bias.map_or(0.0, |bias| bias[unit]), 0.0f32);
        for (x, w) in x.iter().zip(w) {
            let term = x * w;
            let next = sum + term;
            lost += if sum.abs() >= term.abs() { (sum - next) + term } else { (term - next) + sum };
            sum = next;
        }
        // What is lost to an infinite sum is not known.
        if sum.is_finite() { sum + lost } else { sum }
    };
    x.chunks_exact(depth).flat_map(|x| w.chunks_exact(depth).enumerate().map(move |w| row(x, w))).collect()
}

/// Adds a vector along the last dimension.
pub(super) fn add_bias(x: &Tensor, bias: &Tensor) -> Result<Tensor, EvalError> {
    if bias.shape().len() != 1 || x.shape().last() != bias.shape().first() {
        return EvalError::invalid(format!("a bias of {:?} for {:?}", bias.shape(), x.shape()));
    }
    dispatch2!(rings, x, bias, a, b => zip(a, b, |x, y| x.plus(*y)))
}

/// The labels of one operand or of the result; the dimensions of an ellipsis get labels of their own.
fn subscripts(text: &str, rank: Option<usize>, ellipsis: usize) -> Option<Vec<char>> {
    // Private use characters stand for the dimensions of an ellipsis, aligned at the end.
    let filler =
        |count: usize| (0..count).map(move |i| char::from_u32(0xE000 + (ellipsis - count + i) as u32));
    let mut list = Vec::new();
    let letters = text.replace("...", ".");
    for c in letters.chars() {
        match c {
            '.' => {
                let count = match rank {
                    Some(rank) => rank.checked_sub(letters.chars().count() - 1)?,
                    None => ellipsis,
                };
                list.extend(filler(count).collect::<Option<Vec<char>>>()?);
            }
            c if c.is_ascii_alphabetic() => list.push(c),
            _ => return None,
        }
    }
    Some(list)
}

/// `tf.Einsum` of one or two operands without repeated labels, as one batched matrix product.
fn einsum(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let fail = |what: &str| EvalError::unsupported(format!("an einsum with {what}"));
    let equation = view.word("equation").unwrap_or_default().replace(' ', "");
    let Some((left, right)) = equation.split_once("->") else { return fail("no result labels") };
    let texts: Vec<&str> = left.split(',').collect();
    if texts.len() != inputs.len() || inputs.is_empty() || inputs.len() > 2 {
        return fail("other than one or two operands");
    }
    let spread = |(text, x): (&&str, &Tensor)| match text.contains("...") {
        true => x.shape().len().saturating_sub(text.replace("...", "").len()),
        false => 0,
    };
    let ellipsis = texts.iter().zip(inputs).map(spread).max().unwrap_or(0);
    let mut labels = Vec::new();
    for (text, x) in texts.iter().zip(inputs) {
        match subscripts(text, Some(x.shape().len()), ellipsis).filter(|list| list.len() == x.shape().len()) {
            Some(list) => labels.push(list),
            None => return EvalError::invalid(format!("{:?} does not fit {text:?}", x.shape())),
        }
    }
    let Some(result) = subscripts(right, None, ellipsis) else { return fail("these result labels") };
    let repeats = |list: &[char]| (1..list.len()).any(|i| list[..i].contains(&list[i]));
    if labels.iter().any(|list| repeats(list)) || repeats(&result) {
        return fail("a repeated label");
    }
    let other = inputs.get(1).cloned().zip(labels.get(1).cloned());
    Ok(vec![contract((inputs[0].clone(), &labels[0]), other, &result)?])
}

/// Brings the operands of an einsum into the form of a matrix product and the product into the form of the result.
fn contract(
    (x, x_labels): (Tensor, &[char]),
    other: Option<(Tensor, Vec<char>)>,
    result: &[char],
) -> Result<Tensor, EvalError> {
    let (y, y_labels) = match other {
        Some(pair) => pair,
        // A single operand is multiplied by one.
        None => {
            let dtype = x.dtype().unwrap_or(DType::F32);
            (cast_to(&Tensor::scalar(1u8), dtype)?, Vec::new())
        }
    };
    let size_in = |labels: &[char], tensor: &Tensor, c: char| {
        labels.iter().position(|&l| l == c).map(|i| tensor.shape()[i])
    };
    let in_x = |c: char| size_in(x_labels, &x, c);
    let in_y = |c: char| size_in(&y_labels, &y, c);
    let mut all: Vec<char> = result.to_vec();
    for &c in x_labels.iter().chain(&y_labels) {
        if !all.contains(&c) {
            all.push(c);
        }
    }
    let (mut batch, mut rows, mut columns, mut summed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for &c in &all {
        match (in_x(c), in_y(c)) {
            (None, None) => return EvalError::invalid(format!("label {c} is nowhere")),
            (Some(a), Some(b)) if a != b && a != 1 && b != 1 => {
                return EvalError::invalid(format!("label {c} is {a} and {b}"));
            }
            (Some(_), Some(_)) if result.contains(&c) => batch.push(c),
            (Some(_), None) if result.contains(&c) => rows.push(c),
            (None, Some(_)) if result.contains(&c) => columns.push(c),
            _ => summed.push(c),
        }
    }
    let size = |c: char| in_x(c).unwrap_or(1).max(in_y(c).unwrap_or(1));
    // A label that one operand lacks or has as 1 is read again and again.
    let arranged = |tensor: &Tensor, labels: &[char], order: [&[char]; 3]| -> Result<Tensor, EvalError> {
        let strides = row_major(tensor.shape());
        let dim = |&c: &char| match labels.iter().position(|&l| l == c) {
            Some(i) if tensor.shape()[i] != 1 => (tensor.shape()[i], strides[i]),
            _ => (size(c), 0),
        };
        let way = Strided { offset: 0, dims: order.concat().iter().map(dim).collect() };
        checked_count(&way.shape(), 8)?;
        let shape: Vec<usize> = order.iter().map(|group| group.iter().map(|&c| size(c)).product()).collect();
        read(tensor, &way, &shape)
    };
    let left = arranged(&x, x_labels, [&batch, &rows, &summed])?;
    let right = arranged(&y, &y_labels, [&batch, &summed, &columns])?;
    let flat = product(&left, &right, false, false)?;
    let made: Vec<char> = [&batch[..], &rows, &columns].concat();
    let shape: Vec<usize> = made.iter().map(|&c| size(c)).collect();
    let flat = flat.reshaped(&shape)?;
    let perm: Vec<usize> = result.iter().filter_map(|c| made.iter().position(|m| m == c)).collect();
    let way = Strided::whole(&shape).permuted(&perm);
    read(&flat, &way, &way.shape())
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.BatchMatMul", "", batch_mat_mul),
    row("tf.BatchMatMulV2", "tfl.batch_matmul", batch_mat_mul),
    row("tf.BatchMatMulV3", "", batch_mat_mul),
    row("tf.Einsum", "", einsum),
    row("tf.MatMul", "", mat_mul),
    row("", "tfl.fully_connected", fully_connected),
];
