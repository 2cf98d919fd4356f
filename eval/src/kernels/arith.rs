//! The `arith` dialect. Its integers have no sign; operations say how they take them. A shift as far as the width or
//! farther, and a conversion of what does not fit, may give anything.

use core_ir::OpView;

use super::binary::{add, bit_and, bit_or, bit_xor, div, floor_div, left_shift, maximum, minimum, mul};
use super::binary::{right_shift, select_v2, sub, trunc_mod};
use super::cast::cast_to;
use super::params::{operands, result_dtype};
use super::unary::neg;
use super::{Entry, Kernel, Moves, row};
use crate::broadcast::{map, zip};
use crate::elem::Number;
use crate::error::{EvalError, Evaluated};
use crate::tensor::{DType, Tensor, dispatch2};

/// Integers taken as unsigned, in the widest type.
fn unsigned(x: &Tensor) -> Result<Tensor, EvalError> {
    match x {
        Tensor::I8(a) => map(a, |&x| u64::from(x as u8)),
        Tensor::I16(a) => map(a, |&x| u64::from(x as u16)),
        Tensor::I32(a) => map(a, |&x| u64::from(x as u32)),
        Tensor::I64(a) => map(a, |&x| x as u64),
        _ => EvalError::unsupported(format!("unsigned arithmetic on {}", x.dtype_text())),
    }
}

/// Runs `kernel` on integers taken as unsigned. The results have the width of the first operand.
fn on_unsigned(kernel: Kernel, view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let wide = inputs.iter().map(unsigned).collect::<Result<Vec<_>, _>>()?;
    let to = inputs.first().and_then(Tensor::dtype).unwrap_or(DType::I64);
    kernel(view, &wide)?.iter().map(|result| cast_to(result, to)).collect()
}

macro_rules! unsigned {
    ($($name:ident: $kernel:expr;)*) => {$(
        fn $name(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
            on_unsigned($kernel, view, inputs)
        }
    )*};
}

unsigned! {
    divui: div;
    maxui: maximum;
    minui: minimum;
    remui: trunc_mod;
    shrui: right_shift;
}

fn maxnumf(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, y] = operands(inputs)?;
    Ok(vec![dispatch2!(floats, x, y, a, b => zip(a, b, |x, y| {
        if Number::is_nan(*x) || *x < *y { *y } else { *x }
    }))?])
}

fn minnumf(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, y] = operands(inputs)?;
    Ok(vec![dispatch2!(floats, x, y, a, b => zip(a, b, |x, y| {
        if Number::is_nan(*x) || *x > *y { *y } else { *x }
    }))?])
}

/// Which of the outcomes of a comparison hold: less, equal, greater, unordered.
type Holds = [bool; 4];

/// `arith.cmpi` by the number of its predicate, six signed and four unsigned ones.
fn cmpi(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let predicate = view.int("predicate").unwrap_or(-1);
    let holds = match predicate {
        0 => [false, true, false],
        1 => [true, false, true],
        2 | 6 => [true, false, false],
        3 | 7 => [true, true, false],
        4 | 8 => [false, false, true],
        5 | 9 => [false, true, true],
        _ => return EvalError::invalid("an unknown predicate"),
    };
    let [x, y] = operands(inputs)?;
    let (x, y) = match predicate {
        6.. => (unsigned(x)?, unsigned(y)?),
        _ => (x.clone(), y.clone()),
    };
    Ok(vec![dispatch2!(ints, &x, &y, a, b => zip(a, b, |x, y| holds[(x.cmp(y) as i8 + 1) as usize]))?])
}

/// `arith.cmpf` by the number of its predicate, which says one bit for each outcome.
fn cmpf(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let predicate = view.int("predicate").filter(|n| (0..16).contains(n));
    let Some(predicate) = predicate else { return EvalError::invalid("an unknown predicate") };
    // Ordered predicates come first: equal, greater, greater or equal, and so on; the last eight hold for NaN too.
    const ORDERED: [&[usize]; 8] = [&[], &[1], &[2], &[1, 2], &[0], &[0, 1], &[0, 2], &[0, 1, 2]];
    const UNORDERED: [&[usize]; 8] =
        [&[1, 3], &[2, 3], &[1, 2, 3], &[0, 3], &[0, 1, 3], &[0, 2, 3], &[3], &[0, 1, 2, 3]];
    let list = if predicate < 8 { ORDERED[predicate as usize] } else { UNORDERED[predicate as usize - 8] };
    let mut holds: Holds = [false; 4];
    list.iter().for_each(|&outcome| holds[outcome] = true);
    let [x, y] = operands(inputs)?;
    let outcome = |order: Option<std::cmp::Ordering>| order.map_or(3, |order| (order as i8 + 1) as usize);
    Ok(vec![dispatch2!(floats, x, y, a, b => zip(a, b, |x, y| holds[outcome(x.partial_cmp(y))]))?])
}

/// Conversions of signed numbers. Bools are none.
fn convert(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    if view.results.is_empty() {
        return EvalError::unsupported("a conversion without a result type");
    }
    let to = result_dtype(view, 0, DType::F32)?;
    if matches!(x, Tensor::Bool(_)) || to == DType::Bool {
        return EvalError::unsupported("conversions of bools");
    }
    Ok(vec![cast_to(x, to)?])
}

/// Conversions of unsigned numbers, of which bools are 0 and 1.
fn convert_unsigned(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    if view.results.is_empty() {
        return EvalError::unsupported("a conversion without a result type");
    }
    let wide = if matches!(x, Tensor::Bool(_)) { x.clone() } else { unsigned(x)? };
    Ok(vec![cast_to(&wide, result_dtype(view, 0, DType::F32)?)?])
}

pub(super) const TABLE: &[Entry] = &[
    row("arith.addf", "", add),
    row("arith.addi", "", add),
    row("arith.andi", "", bit_and),
    row("arith.cmpf", "", cmpf),
    row("arith.cmpi", "", cmpi),
    row("arith.divf", "", div),
    row("arith.divsi", "", div),
    row("arith.divui", "", divui).exact(),
    row("arith.extf", "", convert).exact(),
    row("arith.extsi", "", convert).exact(),
    row("arith.extui", "", convert_unsigned).exact(),
    row("arith.floordivsi", "", floor_div),
    row("arith.fptosi", "", convert).exact(),
    row("arith.index_cast", "", convert).exact(),
    row("arith.maximumf", "", maximum),
    row("arith.maxnumf", "", maxnumf),
    row("arith.maxsi", "", maximum),
    row("arith.maxui", "", maxui).exact(),
    row("arith.minimumf", "", minimum),
    row("arith.minnumf", "", minnumf),
    row("arith.minsi", "", minimum),
    row("arith.minui", "", minui).exact(),
    row("arith.mulf", "", mul),
    row("arith.muli", "", mul),
    row("arith.negf", "", neg),
    row("arith.ori", "", bit_or),
    row("arith.remf", "", trunc_mod),
    row("arith.remsi", "", trunc_mod),
    row("arith.remui", "", remui).exact(),
    row("arith.select", "", select_v2).moving(Moves::Operands(1, 2)),
    row("arith.shli", "", left_shift).exact(),
    row("arith.shrsi", "", right_shift).exact(),
    row("arith.shrui", "", shrui).exact(),
    row("arith.sitofp", "", convert).exact(),
    row("arith.subf", "", sub),
    row("arith.subi", "", sub),
    row("arith.truncf", "", convert).exact(),
    row("arith.trunci", "", convert).exact(),
    row("arith.uitofp", "", convert_unsigned).exact(),
    row("arith.xori", "", bit_xor),
];
