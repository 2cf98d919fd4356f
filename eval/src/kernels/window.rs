//! The geometry of windows that slide over space dimensions, as convolutions and pools share it.

use core_ir::OpView;

use super::params::{positive, word};
use super::reshape::read;
use crate::error::EvalError;
use crate::strided::Strided;
use crate::tensor::Tensor;

/// One space dimension.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    /// The length of the operand.
    pub(super) from: usize,
    /// The length of the window.
    pub(super) window: usize,
    pub(super) stride: usize,
    pub(super) dilation: usize,
    /// How many elements of padding are before the operand.
    pub(super) before: usize,
    /// The length of the result.
    pub(super) to: usize,
}

/// How a dimension is padded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Padding {
    Same,
    Valid,
    Explicit(usize, usize),
}

impl Axis {
    pub(super) fn new(
        from: usize,
        window: usize,
        stride: usize,
        dilation: usize,
        padding: Padding,
    ) -> Result<Axis, EvalError> {
        // Beyond any tensor, so that no sum of the numbers below overflows.
        const MOST: usize = 1 << 40;
        let reach = window.checked_sub(1).and_then(|n| n.checked_mul(dilation)?.checked_add(1));
        let pads = match padding {
            Padding::Explicit(before, after) => before.saturating_add(after),
            Padding::Same | Padding::Valid => 0,
        };
        let Some(reach) = reach.filter(|&reach| reach.max(from).max(pads) < MOST) else {
            return EvalError::invalid(format!("a window of {window} over {from}"));
        };
        let places =
            |whole: usize| (whole + 1).checked_sub(reach).map_or(0, |places| places.div_ceil(stride));
        let (before, to) = match padding {
            Padding::Same => {
                let to = from.div_ceil(stride);
                let needed = to.saturating_sub(1).saturating_mul(stride).saturating_add(reach);
                (needed.saturating_sub(from) / 2, to)
            }
            Padding::Valid => (0, places(from)),
            Padding::Explicit(before, _) => (before, places(from + pads)),
        };
        Ok(Axis { from, window, stride, dilation, before, to })
    }

    /// The operand place under window place `k` at result place `i`, if it is not padding.
    pub(super) fn place(&self, i: usize, k: usize) -> Option<usize> {
        (i * self.stride + k * self.dilation).checked_sub(self.before).filter(|&at| at < self.from)
    }
}

/// What the attributes say of the space dimensions of an operation.
pub(super) struct Spaces {
    /// Strides, dilations and paddings of each space dimension.
    pub(super) axes: Vec<(usize, usize, Padding)>,
    /// The lengths of the windows, where attributes give them (pools).
    pub(super) windows: Vec<usize>,
    /// Whether channels come before the space dimensions.
    pub(super) channels_first: bool,
}

impl Spaces {
    /// The attributes of an operation of either dialect with `count` space dimensions.
    pub(super) fn of(view: &OpView<'_>, count: usize) -> Result<Spaces, EvalError> {
        if view.spec.name.starts_with("tfl.") { params_tfl(view, count) } else { params_tf(view, count) }
    }
}

/// Lists of one number for each dimension, in the order of the data format.
fn params_tf(view: &OpView<'_>, count: usize) -> Result<Spaces, EvalError> {
    let channels_first = view.word("data_format").is_some_and(|format| format.starts_with("NC"));
    let first = if channels_first { 2 } else { 1 };
    let list = |name: &str| -> Result<Vec<usize>, EvalError> {
        let Some(list) = view.ints(name).filter(|list| !list.is_empty()) else { return Ok(vec![1; count]) };
        let sizes: Option<Vec<usize>> =
            list.iter().map(|&n| usize::try_from(n).ok().filter(|&n| n > 0)).collect();
        let outside = |i: usize| !(first..first + count).contains(&i) && list[i] != 1;
        match sizes.filter(|sizes| sizes.len() == count + 2) {
            Some(_) if (0..count + 2).any(outside) => EvalError::unsupported(format!("{name} of {list:?}")),
            Some(sizes) => Ok(sizes[first..first + count].to_vec()),
            None => EvalError::invalid(format!("{name} of {list:?}")),
        }
    };
    let (strides, dilations, windows) = (list("strides")?, list("dilations")?, list("ksize")?);
    let paddings = match view.word("padding").as_deref() {
        Some("SAME") => vec![Padding::Same; count],
        Some("VALID") => vec![Padding::Valid; count],
        Some("EXPLICIT") => {
            let pads = view.ints("explicit_paddings").unwrap_or_default();
            let sizes: Option<Vec<usize>> = pads.iter().map(|&n| usize::try_from(n).ok()).collect();
            match sizes.filter(|sizes| sizes.len() == 2 * (count + 2)) {
                Some(sizes) => {
                    let pairs = sizes.as_chunks().0[first..first + count].iter();
                    pairs.map(|&[before, after]| Padding::Explicit(before, after)).collect()
                }
                None => return EvalError::invalid(format!("explicit paddings of {pads:?}")),
            }
        }
        other => return EvalError::unsupported(format!("padding {other:?}")),
    };
    let axes = strides.into_iter().zip(dilations).zip(paddings).map(|((s, d), p)| (s, d, p)).collect();
    Ok(Spaces { axes, windows, channels_first })
}

/// An attribute for each number.
fn params_tfl(view: &OpView<'_>, count: usize) -> Result<Spaces, EvalError> {
    let letters = if count == 3 { &["d", "h", "w"][..] } else { &["h", "w"] };
    let full = if count == 3 { &["depth", "height", "width"][..] } else { &["height", "width"] };
    let padding = match word(view, "padding").as_deref() {
        Some("SAME") => Padding::Same,
        Some("VALID") => Padding::Valid,
        other => return EvalError::unsupported(format!("padding {other:?}")),
    };
    let axis = |letter: &&str| -> Result<_, EvalError> {
        let dilation = positive(view, &format!("dilation_{letter}_factor"))?;
        Ok((positive(view, &format!("stride_{letter}"))?, dilation, padding))
    };
    let axes = letters.iter().map(axis).collect::<Result<_, _>>()?;
    let windows =
        full.iter().map(|name| positive(view, &format!("filter_{name}"))).collect::<Result<_, _>>()?;
    Ok(Spaces { axes, windows, channels_first: false })
}

/// The tensor with channels last.
pub(super) fn channels_last(x: &Tensor, channels_first: bool) -> Result<Tensor, EvalError> {
    let rank = x.shape().len();
    if !channels_first || rank < 3 {
        return Ok(x.clone());
    }
    let perm: Vec<usize> = [0].into_iter().chain(2..rank).chain([1]).collect();
    permuted(x, &perm)
}

/// The tensor with channels where the data format has them.
pub(super) fn channels_back(x: &Tensor, channels_first: bool) -> Result<Tensor, EvalError> {
    let rank = x.shape().len();
    if !channels_first || rank < 3 {
        return Ok(x.clone());
    }
    let perm: Vec<usize> = [0, rank - 1].into_iter().chain(1..rank - 1).collect();
    permuted(x, &perm)
}

pub(super) fn permuted(x: &Tensor, perm: &[usize]) -> Result<Tensor, EvalError> {
    let way = Strided::whole(x.shape()).permuted(perm);
    read(x, &way, &way.shape())
}

/// Calls `f` with every combination of indices below `lengths`, in row-major order.
pub(super) fn for_each_index(lengths: &[usize], mut f: impl FnMut(&[usize])) {
    if lengths.contains(&0) {
        return;
    }
    let mut index = vec![0; lengths.len()];
    loop {
        f(&index);
        let Some(axis) = (0..lengths.len()).rev().find(|&axis| index[axis] + 1 < lengths[axis]) else {
            return;
        };
        index[axis] += 1;
        index[axis + 1..].fill(0);
    }
}
