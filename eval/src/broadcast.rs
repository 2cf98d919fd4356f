//! Elementwise application with broadcasting as numpy has it, over contiguous rows.

use ndarray::IxDyn;

use crate::elem::Elem;
use crate::error::EvalError;
use crate::tensor::{Array, Tensor, checked_count};

/// The shape that operands of these shapes broadcast to.
pub(crate) fn broadcast_shape(shapes: &[&[usize]]) -> Result<Vec<usize>, EvalError> {
    let rank = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let mut out = vec![1; rank];
    for shape in shapes {
        for (dim, &n) in out[rank - shape.len()..].iter_mut().zip(*shape) {
            match (*dim, n) {
                (have, n) if have == n => {}
                (1, n) => *dim = n,
                (_, 1) => {}
                _ => return EvalError::invalid(format!("shapes {shapes:?} do not broadcast")),
            }
        }
    }
    Ok(out)
}

/// The strides of a row-major operand of `shape` under result shape `out`: 0 along broadcast dimensions.
fn strides_under(shape: &[usize], out: &[usize]) -> Vec<usize> {
    let mut strides = vec![0; out.len()];
    let mut stride = 1;
    for (i, &n) in shape.iter().enumerate().rev() {
        let at = out.len() - shape.len() + i;
        strides[at] = if n == 1 { 0 } else { stride };
        stride *= n;
    }
    strides
}

/// How the rows of a broadcast result correspond to rows of the operands, with as few dimensions as possible.
struct Rows<const N: usize> {
    /// The dimensions outside a row and each operand's strides.
    outer: Vec<(usize, [usize; N])>,
    /// The length of a row.
    len: usize,
    /// For each operand, whether it has one element in a row (0) or as many as the row (1).
    step: [usize; N],
}

impl<const N: usize> Rows<N> {
    fn new(shapes: [&[usize]; N], out: &[usize]) -> Self {
        let strides = shapes.map(|shape| strides_under(shape, out));
        let mut dims: Vec<(usize, [usize; N])> = Vec::new();
        for (i, &n) in out.iter().enumerate().filter(|&(_, &n)| n != 1) {
            let here: [usize; N] = std::array::from_fn(|k| strides[k][i]);
            // An outer dimension whose step is a whole inner dimension of every operand merges with it.
            match dims.last_mut() {
                Some((len, outer)) if (0..N).all(|k| outer[k] == here[k] * n) => {
                    *len *= n;
                    *outer = here;
                }
                _ => dims.push((n, here)),
            }
        }
        let (len, step) = dims.pop().unwrap_or((1, [0; N]));
        Rows { outer: dims, len, step }
    }

    /// Gives the offset of each operand's part of each row, in the order of the result.
    fn for_each(&self, mut row: impl FnMut([usize; N])) {
        if self.len == 0 || self.outer.iter().any(|dim| dim.0 == 0) {
            return;
        }
        let mut index = vec![0; self.outer.len()];
        let mut offsets = [0; N];
        loop {
            row(offsets);
            let mut axis = self.outer.len();
            loop {
                if axis == 0 {
                    return;
                }
                axis -= 1;
                let (n, strides) = &self.outer[axis];
                index[axis] += 1;
                for k in 0..N {
                    offsets[k] += strides[k];
                }
                if index[axis] < *n {
                    break;
                }
                index[axis] = 0;
                for k in 0..N {
                    offsets[k] -= strides[k] * n;
                }
            }
        }
    }
}

fn slice<T: Elem>(array: &Array<T>) -> &[T] {
    array.as_slice().unwrap_or(&[])
}

/// `f` of each element.
pub(crate) fn map<A: Elem, R: Elem>(a: &Array<A>, f: impl Fn(&A) -> R) -> Result<Tensor, EvalError> {
    checked_count(a.shape(), size_of::<R>())?;
    Tensor::new(a.shape(), slice(a).iter().map(f).collect())
}

/// `f` of corresponding elements.
pub(crate) fn zip<A: Elem, B: Elem, R: Elem>(
    a: &Array<A>,
    b: &Array<B>,
    f: impl Fn(&A, &B) -> R,
) -> Result<Tensor, EvalError> {
    let shape = broadcast_shape(&[a.shape(), b.shape()])?;
    let mut out = Vec::with_capacity(checked_count(&shape, size_of::<R>())?);
    let rows = Rows::new([a.shape(), b.shape()], &shape);
    let (x, y) = (slice(a), slice(b));
    rows.for_each(|[i, j]| match rows.step {
        [1, 1] => out.extend(x[i..i + rows.len].iter().zip(&y[j..j + rows.len]).map(|(x, y)| f(x, y))),
        [p, q] => out.extend((0..rows.len).map(|n| f(&x[i + n * p], &y[j + n * q]))),
    });
    Tensor::new(&shape, out)
}

/// As [`zip`], for a function that has no value for some elements.
pub(crate) fn try_zip<A: Elem, B: Elem, R: Elem>(
    a: &Array<A>,
    b: &Array<B>,
    why: &str,
    f: impl Fn(&A, &B) -> Option<R>,
) -> Result<Tensor, EvalError> {
    let failed = std::cell::Cell::new(false);
    let result = zip(a, b, |x, y| {
        f(x, y).unwrap_or_else(|| {
            failed.set(true);
            R::default()
        })
    })?;
    if failed.get() { EvalError::invalid(why) } else { Ok(result) }
}

/// `f` of corresponding elements of three operands.
pub(crate) fn zip3<A: Elem, B: Elem, C: Elem, R: Elem>(
    a: &Array<A>,
    b: &Array<B>,
    c: &Array<C>,
    f: impl Fn(&A, &B, &C) -> R,
) -> Result<Tensor, EvalError> {
    let shapes = [a.shape(), b.shape(), c.shape()];
    let shape = broadcast_shape(&shapes)?;
    let mut out = Vec::with_capacity(checked_count(&shape, size_of::<R>())?);
    let rows = Rows::new(shapes, &shape);
    let (x, y, z) = (slice(a), slice(b), slice(c));
    let [p, q, r] = rows.step;
    rows.for_each(|[i, j, k]| {
        out.extend((0..rows.len).map(|n| f(&x[i + n * p], &y[j + n * q], &z[k + n * r])));
    });
    Tensor::new(&shape, out)
}

/// `array` repeated to `shape`.
pub(crate) fn broadcast_to<T: Elem>(array: &Array<T>, shape: &[usize]) -> Result<Tensor, EvalError> {
    checked_count(shape, size_of::<T>())?;
    match array.broadcast(IxDyn(shape)) {
        Some(view) => Ok(Tensor::from_array(view)),
        None => EvalError::invalid(format!("shape {:?} does not broadcast to {shape:?}", array.shape())),
    }
}
