//! Activation functions, as operations of their own and fused into others.

use core_ir::OpView;

use super::cast::cast_to;
use super::params::{operands, word};
use super::{Entry, row};
use crate::broadcast::map;
use crate::elem::{Float, Number};
use crate::error::{EvalError, Evaluated};
use crate::special::erfc;
use crate::tensor::{Array, DType, Tensor, dispatch};
use crate::widen::widen;

/// `x` kept between two values that every number type has.
fn clamp<T: Number>(array: &Array<T>, low: Option<f64>, high: Option<f64>) -> Result<Tensor, EvalError> {
    let low = low.map_or(T::LEAST, T::from_f64);
    let high = high.map_or(T::GREATEST, T::from_f64);
    map(array, |&x| match x {
        x if x < low => low,
        x if x > high => high,
        x => x,
    })
}

fn clamped(inputs: &[Tensor], low: Option<f64>, high: Option<f64>) -> Evaluated {
    let [x] = operands(inputs)?;
    Ok(vec![dispatch!(numbers, x, a => clamp(a, low, high))?])
}

fn relu(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    clamped(inputs, Some(0.0), None)
}

fn relu6(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    clamped(inputs, Some(0.0), Some(6.0))
}

fn relu_n1_to_1(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    clamped(inputs, Some(-1.0), Some(1.0))
}

fn relu_0_to_1(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    clamped(inputs, Some(0.0), Some(1.0))
}

/// A function computed in `f64` for every float type: both precisions come from one definition.
fn wide(inputs: &[Tensor], f: impl Fn(f64) -> f64) -> Evaluated {
    fn go<T: Float>(array: &Array<T>, f: impl Fn(f64) -> f64) -> Result<Tensor, EvalError> {
        map(array, |x| T::from_f64(f(x.to_f64())))
    }
    let [x] = operands(inputs)?;
    Ok(vec![dispatch!(floats, x, a => go(a, f))?])
}

fn leaky_relu(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn go<T: Float>(array: &Array<T>, alpha: T) -> Result<Tensor, EvalError> {
        map(array, |&x| if x >= T::ZERO { x } else { x.times(alpha) })
    }
    let alpha = view.float("alpha").unwrap_or(0.2);
    let [x] = operands(inputs)?;
    Ok(vec![dispatch!(floats, x, a => go(a, Number::from_f64(alpha)))?])
}

fn elu(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    wide(inputs, |x| if x < 0.0 { x.exp_m1() } else { x })
}

fn selu(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    // The constants of the paper, as TensorFlow has them.
    const SCALE: f64 = 1.0507009873554805;
    const SCALE_ALPHA: f64 = 1.7580993408473768;
    wide(inputs, |x| if x < 0.0 { SCALE_ALPHA * x.exp_m1() } else { SCALE * x })
}

fn hard_swish(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    wide(inputs, |x| x * (x + 3.0).clamp(0.0, 6.0) / 6.0)
}

fn gelu(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    if view.flag("approximate") {
        let scale = (2.0 / std::f64::consts::PI).sqrt();
        wide(inputs, |x| 0.5 * x * (1.0 + (scale * (x + 0.044715 * x * x * x)).tanh()))
    } else {
        wide(inputs, |x| 0.5 * x * erfc(-x * std::f64::consts::FRAC_1_SQRT_2))
    }
}

/// Applies the fused activation of a TFLite operation to its results.
pub(crate) fn fuse(view: &OpView<'_>, results: Vec<Tensor>) -> Evaluated {
    let Some(name) = word(view, "fused_activation_function") else { return Ok(results) };
    let one = |tensor: Tensor| -> Result<Tensor, EvalError> {
        if name == "NONE" {
            return Ok(tensor);
        }
        let dtype = tensor.dtype().unwrap_or(DType::F32);
        let inputs = [widen(&tensor)?];
        let mut out = match name.as_str() {
            "RELU" => relu(view, &inputs)?,
            "RELU6" => relu6(view, &inputs)?,
            "RELU_N1_TO_1" => relu_n1_to_1(view, &inputs)?,
            "TANH" => wide(&inputs, f64::tanh)?,
            other => return EvalError::unsupported(format!("the fused activation {other}")),
        };
        match out.pop() {
            Some(result) => cast_to(&result, dtype),
            None => EvalError::invalid("an activation without a result"),
        }
    };
    results.into_iter().map(one).collect()
}

/// `tf.FakeQuantWithMinMaxArgs` and `tfl.fake_quant`: floats rounded to the numbers that a quantized tensor can hold.
fn fake_quant_args(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let (low, high) = (view.float("min").unwrap_or(-6.0), view.float("max").unwrap_or(6.0));
    fake_quant(view, x, low, high)
}

fn fake_quant_vars(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, low, high] = operands(inputs)?;
    match (low.elems::<f32>(), high.elems::<f32>()) {
        (Some(&[low]), Some(&[high])) => fake_quant(view, x, low.into(), high.into()),
        _ => EvalError::invalid("the range of a fake quantization is not two scalars"),
    }
}

fn fake_quant(view: &OpView<'_>, x: &Tensor, low: f64, high: f64) -> Evaluated {
    let bits = view.int("num_bits").unwrap_or(8);
    let Tensor::F32(x) = x else { return EvalError::unsupported("fake quantization of this element type") };
    if !(2..=16).contains(&bits) || low > high || low.is_nan() || high.is_nan() {
        return EvalError::invalid(format!("a fake quantization of {bits} bits in [{low}, {high}]"));
    }
    let quant_min = if view.flag("narrow_range") { 1.0f32 } else { 0.0 };
    let quant_max = ((1i64 << bits) - 1) as f32;
    let (low, high) = (low as f32, high as f32);
    if low == high {
        return Ok(vec![map(x, |_| 0.0f32)?]);
    }
    // The range is nudged so that zero is one of the numbers.
    let scale = (high - low) / (quant_max - quant_min);
    let zero = (quant_min - low / scale).clamp(quant_min, quant_max).round();
    let (nudged_low, nudged_high) = ((quant_min - zero) * scale, (quant_max - zero) * scale);
    let inverse = 1.0 / scale;
    let quant_zero = (-nudged_low * inverse + 0.5).floor();
    let quantized = map(x, |&x| {
        let clamped = x.clamp(nudged_low, nudged_high) - nudged_low;
        (clamped * inverse - quant_zero + 0.5).floor() * scale
    });
    Ok(vec![quantized?])
}

/// `tf.CheckNumerics` of finite numbers.
fn check_numerics(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let finite = dispatch!(floats, x, a => Ok::<_, EvalError>(a.iter().all(|x| x.to_f64().is_finite())))?;
    if finite { Ok(vec![x.clone()]) } else { EvalError::invalid("numbers are not finite") }
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.CheckNumerics", "", check_numerics),
    row("tf.Elu", "tfl.elu", elu),
    row("tf.FakeQuantWithMinMaxArgs", "tfl.fake_quant", fake_quant_args),
    row("tf.FakeQuantWithMinMaxVars", "", fake_quant_vars),
    row("tf.LeakyRelu", "tfl.leaky_relu", leaky_relu),
    row("tf.Relu", "tfl.relu", relu),
    row("tf.Relu6", "tfl.relu6", relu6),
    row("tf.Selu", "", selu),
    row("", "tfl.gelu", gelu),
    row("", "tfl.hard_swish", hard_swish),
    row("", "tfl.relu_0_to_1", relu_0_to_1),
    row("", "tfl.relu_n1_to_1", relu_n1_to_1),
];
