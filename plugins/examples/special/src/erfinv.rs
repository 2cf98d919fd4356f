//! The inverse of the error function.

use tfl_opt_plugin::{Failure, Fragment, Op};

use crate::calc::Calc;

/// M. Giles, "Approximating the erfinv function", GPU Computing Gems Jade Edition (2011), ch. 10, single precision: two
/// polynomials in w = -log(1 - x²). Outside [-1, 1] the logarithm is of a negative number, hence NaN.
pub fn convert(op: &Op) -> Result<Fragment, Failure> {
    let mut c = Calc::new(op)?;
    let x = c.operand(op, 0)?;
    // 1 - x² loses what distinguishes an x close to one; the product does not.
    let (above, below) = (c.from(1.0, &x), c.plus(&x, 1.0));
    let product = c.mul(&above, &below);
    let log = c.log(&product);
    let w = c.from(0.0, &log);
    let near = c.plus(&w, -2.5);
    let near = c.polynomial(&CENTRE, &near);
    let root = c.sqrt(&w);
    let far = c.plus(&root, -3.0);
    let far = c.polynomial(&TAIL, &far);
    let five = c.number(5.0);
    let is_near = c.less(&w, &five);
    let factor = c.select(&is_near, &near, &far);
    // At the ends w is infinite, and the polynomial is what infinities of both signs add up to.
    let (size, one) = (c.abs(&x), c.number(1.0));
    let at_end = c.equal(&size, &one);
    let infinite = c.number(f32::INFINITY);
    let factor = c.select(&at_end, &infinite, &factor);
    let y = c.mul(&factor, &x);
    c.finish(&y)
}

const CENTRE: [f32; 9] = [
    2.810_226_4e-8,
    3.432_739_4e-7,
    -3.523_387_7e-6,
    -4.391_506_5e-6,
    0.000_218_580_87,
    -0.001_253_725,
    -0.004_177_681_6,
    0.246_640_73,
    1.501_409_4,
];

const TAIL: [f32; 9] = [
    -0.000_200_214_26,
    0.000_100_950_56,
    0.001_349_343_2,
    -0.003_673_428_4,
    0.005_739_507_7,
    -0.007_622_461_3,
    0.009_438_870_5,
    1.001_674_1,
    2.832_976_8,
];
