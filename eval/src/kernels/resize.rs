//! Resizing of images.

use core_ir::OpView;

use super::cast::cast_to;
use super::params::{operands, sizes};
use super::{Entry, Moves, row};
use crate::elem::Elem;
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Array, DType, Tensor, checked_count, dispatch};

/// How places in the result correspond to places in the operand.
#[derive(Clone, Copy)]
struct Mapping {
    scale: f32,
    half_pixel: bool,
}

impl Mapping {
    fn new(view: &OpView<'_>, from: usize, to: usize) -> Result<Self, EvalError> {
        let (align, half_pixel) = (view.flag("align_corners"), view.flag("half_pixel_centers"));
        if align && half_pixel {
            return EvalError::invalid("corners are aligned and pixels have centers");
        }
        let scale = match align && to > 1 {
            true => (from as f32 - 1.0) / (to as f32 - 1.0),
            false => from as f32 / to as f32,
        };
        Ok(Self { scale, half_pixel })
    }

    /// The place that result place `i` is computed from.
    fn place(self, i: usize) -> f32 {
        if self.half_pixel { (i as f32 + 0.5) * self.scale - 0.5 } else { i as f32 * self.scale }
    }
}

/// Batch, height, width and depth, and the new height and width.
fn sizes_of(x: &Tensor, size: &Tensor) -> Result<([usize; 4], [usize; 2]), EvalError> {
    let size = sizes(&size.ints()?)?;
    match (x.shape(), size.as_slice()) {
        (&[batch, height, width, depth], &[high, wide])
            if height > 0 && width > 0 && high > 0 && wide > 0 =>
        {
            checked_count(&[batch, high, wide, depth], 8)?;
            Ok(([batch, height, width, depth], [high, wide]))
        }
        (shape, size) => EvalError::invalid(format!("an image of {shape:?} resized to {size:?}")),
    }
}

/// For each result place, the two operand places it lies between and how far it is from the first.
fn weights(mapping: Mapping, from: usize, to: usize) -> Vec<(usize, usize, f32)> {
    let last = from - 1;
    let weight = |i: usize| {
        let place = mapping.place(i);
        let low = place.floor();
        let at = |x: f32| (x.max(0.0) as usize).min(last);
        (at(low), at(place.ceil()), place - low)
    };
    (0..to).map(weight).collect()
}

/// `tf.ResizeBilinear` and `tfl.resize_bilinear`: the result is `f32`, whatever the numbers are.
fn bilinear(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, size] = operands(inputs)?;
    let ([batch, height, width, depth], [high, wide]) = sizes_of(x, size)?;
    let Tensor::F32(image) = cast_to(x, DType::F32)? else { return EvalError::invalid("no image") };
    let elems = image.as_slice().unwrap_or(&[]);
    let rows = weights(Mapping::new(view, height, high)?, height, high);
    let columns = weights(Mapping::new(view, width, wide)?, width, wide);
    let mut out = Vec::with_capacity(batch * high * wide * depth);
    for b in 0..batch {
        for &(top, bottom, down) in &rows {
            for &(left, right, across) in &columns {
                let pixel = |i: usize, j: usize| &elems[((b * height + i) * width + j) * depth..][..depth];
                let (tl, tr, bl, br) =
                    (pixel(top, left), pixel(top, right), pixel(bottom, left), pixel(bottom, right));
                out.extend((0..depth).map(|c| {
                    let above = tl[c] + (tr[c] - tl[c]) * across;
                    let below = bl[c] + (br[c] - bl[c]) * across;
                    above + (below - above) * down
                }));
            }
        }
    }
    let result = Tensor::new(&[batch, high, wide, depth], out)?;
    // The runtime's kernel keeps the element type where it supports it, the framework's always gives `f32`.
    match x.dtype() {
        Some(dtype) if view.spec.name.starts_with("tfl.") && dtype != DType::F32 => {
            EvalError::unsupported(format!("resizing of {dtype:?}"))
        }
        _ => Ok(vec![result]),
    }
}

/// The operand place nearest to each result place.
fn nearest_places(view: &OpView<'_>, from: usize, to: usize) -> Result<Vec<usize>, EvalError> {
    let align = view.flag("align_corners");
    let mapping = Mapping::new(view, from, to)?;
    let place = |i: usize| {
        let place = match mapping.half_pixel {
            true => ((i as f32 + 0.5) * mapping.scale).floor(),
            false if align => (i as f32 * mapping.scale).round(),
            false => (i as f32 * mapping.scale).floor(),
        };
        (place.max(0.0) as usize).min(from - 1)
    };
    Ok((0..to).map(place).collect())
}

fn nearest(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn go<T: Elem>(
        image: &Array<T>,
        [batch, height, width, depth]: [usize; 4],
        rows: &[usize],
        columns: &[usize],
    ) -> Result<Tensor, EvalError> {
        let shape = [batch, rows.len(), columns.len(), depth];
        let elems = image.as_slice().unwrap_or(&[]);
        let mut out = Vec::with_capacity(checked_count(&shape, size_of::<T>())?);
        for b in 0..batch {
            for &i in rows {
                for &j in columns {
                    out.extend_from_slice(&elems[((b * height + i) * width + j) * depth..][..depth]);
                }
            }
        }
        Tensor::new(&shape, out)
    }
    let [x, size] = operands(inputs)?;
    let (dims, [high, wide]) = sizes_of(x, size)?;
    let (rows, columns) = (nearest_places(view, dims[1], high)?, nearest_places(view, dims[2], wide)?);
    Ok(vec![dispatch!(bits, x, array => go(array, dims, &rows, &columns))?])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.ResizeBilinear", "tfl.resize_bilinear", bilinear),
    row("tf.ResizeNearestNeighbor", "tfl.resize_nearest_neighbor", nearest).moving(Moves::Operand(0)),
];
