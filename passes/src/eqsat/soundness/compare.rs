//! How far results may be apart.

use eval::Tensor;

use crate::eqsat::rules::Exactness;

/// So many roundings of the largest number on the way is what another order of operations may cost.
const REASSOCIATED_ROUNDINGS: f64 = 64.0;

/// Numbers of a float type.
pub(super) struct Floats {
    elems: Vec<f64>,
    /// Binary digits of a number, the first included.
    digits: i32,
    /// The exponent of the smallest normal number.
    least_exponent: i32,
}

impl Floats {
    /// The elements of a tensor of floats; complex ones are two each.
    pub(super) fn of(tensor: &Tensor) -> Option<Floats> {
        let (elems, digits, least_exponent) = match tensor {
            Tensor::F32(a) => (a.iter().map(|&x| x.into()).collect(), 24, -126),
            Tensor::F64(a) => (a.iter().copied().collect(), 53, -1022),
            Tensor::F16(a) => (a.iter().map(|x| x.to_f64()).collect(), 11, -14),
            Tensor::BF16(a) => (a.iter().map(|x| x.to_f64()).collect(), 8, -126),
            Tensor::C64(a) => (a.iter().flat_map(|z| [z.re.into(), z.im.into()]).collect(), 24, -126),
            _ => return None,
        };
        Some(Floats { elems, digits, least_exponent })
    }

    /// The largest finite magnitude.
    pub(super) fn largest(&self) -> f64 {
        self.elems.iter().map(|x| x.abs()).filter(|x| x.is_finite()).fold(0.0, f64::max)
    }

    /// The distance from 1 to the next number.
    pub(super) fn epsilon(&self) -> f64 {
        2f64.powi(1 - self.digits)
    }

    /// The distance of `x` from the next number of its type.
    fn ulp(&self, x: f64) -> f64 {
        let exponent = if x == 0.0 { self.least_exponent } else { x.abs().log2().floor() as i32 };
        2f64.powi(exponent.max(self.least_exponent) + 1 - self.digits)
    }
}

/// What the numbers on the way to both results were like.
#[derive(Clone, Copy, Default)]
pub(super) struct Way {
    /// The largest finite magnitude.
    pub(super) largest: f64,
    /// The coarsest [`Floats::epsilon`].
    pub(super) epsilon: f64,
}

impl Way {
    /// Takes in the elements of a tensor.
    pub(super) fn pass(&mut self, tensor: &Tensor) {
        if let Some(floats) = Floats::of(tensor) {
            self.largest = self.largest.max(floats.largest());
            self.epsilon = self.epsilon.max(floats.epsilon());
        }
    }
}

/// Whether two results of one rule are as near to each other as the rule says. `Err` says where they are not.
pub(super) fn compare(left: &Tensor, right: &Tensor, exactness: Exactness, way: Way) -> Result<(), String> {
    if left.shape() != right.shape() {
        return Err(format!("the shapes {:?} and {:?}", left.shape(), right.shape()));
    }
    let (Some(a), Some(b)) = (Floats::of(left), Floats::of(right)) else {
        return if left == right { Ok(()) } else { Err("elements that are not equal".into()) };
    };
    if left.dtype() != right.dtype() {
        return Err("different element types".into());
    }
    let largest = a.largest().max(b.largest()).max(1.0);
    for (i, (&x, &y)) in a.elems.iter().zip(&b.elems).enumerate() {
        let is_near = x == y
            || x.is_nan() && y.is_nan()
            || x.is_finite() && y.is_finite() && {
                let apart = (x - y).abs();
                match exactness {
                    Exactness::Exact => false,
                    Exactness::Ulp(n) => apart <= n * a.ulp(x.abs().max(y.abs())),
                    Exactness::Reassoc => {
                        apart <= REASSOCIATED_ROUNDINGS * way.epsilon * way.largest.max(1.0)
                    }
                    // A tolerance below the type's own precision would only say that nothing is computed.
                    Exactness::Approx(tolerance) => {
                        tolerance > 0.0 && apart <= tolerance.max(8.0 * a.epsilon()) * largest
                    }
                }
            };
        if !is_near {
            return Err(format!("{x:?} and {y:?} at element {i}"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differ(exactness: Exactness, x: f32, y: f32) -> bool {
        let mut way = Way::default();
        let (x, y) = (Tensor::vector(vec![x, 2.0]), Tensor::vector(vec![y, 2.0]));
        way.pass(&x);
        way.pass(&y);
        compare(&x, &y, exactness, way).is_err()
    }

    #[test]
    fn exact_is_bit_by_bit_but_for_nan_and_the_sign_of_zero() {
        assert!(!differ(Exactness::Exact, f32::NAN, -f32::NAN));
        assert!(!differ(Exactness::Exact, 0.0, -0.0));
        assert!(differ(Exactness::Exact, 1.0, 1.0 + f32::EPSILON));
        assert!(differ(Exactness::Exact, f32::INFINITY, f32::NAN));
    }

    #[test]
    fn units_in_the_last_place_are_counted() {
        assert!(!differ(Exactness::Ulp(2.0), 1.0, 1.0 + 2.0 * f32::EPSILON));
        assert!(differ(Exactness::Ulp(2.0), 1.0, 1.0 + 3.0 * f32::EPSILON));
        assert!(!differ(Exactness::Ulp(1.0), 0.0, f32::from_bits(1)));
        assert!(differ(Exactness::Ulp(1.0), 0.0, f32::from_bits(2)));
        assert!(differ(Exactness::Ulp(4.0), f32::MAX, f32::INFINITY));
    }

    #[test]
    fn tolerances_are_relative() {
        assert!(!differ(Exactness::Approx(1e-3), 1.0, 1.0015));
        assert!(differ(Exactness::Approx(1e-3), 1.0, 1.003));
        assert!(differ(Exactness::Approx(0.0), 1.0, 1.0 + f32::EPSILON));
        assert!(!differ(Exactness::Reassoc, 1.0, 1.0 + 16.0 * f32::EPSILON));
        assert!(differ(Exactness::Reassoc, 1.0, 1.001));
    }
}
