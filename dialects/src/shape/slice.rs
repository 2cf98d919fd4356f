//! `Slice` and `StridedSlice`, with all masks.

use core_ir::{Context, Dim, OpView};

use super::{Answer, int_or, length, one, open, shape_of, shape_operand};

/// `Slice`: operands 1 and 2 are where to begin and how much to take, -1 for all that is left.
pub(crate) fn slice(view: &OpView<'_>) -> Answer {
    let ctx = view.ctx;
    let input = view.shape(0);
    let rank = input.map(<[Dim]>::len).or_else(|| length(view, 1)).or_else(|| length(view, 2));
    let Some(rank) = rank else { return one(view, None, view.elem(0)) };
    let begin = view.operand_dims(1).map_or_else(|| open(rank), |dims| dims.into_owned());
    let sizes = view.operand_dims(2).map_or_else(|| open(rank), |dims| dims.into_owned());
    if begin.len() != rank || sizes.len() != rank {
        return Err(format!("slices rank {rank} with {} places and {} sizes", begin.len(), sizes.len()));
    }
    let mut dims = Vec::with_capacity(rank);
    for i in 0..rank {
        let whole = input.map_or(Dim::Dynamic, |input| input[i]);
        let size = match sizes[i] {
            Dim::Fixed(-1) => ctx.dim_sub(whole, begin[i]),
            // A size that is not known may be -1 only if nothing was computed; either way it is open.
            size => size,
        };
        if let (Dim::Fixed(begin), Dim::Fixed(size), Dim::Fixed(whole)) = (begin[i], size, whole)
            && (begin < 0 || size < 0 || begin.checked_add(size).is_none_or(|end| end > whole))
        {
            return Err(format!("takes {size} from {begin} on of {whole} in dimension {i}"));
        }
        dims.push(size);
    }
    one(view, Some(dims), view.elem(0))
}

/// One entry of a strided slice: of a dimension, or of none for a new axis.
struct Entry {
    begin: Option<Dim>,
    end: Option<Dim>,
    stride: Dim,
    shrink: bool,
}

/// How many elements `entry` takes of a dimension of `whole`.
fn taken(ctx: &Context, whole: Dim, entry: &Entry) -> Result<Dim, String> {
    let Dim::Fixed(stride) = entry.stride else {
        return Ok(if entry.begin.is_none() && entry.end.is_none() && whole == Dim::Fixed(0) {
            whole
        } else {
            Dim::Dynamic
        });
    };
    if stride == 0 {
        return Err("has a stride of 0".into());
    }
    if let Dim::Fixed(whole) = whole
        && entry.begin.is_none_or(|dim| dim.is_fixed())
        && entry.end.is_none_or(|dim| dim.is_fixed())
    {
        return Ok(Dim::Fixed(taken_of_fixed(whole, entry, stride)));
    }
    Ok(taken_of_open(ctx, whole, entry, stride))
}

fn taken_of_fixed(whole: i64, entry: &Entry, stride: i64) -> i64 {
    // The places a bound may have: one before the first to the last going back, the first to one past the last going
    // forward.
    let (low, high) = if stride > 0 { (0, whole) } else { (-1, whole - 1) };
    let place = |bound: Option<Dim>, otherwise: i64| match bound.and_then(Dim::fixed) {
        Some(n) => (if n < 0 { n.saturating_add(whole) } else { n }).clamp(low, high.max(low)),
        None => otherwise,
    };
    let (first, last) = if stride > 0 { (low, high) } else { (high, low) };
    let distance = i128::from(place(entry.end, last)) - i128::from(place(entry.begin, first));
    let stride = i128::from(stride);
    let steps = if distance == 0 || (distance < 0) != (stride < 0) {
        0
    } else {
        (distance + stride - stride.signum()) / stride
    };
    i64::try_from(steps).unwrap_or(0)
}

/// As [`taken_of_fixed`], where the dimension or a bound is open. Exact, or [`Dim::Dynamic`].
fn taken_of_open(ctx: &Context, whole: Dim, entry: &Entry, stride: i64) -> Dim {
    let zero = Dim::Fixed(0);
    if stride < 0 {
        // All of it, backwards, is the one case that needs no comparison of the bounds.
        let from_end = entry.begin.is_none_or(|begin| begin == Dim::Fixed(-1));
        return match (from_end, entry.end) {
            (true, None) => ctx.dim_ceil_div(whole, Dim::Fixed(stride.saturating_neg())),
            _ => Dim::Dynamic,
        };
    }
    // The sign of a symbolic bound decides which end it counts from.
    let unclear =
        |bound: Option<Dim>| matches!(bound, Some(b) if !b.is_fixed() && !ctx.dim_is_nonnegative(b));
    if unclear(entry.begin) || unclear(entry.end) {
        return Dim::Dynamic;
    }
    let distance = match (entry.begin.unwrap_or(zero), entry.end) {
        (Dim::Fixed(begin), Some(Dim::Fixed(end))) if begin < 0 && end >= 0 => {
            let begin = ctx.dim_max(ctx.dim_add(whole, Dim::Fixed(begin)), zero);
            difference(ctx, ctx.dim_min(Dim::Fixed(end), whole), begin)
        }
        (Dim::Fixed(begin), Some(end)) if begin < 0 && !end.is_fixed() && !end.proved_eq(whole) => {
            let begin = ctx.dim_max(ctx.dim_add(whole, Dim::Fixed(begin)), zero);
            difference(ctx, ctx.dim_min(end, whole), begin)
        }
        // Both bounds count from the end, which itself is 0 from there.
        (Dim::Fixed(begin), end) if begin < 0 => {
            let end = end.and_then(Dim::fixed).unwrap_or(0);
            let left = difference(ctx, whole, Dim::Fixed(end.saturating_neg()));
            ctx.dim_min(Dim::Fixed(end.saturating_sub(begin).max(0)), left)
        }
        // A begin past the end gives a difference under 0, and needs no limit of its own.
        (begin, None) => difference(ctx, whole, begin),
        (begin, Some(Dim::Fixed(end))) if end < 0 => {
            difference(ctx, ctx.dim_add(whole, Dim::Fixed(end)), begin)
        }
        (begin, Some(end)) if end.proved_eq(whole) => difference(ctx, whole, begin),
        (begin, Some(end)) => difference(ctx, ctx.dim_min(end, whole), begin),
    };
    ctx.dim_ceil_div(distance, Dim::Fixed(stride))
}

/// `a - b`, or 0 where that is less.
fn difference(ctx: &Context, a: Dim, b: Dim) -> Dim {
    let difference = ctx.dim_sub(a, b);
    if ctx.dim_is_nonnegative(difference) { difference } else { ctx.dim_max(difference, Dim::Fixed(0)) }
}

/// The masks of a strided slice, a bit for each entry.
struct Masks {
    begin: i64,
    end: i64,
    ellipsis: i64,
    new_axis: i64,
    shrink: i64,
}

impl Masks {
    fn of(view: &OpView<'_>) -> Self {
        let mask = |name| int_or(view, name, 0);
        Self {
            begin: mask("begin_mask"),
            end: mask("end_mask"),
            ellipsis: mask("ellipsis_mask"),
            new_axis: mask("new_axis_mask"),
            shrink: mask("shrink_axis_mask"),
        }
    }

    fn has(mask: i64, i: usize) -> bool {
        i < 32 && mask >> i & 1 == 1
    }
}

/// What a strided slice makes of `input`.
fn strided(
    ctx: &Context,
    input: &[Dim],
    count: usize,
    masks: &Masks,
    bounds: impl Fn(usize) -> Entry,
) -> Result<Vec<Dim>, String> {
    if (0..count).filter(|&i| Masks::has(masks.ellipsis, i)).count() > 1 {
        return Err("has two ellipses".into());
    }
    // New axes before and after the ellipsis consume nothing.
    let consumed =
        (0..count).filter(|&i| !Masks::has(masks.ellipsis, i) && !Masks::has(masks.new_axis, i)).count();
    let Some(spare) = input.len().checked_sub(consumed) else {
        return Err(format!("slices {consumed} dimensions of {}", input.len()));
    };
    let mut dims = Vec::new();
    let mut at = 0;
    for i in 0..count {
        if Masks::has(masks.ellipsis, i) {
            dims.extend_from_slice(&input[at..at + spare]);
            at += spare;
        } else if Masks::has(masks.new_axis, i) {
            dims.push(Dim::Fixed(1));
        } else {
            let mut entry = bounds(i);
            entry.begin = entry.begin.filter(|_| !Masks::has(masks.begin, i));
            entry.end = entry.end.filter(|_| !Masks::has(masks.end, i));
            entry.shrink = Masks::has(masks.shrink, i);
            if entry.shrink {
                check_index(input[at], &entry).map_err(|clause| format!("{clause} in dimension {at}"))?;
            } else {
                dims.push(
                    taken(ctx, input[at], &entry).map_err(|clause| format!("{clause} in dimension {at}"))?,
                );
            }
            at += 1;
        }
    }
    dims.extend_from_slice(&input[at..]);
    Ok(dims)
}

/// A shrunk entry is one index, which must exist.
fn check_index(whole: Dim, entry: &Entry) -> Result<(), String> {
    if entry.stride.fixed().is_some_and(|stride| stride <= 0) {
        return Err("takes one element with a stride that is not positive".into());
    }
    match (whole, entry.begin) {
        (Dim::Fixed(whole), Some(Dim::Fixed(begin))) if begin < -whole || begin >= whole => {
            Err(format!("takes element {begin} of {whole}"))
        }
        _ => Ok(()),
    }
}

/// `StridedSlice`: operands 1 to 3 are begins, ends and strides.
pub(crate) fn strided_slice(view: &OpView<'_>) -> Answer {
    let lists: [_; 3] = [1, 2, 3].map(|i| view.operand_dims(i));
    let count = lists.iter().flatten().map(|list| list.len()).next();
    let Some(count) = count.or_else(|| (1..4).find_map(|i| length(view, i))) else {
        return one(view, None, view.elem(0));
    };
    if lists.iter().flatten().any(|list| list.len() != count) {
        return Err("has begins, ends and strides of different lengths".into());
    }
    let Some(input) = view.shape(0) else { return one(view, None, view.elem(0)) };
    let entry = |list: usize, i: usize| lists[list].as_ref().map_or(Dim::Dynamic, |list| list[i]);
    // An `offset` makes ends count from the begins.
    let offset = view.flag("offset");
    let bounds = |i: usize| {
        let (begin, end) = (entry(0, i), entry(1, i));
        let end = if offset { view.ctx.dim_add(begin, end) } else { end };
        Entry { begin: Some(begin), end: Some(end), stride: entry(2, i), shrink: false }
    };
    one(view, Some(strided(view.ctx, input, count, &Masks::of(view), bounds)?), view.elem(0))
}

/// `StridedSliceGrad`: operand 0 spells the result shape.
pub(crate) fn strided_slice_grad(view: &OpView<'_>) -> Answer {
    one(view, shape_operand(view, 0)?, view.elem(4))
}

/// `tfl.dynamic_update_slice`: the shape of operand 0, in which the update fits.
pub(crate) fn dynamic_update_slice(view: &OpView<'_>) -> Answer {
    let shape = shape_of(view, 0);
    if let (Some(dims), Some(update)) = (&shape, view.shape(1)) {
        if dims.len() != update.len() {
            return Err(format!("updates rank {} with rank {}", dims.len(), update.len()));
        }
        for (i, (&dim, &update)) in dims.iter().zip(update).enumerate() {
            if let (Dim::Fixed(dim), Dim::Fixed(update)) = (dim, update)
                && update > dim
            {
                return Err(format!("updates {dim} with {update} in dimension {i}"));
            }
        }
    }
    one(view, shape, view.elem(0))
}
