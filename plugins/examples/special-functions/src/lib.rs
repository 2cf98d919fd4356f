//! Three functions that TensorFlow has and TFLite has not, made of what TFLite has. Everything is `f32`.
//!
//! - `tf.Erfinv`: M. Giles, "Approximating the erfinv function", GPU Computing Gems 2 (2011), single precision.
//! - `tf.Digamma`: J. M. Bernardo, "Algorithm AS 103: Psi (digamma) function", Applied Statistics 25 (1976): recurrence up,
//!   then the asymptotic series; reflection below zero.
//! - `tf.Betainc`: the continued fraction of A. R. DiDonato and A. H. Morris, "Significant digit computation of the
//!   incomplete beta function ratios", ACM TOMS 18 (1992), in the form of DLMF 8.17.22.

mod math;

use math::Math;
use tfl_opt_plugin::{Builder, Elem, Failure, Fragment, Op, Plugin, Value, declined, export_plugin};

/// Converts the three.
pub struct Special;

impl Plugin for Special {
    fn convert(op: &Op) -> Result<Fragment, Failure> {
        let ty = op.result(0)?;
        if ty.elem_type() != Elem::F32 {
            return Err(declined(format!("only f32 is converted, and this is {}", ty.elem)));
        }
        let b = Builder::new(op);
        let operands = (0..op.operands().len()).map(|i| b.operand(i)).collect::<Result<Vec<_>, _>>()?;
        let mut m = Math::new(b, ty);
        let y = match (op.name(), operands.as_slice()) {
            ("tf.Erfinv", &[x]) => erfinv(&mut m, x),
            ("tf.Digamma", &[x]) => digamma(&mut m, x),
            ("tf.Betainc", &[a, b, x]) => betainc(&mut m, a, b, x),
            (name, operands) => return Err(declined(format!("`{name}` of {} operands", operands.len()))),
        };
        m.b.finish(&[y])
    }
}

/// Giles' polynomials for the middle and for the tails.
const MIDDLE: [f32; 9] = [
    2.81022636e-08,
    3.43273939e-07,
    -3.5233877e-06,
    -4.39150654e-06,
    0.00021858087,
    -0.00125372503,
    -0.00417768164,
    0.246640727,
    1.50140941,
];
const TAIL: [f32; 9] = [
    -0.000200214257,
    0.000100950558,
    0.00134934322,
    -0.00367342844,
    0.00573950773,
    -0.0076224613,
    0.00943887047,
    1.00167406,
    2.83297682,
];

fn erfinv(m: &mut Math, x: Value) -> Value {
    // (1 - x)(1 + x) keeps what 1 - x * x would round away near the ends.
    let (left, right) = (m.from(1.0, x), m.plus(x, 1.0));
    let product = m.mul(left, right);
    let log = m.unary("tfl.log", product);
    let w = m.unary("tfl.neg", log);
    let near = m.plus(w, -2.5);
    let middle = m.polynomial(near, &MIDDLE);
    let zero = m.num(0.0);
    let ty = m.ty();
    let w_tail = m.b.binary("tfl.maximum", w, zero, &ty);
    let root = m.unary("tfl.sqrt", w_tail);
    let far = m.plus(root, -3.0);
    let tail = m.polynomial(far, &TAIL);
    let five = m.num(5.0);
    let is_middle = m.compare("tfl.less", w, five);
    let p = m.select(is_middle, middle, tail);
    let y = m.mul(p, x);
    // The ends are infinite; beyond them there is nothing.
    let size = m.unary("tfl.abs", x);
    let one = m.num(1.0);
    let is_end = m.compare("tfl.equal", size, one);
    let infinite = m.times(x, f32::INFINITY);
    let y = m.select(is_end, infinite, y);
    let is_beyond = m.compare("tfl.greater", size, one);
    let none = m.num(f32::NAN);
    m.select(is_beyond, none, y)
}

/// How far the recurrence goes up before the series is used.
const STEPS: u8 = 6;

fn digamma(m: &mut Math, x: Value) -> Value {
    let zero = m.num(0.0);
    let is_low = m.compare("tfl.less_equal", x, zero);
    let mirrored = m.from(1.0, x);
    let z = m.select(is_low, mirrored, x);
    let mut y = z;
    let mut sum = m.over(1.0, z);
    for _ in 1..STEPS {
        y = m.plus(y, 1.0);
        let term = m.over(1.0, y);
        sum = m.add(sum, term);
    }
    y = m.plus(y, 1.0);
    let log = m.unary("tfl.log", y);
    let r = m.over(1.0, y);
    let r2 = m.mul(r, r);
    // Bernoulli numbers over 2n.
    let series = m.polynomial(r2, &[-1.0 / 252.0, 1.0 / 120.0, -1.0 / 12.0]);
    let series = m.mul(series, r2);
    let half = m.times(r, -0.5);
    let tail = m.add(half, series);
    let value = m.add(log, tail);
    let value = m.sub(value, sum);
    // psi(x) = psi(1 - x) - pi / tan(pi x), and the tangent has the period 1.
    let nearest = m.unary("tfl.round", x);
    let rest = m.sub(x, nearest);
    let angle = m.times(rest, std::f32::consts::PI);
    let (sin, cos) = (m.unary("tfl.sin", angle), m.unary("tfl.cos", angle));
    let cotangent = m.div(cos, sin);
    let cotangent = m.times(cotangent, std::f32::consts::PI);
    let reflected = m.sub(value, cotangent);
    // A pole has no value.
    let none = m.num(f32::NAN);
    let is_pole = m.compare("tfl.equal", rest, zero);
    let reflected = m.select(is_pole, none, reflected);
    m.select(is_low, reflected, value)
}

/// The logarithm of the gamma function of `z > 0`: six steps of the recurrence, then Stirling's series.
fn lgamma(m: &mut Math, z: Value) -> Value {
    let (mut y, mut product) = (z, z);
    for _ in 1..STEPS {
        y = m.plus(y, 1.0);
        product = m.mul(product, y);
    }
    y = m.plus(y, 1.0);
    let log = m.unary("tfl.log", y);
    let power = m.plus(y, -0.5);
    let main = m.mul(power, log);
    let main = m.sub(main, y);
    let r = m.over(1.0, y);
    let r2 = m.mul(r, r);
    let series = m.polynomial(r2, &[1.0 / 1260.0, -1.0 / 360.0, 1.0 / 12.0]);
    let series = m.mul(series, r);
    // Half of the logarithm of 2 pi.
    let series = m.plus(series, 0.918_938_5);
    let shifted = m.add(main, series);
    let down = m.unary("tfl.log", product);
    m.sub(shifted, down)
}

/// How many coefficients of the continued fraction count. It converges in about the square root of the larger parameter.
const TERMS: u8 = 32;

fn betainc(m: &mut Math, a: Value, b: Value, x: Value) -> Value {
    // Where x is large, the other tail converges faster.
    let sum = m.add(a, b);
    let (top, bottom) = (m.plus(a, 1.0), m.plus(sum, 2.0));
    let middle = m.div(top, bottom);
    let swapped = m.compare("tfl.greater", x, middle);
    let other = m.from(1.0, x);
    let (p, q) = (m.select(swapped, b, a), m.select(swapped, a, b));
    let (z, rest) = (m.select(swapped, other, x), m.select(swapped, x, other));
    let mut fraction = m.num(1.0);
    for k in (1..=TERMS).rev() {
        let n = f32::from(k / 2);
        let (before, after) = (m.plus(p, f32::from(k) - 1.0), m.plus(p, f32::from(k)));
        let under = m.mul(before, after);
        let over = if k % 2 == 0 {
            let left = m.plus(q, -n);
            m.times(left, n)
        } else {
            let (left, right) = (m.plus(p, n), m.plus(sum, n));
            let product = m.mul(left, right);
            m.unary("tfl.neg", product)
        };
        let ratio = m.div(over, under);
        let d = m.mul(ratio, z);
        let quotient = m.div(d, fraction);
        fraction = m.plus(quotient, 1.0);
    }
    let (log_z, log_rest) = (m.unary("tfl.log", z), m.unary("tfl.log", rest));
    let (left, right) = (m.mul(p, log_z), m.mul(q, log_rest));
    let exponent = m.add(left, right);
    let (of_sum, of_p, of_q) = (lgamma(m, sum), lgamma(m, p), lgamma(m, q));
    let exponent = m.add(exponent, of_sum);
    let both = m.add(of_p, of_q);
    let exponent = m.sub(exponent, both);
    let front = m.unary("tfl.exp", exponent);
    let under = m.mul(p, fraction);
    let value = m.div(front, under);
    let complement = m.from(1.0, value);
    let value = m.select(swapped, complement, value);
    // Logarithms of zero are infinite, and zero times infinity is nothing.
    let (zero, one) = (m.num(0.0), m.num(1.0));
    let is_start = m.compare("tfl.equal", x, zero);
    let is_end = m.compare("tfl.equal", x, one);
    let value = m.select(is_start, zero, value);
    m.select(is_end, one, value)
}

export_plugin!(
    Special,
    manifest = r#"{"id": "tfl-opt.special-functions", "version": "1.0.0", "wit": "0.1.0", "ops": ["tf.Erfinv", "tf.Digamma", "tf.Betainc"], "description": "Erfinv, Digamma and Betainc in f32, made of TFLite's own operations."}"#
);

#[cfg(test)]
mod tests {
    use super::*;
    use tfl_opt_plugin::TensorType;

    #[test]
    fn what_is_not_f32_is_left_to_others() {
        let of = |elem: Elem| {
            let ty = TensorType::new(elem, &[None]);
            Special::convert(&Op::named("tf.Erfinv").with_operand(ty.clone()).with_result(ty))
        };
        assert!(matches!(of(Elem::F64), Err(Failure::Declined(why)) if why.contains("f64")));
        assert!(
            of(Elem::F32).is_ok_and(|fragment| fragment.ops.iter().all(|op| op.name.starts_with("tfl.")))
        );
    }
}
