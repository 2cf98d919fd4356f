//! Normalizations: softmax, batch normalization and the like.

use core_ir::OpView;

use super::params::operands;
use super::{Entry, row};
use crate::elem::{Float, Number};
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Array, Tensor, dispatch};

/// Applies `f` to each row of the last dimension, in `f64`.
fn by_rows<T: Number>(x: &Array<T>, f: impl Fn(&mut [f64])) -> Result<Tensor, EvalError> {
    let len = x.shape().last().copied().unwrap_or(1);
    let mut out = Vec::with_capacity(x.len());
    let mut row = Vec::with_capacity(len);
    for elems in x.as_slice().unwrap_or(&[]).chunks(len.max(1)) {
        row.clear();
        row.extend(elems.iter().map(|x| x.to_f64()));
        f(&mut row);
        out.extend(row.iter().map(|&x| T::from_f64(x)));
    }
    Tensor::new(x.shape(), out)
}

fn rows_of(inputs: &[Tensor], f: impl Fn(&mut [f64])) -> Evaluated {
    let [x] = operands(inputs)?;
    if x.shape().is_empty() {
        return EvalError::invalid("a scalar has no rows");
    }
    Ok(vec![dispatch!(floats, x, array => by_rows(array, f))?])
}

fn greatest(row: &[f64]) -> f64 {
    row.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

fn softmax(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let beta = view.float("beta").unwrap_or(1.0);
    rows_of(inputs, |row| {
        row.iter_mut().for_each(|x| *x *= beta);
        let top = greatest(row);
        row.iter_mut().for_each(|x| *x = (*x - top).exp());
        let sum: f64 = row.iter().sum();
        row.iter_mut().for_each(|x| *x /= sum);
    })
}

fn log_softmax(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    rows_of(inputs, |row| {
        let top = greatest(row);
        let sum: f64 = row.iter().map(|x| (x - top).exp()).sum();
        row.iter_mut().for_each(|x| *x -= top + sum.ln());
    })
}

/// `tfl.l2_normalization`: rows of length 1, as the runtime's kernel divides them.
fn l2_normalization(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    const EPSILON: f64 = 1e-6;
    rows_of(inputs, |row| {
        let norm = row.iter().map(|x| x * x).sum::<f64>().sqrt().max(EPSILON);
        row.iter_mut().for_each(|x| *x /= norm);
    })
}

/// Local response normalization over neighbouring channels.
fn lrn(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let attr = |name: &str, default: f64| view.float(name).unwrap_or(default);
    let radius = view.int("depth_radius").or_else(|| view.int("radius")).unwrap_or(5).max(0) as usize;
    let (bias, alpha, beta) = (attr("bias", 1.0), attr("alpha", 1.0), attr("beta", 0.5));
    rows_of(inputs, |row| {
        let squares: Vec<f64> = row.iter().map(|x| x * x).collect();
        for (i, x) in row.iter_mut().enumerate() {
            let near = &squares[i.saturating_sub(radius)..i.saturating_add(radius + 1).min(squares.len())];
            *x *= (bias + alpha * near.iter().sum::<f64>()).powf(-beta);
        }
    })
}

/// `tf.FusedBatchNorm` and its later versions. In inference the statistics are operands; in training they are those of
/// the batch, and only where nothing is kept of those of earlier ones.
fn fused_batch_norm(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, scale, offset] = operands(inputs)?;
    let is_training = view.attr("is_training").is_none_or(|attr| view.ctx.attr_bool(attr) != Some(false));
    if is_training && view.float("exponential_avg_factor").is_some_and(|factor| factor != 1.0) {
        return EvalError::unsupported("batch normalization with a memory");
    }
    let channels_first = view.word("data_format").is_some_and(|format| format.starts_with("NC"));
    let rank = x.shape().len();
    let at = if channels_first { 1 } else { rank.saturating_sub(1) };
    let Some(&channels) = x.shape().get(at).filter(|_| rank >= 2) else {
        return EvalError::invalid("batch normalization of fewer than two dimensions");
    };
    let inner: usize = x.shape()[at + 1..].iter().product();
    let (mean, variance) = if is_training {
        dispatch!(floats, x, array => Ok::<_, EvalError>(moments(array, channels, inner)))?
    } else {
        let [_, _, _, mean, variance] = operands(inputs)?;
        (mean.clone(), variance.clone())
    };
    let lists = [scale, offset, &mean, &variance]
        .map(|list| list.elems::<f32>().filter(|list| list.len() == channels));
    let [Some(scale), Some(offset), Some(means), Some(variances)] = lists else {
        return EvalError::invalid(format!("statistics are not of {channels} channels"));
    };
    let epsilon = view.float("epsilon").unwrap_or(1e-4) as f32;
    let factors: Vec<f32> = scale.iter().zip(variances).map(|(s, v)| s / (v + epsilon).sqrt()).collect();
    fn go<T: Float>(x: &Array<T>, inner: usize, terms: [&[f32]; 3]) -> Result<Tensor, EvalError> {
        let [means, factors, offset] = terms;
        let normalize = |(i, x): (usize, &T)| {
            let c = i / inner.max(1) % means.len();
            T::from_f64(((x.to_f64() as f32 - means[c]) * factors[c] + offset[c]).into())
        };
        let elems = x.as_slice().unwrap_or(&[]).iter().enumerate().map(normalize);
        Tensor::new(x.shape(), elems.collect())
    }
    let y = dispatch!(floats, x, array => go(array, inner, [means, &factors, offset]))?;
    // What is remembered of a batch is the variance of what the batch is a sample of.
    let count = (x.count() / channels.max(1)) as f32;
    let estimated = match is_training {
        true => Tensor::vector(variances.iter().map(|v| v * count / (count - 1.0).max(1.0)).collect()),
        false => variance.clone(),
    };
    // What training would keep for its gradient comes after the statistics.
    let all = [y, mean.clone(), estimated, mean, variance, Tensor::vector::<f32>(Vec::new())];
    let wanted = if view.results.is_empty() { all.len() } else { view.results.len() };
    Ok(all.into_iter().take(wanted).collect())
}

/// The mean and the variance of each channel, whose elements come in runs of `inner`.
fn moments<T: Number>(x: &Array<T>, channels: usize, inner: usize) -> (Tensor, Tensor) {
    let mean_of = |f: &dyn Fn(usize, f64) -> f64| -> Vec<f64> {
        let (mut sums, mut counts) = (vec![0.0; channels], vec![0.0; channels]);
        for (i, x) in x.iter().enumerate() {
            let c = i / inner.max(1) % channels;
            sums[c] += f(c, x.to_f64());
            counts[c] += 1.0;
        }
        sums.iter().zip(&counts).map(|(sum, count)| sum / count).collect()
    };
    let means = mean_of(&|_, x| x);
    let variances = mean_of(&|c, x| (x - means[c]) * (x - means[c]));
    let narrow = |list: Vec<f64>| Tensor::vector(list.into_iter().map(|x| x as f32).collect());
    (narrow(means.clone()), narrow(variances))
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.FusedBatchNorm", "", fused_batch_norm),
    row("tf.FusedBatchNormV2", "", fused_batch_norm),
    row("tf.FusedBatchNormV3", "", fused_batch_norm),
    row("tf.LRN", "tfl.local_response_normalization", lrn),
    row("tf.LogSoftmax", "tfl.log_softmax", log_softmax),
    row("tf.Softmax", "tfl.softmax", softmax),
    row("", "tfl.l2_normalization", l2_normalization),
];
