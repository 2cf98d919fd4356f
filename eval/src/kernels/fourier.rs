//! Fourier transforms, by their definition.

use core_ir::OpView;

use super::params::{operands, sizes};
use super::{Entry, row};
use crate::elem::C64;
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Tensor, checked_count};

/// The transform of the two innermost dimensions of real numbers, cut or filled with zeros to the asked lengths; of the
/// last one the half that the other half follows from.
fn rfft2d(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, lengths] = operands(inputs)?;
    let (&[ref outer @ .., rows, columns], &[height, width]) =
        (x.shape(), sizes(&lengths.ints()?)?.as_slice())
    else {
        return EvalError::invalid("a transform of two dimensions without them");
    };
    let Some(elems) = x.elems::<f32>() else {
        return EvalError::unsupported("transforms of this element type");
    };
    if height == 0 || width == 0 {
        return EvalError::invalid("a transform of no numbers");
    }
    let shape = [outer, &[height, width / 2 + 1]].concat();
    let mut out = Vec::with_capacity(checked_count(&shape, size_of::<C64>())?);
    for image in elems.chunks((rows * columns).max(1)) {
        for u in 0..height {
            for v in 0..width / 2 + 1 {
                let (mut re, mut im) = (0.0f64, 0.0f64);
                for i in 0..rows.min(height) {
                    for j in 0..columns.min(width) {
                        let turns = (u * i) as f64 / height as f64 + (v * j) as f64 / width as f64;
                        let (sin, cos) = (-std::f64::consts::TAU * turns).sin_cos();
                        let elem = f64::from(image[i * columns + j]);
                        re += elem * cos;
                        im += elem * sin;
                    }
                }
                out.push(C64 { re: re as f32, im: im as f32 });
            }
        }
    }
    Ok(vec![Tensor::new(&shape, out)?])
}

pub(super) const TABLE: &[Entry] = &[row("tf.RFFT2D", "tfl.rfft2d", rfft2d)];
