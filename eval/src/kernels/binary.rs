//! Elementwise kernels of two and three operands, with broadcasting.

use core_ir::OpView;

use super::params::{operands, optional};
use super::{Entry, Moves, row};
use crate::broadcast::{try_zip, zip, zip3};
use crate::elem::{C64, Elem, Float, Number, Ring};
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Array, Tensor, dispatch2};

macro_rules! binary {
    ($($name:ident: $set:ident, |$x:ident, $y:ident| $body:expr;)*) => {$(
        pub(super) fn $name(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
            let [x, y] = operands(inputs)?;
            Ok(vec![dispatch2!($set, x, y, a, b => zip(a, b, |$x, $y| $body))?])
        }
    )*};
    (partial $why:literal; $($name:ident: $set:ident, |$x:ident, $y:ident| $body:expr;)*) => {$(
        pub(super) fn $name(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
            let [x, y] = operands(inputs)?;
            Ok(vec![dispatch2!($set, x, y, a, b => try_zip(a, b, $why, |$x, $y| $body))?])
        }
    )*};
}

binary! {
    sub: rings, |x, y| x.minus(*y);
    mul: rings, |x, y| x.times(*y);
    maximum: numbers, |x, y| if Number::is_nan(*x) || *x > *y { *x } else { *y };
    minimum: numbers, |x, y| if Number::is_nan(*x) || *x < *y { *x } else { *y };
    squared_difference: rings, |x, y| { let d = x.minus(*y); d.times(d) };
    div_no_nan: floats, |x, y| if y.to_f64() == 0.0 { *y } else { quotient(*x, *y) };
    mul_no_nan: floats, |x, y| if y.to_f64() == 0.0 { *y } else { x.times(*y) };
    xdivy: floats, |x, y| if x.to_f64() == 0.0 { *x } else { quotient(*x, *y) };
    xlogy: floats, |x, y| if x.to_f64() == 0.0 { *x } else { x.times(y.apply(f32::ln, f64::ln)) };
    xlog1py: floats, |x, y| if x.to_f64() == 0.0 { *x } else { x.times(y.apply(f32::ln_1p, f64::ln_1p)) };
    atan2: floats, |x, y| {
        let other = y.to_f64();
        x.apply(|x| x.atan2(other as f32), |x| x.atan2(other))
    };
    bit_and: ints, |x, y| x & y;
    bit_or: ints, |x, y| x | y;
    bit_xor: ints, |x, y| x ^ y;
    equal: comparable, |x, y| x == y;
    not_equal: comparable, |x, y| x != y;
    less: numbers, |x, y| x < y;
    less_equal: numbers, |x, y| x <= y;
    greater: numbers, |x, y| x > y;
    greater_equal: numbers, |x, y| x >= y;
}

binary! {
    partial "a division by zero";
    div: rings, |x, y| x.over(*y);
    floor_div: numbers, |x, y| x.floor_over(*y);
    floor_mod: numbers, |x, y| x.floor_rem(*y);
    trunc_mod: numbers, |x, y| x.trunc_rem(*y);
}

binary! {
    partial "a negative power of an integer";
    pow: numbers, |x, y| x.power(*y);
}

binary! {
    partial "a negative power of zero";
    truncated_pow: numbers, |x, y| x.power(*y).or_else(|| truncated_power(*x, *y));
}

/// A negative power of an integer, cut down to an integer as LiteRT does it.
fn truncated_power<T: Number>(x: T, exponent: T) -> Option<T> {
    (x != T::ZERO).then(|| T::from_f64(x.to_f64().powf(exponent.to_f64()).trunc()))
}

fn quotient<T: Float>(x: T, y: T) -> T {
    x.over(y).unwrap_or(T::ZERO)
}

/// Addition of numbers, and joining of strings as `tf.Add` does it.
pub(super) fn add(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, y] = operands(inputs)?;
    let sum = match (x, y) {
        (Tensor::Str(a), Tensor::Str(b)) => zip(a, b, |x, y| [&x[..], &y[..]].concat().into_boxed_slice()),
        _ => dispatch2!(rings, x, y, a, b => zip(a, b, |x, y| x.plus(*y))),
    };
    Ok(vec![sum?])
}

fn add_n(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [first] = operands(inputs)?;
    let mut sum = first.clone();
    for next in &inputs[1..] {
        if next.shape() != sum.shape() {
            return EvalError::invalid(format!(
                "shapes {:?} and {:?} are not one",
                sum.shape(),
                next.shape()
            ));
        }
        sum = dispatch2!(rings, &sum, next, a, b => zip(a, b, |x, y| x.plus(*y)))?;
    }
    Ok(vec![sum])
}

/// Shifts; a count outside the width gives what shifting bit by bit would, as TensorFlow clamps it.
fn shift(inputs: &[Tensor], left: bool) -> Evaluated {
    macro_rules! shifts {
        ($($variant:ident $ty:ty;)*) => {
            match operands(inputs)? {
                $([Tensor::$variant(a), Tensor::$variant(b)] => zip(a, b, |&x, &y| {
                    let most = u64::from(<$ty>::BITS - 1);
                    let count = u64::try_from(y).unwrap_or(0).min(most) as u32;
                    if left { x << count } else { x >> count }
                }),)*
                _ => EvalError::unsupported("shifts of these element types"),
            }
        };
    }
    let shifted = shifts! { I8 i8; I16 i16; I32 i32; I64 i64; U8 u8; U16 u16; U32 u32; U64 u64; };
    Ok(vec![shifted?])
}

pub(super) fn left_shift(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    shift(inputs, true)
}

pub(super) fn right_shift(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    shift(inputs, false)
}

/// Bitwise operations of TFLite take bools too.
fn bitwise_xor(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match operands(inputs)? {
        [Tensor::Bool(a), Tensor::Bool(b)] => Ok(vec![zip(a, b, |x, y| x ^ y)?]),
        _ => bit_xor(view, inputs),
    }
}

fn logical(inputs: &[Tensor], f: fn(bool, bool) -> bool) -> Evaluated {
    match operands(inputs)? {
        [Tensor::Bool(a), Tensor::Bool(b)] => Ok(vec![zip(a, b, |&x, &y| f(x, y))?]),
        _ => EvalError::invalid("operands of a logical operation are not bools"),
    }
}

fn logical_and(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    logical(inputs, |x, y| x && y)
}

fn logical_or(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    logical(inputs, |x, y| x || y)
}

fn approximate_equal(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, y] = operands(inputs)?;
    let tolerance = view.float("tolerance").unwrap_or(1e-5);
    let near = dispatch2!(numbers, x, y, a, b => zip(a, b, |x, y| {
        let distance = if x > y { x.minus(*y) } else { y.minus(*x) };
        distance.to_f64() < tolerance
    }));
    Ok(vec![near?])
}

fn complex(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match operands(inputs)? {
        [Tensor::F32(re), Tensor::F32(im)] => Ok(vec![zip(re, im, |&re, &im| C64 { re, im })?]),
        _ => EvalError::unsupported("complex numbers of these parts"),
    }
}

fn choose<T: Elem>(cond: &Array<bool>, x: &Array<T>, y: &Array<T>) -> Result<Tensor, EvalError> {
    zip3(cond, x, y, |&c, x, y| if c { x.clone() } else { y.clone() })
}

pub(super) fn select_v2(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [cond, x, y] = operands(inputs)?;
    let Tensor::Bool(cond) = cond else { return EvalError::invalid("the condition is not bool") };
    Ok(vec![dispatch2!(bits, x, y, a, b => choose(cond, a, b))?])
}

/// `tf.Select`: a condition of one dimension chooses whole rows; otherwise shapes are equal or the condition is scalar.
fn select(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [cond, x, y] = operands(inputs)?;
    if x.shape() != y.shape() {
        return EvalError::invalid(format!("shapes {:?} and {:?} are not one", x.shape(), y.shape()));
    }
    let rank = x.shape().len();
    if cond.shape().len() == 1 && rank > 1 {
        let mut shape = vec![1; rank];
        shape[0] = cond.shape()[0];
        if shape[0] != x.shape()[0] {
            return EvalError::invalid("the condition does not have one element for each row");
        }
        let column = cond.reshaped(&shape)?;
        return select_v2(view, &[column, x.clone(), y.clone()]);
    }
    if !cond.shape().is_empty() && cond.shape() != x.shape() {
        return EvalError::invalid(format!("a condition of shape {:?} for {:?}", cond.shape(), x.shape()));
    }
    select_v2(view, inputs)
}

/// `tf.ClipByValue`
fn clip_by_value(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, low, high] = operands(inputs)?;
    // A bound that is no number bounds nothing, and of bounds that contradict each other the lower one counts.
    let lower = dispatch2!(numbers, x, high, a, b => zip(a, b, |x, y| if *y < *x { *y } else { *x }))?;
    Ok(vec![dispatch2!(numbers, &lower, low, a, b => zip(a, b, |x, y| if *x < *y { *y } else { *x }))?])
}

/// `tf.BiasAdd`: adds a vector along the channel dimension.
fn bias_add(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [value, bias] = operands(inputs)?;
    let rank = value.shape().len();
    let first = view.word("data_format").is_some_and(|format| format.starts_with("NC"));
    let channels = if first { 1 } else { rank.saturating_sub(1) };
    if bias.shape().len() != 1 || rank < 2 || value.shape()[channels] != bias.shape()[0] {
        let shapes = (value.shape(), bias.shape());
        return EvalError::invalid(format!("a bias of shape {:?} for {:?}", shapes.1, shapes.0));
    }
    let mut shape = vec![1; rank];
    shape[channels] = bias.shape()[0];
    add(view, &[value.clone(), bias.reshaped(&shape)?])
}

fn prelu(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, alpha] = operands(inputs)?;
    let result = dispatch2!(floats, x, alpha, a, b => zip(a, b, |x, alpha| {
        if x.to_f64() >= 0.0 { *x } else { x.times(*alpha) }
    }));
    Ok(vec![result?])
}

/// `tf.SigmoidGrad`: the derivative of the sigmoid by its value, times a gradient.
fn sigmoid_grad(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn go<T: Ring>(y: &T, gradient: &T) -> T {
        gradient.times(*y).times(T::ONE.minus(*y))
    }
    let [y, gradient] = operands(inputs)?;
    Ok(vec![dispatch2!(rings, y, gradient, a, b => zip(a, b, go))?])
}

fn cross_zero<T: Number>(gradient: &T, feature: &T) -> T {
    if *feature > T::ZERO { *gradient } else { T::ZERO }
}

fn relu_grad(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [gradient, feature] = operands(inputs)?;
    Ok(vec![dispatch2!(numbers, gradient, feature, a, b => zip(a, b, cross_zero))?])
}

/// `tf.StringJoin` of equal shapes and scalars.
fn string_join(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let separator = view.word("separator").unwrap_or_default().into_owned().into_bytes();
    let [first] = operands(inputs)?;
    let mut joined = first.clone();
    for i in 1..inputs.len() {
        let (Tensor::Str(a), Some(Tensor::Str(b))) = (&joined, optional(inputs, i)) else {
            return EvalError::invalid("an operand is not a string");
        };
        joined = zip(a, b, |x, y| [&x[..], &separator, &y[..]].concat().into_boxed_slice())?;
    }
    Ok(vec![joined])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.Add", "", add),
    row("tf.AddN", "tfl.add_n", add_n),
    row("tf.AddV2", "tfl.add", add),
    row("tf.ApproximateEqual", "", approximate_equal),
    row("tf.Atan2", "tfl.atan2", atan2),
    row("tf.BiasAdd", "", bias_add),
    row("tf.BitwiseAnd", "", bit_and),
    row("tf.BitwiseOr", "", bit_or),
    row("tf.BitwiseXor", "tfl.bitwise_xor", bitwise_xor),
    row("tf.ClipByValue", "", clip_by_value),
    row("tf.Complex", "", complex),
    row("tf.Div", "tfl.div", div),
    row("tf.DivNoNan", "", div_no_nan),
    row("tf.Equal", "tfl.equal", equal),
    row("tf.FloorDiv", "tfl.floor_div", floor_div),
    row("tf.FloorMod", "tfl.floor_mod", floor_mod),
    row("tf.Greater", "tfl.greater", greater),
    row("tf.GreaterEqual", "tfl.greater_equal", greater_equal),
    row("tf.LeftShift", "", left_shift).exact(),
    row("tf.Less", "tfl.less", less),
    row("tf.LessEqual", "tfl.less_equal", less_equal),
    row("tf.LogicalAnd", "tfl.logical_and", logical_and),
    row("tf.LogicalOr", "tfl.logical_or", logical_or),
    row("tf.Maximum", "tfl.maximum", maximum),
    row("tf.Minimum", "tfl.minimum", minimum),
    row("tf.Mod", "", trunc_mod),
    row("tf.Mul", "tfl.mul", mul),
    row("tf.MulNoNan", "", mul_no_nan),
    row("tf.NotEqual", "tfl.not_equal", not_equal),
    row("tf.Pow", "", pow),
    row("", "tfl.pow", truncated_pow),
    row("tf.RealDiv", "", div),
    row("tf.ReluGrad", "", relu_grad),
    row("tf.RightShift", "tfl.right_shift", right_shift).exact(),
    row("tf.Select", "tfl.select", select).moving(Moves::Operands(1, 2)),
    row("tf.SelectV2", "tfl.select_v2", select_v2).moving(Moves::Operands(1, 2)),
    row("tf.SigmoidGrad", "", sigmoid_grad),
    row("tf.SquaredDifference", "tfl.squared_difference", squared_difference),
    row("tf.StringJoin", "", string_join),
    row("tf.Sub", "tfl.sub", sub),
    row("tf.TruncateDiv", "", div),
    row("tf.TruncateMod", "", trunc_mod),
    row("tf.Xdivy", "", xdivy),
    row("tf.Xlog1py", "", xlog1py),
    row("tf.Xlogy", "", xlogy),
    row("", "tfl.prelu", prelu),
];
