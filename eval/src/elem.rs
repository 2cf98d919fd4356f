//! The element types of tensors, and the arithmetic that kernels are generic over.
//!
//! Kernels compute with `f32`, `f64`, `i32`, `i64` and `u64` only. Narrower numbers are widened before and narrowed
//! after, which gives the same elements: 16-bit floats are rounded once, integers wrap around.

use half::{bf16, f16};

use crate::tensor::{Array, DType, Tensor};

/// An element of a string tensor: bytes, because TensorFlow's strings are.
pub type Bytes = Box<[u8]>;

/// A complex number of two `f32`.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct C64 {
    /// The real part.
    pub re: f32,
    /// The imaginary part.
    pub im: f32,
}

/// A type that a [`Tensor`] can hold.
pub trait Elem: Clone + PartialEq + Default + Send + Sync + std::fmt::Debug + 'static {
    /// Its tag.
    const DTYPE: DType;

    /// The tensor that holds `array`.
    fn wrap(array: Array<Self>) -> Tensor;

    /// The array that `tensor` holds, if its elements are of this type.
    fn peel(tensor: &Tensor) -> Option<&Array<Self>>;
}

/// An element that is stored as little-endian bytes of fixed width.
pub trait Stored: Elem + Copy {
    /// The element in the first bytes of `bytes`, which must be at least as many as the type's size.
    fn load(bytes: &[u8]) -> Self;

    /// Appends the element's bytes.
    fn store(self, out: &mut Vec<u8>);
}

macro_rules! stored {
    ($($ty:ty),*) => {$(
        impl Stored for $ty {
            #[inline]
            fn load(bytes: &[u8]) -> Self {
                let mut raw = [0; size_of::<$ty>()];
                raw.copy_from_slice(&bytes[..size_of::<$ty>()]);
                <$ty>::from_le_bytes(raw)
            }

            #[inline]
            fn store(self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }
        }
    )*};
}

stored!(f32, f64, f16, bf16, i8, i16, i32, i64, u8, u16, u32, u64);

impl Stored for bool {
    fn load(bytes: &[u8]) -> Self {
        bytes[0] != 0
    }

    fn store(self, out: &mut Vec<u8>) {
        out.push(self.into());
    }
}

impl Stored for C64 {
    fn load(bytes: &[u8]) -> Self {
        Self { re: f32::load(bytes), im: f32::load(&bytes[4..]) }
    }

    fn store(self, out: &mut Vec<u8>) {
        self.re.store(out);
        self.im.store(out);
    }
}

/// Numbers that add and multiply; integers wrap around.
pub trait Ring: Elem + Copy {
    /// 0
    const ZERO: Self;
    /// 1
    const ONE: Self;

    /// `self + other`
    fn plus(self, other: Self) -> Self;
    /// `self - other`
    fn minus(self, other: Self) -> Self;
    /// `-self`
    fn negated(self) -> Self;
    /// `self * other`
    fn times(self, other: Self) -> Self;
    /// `self / other`, towards zero for integers; `None` for an integer division by zero.
    fn over(self, other: Self) -> Option<Self>;
}

/// Real numbers.
pub trait Number: Ring + PartialOrd {
    /// The least value, minus infinity for floats.
    const LEAST: Self;
    /// The greatest value, infinity for floats.
    const GREATEST: Self;

    /// The least finite value.
    const LOWEST_FINITE: Self;
    /// The greatest finite value.
    const GREATEST_FINITE: Self;

    /// The quotient rounded towards minus infinity.
    fn floor_over(self, other: Self) -> Option<Self>;
    /// The remainder with the sign of the divisor.
    fn floor_rem(self, other: Self) -> Option<Self>;
    /// The remainder with the sign of the dividend.
    fn trunc_rem(self, other: Self) -> Option<Self>;
    /// The absolute value.
    fn magnitude(self) -> Self;
    /// -1, 0 or 1, NaN for NaN.
    fn sign(self) -> Self;
    /// The power, `None` for an integer to a negative power.
    fn power(self, exponent: Self) -> Option<Self>;
    /// The value as `f64`, rounded.
    fn to_f64(self) -> f64;
    /// The nearest value, integers saturated.
    fn from_f64(value: f64) -> Self;
    /// The value as another type, as TensorFlow casts on the machines it is tested on.
    fn cast<T: CastFrom>(self) -> T;
    /// Whether the value is NaN.
    fn is_nan(self) -> bool {
        self.to_f64().is_nan()
    }
}

/// What every number can be cast to. A float out of an integer's range becomes what x86 makes of it, because that is
/// what TensorFlow does: the least `i32` or `i64`, cut down to narrower types.
pub trait CastFrom: Elem {
    /// From a signed or narrow integer.
    fn from_i64(value: i64) -> Self;
    /// From a wide unsigned integer.
    fn from_u64(value: u64) -> Self;
    /// From a float of at most 32 bits.
    fn from_f32(value: f32) -> Self;
    /// From a float.
    fn from_f64(value: f64) -> Self;
}

fn f64_to_i32(value: f64) -> i32 {
    let inside = value > -2147483649.0 && value < 2147483648.0;
    if inside { value as i32 } else { i32::MIN }
}

fn f64_to_i64(value: f64) -> i64 {
    let inside = (-9223372036854775808.0..9223372036854775808.0).contains(&value);
    if inside { value as i64 } else { i64::MIN }
}

fn f64_to_u64(value: f64) -> u64 {
    const HALF: f64 = 9223372036854775808.0;
    if value < HALF { f64_to_i64(value) as u64 } else { (f64_to_i64(value - HALF) as u64) ^ (1 << 63) }
}

macro_rules! cast_to_ints {
    ($($ty:ident, $from_float:expr;)*) => {$(
        impl CastFrom for $ty {
            fn from_i64(value: i64) -> Self { value as $ty }
            fn from_u64(value: u64) -> Self { value as $ty }
            fn from_f32(value: f32) -> Self { <$ty as CastFrom>::from_f64(value.into()) }
            fn from_f64(value: f64) -> Self { $from_float(value) as $ty }
        }
    )*};
}

cast_to_ints! {
    i8, f64_to_i32;
    i16, f64_to_i32;
    i32, f64_to_i32;
    i64, f64_to_i64;
    u8, f64_to_i32;
    u16, f64_to_i32;
    u32, f64_to_i64;
    u64, f64_to_u64;
}

macro_rules! ints {
    ($($ty:ident, $carry:ident, $wide:ident;)*) => {$(
        impl Ring for $ty {
            const ZERO: Self = 0;
            const ONE: Self = 1;
            fn plus(self, other: Self) -> Self { self.wrapping_add(other) }
            fn minus(self, other: Self) -> Self { self.wrapping_sub(other) }
            fn times(self, other: Self) -> Self { self.wrapping_mul(other) }
            fn negated(self) -> Self { self.wrapping_neg() }
            fn over(self, other: Self) -> Option<Self> {
                (other != 0).then(|| self.wrapping_div(other))
            }
        }

        #[allow(unused_comparisons)]
        impl Number for $ty {
            const LEAST: Self = $ty::MIN;
            const GREATEST: Self = $ty::MAX;
            const LOWEST_FINITE: Self = $ty::MIN;
            const GREATEST_FINITE: Self = $ty::MAX;
            fn floor_over(self, other: Self) -> Option<Self> {
                let quotient = self.over(other)?;
                let inexact = self.wrapping_rem(other) != 0;
                Some(if inexact && (self < 0) != (other < 0) { quotient.wrapping_sub(1) } else { quotient })
            }
            fn floor_rem(self, other: Self) -> Option<Self> {
                let rest = self.trunc_rem(other)?;
                Some(if rest != 0 && (rest < 0) != (other < 0) { rest.wrapping_add(other) } else { rest })
            }
            fn trunc_rem(self, other: Self) -> Option<Self> {
                (other != 0).then(|| self.wrapping_rem(other))
            }
            fn magnitude(self) -> Self { if self < 0 { self.wrapping_neg() } else { self } }
            fn sign(self) -> Self {
                if self < 0 { Self::ZERO.wrapping_sub(1) } else { $ty::from(self > 0) }
            }
            fn power(self, exponent: Self) -> Option<Self> {
                if exponent < 0 { return None; }
                let (mut result, mut base, mut left) = (Self::ONE, self, exponent);
                while left > 0 {
                    if left & 1 == 1 { result = result.wrapping_mul(base); }
                    base = base.wrapping_mul(base);
                    left >>= 1;
                }
                Some(result)
            }
            fn to_f64(self) -> f64 { self as f64 }
            fn from_f64(value: f64) -> Self { value as $ty }
            fn cast<T: CastFrom>(self) -> T { T::$carry(self as $wide) }
        }
    )*};
}

ints! {
    i32, from_i64, i64;
    i64, from_i64, i64;
    u64, from_u64, u64;
}

/// Floats: what kernels of real functions are generic over.
pub trait Float: Number {
    /// Applies one of a pair of functions, the one for this precision.
    fn apply(self, f32_fn: impl FnOnce(f32) -> f32, f64_fn: impl FnOnce(f64) -> f64) -> Self;
}

macro_rules! floats {
    ($($ty:ident, $carry:ident;)*) => {$(
        impl Ring for $ty {
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            #[inline]
            fn plus(self, other: Self) -> Self { self + other }
            #[inline]
            fn minus(self, other: Self) -> Self { self - other }
            #[inline]
            fn times(self, other: Self) -> Self { self * other }
            #[inline]
            fn negated(self) -> Self { -self }
            #[inline]
            fn over(self, other: Self) -> Option<Self> { Some(self / other) }
        }

        impl Number for $ty {
            const LEAST: Self = $ty::NEG_INFINITY;
            const GREATEST: Self = $ty::INFINITY;
            const LOWEST_FINITE: Self = $ty::MIN;
            const GREATEST_FINITE: Self = $ty::MAX;
            fn floor_over(self, other: Self) -> Option<Self> { Some((self / other).floor()) }
            fn floor_rem(self, other: Self) -> Option<Self> {
                let rest = self % other;
                Some(if rest != 0.0 && (rest < 0.0) != (other < 0.0) { rest + other } else { rest })
            }
            fn trunc_rem(self, other: Self) -> Option<Self> { Some(self % other) }
            fn magnitude(self) -> Self { self.abs() }
            fn sign(self) -> Self {
                if self == 0.0 || self.is_nan() { self } else { self.signum() }
            }
            fn power(self, exponent: Self) -> Option<Self> { Some(self.powf(exponent)) }
            fn to_f64(self) -> f64 { self.into() }
            fn from_f64(value: f64) -> Self { <$ty as CastFrom>::from_f64(value) }
            fn cast<T: CastFrom>(self) -> T { T::$carry(self) }
        }

    )*};
}

floats! {
    f32, from_f32;
    f64, from_f64;
}

impl Float for f32 {
    fn apply(self, f32_fn: impl FnOnce(f32) -> f32, _: impl FnOnce(f64) -> f64) -> Self {
        f32_fn(self)
    }
}

impl Float for f64 {
    fn apply(self, _: impl FnOnce(f32) -> f32, f64_fn: impl FnOnce(f64) -> f64) -> Self {
        f64_fn(self)
    }
}

macro_rules! cast_to_floats {
    ($($ty:ident: $i:expr, $u:expr, $f:expr, $d:expr;)*) => {$(
        impl CastFrom for $ty {
            fn from_i64(value: i64) -> Self { $i(value) }
            fn from_u64(value: u64) -> Self { $u(value) }
            fn from_f32(value: f32) -> Self { $f(value) }
            fn from_f64(value: f64) -> Self { $d(value) }
        }
    )*};
}

cast_to_floats! {
    f32: |v| v as f32, |v| v as f32, |v| v, |v| v as f32;
    f64: |v| v as f64, |v| v as f64, f64::from, |v| v;
    f16: |v| f16::from_f32(v as f32), |v| f16::from_f32(v as f32), f16::from_f32, |v| f16::from_f32(v as f32);
    bf16: |v| bf16::from_f32(v as f32), |v| bf16::from_f32(v as f32), bf16::from_f32, |v| bf16::from_f32(v as f32);
    bool: |v| v != 0, |v| v != 0, |v| v != 0.0, |v| v != 0.0;
    C64: |v| C64 { re: v as f32, im: 0.0 }, |v| C64 { re: v as f32, im: 0.0 }, |re| C64 { re, im: 0.0 },
        |v| C64 { re: v as f32, im: 0.0 };
}

impl Ring for C64 {
    const ZERO: Self = C64 { re: 0.0, im: 0.0 };
    const ONE: Self = C64 { re: 1.0, im: 0.0 };

    fn plus(self, other: Self) -> Self {
        C64 { re: self.re + other.re, im: self.im + other.im }
    }

    fn minus(self, other: Self) -> Self {
        C64 { re: self.re - other.re, im: self.im - other.im }
    }

    fn negated(self) -> Self {
        C64 { re: -self.re, im: -self.im }
    }

    fn times(self, other: Self) -> Self {
        C64 { re: self.re * other.re - self.im * other.im, im: self.re * other.im + self.im * other.re }
    }

    fn over(self, other: Self) -> Option<Self> {
        let norm = other.re * other.re + other.im * other.im;
        let product = self.times(C64 { re: other.re, im: -other.im });
        Some(C64 { re: product.re / norm, im: product.im / norm })
    }
}
