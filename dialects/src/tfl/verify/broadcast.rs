//! Which shapes the kernels of binary operations take, as LiteRT's definitions have it.

use core_ir::Dim;
use core_ir::spec::{Arg, OpUse};

/// The rank up to which the arithmetic kernels broadcast.
const MOST: i64 = 6;

/// The values have one shape, or broadcast within a rank, which is the last argument. A shape that is not known in full
/// is right within that rank, and beyond it where it is proved to be that of the others, or all values were broadcast to
/// one shape before.
pub(crate) fn broadcast_within(op: &OpUse<'_>, args: &[Arg]) -> bool {
    match args.split_last() {
        Some((Arg::Number(most), values)) => shapes_fit(op, values, *most),
        _ => true,
    }
}

fn shapes_fit(op: &OpUse<'_>, args: &[Arg], most: i64) -> bool {
    let mut all_known = true;
    let mut rank = 0;
    let mut known: Vec<Vec<i64>> = Vec::new();
    for &arg in args {
        rank = rank.max(op.dims(arg).map_or(0, <[_]>::len));
        match op.fixed_dims(arg) {
            Some(dims) => known.push(dims),
            None => all_known = false,
        }
    }
    if !broadcast_together(&known) {
        return false;
    }
    let is_low = i64::try_from(rank).is_ok_and(|rank| rank <= most);
    if all_known {
        is_low || known.windows(2).all(|pair| pair[0] == pair[1])
    } else {
        is_low || have_proved_shape(op, args) || have_one_broadcast_shape(op, args)
    }
}

fn broadcast_together(shapes: &[Vec<i64>]) -> bool {
    let rank = shapes.iter().map(Vec::len).max().unwrap_or(0);
    (1..=rank).all(|from_end| {
        let mut dims = shapes
            .iter()
            .filter_map(|shape| shape.len().checked_sub(from_end).map(|at| shape[at]))
            .filter(|&dim| dim != 1);
        let first = dims.next();
        dims.all(|dim| Some(dim) == first)
    })
}

/// Whether all values have the same dimensions, open ones included.
fn have_proved_shape(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let same = |a: &[Dim], b: &[Dim]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.proved_eq(*b));
    args.windows(2)
        .all(|pair| matches!((op.dims(pair[0]), op.dims(pair[1])), (Some(a), Some(b)) if same(a, b)))
}

/// Whether all values are made by `tfl.broadcast_to` with a shape from one `tfl.broadcast_args`.
fn have_one_broadcast_shape(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let mut shapes = args.iter().map(|arg| match arg {
        Arg::Operand(row) => broadcast_shape(op, usize::from(*row)),
        _ => None,
    });
    let first = shapes.next().flatten();
    first.is_some() && shapes.all(|shape| shape == first)
}

fn broadcast_shape(op: &OpUse<'_>, operand: usize) -> Option<u32> {
    const TO: (&str, usize) = ("tfl.broadcast_to", 1);
    op.origin(operand, &[TO, ("tfl.broadcast_args", 0)])?;
    op.origin(operand, &[TO])
}

fn elem_name(op: &OpUse<'_>, arg: Option<&Arg>) -> &'static str {
    arg.and_then(|&arg| op.ty(arg)).map_or("none", |ty| op.ctx.elem_name(op.ctx.elem_type(ty)))
}

/// Of `tfl.add`: sums of 16-bit quantized numbers take operands of one shape only.
pub(crate) fn add_shapes(op: &OpUse<'_>, args: &[Arg]) -> bool {
    match elem_name(op, args.get(2)) {
        "f32" | "f16" | "qi8" | "qui8" | "i16" | "i32" | "i64" => shapes_fit(op, &args[..2], MOST),
        "qi16" => may_be_equal(op, args),
        _ => false,
    }
}

/// Of `tfl.sub`.
pub(crate) fn sub_shapes(op: &OpUse<'_>, args: &[Arg]) -> bool {
    match elem_name(op, args.get(2)) {
        "f32" | "f16" | "i32" | "i64" | "qi8" | "qui8" | "qi16" => shapes_fit(op, &args[..2], MOST),
        _ => false,
    }
}

/// Of `tfl.mul`: products of 16-bit quantized numbers that are stored in bytes take operands of one shape only.
pub(crate) fn mul_shapes(op: &OpUse<'_>, args: &[Arg]) -> bool {
    match (elem_name(op, args.get(2)), elem_name(op, args.first())) {
        ("qi8" | "qui8", "qi16") => may_be_equal(op, args),
        ("qi8" | "qui8" | "i32" | "ui32" | "i64" | "qi16" | "i16" | "c64" | "c128" | "f32" | "f16", _) => {
            shapes_fit(op, &args[..2], MOST)
        }
        _ => false,
    }
}

fn may_be_equal(op: &OpUse<'_>, args: &[Arg]) -> bool {
    match (args.first().and_then(|&arg| op.ty(arg)), args.get(1).and_then(|&arg| op.ty(arg))) {
        (Some(a), Some(b)) => op.ctx.compatible_shapes(a, b),
        _ => true,
    }
}

/// Of `tfl.batch_matmul`: bytes make 32-bit numbers, everything else its like.
pub(crate) fn matmul_output(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let [x, y, output] = args else { return true };
    let names = [x, y, output].map(|arg| elem_name(op, Some(arg)));
    names == ["i8", "i8", "i32"] || core_ir::constraint::same_elem(op, &[*x, *output])
}

/// How many dimensions of `dims` are not one.
pub(super) fn effective_rank(dims: &[Dim]) -> usize {
    dims.iter().filter(|dim| dim.fixed() != Some(1)).count()
}
