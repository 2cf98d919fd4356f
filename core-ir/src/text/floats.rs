//! Floats between bits, numbers and text, in every format of MLIR's builtin dialect. Numbers are doubles here: what is
//! more in a wider format survives as bits, in elements, and is printed so.
//!
//! Text is what LLVM's `APFloat` prints: six significant digits in exponential notation where that reads back as the
//! same number, else as many digits as the format can hold, else the bits in hexadecimal.

use std::fmt::Write;

use crate::types::FloatKind;

/// The shape of a binary float format.
struct Format {
    exp_bits: u32,
    man_bits: u32,
    bias: i32,
    special: Special,
}

/// Which codes are not numbers.
#[derive(Clone, Copy, PartialEq)]
enum Special {
    /// The largest exponent holds infinities and NaNs.
    Ieee,
    /// Only the code of all ones is NaN; no infinity.
    AllOnesNan,
    /// Only the code of negative zero is NaN; no infinity.
    NegativeZeroNan,
    /// Every code is a number.
    None,
}

/// `None` for `f80` and `f128`, which are [`Wide`], and for `f8E8M0FNU`, which has no sign.
fn format_of(kind: FloatKind) -> Option<Format> {
    use FloatKind::*;
    use Special::*;
    let (exp_bits, man_bits, bias, special) = match kind {
        F4E2M1FN => (2, 1, 1, None),
        F6E2M3FN => (2, 3, 1, None),
        F6E3M2FN => (3, 2, 3, None),
        F8E5M2 => (5, 2, 15, Ieee),
        F8E4M3 => (4, 3, 7, Ieee),
        F8E4M3FN => (4, 3, 7, AllOnesNan),
        F8E5M2FNUZ => (5, 2, 16, NegativeZeroNan),
        F8E4M3FNUZ => (4, 3, 8, NegativeZeroNan),
        F8E4M3B11FNUZ => (4, 3, 11, NegativeZeroNan),
        F8E3M4 => (3, 4, 3, Ieee),
        BF16 => (8, 7, 127, Ieee),
        F16 => (5, 10, 15, Ieee),
        TF32 => (8, 10, 127, Ieee),
        F32 => (8, 23, 127, Ieee),
        F64 => (11, 52, 1023, Ieee),
        F8E8M0FNU | F80 | F128 => return Option::None,
    };
    Some(Format { exp_bits, man_bits, bias, special })
}

/// A format with 15 bits of exponent and more of mantissa than a double has.
struct Wide {
    man_bits: u32,
    /// Whether the bit before the point is written.
    explicit: bool,
}

impl Wide {
    const BIAS: i32 = 16383;
    const MAX_EXP: u128 = 0x7fff;

    fn of(kind: FloatKind) -> Option<Self> {
        match kind {
            FloatKind::F80 => Some(Self { man_bits: 63, explicit: true }),
            FloatKind::F128 => Some(Self { man_bits: 112, explicit: false }),
            _ => None,
        }
    }

    fn exp_shift(&self) -> u32 {
        self.man_bits + u32::from(self.explicit)
    }

    fn encode(&self, value: f64) -> u128 {
        let bits = value.to_bits();
        let sign = u128::from(bits >> 63) << (self.exp_shift() + 15);
        let (exp, man) = ((bits >> 52 & 0x7ff) as i32, bits & ((1 << 52) - 1));
        let (exp, man) = match (exp, man) {
            (0, 0) => return sign,
            // What is subnormal among doubles is normal here.
            (0, man) => {
                let up = man.leading_zeros() - 11;
                (-1022 - up as i32, man << up)
            }
            (exp, man) => (exp - 1023, man | 1 << 52),
        };
        let field = if exp == 1024 { Self::MAX_EXP } else { (exp + Self::BIAS) as u128 };
        let man = u128::from(man) << (self.man_bits - 52);
        let man = if self.explicit { man } else { man & ((1 << self.man_bits) - 1) };
        sign | field << self.exp_shift() | man
    }

    /// The nearest double, which is the number where that is one.
    fn decode(&self, bits: u128) -> f64 {
        let negative = bits >> (self.exp_shift() + 15) & 1 == 1;
        let field = bits >> self.exp_shift() & Self::MAX_EXP;
        let point = 1u128 << self.man_bits;
        let man = match self.explicit {
            true => bits & (2 * point - 1),
            false if field == 0 => bits & (point - 1),
            false => bits & (point - 1) | point,
        };
        let magnitude = match field {
            Self::MAX_EXP if man & (point - 1) == 0 => f64::INFINITY,
            Self::MAX_EXP => f64::NAN,
            _ => {
                // Beyond these exponents every mantissa gives zero or infinity.
                let exp = (field.max(1) as i32 - Self::BIAS - self.man_bits as i32).clamp(-1400, 1100);
                let half = exp / 2;
                man as f64 * pow2(half) * pow2(exp - half)
            }
        };
        if negative { -magnitude } else { magnitude }
    }
}

/// Bits of precision, the hidden one included.
fn precision(kind: FloatKind) -> u32 {
    match kind {
        FloatKind::F8E8M0FNU => 1,
        FloatKind::F80 => 64,
        FloatKind::F128 => 113,
        _ => format_of(kind).map_or(53, |f| f.man_bits + 1),
    }
}

fn pow2(exp: i32) -> f64 {
    // Two factors, because an exponent below -1022 is not a normal number.
    let half = exp / 2;
    f64::powi(2.0, half) * f64::powi(2.0, exp - half)
}

/// The number that `bits` are in format `kind`.
pub(crate) fn decode(kind: FloatKind, bits: u128) -> f64 {
    match Wide::of(kind) {
        Some(wide) => wide.decode(bits),
        None => decode_narrow(kind, bits as u64),
    }
}

fn decode_narrow(kind: FloatKind, bits: u64) -> f64 {
    match kind {
        FloatKind::F64 => return f64::from_bits(bits),
        FloatKind::F32 if !f32::from_bits(bits as u32).is_nan() => {
            return f64::from(f32::from_bits(bits as u32));
        }
        FloatKind::F8E8M0FNU => {
            return if bits == 0xff { f64::NAN } else { pow2(bits as i32 - 127) };
        }
        _ => {}
    }
    let Some(f) = format_of(kind) else { return f64::NAN };
    let negative = bits >> (f.exp_bits + f.man_bits) & 1 == 1;
    let exp = bits >> f.man_bits & ((1 << f.exp_bits) - 1);
    let man = bits & ((1 << f.man_bits) - 1);
    let (max_exp, max_man) = ((1 << f.exp_bits) - 1, (1 << f.man_bits) - 1);
    let nan = match f.special {
        Special::Ieee => exp == max_exp && man != 0,
        Special::AllOnesNan => exp == max_exp && man == max_man,
        Special::NegativeZeroNan => negative && exp == 0 && man == 0,
        Special::None => false,
    };
    let magnitude = if nan && f.special == Special::Ieee {
        // What a NaN says of itself moves along with it.
        f64::from_bits(f64::INFINITY.to_bits() | man << (f64::MANTISSA_DIGITS - 1 - f.man_bits))
    } else if nan {
        f64::NAN
    } else if f.special == Special::Ieee && exp == max_exp {
        f64::INFINITY
    } else if exp == 0 {
        man as f64 * pow2(1 - f.bias - f.man_bits as i32)
    } else {
        (1u64 << f.man_bits | man) as f64 * pow2(exp as i32 - f.bias - f.man_bits as i32)
    };
    if negative { -magnitude } else { magnitude }
}

/// The bits of `value` in format `kind`, rounded to nearest, ties to even. What is too large becomes an infinity, or
/// NaN where the format has none, or its largest number where it has neither.
pub(crate) fn encode(kind: FloatKind, value: f64) -> u128 {
    match Wide::of(kind) {
        Some(wide) => wide.encode(value),
        None => encode_narrow(kind, value).into(),
    }
}

fn encode_narrow(kind: FloatKind, value: f64) -> u64 {
    match kind {
        FloatKind::F64 => return value.to_bits(),
        FloatKind::F32 if !value.is_nan() => return u64::from((value as f32).to_bits()),
        FloatKind::F8E8M0FNU => {
            let exp = value.log2().round_ties_even();
            return if (-127.0..=127.0).contains(&exp) { (exp + 127.0) as u64 } else { 0xff };
        }
        _ => {}
    }
    let Some(f) = format_of(kind) else { return value.to_bits() };
    let sign = u64::from(value.is_sign_negative()) << (f.exp_bits + f.man_bits);
    let (max_exp, max_man) = ((1u64 << f.exp_bits) - 1, (1u64 << f.man_bits) - 1);
    let nan = match f.special {
        Special::Ieee => sign | max_exp << f.man_bits | 1 << (f.man_bits - 1),
        Special::AllOnesNan => sign | max_exp << f.man_bits | max_man,
        Special::NegativeZeroNan => 1 << (f.exp_bits + f.man_bits),
        Special::None => sign | max_exp << f.man_bits | max_man,
    };
    if value.is_nan() {
        let said = value.to_bits() >> (f64::MANTISSA_DIGITS - 1 - f.man_bits) & max_man;
        return if f.special == Special::Ieee && said != 0 {
            sign | max_exp << f.man_bits | said
        } else {
            nan
        };
    }
    let largest = largest_code(&f);
    let magnitude = value.abs();
    let min_exp = 1 - f.bias;
    let value_exp = ((magnitude.to_bits() >> 52) as i32 - 1023).max(min_exp);
    let quantum = pow2(value_exp - f.man_bits as i32);
    // Both operations are exact, except for the rounding that is wanted.
    let steps = (magnitude / quantum).round_ties_even();
    let rounded = steps * quantum;
    if rounded > decode_narrow(kind, largest) {
        return match f.special {
            Special::Ieee => sign | max_exp << f.man_bits,
            Special::None => sign | largest,
            _ => nan,
        };
    }
    if rounded == 0.0 {
        return if f.special == Special::NegativeZeroNan { 0 } else { sign };
    }
    let mut steps = steps as u64;
    let mut exp = value_exp;
    if steps >> (f.man_bits + 1) == 1 {
        steps >>= 1;
        exp += 1;
    }
    let is_normal = steps >> f.man_bits == 1;
    let exp_field = if is_normal { (exp + f.bias) as u64 } else { 0 };
    sign | exp_field << f.man_bits | (steps & max_man)
}

/// The code of the largest finite number.
fn largest_code(f: &Format) -> u64 {
    let (max_exp, max_man) = ((1u64 << f.exp_bits) - 1, (1u64 << f.man_bits) - 1);
    match f.special {
        Special::Ieee => (max_exp - 1) << f.man_bits | max_man,
        Special::AllOnesNan => max_exp << f.man_bits | (max_man - 1),
        Special::NegativeZeroNan | Special::None => max_exp << f.man_bits | max_man,
    }
}

/// The largest finite number of format `kind`; `None` for formats that no number here has.
pub(crate) fn largest(kind: FloatKind) -> Option<f64> {
    Some(decode(kind, largest_code(&format_of(kind)?).into()))
}

/// `value` rounded to `kind`.
pub(crate) fn round(kind: FloatKind, value: f64) -> f64 {
    decode(kind, encode(kind, value))
}

/// Writes the number that `bits` are in format `kind`.
pub(crate) fn write_bits(out: &mut String, kind: FloatKind, bits: u128) {
    let value = decode(kind, bits);
    let is_number = value.is_finite() && (Wide::of(kind).is_none() || encode(kind, value) == bits);
    if is_number && (write_short(out, kind, value) || write_long(out, kind, value)) {
        return;
    }
    let _ = write!(out, "0x{bits:X}");
}

/// Writes `value`, which is a number of format `kind`.
pub(crate) fn write_float(out: &mut String, kind: FloatKind, value: f64) {
    write_bits(out, kind, encode(kind, value));
}

/// Six digits, where they say it all.
fn write_short(out: &mut String, kind: FloatKind, value: f64) -> bool {
    const SHORT: [&str; 4] = ["0.000000e+00", "1.000000e+00", "5.000000e-01", "2.000000e+00"];
    for (number, text) in [0.0, 1.0, 0.5, 2.0].into_iter().zip(SHORT) {
        if value.to_bits() == f64::to_bits(number) {
            out.push_str(text);
            return true;
        }
    }
    let start = out.len();
    let (negative, digits, exp) = digits(value, 6);
    out.push_str(if negative { "-" } else { "" });
    out.push(digits[0] as char);
    out.push('.');
    (1..6).for_each(|i| out.push(digits.get(i).map_or('0', |&d| d as char)));
    let _ = write!(out, "e{exp}");
    // The mantissa has six digits but is printed with seven.
    let Some(e) = out[start..].find('e').map(|at| start + at) else { return false };
    let exp: i32 = out[e + 1..].parse().unwrap_or(0);
    let same = match kind {
        FloatKind::F32 => out[start..].parse::<f32>().is_ok_and(|x| x.to_bits() == (value as f32).to_bits()),
        // Nearer than a double tells: six digits must be all there are.
        FloatKind::F80 | FloatKind::F128 => is_short(value, 6),
        _ => out[start..].parse::<f64>().is_ok_and(|x| round(kind, x).to_bits() == value.to_bits()),
    };
    out.truncate(if same { e } else { start });
    if same {
        let _ = write!(out, "0e{}{:02}", if exp < 0 { '-' } else { '+' }, exp.abs());
    }
    same
}

/// Whether a number has at most `count` significant decimal digits.
fn is_short(value: f64, count: usize) -> bool {
    let (all, ..) = exact_digits(value.abs());
    all.iter().rposition(|&digit| digit != b'0').is_none_or(|last| last < count)
}

/// The significant decimal digits of a finite number, at most `count`, without trailing zeros; and the power of ten of
/// the first. `APFloat` first cuts off digits by an estimate of how many there are, and rounds what is left half up: where
/// nothing is left to round, the last digit is not the nearest one.
fn digits(value: f64, count: usize) -> (bool, Vec<u8>, i32) {
    let (mut all, bits, mut exp) = exact_digits(value.abs());
    let enough = (count * 196).div_ceil(59);
    let superfluous = bits.saturating_sub(enough) * 59 / 196;
    all.truncate(all.len().saturating_sub(superfluous).max(1));
    while all.len() > 1 && all.last() == Some(&b'0') {
        all.pop();
    }
    let mut digits = all[..count.min(all.len())].to_vec();
    if all.get(count).is_some_and(|&d| d >= b'5') {
        let mut i = digits.len();
        loop {
            if i == 0 {
                digits.insert(0, b'1');
                exp += 1;
                break;
            }
            i -= 1;
            if digits[i] < b'9' {
                digits[i] += 1;
                break;
            }
            digits[i] = b'0';
        }
    }
    while digits.len() > 1 && digits.last() == Some(&b'0') {
        digits.pop();
    }
    (value.is_sign_negative(), digits, exp)
}

/// All decimal digits of a number, `N` of `N * 10^-k` with `k` as small as keeps `N` an integer multiple of the number's
/// odd part; how many bits `N` has; and the power of ten of the first digit.
fn exact_digits(value: f64) -> (Vec<u8>, usize, i32) {
    if value == 0.0 {
        return (vec![b'0'], 0, 0);
    }
    let (field, fraction) = ((value.to_bits() >> 52) as i32, value.to_bits() & ((1 << 52) - 1));
    let (odd, exp) = if field == 0 { (fraction, -1074) } else { (fraction | 1 << 52, field - 1075) };
    let (odd, exp) = (odd >> odd.trailing_zeros(), exp + odd.trailing_zeros() as i32);
    // Little-endian words. A negative power of two is a power of five with as many digits behind the point.
    let mut words = vec![odd as u32, (odd >> 32) as u32];
    let times = |words: &mut Vec<u32>, factor: u32| {
        let mut carry = 0u64;
        for word in words.iter_mut() {
            carry += u64::from(*word) * u64::from(factor);
            *word = carry as u32;
            carry >>= 32;
        }
        words.push(carry as u32);
        while words.last() == Some(&0) {
            words.pop();
        }
    };
    let base = if exp < 0 { 5 } else { 2 };
    (0..exp.abs()).for_each(|_| times(&mut words, base));
    times(&mut words, 1);
    let bits = words.len() * 32 - words.last().map_or(0, |word| word.leading_zeros() as usize);
    let mut digits = Vec::new();
    while !words.is_empty() {
        let mut rest = 0u64;
        for word in words.iter_mut().rev() {
            rest = rest << 32 | u64::from(*word);
            *word = (rest / 10) as u32;
            rest %= 10;
        }
        digits.push(b'0' + rest as u8);
        while words.last() == Some(&0) {
            words.pop();
        }
    }
    digits.reverse();
    let first = digits.len() as i32 - 1 + exp.min(0);
    (digits, bits, first)
}

/// As many digits as the format holds. False when the text would look like an integer, which does not read back.
fn write_long(out: &mut String, kind: FloatKind, value: f64) -> bool {
    const MAX_PADDING: i32 = 3;
    let most = 2 + precision(kind) * 59 / 196;
    let (negative, digits, first_exp) = digits(value, most as usize);
    let count = digits.len() as i32;
    let exp = first_exp - (count - 1);
    let scientific =
        if exp >= 0 { exp > MAX_PADDING || count + exp > most as i32 } else { first_exp < -MAX_PADDING };
    if !scientific && exp >= 0 {
        return false;
    }
    out.push_str(if negative { "-" } else { "" });
    let push = |out: &mut String, list: &[u8]| list.iter().for_each(|&d| out.push(d as char));
    if scientific {
        push(out, &digits[..1]);
        out.push('.');
        push(out, if count == 1 { b"0" } else { &digits[1..] });
        let _ = write!(out, "E{}{}", if first_exp < 0 { '-' } else { '+' }, first_exp.abs());
    } else if first_exp >= 0 {
        let (whole, fraction) = digits.split_at(first_exp as usize + 1);
        push(out, whole);
        out.push('.');
        push(out, fraction);
    } else {
        out.push_str("0.");
        (1..-first_exp).for_each(|_| out.push('0'));
        push(out, &digits);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(kind: FloatKind, value: f64) -> String {
        let mut out = String::new();
        write_float(&mut out, kind, value);
        out
    }

    #[test]
    fn prints_as_apfloat_does() {
        // Every expected text was printed by mlir-opt.
        let f32s = [
            (0.1f32, "1.000000e-01"),
            (1.0, "1.000000e+00"),
            (-0.0, "-0.000000e+00"),
            (0.12345678, "0.123456784"),
            (3.0e-5, "3.000000e-05"),
            (1.2345678e-5, "1.23456784E-5"),
            (16777216.0, "0x4B800000"),
            (123456.0, "1.234560e+05"),
            (123456.5, "123456.5"),
            (f32::INFINITY, "0x7F800000"),
            (f32::NAN, "0x7FC00000"),
            (f32::MAX, "3.40282347E+38"),
            // Digits that are cut off rather than rounded.
            (-8.9, "-8.89999961"),
            (0.982_013_76, "0.982013761"),
            (0.6666667, "0.666666686"),
        ];
        for (value, want) in f32s {
            assert_eq!(text(FloatKind::F32, value.into()), want);
        }
        assert_eq!(text(FloatKind::F64, 0.1), "1.000000e-01");
        assert_eq!(text(FloatKind::F16, round(FloatKind::F16, 8.9)), "8.898430e+00");
        assert_eq!(text(FloatKind::F64, 1.0 / 3.0), "0.33333333333333331");
    }

    #[test]
    fn every_code_of_small_formats_survives() {
        for &(kind, name, bits) in FloatKind::ALL.iter().filter(|row| row.2 <= 16) {
            for code in 0..1u128 << bits {
                let value = decode(kind, code);
                if !value.is_nan() {
                    assert_eq!(encode(kind, value), code, "{name} {code:#x} {value}");
                    let text = text(kind, value);
                    if let Ok(number) = text.parse::<f64>() {
                        assert_eq!(encode(kind, number), code, "{name} {text}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_no_number_keeps_its_bits() {
        let codes = [
            (FloatKind::F16, 0x7c01),
            (FloatKind::F32, 0xff80_0001),
            (FloatKind::BF16, 0x7fa5),
            (FloatKind::F8E5M2, 0xfd),
        ];
        for (kind, code) in codes {
            assert_eq!(encode(kind, decode(kind, code)), code, "{kind:?}");
        }
    }

    #[test]
    fn wide_formats_hold_doubles() {
        // Every expected text was printed by mlir-opt.
        assert_eq!(text(FloatKind::F80, 0.1), "0.100000000000000005551");
        assert_eq!(text(FloatKind::F128, 0.1), "0.100000000000000005551115123125782702");
        assert_eq!(text(FloatKind::F128, 1e300), "1.00000000000000005250476025520442025E+300");
        assert_eq!(text(FloatKind::F80, 3.0e-5), "3.000000000000000076E-5");
        assert_eq!(text(FloatKind::F80, -0.0), "-0.000000e+00");
        assert_eq!(text(FloatKind::F80, 123456.0), "1.234560e+05");
        assert_eq!(text(FloatKind::F128, 16777217.0), "0x40170000010000000000000000000000");
        assert_eq!(encode(FloatKind::F80, 1.0), 0x3FFF_8000_0000_0000_0000);
        for kind in [FloatKind::F80, FloatKind::F128] {
            for value in [1.5, -2.0, f64::MIN_POSITIVE, 5e-324, f64::MAX, f64::INFINITY, 0.0, -1e-310] {
                assert_eq!(decode(kind, encode(kind, value)).to_bits(), value.to_bits(), "{kind:?} {value}");
            }
            assert!(decode(kind, encode(kind, f64::NAN)).is_nan());
            assert!(decode(kind, u128::MAX).is_nan());
            assert_eq!(decode(kind, 1), 0.0);
        }
        let mut out = String::new();
        write_bits(&mut out, FloatKind::F80, 0x3FFF_8000_0000_0000_0001);
        assert_eq!(out, "0x3FFF8000000000000001");
    }

    #[test]
    fn rounds_to_nearest_even() {
        assert_eq!(encode(FloatKind::F16, 65520.0), 0x7c00);
        assert_eq!(encode(FloatKind::F16, 65519.0), 0x7bff);
        assert_eq!(encode(FloatKind::BF16, 1.00390625), 0x3f80);
        assert_eq!(encode(FloatKind::F8E4M3FN, 1000.0), 0x7f);
        assert_eq!(encode(FloatKind::F4E2M1FN, 1000.0), 0x7);
    }
}
