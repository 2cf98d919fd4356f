//! Special functions that the standard library lacks, in `f64`.

use std::f64::consts::{FRAC_2_SQRT_PI, PI};

/// The error function.
pub(crate) fn erf(x: f64) -> f64 {
    match x.abs() {
        a if a.is_nan() => x,
        a if a < 2.5 => erf_series(x),
        _ => (1.0 - erfc_tail(x.abs())).copysign(x),
    }
}

/// `1 - erf(x)` without cancellation.
pub(crate) fn erfc(x: f64) -> f64 {
    match x {
        x if x.is_nan() => x,
        x if x >= 2.5 => erfc_tail(x),
        x if x <= -2.5 => 2.0 - erfc_tail(-x),
        // Between 0.5 and 2.5 the series loses at most four of its sixteen digits, which no `f32` shows.
        x => 1.0 - erf_series(x),
    }
}

/// `erf(x) = 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1) / (2n+1)!!`; all terms have one sign, so nothing cancels.
fn erf_series(x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (x, x, 1.0);
    while (term / sum).abs() > 1e-17 {
        term *= 2.0 * x * x / (2.0 * n + 1.0);
        sum += term;
        n += 1.0;
    }
    FRAC_2_SQRT_PI * (-x * x).exp() * sum
}

/// The continued fraction of `erfc` for large `x`, from the inside out.
fn erfc_tail(x: f64) -> f64 {
    if x > 28.0 {
        return 0.0;
    }
    let mut fraction = x;
    for k in (1..=80).rev() {
        fraction = x + f64::from(k) / 2.0 / fraction;
    }
    (-x * x).exp() / PI.sqrt() / fraction
}

/// The inverse of [`erf`].
pub(crate) fn erfinv(y: f64) -> f64 {
    if y.is_nan() || y.abs() > 1.0 {
        return f64::NAN;
    }
    if y.abs() == 1.0 {
        return f64::INFINITY.copysign(y);
    }
    // Winitzki's approximation, good to two digits, and Newton steps from there.
    let a = 0.147;
    let log = (1.0 - y * y).ln();
    let half = 2.0 / (PI * a) + log / 2.0;
    let mut x = ((half * half - log / a).sqrt() - half).max(0.0).sqrt().copysign(y);
    for _ in 0..4 {
        let miss = if x.abs() < 1.0 { erf(x) - y } else { tail_miss(x, y) };
        x -= miss / (FRAC_2_SQRT_PI * (-x * x).exp());
    }
    x
}

/// `erf(x) - y` from the complements, which keep their digits where both are near 1.
fn tail_miss(x: f64, y: f64) -> f64 {
    ((1.0 - y.abs()) - erfc(x.abs())) * x.signum()
}

/// The logarithm of the absolute value of the gamma function, by Lanczos' series with `g = 7`.
pub(crate) fn lgamma(x: f64) -> f64 {
    const SERIES: [f64; 8] = [
        676.5203681218851,
        -1259.1392167224028,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507343278686905,
        -0.13857109526572012,
        9.984_369_578_019_572e-6,
        1.5056327351493116e-7,
    ];
    if x <= 0.0 && x == x.floor() {
        return f64::INFINITY;
    }
    if x < 0.5 {
        return (PI / (PI * x).sin().abs()).ln() - lgamma(1.0 - x);
    }
    let x = x - 1.0;
    let sum =
        SERIES.iter().zip(1..).fold(0.999_999_999_999_809_9, |sum, (c, i)| sum + c / (x + f64::from(i)));
    let t = x + 7.5;
    0.5 * (2.0 * PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_tables() {
        let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-13 * b.abs().max(1e-300), "{a} is not {b}");
        near(erf(0.5), 0.5204998778130465);
        near(erf(-2.0), -0.9953222650189527);
        near(erf(3.0), 0.9999779095030014);
        near(erfc(5.0), 1.537_459_794_428_035e-12);
        near(erfc(-3.0), 1.9999779095030015);
        near(lgamma(10.0), 12.801827480081469);
        near(lgamma(0.25), 1.2880225246980774);
        for y in [-0.999, -0.5, 1e-6, 0.3, 0.9999] {
            assert!((erf(erfinv(y)) - y).abs() < 1e-12, "{y}");
        }
    }
}
