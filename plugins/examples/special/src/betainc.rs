//! The regularized incomplete beta function.

use std::f32::consts::TAU;

use tfl_opt_plugin::{Failure, Fragment, Op};

use crate::calc::{Calc, Tensor};

/// Terms of the continued fraction, of which each is an odd and an even one. Twelve are enough to `f32` where neither
/// parameter exceeds 100.
const TERMS: usize = 12;

/// How far parameters are moved to where Stirling's series holds.
const SHIFT: usize = 3;

/// Press et al., "Numerical Recipes", 3rd ed. (2007), 6.4: the continued fraction (DLMF 8.17.22), from its last term to
/// its first, on that side of the mean where it converges fast. Its factor x^a (1-x)^b / B(a, b) is taken together, as in
/// A. R. DiDonato and A. H. Morris, "Algorithm 708", ACM TOMS 18 (1992): differences of large logarithms of the gamma
/// function would lose what TensorFlow's own kernel loses.
pub fn convert(op: &Op) -> Result<Fragment, Failure> {
    let mut c = Calc::new(op)?;
    let (a, b, x) = (c.operand(op, 0)?, c.operand(op, 1)?, c.operand(op, 2)?);
    let rest = c.from(1.0, &x);
    let sum = c.add(&a, &b);

    // I(x; a, b) = 1 - I(1 - x; b, a)
    let (numerator, denominator) = (c.plus(&a, 1.0), c.plus(&sum, 2.0));
    let bound = c.div(&numerator, &denominator);
    let is_swapped = c.greater(&x, &bound);
    let p = c.select(&is_swapped, &b, &a);
    let q = c.select(&is_swapped, &a, &b);
    let u = c.select(&is_swapped, &rest, &x);
    let v = c.select(&is_swapped, &x, &rest);

    // p, p + 1, ... occur again and again.
    let ps: Vec<Tensor> = (0..=2 * TERMS).map(|k| c.plus(&p, k as f32)).collect();
    let qs: Vec<Tensor> = (0..=SHIFT).map(|k| c.plus(&q, k as f32)).collect();
    let sums: Vec<Tensor> = (0..TERMS.max(2 * SHIFT + 1)).map(|k| c.plus(&sum, k as f32)).collect();

    let fraction = continued_fraction(&mut c, &ps, &q, &sums, &u);
    let factor = factor(&mut c, &ps, &qs, &sums, &u, &v);
    let denominator = c.mul(&p, &fraction);
    let y = c.div(&factor, &denominator);
    let complement = c.from(1.0, &y);
    let y = c.select(&is_swapped, &complement, &y);

    let (zero, one, nan) = (c.number(0.0), c.number(1.0), c.number(f32::NAN));
    let least = c.minimum(&a, &b);
    let is_outside = [c.less_equal(&least, &zero), c.less(&x, &zero), c.greater(&x, &one)];
    let outside = c.or(&is_outside[1], &is_outside[2]);
    let outside = c.or(&outside, &is_outside[0]);
    let y = c.select(&outside, &nan, &y);
    c.finish(&y)
}

/// 1 + d1 / (1 + d2 / (1 + ...)), where d(2m) = m (q-m) u / ((p+2m-1) (p+2m)) and
/// d(2m+1) = -(p+m) (p+q+m) u / ((p+2m) (p+2m+1)).
fn continued_fraction(c: &mut Calc, ps: &[Tensor], q: &Tensor, sums: &[Tensor], u: &Tensor) -> Tensor {
    let mut fraction = None;
    for m in (1..=TERMS).rev() {
        let left = c.plus(q, -(m as f32));
        let left = c.times(&left, m as f32);
        let even = term(c, &left, u, &ps[2 * m - 1], &ps[2 * m], fraction.as_ref());
        let even = c.plus(&even, 1.0);
        let left = c.mul(&ps[m - 1], &sums[m - 1]);
        let odd = term(c, &left, u, &ps[2 * m - 2], &ps[2 * m - 1], Some(&even));
        fraction = Some(c.from(1.0, &odd));
    }
    fraction.unwrap_or_else(|| c.number(1.0))
}

/// left u / (first second rest)
fn term(
    c: &mut Calc,
    left: &Tensor,
    u: &Tensor,
    first: &Tensor,
    second: &Tensor,
    rest: Option<&Tensor>,
) -> Tensor {
    let numerator = c.mul(left, u);
    let mut denominator = c.mul(first, second);
    if let Some(rest) = rest {
        denominator = c.mul(&denominator, rest);
    }
    c.div(&numerator, &denominator)
}

/// u^p v^q / B(p, q). With P = p + SHIFT, Q = q + SHIFT, S = P + Q and Stirling's formula for their gamma functions, it is
/// a product of ratios near one, a root, and exp(p log(u S/P) + q log(v S/Q) + corrections).
fn factor(c: &mut Calc, ps: &[Tensor], qs: &[Tensor], sums: &[Tensor], u: &Tensor, v: &Tensor) -> Tensor {
    let (big_p, big_q, big_s) = (&ps[SHIFT], &qs[SHIFT], &sums[2 * SHIFT]);
    let ratio = |c: &mut Calc, rising: &[Tensor], top: &Tensor| {
        let rising_product = c.product(rising);
        let power = c.product(&vec![top.clone(); rising.len()]);
        c.div(&rising_product, &power)
    };
    let of_p = ratio(c, &ps[..SHIFT], big_p);
    let of_q = ratio(c, &qs[..SHIFT], big_q);
    let of_s = ratio(c, &sums[..2 * SHIFT], big_s);
    let ratios = c.mul(&of_p, &of_q);
    let ratios = c.div(&ratios, &of_s);

    let spread = c.div(big_q, big_s);
    let spread = c.mul(big_p, &spread);
    let spread = c.times(&spread, 1.0 / TAU);
    let root = c.sqrt(&spread);

    let power = |c: &mut Calc, base: &Tensor, exponent: &Tensor, top: &Tensor| {
        let mean = c.div(big_s, top);
        let base = c.mul(base, &mean);
        let log = c.log(&base);
        c.mul(exponent, &log)
    };
    let of_u = power(c, u, &ps[0], big_p);
    let of_v = power(c, v, &qs[0], big_q);
    let exponent = c.add(&of_u, &of_v);
    let [of_p, of_q, of_s] = [big_p, big_q, big_s].map(|z| stirling(c, z));
    let correction = c.sub(&of_s, &of_p);
    let correction = c.sub(&correction, &of_q);
    let exponent = c.add(&exponent, &correction);
    let exp = c.exp(&exponent);
    c.product(&[ratios, root, exp])
}

/// What Stirling's formula for the logarithm of the gamma function leaves out.
fn stirling(c: &mut Calc, z: &Tensor) -> Tensor {
    let inverse = c.over(1.0, z);
    let square = c.mul(&inverse, &inverse);
    let series = c.polynomial(&[1.0 / 1260.0, -1.0 / 360.0, 1.0 / 12.0], &square);
    c.mul(&series, &inverse)
}
