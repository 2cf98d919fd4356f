//! Pools.

use core_ir::OpView;

use super::params::operands;
use super::window::{Axis, Spaces, channels_back, channels_last, for_each_index};
use super::{Entry, row};
use crate::elem::Number;
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Array, Tensor, checked_count, dispatch};

/// What a pool makes of the elements under its window.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Max,
    /// The mean of the elements that are not padding.
    Mean,
}

fn pool(view: &OpView<'_>, inputs: &[Tensor], count: usize, kind: Kind) -> Evaluated {
    let [x] = operands(inputs)?;
    if x.shape().len() != count + 2 {
        return EvalError::invalid(format!("a pool of {:?}", x.shape()));
    }
    let spaces = Spaces::of(view, count)?;
    let x = channels_last(x, spaces.channels_first)?;
    let lengths = x.shape()[1..].iter().zip(&spaces.windows).zip(&spaces.axes);
    let axes: Vec<Axis> = lengths
        .map(|((&from, &window), &(stride, dilation, padding))| {
            Axis::new(from, window, stride, dilation, padding)
        })
        .collect::<Result<_, _>>()?;
    let result = dispatch!(numbers, &x, array => slide(array, &axes, kind))?;
    Ok(vec![channels_back(&result, spaces.channels_first)?])
}

fn slide<T: Number>(x: &Array<T>, axes: &[Axis], kind: Kind) -> Result<Tensor, EvalError> {
    let rank = axes.len();
    let (batch, channels) = (x.shape()[0], x.shape()[rank + 1]);
    let mut shape = vec![batch];
    shape.extend(axes.iter().map(|axis| axis.to));
    shape.push(channels);
    let mut out = Vec::with_capacity(checked_count(&shape, size_of::<T>())?);
    let image = x.as_slice().unwrap_or(&[]);
    let mut best = vec![T::LEAST; channels];
    let mut sums = vec![0.0f64; channels];
    for_each_index(&shape[..=rank], |place| {
        best.fill(T::LEAST);
        sums.fill(0.0);
        let mut count = 0;
        // Only the part of the window that lies on the operand, so that a huge window costs no more than that.
        let ranges: Vec<(usize, usize)> = (0..rank).map(|i| under(&axes[i], place[1 + i])).collect();
        let lengths: Vec<usize> = ranges.iter().map(|range| range.1).collect();
        for_each_index(&lengths, |k| {
            let at = (0..rank).try_fold(place[0], |at, i| {
                Some(at * axes[i].from + axes[i].place(place[1 + i], ranges[i].0 + k[i])?)
            });
            let Some(at) = at else { return };
            count += 1;
            let row = &image[at * channels..][..channels];
            match kind {
                Kind::Max => best.iter_mut().zip(row).for_each(|(to, &x)| {
                    if x > *to || x.is_nan() {
                        *to = x;
                    }
                }),
                Kind::Mean => sums.iter_mut().zip(row).for_each(|(to, x)| *to += x.to_f64()),
            }
        });
        match kind {
            Kind::Max => out.extend_from_slice(&best),
            Kind::Mean => out.extend(sums.iter().map(|sum| T::from_f64(sum / f64::from(count)))),
        }
    });
    Tensor::new(&shape, out)
}

/// The first window place that may be on the operand, and how many follow it at most.
fn under(axis: &Axis, i: usize) -> (usize, usize) {
    let start = i * axis.stride;
    let first = axis.before.saturating_sub(start).div_ceil(axis.dilation).min(axis.window);
    let end = (axis.from + axis.before).saturating_sub(start).div_ceil(axis.dilation).min(axis.window);
    (first, end.saturating_sub(first))
}

fn max_pool(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    pool(view, inputs, 2, Kind::Max)
}

fn avg_pool(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    pool(view, inputs, 2, Kind::Mean)
}

fn max_pool_3d(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    pool(view, inputs, 3, Kind::Max)
}

fn avg_pool_3d(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    pool(view, inputs, 3, Kind::Mean)
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.AvgPool", "tfl.average_pool_2d", avg_pool),
    row("tf.AvgPool3D", "", avg_pool_3d),
    row("tf.MaxPool", "tfl.max_pool_2d", max_pool),
    row("tf.MaxPool3D", "", max_pool_3d),
];
