//! Convolutions, depthwise and transposed ones among them, in two and three space dimensions.
//!
//! A convolution copies the elements under each window side by side and multiplies the matrix of windows by the matrix
//! of weights; a transposed one multiplies first and adds the products where the windows lie.

use core_ir::OpView;

use super::cast::cast_to;
use super::matmul::{Gemm, add_bias};
use super::params::{operands, optional, sizes};
use super::window::{Axis, Spaces, channels_back, channels_last, for_each_index, permuted};
use super::{Entry, row};
use crate::elem::Ring;
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Array, DType, Tensor, checked_count, dispatch2};

/// Windows of at most so many bytes are copied at once.
const COLUMN_BYTES: usize = 1 << 23;

/// The axes of a convolution of `x` `[batch, space..., channels]` with windows of the lengths `windows`.
fn axes_of(spaces: &Spaces, x: &[usize], windows: &[usize]) -> Result<Vec<Axis>, EvalError> {
    let lengths = x[1..].iter().zip(windows).zip(&spaces.axes);
    lengths
        .map(|((&from, &window), &(stride, dilation, padding))| {
            Axis::new(from, window, stride, dilation, padding)
        })
        .collect()
}

/// `filter` is `[space..., channels / groups, outputs]`.
fn convolve<T: Gemm>(x: &Array<T>, filter: &Array<T>, axes: &[Axis]) -> Result<Tensor, EvalError> {
    let rank = axes.len();
    let (batch, channels) = (x.shape()[0], x.shape()[rank + 1]);
    let (depth, outputs) = (filter.shape()[rank], filter.shape()[rank + 1]);
    if depth == 0 || !channels.is_multiple_of(depth) || !outputs.is_multiple_of((channels / depth).max(1)) {
        return EvalError::invalid(format!("{channels} channels by {depth} to {outputs}"));
    }
    let groups = (channels / depth).max(1);
    let each = outputs / groups;
    let mut shape = vec![batch];
    shape.extend(axes.iter().map(|axis| axis.to));
    shape.push(outputs);
    let mut out = vec![T::ZERO; checked_count(&shape, size_of::<T>())?];
    let (image, weights) = (x.as_slice().unwrap_or(&[]), filter.as_slice().unwrap_or(&[]));
    let windows: Vec<usize> = axes.iter().map(|axis| axis.window).collect();
    let width = windows.iter().product::<usize>() * depth;
    if out.is_empty() || channels == 0 {
        return Tensor::new(&shape, out);
    }
    checked_count(&[width], size_of::<T>())?;
    let lengths: Vec<usize> = std::iter::once(batch).chain(axes.iter().map(|axis| axis.to)).collect();
    let at_once = (COLUMN_BYTES / (width * size_of::<T>()).max(1)).max(1);
    for group in 0..groups {
        // The weights of one group, as a matrix.
        let own: Vec<T> = match groups {
            1 => weights.to_vec(),
            _ => weights
                .chunks(outputs)
                .flat_map(|row| &row[group * each..(group + 1) * each])
                .copied()
                .collect(),
        };
        let mut columns: Vec<T> = Vec::new();
        let (mut filled, mut done) = (0, 0);
        let mut flush = |columns: &mut Vec<T>, filled: &mut usize, done: &mut usize| {
            let mut product = vec![T::ZERO; *filled * each];
            T::gemm(columns, &own, &mut product, *filled, width, each);
            for (i, row) in product.chunks(each.max(1)).enumerate() {
                let to = (*done + i) * outputs + group * each;
                out[to..to + each].copy_from_slice(row);
            }
            *done += *filled;
            *filled = 0;
            columns.clear();
        };
        for_each_index(&lengths, |place| {
            for_each_index(&windows, |k| {
                let at = (0..rank)
                    .try_fold(place[0], |at, i| Some(at * axes[i].from + axes[i].place(place[1 + i], k[i])?));
                match at {
                    Some(at) => columns.extend_from_slice(&image[at * channels + group * depth..][..depth]),
                    None => columns.resize(columns.len() + depth, T::ZERO),
                }
            });
            filled += 1;
            if filled == at_once {
                flush(&mut columns, &mut filled, &mut done);
            }
        });
        if filled > 0 {
            flush(&mut columns, &mut filled, &mut done);
        }
    }
    Tensor::new(&shape, out)
}

/// `filter` is `[space..., channels, multiplier]`.
fn convolve_depthwise<T: Ring>(x: &Array<T>, filter: &Array<T>, axes: &[Axis]) -> Result<Tensor, EvalError> {
    let rank = axes.len();
    let (batch, channels) = (x.shape()[0], x.shape()[rank + 1]);
    let multiplier = filter.shape()[rank + 1];
    if filter.shape()[rank] != channels {
        return EvalError::invalid(format!("{channels} channels by weights of {:?}", filter.shape()));
    }
    let outputs = checked_count(&[channels, multiplier], size_of::<T>())?;
    let mut shape = vec![batch];
    shape.extend(axes.iter().map(|axis| axis.to));
    shape.push(outputs);
    let mut out = vec![T::ZERO; checked_count(&shape, size_of::<T>())?];
    let (image, weights) = (x.as_slice().unwrap_or(&[]), filter.as_slice().unwrap_or(&[]));
    let windows: Vec<usize> = axes.iter().map(|axis| axis.window).collect();
    let lengths: Vec<usize> = std::iter::once(batch).chain(axes.iter().map(|axis| axis.to)).collect();
    let mut done = 0;
    for_each_index(&lengths, |place| {
        let to = &mut out[done..done + outputs];
        let mut weight = 0;
        for_each_index(&windows, |k| {
            let at = (0..rank)
                .try_fold(place[0], |at, i| Some(at * axes[i].from + axes[i].place(place[1 + i], k[i])?));
            if let Some(at) = at.filter(|_| multiplier > 0) {
                let from = &image[at * channels..][..channels];
                let factors = weights[weight..weight + outputs].chunks_exact(multiplier);
                for ((to, &x), factors) in to.chunks_exact_mut(multiplier).zip(from).zip(factors) {
                    to.iter_mut().zip(factors).for_each(|(to, &w)| *to = to.plus(x.times(w)));
                }
            }
            weight += outputs;
        });
        done += outputs;
    });
    Tensor::new(&shape, out)
}

/// The transposed convolution: `x` is `[batch, space..., inputs]`, `filter` `[space..., outputs, inputs]`; each axis
/// is that of the convolution from the result to `x`.
fn convolve_back<T: Gemm>(x: &Array<T>, filter: &Array<T>, axes: &[Axis]) -> Result<Tensor, EvalError> {
    let rank = axes.len();
    let (batch, inputs) = (x.shape()[0], x.shape()[rank + 1]);
    let outputs = filter.shape()[rank];
    if filter.shape()[rank + 1] != inputs || (0..rank).any(|i| axes[i].to != x.shape()[1 + i]) {
        return EvalError::invalid(format!("{:?} by weights of {:?} back", x.shape(), filter.shape()));
    }
    let mut shape = vec![batch];
    shape.extend(axes.iter().map(|axis| axis.from));
    shape.push(outputs);
    let mut out = vec![T::ZERO; checked_count(&shape, size_of::<T>())?];
    let windows: Vec<usize> = axes.iter().map(|axis| axis.window).collect();
    let width = windows.iter().product::<usize>() * outputs;
    checked_count(&[width, inputs], size_of::<T>())?;
    let (image, weights) = (x.as_slice().unwrap_or(&[]), filter.as_slice().unwrap_or(&[]));
    // The matrix of weights, inputs by windows.
    let mut matrix = vec![T::ZERO; width * inputs];
    for (i, row) in weights.chunks(inputs.max(1)).enumerate() {
        row.iter().enumerate().for_each(|(k, &w)| matrix[k * width + i] = w);
    }
    let lengths: Vec<usize> = std::iter::once(batch).chain(axes.iter().map(|axis| axis.to)).collect();
    let mut done = 0;
    let mut product = vec![T::ZERO; width];
    for_each_index(&lengths, |place| {
        product.fill(T::ZERO);
        T::gemm(&image[done * inputs..][..inputs], &matrix, &mut product, 1, inputs, width);
        let mut from = 0;
        for_each_index(&windows, |k| {
            let at = (0..rank)
                .try_fold(place[0], |at, i| Some(at * axes[i].from + axes[i].place(place[1 + i], k[i])?));
            if let Some(at) = at {
                let to = &mut out[at * outputs..][..outputs];
                to.iter_mut().zip(&product[from..]).for_each(|(to, &x)| *to = to.plus(x));
            }
            from += outputs;
        });
        done += 1;
    });
    Tensor::new(&shape, out)
}

/// The space dimensions of an operand and weights of as many dimensions.
fn space_rank(x: &Tensor, filter: &Tensor, count: usize) -> Result<(), EvalError> {
    if x.shape().len() != count + 2 || filter.shape().len() != count + 2 {
        return EvalError::invalid(format!("a convolution of {:?} by {:?}", x.shape(), filter.shape()));
    }
    Ok(())
}

/// Weights in the type of the input, which may be wider.
fn widened(x: &Tensor, filter: &Tensor) -> Result<Tensor, EvalError> {
    match (x.dtype(), filter.dtype()) {
        (Some(DType::F32), Some(DType::F16)) => cast_to(filter, DType::F32),
        _ => Ok(filter.clone()),
    }
}

fn biased(result: Tensor, inputs: &[Tensor], at: usize) -> Result<Tensor, EvalError> {
    match optional(inputs, at) {
        Some(bias) => add_bias(&result, bias),
        None => Ok(result),
    }
}

/// A convolution of either dialect with weights `[space..., channels, outputs]`.
fn conv(view: &OpView<'_>, x: &Tensor, filter: &Tensor, count: usize) -> Result<Tensor, EvalError> {
    let spaces = Spaces::of(view, count)?;
    space_rank(x, filter, count)?;
    let x = channels_last(x, spaces.channels_first)?;
    let axes = axes_of(&spaces, x.shape(), filter.shape())?;
    let result = dispatch2!(rings, &x, filter, a, b => convolve(a, b, &axes))?;
    channels_back(&result, spaces.channels_first)
}

fn conv_2d_tf(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, filter] = operands(inputs)?;
    Ok(vec![conv(view, x, filter, 2)?])
}

fn conv_3d_tf(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, filter] = operands(inputs)?;
    Ok(vec![conv(view, x, filter, 3)?])
}

/// `tfl.conv_2d`: weights are `[outputs, height, width, channels]`.
fn conv_2d_tfl(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, filter] = operands(inputs)?;
    space_rank(x, filter, 2)?;
    let filter = permuted(&widened(x, filter)?, &[1, 2, 3, 0])?;
    Ok(vec![biased(conv(view, x, &filter, 2)?, inputs, 2)?])
}

/// `tfl.conv_3d`: weights are as TensorFlow's.
fn conv_3d_tfl(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, filter] = operands(inputs)?;
    Ok(vec![biased(conv(view, x, &widened(x, filter)?, 3)?, inputs, 2)?])
}

fn depthwise(view: &OpView<'_>, x: &Tensor, filter: &Tensor) -> Result<Tensor, EvalError> {
    let spaces = Spaces::of(view, 2)?;
    space_rank(x, filter, 2)?;
    let x = channels_last(x, spaces.channels_first)?;
    let axes = axes_of(&spaces, x.shape(), filter.shape())?;
    let result = dispatch2!(rings, &x, filter, a, b => convolve_depthwise(a, b, &axes))?;
    channels_back(&result, spaces.channels_first)
}

fn depthwise_tf(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, filter] = operands(inputs)?;
    Ok(vec![depthwise(view, x, filter)?])
}

/// `tfl.depthwise_conv_2d`: weights are `[1, height, width, channels * multiplier]`.
fn depthwise_tfl(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, filter] = operands(inputs)?;
    space_rank(x, filter, 2)?;
    let (channels, outputs) = (x.shape()[3], filter.shape()[3]);
    if filter.shape()[0] != 1 || channels == 0 || !outputs.is_multiple_of(channels) {
        return EvalError::invalid(format!("{channels} channels by weights of {:?}", filter.shape()));
    }
    let shape = [filter.shape()[1], filter.shape()[2], channels, outputs / channels];
    let filter = widened(x, filter)?.reshaped(&shape)?;
    Ok(vec![biased(depthwise(view, x, &filter)?, inputs, 2)?])
}

/// A transposed convolution to a tensor of `shape`, with weights `[space..., outputs, inputs]`.
fn back(
    view: &OpView<'_>,
    shape: &[i64],
    filter: &Tensor,
    x: &Tensor,
    count: usize,
) -> Result<Tensor, EvalError> {
    let spaces = Spaces::of(view, count)?;
    space_rank(x, filter, count)?;
    let wanted = sizes(shape)?;
    // Space lengths alone may be given.
    let lengths: Vec<usize> = match (wanted.len() == count, wanted.len() == count + 2, spaces.channels_first)
    {
        (true, _, _) => wanted.clone(),
        (_, true, false) => wanted[1..=count].to_vec(),
        (_, true, true) => wanted[2..].to_vec(),
        _ => return EvalError::invalid(format!("a result shape of {wanted:?}")),
    };
    let x = channels_last(x, spaces.channels_first)?;
    let operand: Vec<usize> = [x.shape()[0]].into_iter().chain(lengths).collect();
    let axes = axes_of(&spaces, &operand, filter.shape())?;
    let result = dispatch2!(rings, &x, filter, a, b => convolve_back(a, b, &axes))?;
    let result = channels_back(&result, spaces.channels_first)?;
    if wanted.len() == count + 2 && result.shape() != wanted {
        return EvalError::invalid(format!("a result of {:?} where {wanted:?} is declared", result.shape()));
    }
    Ok(result)
}

fn conv_2d_backprop_tf(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [shape, filter, x] = operands(inputs)?;
    Ok(vec![back(view, &shape.ints()?, filter, x, 2)?])
}

fn conv_3d_backprop_tf(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [shape, filter, x] = operands(inputs)?;
    Ok(vec![back(view, &shape.ints()?, filter, x, 3)?])
}

/// The gradient of a depthwise convolution: a transposed one for each channel.
fn depthwise_backprop_tf(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn go<T: Ring>(x: &Array<T>, filter: &Array<T>, axes: &[Axis]) -> Result<Tensor, EvalError> {
        let (batch, outputs) = (x.shape()[0], x.shape()[3]);
        let &[_, _, channels, multiplier] = filter.shape() else {
            return EvalError::invalid("weights of other rank");
        };
        if channels.checked_mul(multiplier) != Some(outputs) || (0..2).any(|i| axes[i].to != x.shape()[1 + i])
        {
            return EvalError::invalid(format!("{:?} by weights of {:?} back", x.shape(), filter.shape()));
        }
        let shape = [batch, axes[0].from, axes[1].from, channels];
        let mut out = vec![T::ZERO; checked_count(&shape, size_of::<T>())?];
        let (image, weights) = (x.as_slice().unwrap_or(&[]), filter.as_slice().unwrap_or(&[]));
        let mut done = 0;
        for_each_index(&[batch, axes[0].to, axes[1].to], |place| {
            let from = &image[done..done + outputs];
            let mut weight = 0;
            for_each_index(&[axes[0].window, axes[1].window], |k| {
                let at = (0..2)
                    .try_fold(place[0], |at, i| Some(at * axes[i].from + axes[i].place(place[1 + i], k[i])?));
                if let Some(at) = at {
                    for j in 0..outputs {
                        let to = &mut out[at * channels + j / multiplier];
                        *to = to.plus(from[j].times(weights[weight + j]));
                    }
                }
                weight += outputs;
            });
            done += outputs;
        });
        Tensor::new(&shape, out)
    }
    let [shape, filter, x] = operands(inputs)?;
    let spaces = Spaces::of(view, 2)?;
    space_rank(x, filter, 2)?;
    let wanted = sizes(&shape.ints()?)?;
    if wanted.len() != 4 || spaces.channels_first {
        return EvalError::unsupported("this form of a depthwise gradient");
    }
    let axes = axes_of(&spaces, &wanted, filter.shape())?;
    let result = dispatch2!(rings, x, filter, a, b => go(a, b, &axes))?;
    if result.shape() != wanted {
        return EvalError::invalid(format!("a result of {:?} where {wanted:?} is declared", result.shape()));
    }
    Ok(vec![result])
}

/// `tfl.transpose_conv`: weights are `[outputs, height, width, inputs]`.
fn transpose_conv(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [shape, filter, x] = operands(inputs)?;
    space_rank(x, filter, 2)?;
    let filter = permuted(&widened(x, filter)?, &[1, 2, 0, 3])?;
    Ok(vec![biased(back(view, &shape.ints()?, &filter, x, 2)?, inputs, 3)?])
}

fn conv_3d_transpose(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [shape, filter, x] = operands(inputs)?;
    Ok(vec![biased(back(view, &shape.ints()?, &widened(x, filter)?, x, 3)?, inputs, 3)?])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.Conv2D", "", conv_2d_tf),
    row("tf.Conv2DBackpropInput", "", conv_2d_backprop_tf),
    row("tf.Conv3D", "", conv_3d_tf),
    row("tf.Conv3DBackpropInputV2", "", conv_3d_backprop_tf),
    row("tf.DepthwiseConv2dNative", "", depthwise_tf),
    row("tf.DepthwiseConv2dNativeBackpropInput", "", depthwise_backprop_tf),
    row("", "tfl.conv_2d", conv_2d_tfl),
    row("", "tfl.conv_3d", conv_3d_tfl),
    row("", "tfl.conv_3d_transpose", conv_3d_transpose),
    row("", "tfl.depthwise_conv_2d", depthwise_tfl),
    row("", "tfl.transpose_conv", transpose_conv),
];
