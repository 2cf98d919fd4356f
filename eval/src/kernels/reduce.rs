//! Kernels that make one element of many.

use core_ir::OpView;

use super::params::{axes, axis, int_tensor, operands, result_dtype};
use super::reshape::read;
use super::{Entry, row};
use crate::elem::{C64, Elem, Number, Ring};
use crate::error::{EvalError, Evaluated};
use crate::strided::Strided;
use crate::tensor::{Array, DType, Tensor, checked_count, dispatch};
use crate::widen::widen;

/// An operand whose reduced dimensions come last, and how its rows become a result.
struct Rows {
    operand: Tensor,
    len: usize,
    shape: Vec<usize>,
}

impl Rows {
    /// `tensor` with the dimensions `reduced` brought to the end; they stay as 1 in the result shape with `keep`.
    fn new(tensor: &Tensor, reduced: &[usize], keep: bool) -> Result<Rows, EvalError> {
        let from = tensor.shape();
        let is_kept = |i: &usize| !reduced.contains(i);
        let perm: Vec<usize> = (0..from.len()).filter(is_kept).chain(reduced.iter().copied()).collect();
        let way = Strided::whole(from).permuted(&perm);
        let operand = if way.is_contiguous() { tensor.clone() } else { read(tensor, &way, &way.shape())? };
        let shape = match keep {
            true => (0..from.len()).map(|i| if is_kept(&i) { from[i] } else { 1 }).collect(),
            false => (0..from.len()).filter(is_kept).map(|i| from[i]).collect(),
        };
        Ok(Rows { operand, len: reduced.iter().map(|&i| from[i]).product(), shape })
    }

    fn fold<T: Elem, R: Elem>(&self, array: &Array<T>, f: impl Fn(&[T]) -> R) -> Result<Tensor, EvalError> {
        let count = checked_count(&self.shape, size_of::<R>())?;
        let elems = array.as_slice().unwrap_or(&[]);
        let rows = (0..count).map(|i| f(&elems[i * self.len..(i + 1) * self.len]));
        Tensor::new(&self.shape, rows.collect())
    }
}

fn rows(view: &OpView<'_>, inputs: &[Tensor]) -> Result<Rows, EvalError> {
    let [x, list] = operands(inputs)?;
    let keep = view.flag("keep_dims") || view.flag("keepdims");
    Rows::new(x, &axes(&list.ints()?, x.shape().len())?, keep)
}

/// The sum of a row. Floats are summed in `f64`, which is nearer to the truth than any order of `f32` sums.
trait Sums: Ring {
    fn sum(row: &[Self]) -> Self;
    fn mean(row: &[Self]) -> Option<Self>;
}

macro_rules! sums {
    (float $($ty:ty)*) => {$(
        impl Sums for $ty {
            fn sum(row: &[Self]) -> Self {
                Self::from_f64(row.iter().map(|x| x.to_f64()).sum())
            }
            fn mean(row: &[Self]) -> Option<Self> {
                Some(Self::from_f64(row.iter().map(|x| x.to_f64()).sum::<f64>() / row.len() as f64))
            }
        }
    )*};
    (int $($ty:ty)*) => {$(
        impl Sums for $ty {
            fn sum(row: &[Self]) -> Self {
                row.iter().fold(0, |sum, &x| sum.plus(x))
            }
            fn mean(row: &[Self]) -> Option<Self> {
                Self::sum(row).over(row.len() as Self)
            }
        }
    )*};
}

sums!(float f32 f64);
sums!(int i32 i64 u64);

impl Sums for C64 {
    fn sum(row: &[Self]) -> Self {
        row.iter().fold(C64::ZERO, |sum, &x| sum.plus(x))
    }

    fn mean(row: &[Self]) -> Option<Self> {
        let (sum, count) = (Self::sum(row), row.len() as f32);
        Some(C64 { re: sum.re / count, im: sum.im / count })
    }
}

fn sum(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let rows = rows(view, inputs)?;
    Ok(vec![dispatch!(rings, &rows.operand, array => rows.fold(array, Sums::sum))?])
}

fn mean(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let rows = rows(view, inputs)?;
    let is_float = matches!(rows.operand, Tensor::F32(_) | Tensor::F64(_));
    if rows.len == 0 && !is_float {
        return EvalError::invalid("the mean of no integers");
    }
    Ok(vec![
        dispatch!(rings, &rows.operand, array => rows.fold(array, |row| Sums::mean(row).unwrap_or(Ring::ZERO)))?,
    ])
}

fn prod(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let rows = rows(view, inputs)?;
    Ok(vec![dispatch!(rings, &rows.operand, array => {
        rows.fold(array, |row| row.iter().fold(Ring::ONE, |product, x| x.times(product)))
    })?])
}

fn greatest<T: Number>(row: &[T]) -> T {
    row.iter().fold(T::LEAST, |best, &x| if x > best || Number::is_nan(x) { x } else { best })
}

fn least<T: Number>(row: &[T]) -> T {
    row.iter().fold(T::GREATEST, |best, &x| if x < best || Number::is_nan(x) { x } else { best })
}

fn max(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let rows = rows(view, inputs)?;
    Ok(vec![dispatch!(numbers, &rows.operand, array => rows.fold(array, greatest))?])
}

fn min(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let rows = rows(view, inputs)?;
    Ok(vec![dispatch!(numbers, &rows.operand, array => rows.fold(array, least))?])
}

fn euclidean_norm(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let rows = rows(view, inputs)?;
    fn norm<T: Number>(row: &[T]) -> T {
        T::from_f64(row.iter().map(|x| x.to_f64().powi(2)).sum::<f64>().sqrt())
    }
    Ok(vec![dispatch!(floats, &rows.operand, array => rows.fold(array, norm))?])
}

fn bools(view: &OpView<'_>, inputs: &[Tensor], f: fn(&[bool]) -> bool) -> Evaluated {
    let rows = rows(view, inputs)?;
    match &rows.operand {
        Tensor::Bool(array) => Ok(vec![rows.fold(array, f)?]),
        _ => EvalError::invalid("a logical reduction of elements that are not bools"),
    }
}

fn all(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    bools(view, inputs, |row| row.iter().all(|&x| x))
}

fn any(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    bools(view, inputs, |row| row.iter().any(|&x| x))
}

/// The index of the first element that `better` puts before all others.
fn best<T: Copy>(row: &[T], better: impl Fn(T, T) -> bool) -> i64 {
    let mut at = 0;
    for i in 1..row.len() {
        if better(row[i], row[at]) {
            at = i;
        }
    }
    at as i64
}

fn arg(view: &OpView<'_>, inputs: &[Tensor], greatest: bool) -> Evaluated {
    let [x, dim] = operands(inputs)?;
    let x = &widen(x)?;
    let rows = Rows::new(x, &[axis(dim.int()?, x.shape().len())?], false)?;
    if rows.len == 0 {
        return EvalError::invalid("the best of no elements");
    }
    let found = match &rows.operand {
        Tensor::Bool(array) => rows.fold(array, |row| best(row, |a, b| (a != b) && (a == greatest))),
        other => dispatch!(numbers, other, array => {
            rows.fold(array, |row| best(row, |a, b| if greatest { a > b } else { a < b }))
        }),
    }?;
    let indices = found.ints()?;
    Ok(vec![int_tensor(found.shape(), indices, result_dtype(view, 0, DType::I64)?)?])
}

fn arg_max(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    arg(view, inputs, true)
}

fn arg_min(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    arg(view, inputs, false)
}

/// `tf.L2Loss`: half the sum of squares.
fn l2_loss(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    fn half_squares<T: Number>(array: &Array<T>) -> Tensor {
        Tensor::scalar(T::from_f64(array.iter().map(|x| x.to_f64().powi(2)).sum::<f64>() / 2.0))
    }
    Ok(vec![dispatch!(floats, x, array => Ok::<_, EvalError>(half_squares(array)))?])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.All", "tfl.reduce_all", all),
    row("tf.Any", "tfl.reduce_any", any),
    row("tf.ArgMax", "tfl.arg_max", arg_max).exact(),
    row("tf.ArgMin", "tfl.arg_min", arg_min).exact(),
    row("tf.EuclideanNorm", "", euclidean_norm),
    row("tf.L2Loss", "", l2_loss),
    row("tf.Max", "tfl.reduce_max", max),
    row("tf.Mean", "tfl.mean", mean),
    row("tf.Min", "tfl.reduce_min", min),
    row("tf.Prod", "tfl.reduce_prod", prod),
    row("tf.Sum", "tfl.sum", sum),
];
