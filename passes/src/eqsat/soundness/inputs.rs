//! Numbers to try a rule with.

use core_ir::{ConstData, Context, Type, TypeId};
use eval::{DType, Tensor};

use super::random::Random;
use crate::eqsat::rules::Exactness;

/// Which numbers tensors are filled with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Regime {
    /// From -2 to 2.
    Near,
    /// From 0.25 to 3, for what is no number below zero.
    Positive,
    /// From -9 to 9, to reach bounds.
    Wide,
    /// Between these.
    Between(f64, f64),
    /// Zeros, infinities and NaN among others.
    Infinite,
    /// Those, and the largest, the smallest and denormal numbers.
    Extreme,
}

impl Regime {
    /// What rules of a class of exactness are tried with.
    pub(super) fn of(exactness: Exactness) -> &'static [Regime] {
        match exactness {
            Exactness::Exact => {
                &[Regime::Near, Regime::Positive, Regime::Wide, Regime::Extreme, Regime::Infinite]
            }
            Exactness::Ulp(_) => &[Regime::Near, Regime::Positive, Regime::Wide, Regime::Infinite],
            Exactness::Reassoc | Exactness::Approx(_) => &[Regime::Near, Regime::Positive, Regime::Wide],
        }
    }

    fn float(self, random: &mut Random, largest: f64) -> f64 {
        let plain = |random: &mut Random| random.float(-2.0, 2.0);
        match self {
            Regime::Near => plain(random),
            Regime::Positive => random.float(0.25, 3.0),
            Regime::Wide => random.float(-9.0, 9.0),
            Regime::Between(low, high) => random.float(low, high),
            Regime::Infinite | Regime::Extreme => {
                let special = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, 1.0, -1.0];
                let extreme = [largest, -largest, 1.0 / largest, -1.0 / largest, 1e-40, 1e30];
                match random.below(10) {
                    0..4 => *random.of(&special),
                    4..7 if self == Regime::Extreme => *random.of(&extreme),
                    _ => plain(random),
                }
            }
        }
    }

    fn int(self, random: &mut Random, least: i64, most: i64) -> i64 {
        let (low, high) = match self {
            Regime::Near => (-3, 3),
            Regime::Positive => (1, 4),
            Regime::Wide => (-9, 9),
            Regime::Between(low, high) => (low.ceil() as i64, high.floor() as i64),
            Regime::Infinite | Regime::Extreme => (-2, 2),
        };
        match self {
            Regime::Extreme if random.chance(40) => *random.of(&[least, most, 0, -1]).max(&least),
            _ => random.int(low, high).clamp(least, most),
        }
    }
}

/// Elements of a type as a constant holds them; `None` for types that no tensor can hold.
pub(super) fn data(
    ctx: &Context,
    random: &mut Random,
    elem: TypeId,
    count: usize,
    regime: Regime,
) -> Option<ConstData> {
    let mut bytes = Vec::new();
    match ctx.type_of(elem) {
        Type::Float(_) => {
            let largest = ctx.largest_float(elem)?;
            for _ in 0..count {
                bytes.extend(ctx.float_to_bytes(elem, regime.float(random, largest))?);
            }
        }
        Type::Complex(TypeId::F32) => {
            for _ in 0..2 * count {
                bytes.extend((regime.float(random, f32::MAX.into()) as f32).to_le_bytes());
            }
        }
        Type::Integer { width: 1, .. } => bytes.extend((0..count).map(|_| u8::from(random.chance(50)))),
        Type::Integer { width, signedness } => {
            let unsigned = *signedness == core_ir::Signedness::Unsigned;
            let bits = (*width).clamp(2, 64);
            let most = if unsigned && bits < 64 { (1i64 << bits) - 1 } else { i64::MAX >> (64 - bits) };
            let least = if unsigned { 0 } else { i64::MIN >> (64 - bits) };
            let width = ctx.elem_bytes(elem)?;
            for _ in 0..count {
                bytes.extend(&regime.int(random, least, most).to_le_bytes()[..width]);
            }
        }
        _ if DType::of(ctx, elem) == Some(DType::Str) => {
            let words: [&[u8]; 3] = [b"a", b"bc", b""];
            let strings = (0..count).map(|_| Box::<[u8]>::from(*random.of(&words))).collect::<Vec<_>>();
            return Some(ConstData::Strings(strings.into()));
        }
        _ => return None,
    }
    Some(ConstData::Owned(bytes.into()))
}

/// A tensor filled by `regime`.
pub(super) fn tensor(
    ctx: &Context,
    random: &mut Random,
    elem: TypeId,
    shape: &[usize],
    regime: Regime,
) -> Option<Tensor> {
    let data = data(ctx, random, elem, shape.iter().product(), regime)?;
    Tensor::from_data(shape, DType::of(ctx, elem)?, &data).ok()
}

/// A tensor of integers.
pub(super) fn int_tensor(ctx: &Context, elem: TypeId, shape: &[usize], ints: &[i64]) -> Option<Tensor> {
    let width = ctx.elem_bytes(elem)?;
    let bytes: Vec<u8> = ints.iter().flat_map(|n| n.to_le_bytes()[..width].to_vec()).collect();
    Tensor::from_data(shape, DType::of(ctx, elem)?, &ConstData::Owned(bytes.into())).ok()
}
