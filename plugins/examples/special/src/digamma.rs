//! The logarithmic derivative of the gamma function.

use std::f32::consts::PI;

use tfl_opt_plugin::{Failure, Fragment, Op};

use crate::calc::Calc;

/// How far the argument is moved to where the asymptotic series holds.
const SHIFT: u8 = 6;

/// J. M. Bernardo, "Algorithm AS 103: Psi (Digamma) Function", Applied Statistics 25 (1976): recurrence to a large
/// argument, then the asymptotic series (Abramowitz and Stegun 6.3.18). Left of zero by reflection (6.3.7), where the
/// poles are NaN as in TensorFlow.
pub fn convert(op: &Op) -> Result<Fragment, Failure> {
    let mut c = Calc::new(op)?;
    let x = c.operand(op, 0)?;
    let zero = c.number(0.0);
    let is_left = c.less_equal(&x, &zero);
    let mirrored = c.from(1.0, &x);
    let z = c.select(&is_left, &mirrored, &x);

    // psi(z) = psi(z + SHIFT) - 1/z - 1/(z + 1) - ...
    let mut steps = c.over(1.0, &z);
    for k in 1..SHIFT {
        let denominator = c.plus(&z, k.into());
        let step = c.over(1.0, &denominator);
        steps = c.add(&steps, &step);
    }
    let far = c.plus(&z, SHIFT.into());
    let inverse = c.over(1.0, &far);
    let square = c.mul(&inverse, &inverse);
    let series = c.polynomial(&[-1.0 / 252.0, 1.0 / 120.0, -1.0 / 12.0, 0.0], &square);
    let half = c.times(&inverse, 0.5);
    let log = c.log(&far);
    let psi = c.sub(&log, &half);
    let psi = c.add(&psi, &series);
    let psi = c.sub(&psi, &steps);

    // psi(x) = psi(1 - x) - pi cot(pi x); the distance to the nearest integer is exact, and has the same cotangent.
    let shifted = c.plus(&x, 0.5);
    let nearest = c.floor(&shifted);
    let distance = c.sub(&x, &nearest);
    let angle = c.times(&distance, PI);
    let (sin, cos) = (c.sin(&angle), c.cos(&angle));
    let cotangent = c.div(&cos, &sin);
    let cotangent = c.times(&cotangent, PI);
    let reflected = c.sub(&psi, &cotangent);
    let is_pole = c.equal(&x, &nearest);
    let nan = c.number(f32::NAN);
    let reflected = c.select(&is_pole, &nan, &reflected);
    let y = c.select(&is_left, &reflected, &psi);
    c.finish(&y)
}
