//! Elementwise kernels of one operand.

use core_ir::OpView;

use super::params::operands;
use super::{Entry, row};
use crate::broadcast::map;
use crate::elem::{C64, Float, Number, Ring};
use crate::error::{EvalError, Evaluated};
use crate::special::{erf, erfc, erfinv, lgamma};
use crate::tensor::{Tensor, dispatch};

macro_rules! unary {
    ($($name:ident: $set:ident, |$x:ident| $body:expr;)*) => {$(
        pub(super) fn $name(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
            let [x] = operands(inputs)?;
            Ok(vec![dispatch!($set, x, a => map(a, |$x| $body))?])
        }
    )*};
}

/// Functions that the standard library has for both precisions under one name, and those given as a pair.
macro_rules! real {
    ($($name:ident: $f32_fn:expr, $f64_fn:expr;)*) => {
        unary! { $($name: floats, |x| x.apply($f32_fn, $f64_fn);)* }
    };
}

real! {
    rsqrt: |x| 1.0 / x.sqrt(), |x| 1.0 / x.sqrt();
    exp: f32::exp, f64::exp;
    expm1: f32::exp_m1, f64::exp_m1;
    log: f32::ln, f64::ln;
    log1p: f32::ln_1p, f64::ln_1p;
    sin: f32::sin, f64::sin;
    cos: f32::cos, f64::cos;
    tan: f32::tan, f64::tan;
    asin: f32::asin, f64::asin;
    acos: f32::acos, f64::acos;
    atan: f32::atan, f64::atan;
    sinh: f32::sinh, f64::sinh;
    cosh: f32::cosh, f64::cosh;
    tanh: f32::tanh, f64::tanh;
    asinh: f32::asinh, f64::asinh;
    acosh: f32::acosh, f64::acosh;
    atanh: f32::atanh, f64::atanh;
    sqrt: f32::sqrt, f64::sqrt;
    ceil: f32::ceil, f64::ceil;
    floor: f32::floor, f64::floor;
    sigmoid: |x| 1.0 / (1.0 + (-x).exp()), |x| 1.0 / (1.0 + (-x).exp());
    erf_kernel: |x| erf(x.into()) as f32, erf;
    erfc_kernel: |x| erfc(x.into()) as f32, erfc;
    erfinv_kernel: |x| erfinv(x.into()) as f32, erfinv;
    lgamma_kernel: |x| lgamma(x.into()) as f32, lgamma;
    softplus: |x| x.max(0.0) + (-x.abs()).exp().ln_1p(), |x| x.max(0.0) + (-x.abs()).exp().ln_1p();
    softsign: |x| x / (1.0 + x.abs()), |x| x / (1.0 + x.abs());
}

unary! {
    neg: rings, |x| x.negated();
    square: rings, |x| x.times(*x);
    sign: numbers, |x| Number::sign(*x);
    reciprocal: floats, |x| x.apply(f32::recip, f64::recip);
    bit_not: ints, |x| !*x;
    is_nan: floats, |x| Number::is_nan(*x);
    is_inf: floats, |x| x.to_f64().is_infinite();
    is_finite: floats, |x| x.to_f64().is_finite();
}

/// Rounding to the nearest, halves to the even one; whole numbers are what they are.
fn round(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match operands(inputs)? {
        [x @ (Tensor::F32(_) | Tensor::F64(_))] => {
            let rounded = dispatch!(floats, x, a => map(a, |x| {
                x.apply(f32::round_ties_even, f64::round_ties_even)
            }));
            Ok(vec![rounded?])
        }
        [x] => Ok(vec![x.clone()]),
    }
}

fn abs(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match operands(inputs)? {
        [Tensor::C64(_)] => complex_abs(view, inputs),
        [x] => Ok(vec![dispatch!(numbers, x, a => map(a, |x| x.magnitude()))?]),
    }
}

fn complex_abs(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    of_complex(inputs, |z| z.re.hypot(z.im))
}

fn real_part(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    of_complex(inputs, |z| z.re)
}

fn imag_part(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    of_complex(inputs, |z| z.im)
}

fn angle(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    of_complex(inputs, |z| z.im.atan2(z.re))
}

fn of_complex(inputs: &[Tensor], f: fn(&C64) -> f32) -> Evaluated {
    match operands(inputs)? {
        [Tensor::C64(a)] => Ok(vec![map(a, f)?]),
        _ => EvalError::unsupported("parts of numbers that are not complex"),
    }
}

fn conj(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match operands(inputs)? {
        [Tensor::C64(a)] => Ok(vec![map(a, |z| C64 { re: z.re, im: -z.im })?]),
        _ => EvalError::unsupported("conjugates of numbers that are not complex"),
    }
}

fn logical_not(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match operands(inputs)? {
        [Tensor::Bool(a)] => Ok(vec![map(a, |x| !x)?]),
        _ => EvalError::invalid("the operand of a logical operation is not bool"),
    }
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.Abs", "tfl.abs", abs),
    row("tf.Acos", "", acos),
    row("tf.Acosh", "", acosh),
    row("tf.Angle", "", angle),
    row("tf.Asin", "", asin),
    row("tf.Asinh", "", asinh),
    row("tf.Atan", "", atan),
    row("tf.Atanh", "", atanh),
    row("tf.Ceil", "tfl.ceil", ceil),
    row("tf.ComplexAbs", "tfl.complex_abs", complex_abs),
    row("tf.Conj", "", conj),
    row("tf.Cos", "tfl.cos", cos),
    row("tf.Cosh", "", cosh),
    row("tf.Erf", "", erf_kernel),
    row("tf.Erfc", "", erfc_kernel),
    row("tf.Erfinv", "", erfinv_kernel),
    row("tf.Exp", "tfl.exp", exp),
    row("tf.Expm1", "", expm1),
    row("tf.Floor", "tfl.floor", floor),
    row("tf.Imag", "tfl.imag", imag_part),
    row("tf.Inv", "", reciprocal),
    row("tf.Invert", "", bit_not),
    row("tf.IsFinite", "", is_finite),
    row("tf.IsInf", "", is_inf),
    row("tf.IsNan", "", is_nan),
    row("tf.Lgamma", "", lgamma_kernel),
    row("tf.Log", "tfl.log", log),
    row("tf.Log1p", "", log1p),
    row("tf.LogicalNot", "tfl.logical_not", logical_not),
    row("tf.Neg", "tfl.neg", neg),
    row("tf.Real", "tfl.real", real_part),
    row("tf.Reciprocal", "", reciprocal),
    row("tf.Rint", "", round),
    row("tf.Round", "tfl.round", round),
    row("tf.Rsqrt", "tfl.rsqrt", rsqrt),
    row("tf.Sigmoid", "tfl.logistic", sigmoid),
    row("tf.Sign", "tfl.sign", sign),
    row("tf.Sin", "tfl.sin", sin),
    row("tf.Sinh", "", sinh),
    row("tf.Softplus", "", softplus),
    row("tf.Softsign", "", softsign),
    row("tf.Sqrt", "tfl.sqrt", sqrt),
    row("tf.Square", "tfl.square", square),
    row("tf.Tan", "", tan),
    row("tf.Tanh", "tfl.tanh", tanh),
];
