//! Ops that move elements without choosing among them: reshape, transpose, concatenate, split, tile, broadcast.

use core_ir::{Context, Dim, OpView, TypeId};

use super::elementwise::broadcast_dim;
use super::{
    Answer, MAX_RESULTS, Shape, axis, int_or, length, many, of_rank, of_rank_at_least, one, open, same_dim,
    same_shape, scalar, shape_of, shape_operand,
};

/// Fills in the open dimension of `target`, which has as many elements as `input`: -1, or one that is not known.
fn fill_open_dim(ctx: &Context, input: &[Dim], target: &[Dim]) -> Result<Vec<Dim>, String> {
    let is_open = |dim: &Dim| matches!(dim, Dim::Fixed(-1) | Dim::Dynamic);
    if target.iter().filter(|dim| **dim == Dim::Fixed(-1)).count() > 1 {
        return Err("leaves two dimensions to be computed".into());
    }
    if let Some(n) = target.iter().find_map(|dim| dim.fixed().filter(|&n| n < -1)) {
        return Err(format!("asks for a dimension of {n}"));
    }
    let total = ctx.dim_product(input.iter().copied());
    let known = ctx.dim_product(target.iter().copied().filter(|dim| !is_open(dim)));
    let places: Vec<usize> = (0..target.len()).filter(|&i| is_open(&target[i])).collect();
    let mut dims: Vec<Dim> =
        target.iter().map(|&dim| if is_open(&dim) { Dim::Dynamic } else { dim }).collect();
    match (places.as_slice(), total, known) {
        ([], Dim::Fixed(total), Dim::Fixed(known)) if total != known => {
            return Err(format!("gives {total} elements a shape of {known}"));
        }
        (&[at], Dim::Fixed(total), Dim::Fixed(known)) => {
            if known == 0 || total % known != 0 {
                // An open dimension that is not -1 may be 0, and so may the total.
                if target[at] == Dim::Fixed(-1) || total % known.max(1) != 0 {
                    return Err(format!("gives {total} elements a shape with a multiple of {known}"));
                }
            } else {
                dims[at] = Dim::Fixed(total / known);
            }
        }
        // The division leaves no remainder, or the reshape is impossible, so that its floor is exact.
        (&[at], total, known) => dims[at] = ctx.dim_floor_div(total, known),
        _ => {}
    }
    Ok(dims)
}

/// `Reshape`: operand 1 spells the shape, and may leave one dimension to be computed.
pub(crate) fn reshape(view: &OpView<'_>) -> Answer {
    let input = view.shape(0);
    if view.shape(1).is_some_and(|shape| shape.len() > 1) {
        return Err("has a shape operand of rank over 1".into());
    }
    let target = view.operand_dims(1).map(|dims| dims.into_owned()).or_else(|| length(view, 1).map(open));
    let Some(target) = target else {
        return one(view, None, view.elem(0));
    };
    // What is declared may say which dimensions are known, so that the open one can be computed.
    let declared = view.results.first().and_then(|&ty| view.ctx.shape(ty));
    let target: Vec<Dim> = match declared {
        Some(declared) if declared.len() == target.len() => target
            .iter()
            .zip(declared)
            .map(|(&dim, &declared)| if dim == Dim::Dynamic && declared.is_fixed() { declared } else { dim })
            .collect(),
        _ => target,
    };
    let dims = match input {
        Some(input) => fill_open_dim(view.ctx, input, &target)?,
        None => target.iter().map(|&dim| if dim == Dim::Fixed(-1) { Dim::Dynamic } else { dim }).collect(),
    };
    one(view, Some(dims), view.elem(0))
}

/// The dimensions of `input` in the order of `permutation`.
pub(crate) fn permuted(input: &[Dim], permutation: &[i64]) -> Result<Vec<Dim>, String> {
    if permutation.len() != input.len() {
        return Err(format!("permutes {} dimensions of {}", permutation.len(), input.len()));
    }
    let mut seen = vec![false; input.len()];
    let mut dims = Vec::with_capacity(input.len());
    for &place in permutation {
        let place = axis(place, input.len())?;
        if std::mem::replace(&mut seen[place], true) {
            return Err(format!("permutes dimension {place} twice"));
        }
        dims.push(input[place]);
    }
    Ok(dims)
}

/// `Transpose`, `ConjugateTranspose`: operand 1 says which dimension comes where.
pub(crate) fn transpose(view: &OpView<'_>) -> Answer {
    let input = view.shape(0);
    let Some(permutation) = view.operand_ints(1) else {
        return one(view, input.map(<[Dim]>::len).or_else(|| length(view, 1)).map(open), view.elem(0));
    };
    let dims = match input {
        Some(input) => permuted(input, &permutation)?,
        None => open(permutation.len()),
    };
    one(view, Some(dims), view.elem(0))
}

/// `ExpandDims`: operand 1 is the place of the new dimension of 1.
pub(crate) fn expand_dims(view: &OpView<'_>) -> Answer {
    let Some(mut dims) = shape_of(view, 0) else { return one(view, None, view.elem(0)) };
    let shape = match scalar(view, 1) {
        Dim::Fixed(place) => {
            dims.insert(axis(place, dims.len() + 1)?, Dim::Fixed(1));
            dims
        }
        _ => open(dims.len() + 1),
    };
    one(view, Some(shape), view.elem(0))
}

/// `Squeeze`: drops the dimensions of 1 that `squeeze_dims` lists, or all of them when it lists none.
pub(crate) fn squeeze(view: &OpView<'_>) -> Answer {
    let Some(dims) = shape_of(view, 0) else { return one(view, None, view.elem(0)) };
    let listed = view.ints("squeeze_dims").unwrap_or_default();
    if listed.is_empty() {
        // A dimension that is open may be 1, and is dropped then.
        let known = dims.iter().all(|dim| dim.is_fixed());
        let left = dims.iter().copied().filter(|&dim| dim != Dim::Fixed(1)).collect();
        return one(view, known.then_some(left), view.elem(0));
    }
    let mut keep = vec![true; dims.len()];
    for place in listed {
        let place = axis(place, dims.len())?;
        if let Dim::Fixed(n) = dims[place]
            && n != 1
        {
            return Err(format!("drops dimension {place}, which is {n}"));
        }
        keep[place] = false;
    }
    let left = dims.iter().zip(keep).filter(|(_, keep)| *keep).map(|(&dim, _)| dim);
    one(view, Some(left.collect()), view.elem(0))
}

/// Joins the operands in `range` along `place`; `None` for an unknown place.
pub(crate) fn concatenate(
    view: &OpView<'_>,
    range: std::ops::Range<usize>,
    place: Option<i64>,
) -> Result<Shape, String> {
    let ranked: Vec<&[Dim]> = range.clone().filter_map(|i| view.shape(i)).collect();
    let Some(first) = ranked.first() else { return Ok(None) };
    let rank = first.len();
    if let Some(other) = ranked.iter().find(|shape| shape.len() != rank) {
        return Err(format!("joins rank {rank} with rank {}", other.len()));
    }
    if rank == 0 {
        return Err("joins scalars".into());
    }
    let Some(place) = place else { return Ok(Some(open(rank))) };
    let place = axis(place, rank)?;
    let mut dims = open(rank);
    for shape in &ranked {
        for i in (0..rank).filter(|&i| i != place) {
            dims[i] = same_dim(dims[i], shape[i]).map_err(|clause| format!("{clause} in dimension {i}"))?;
        }
    }
    if ranked.len() == range.len() {
        dims[place] = ranked.iter().fold(Dim::Fixed(0), |sum, shape| view.ctx.dim_add(sum, shape[place]));
    }
    Ok(Some(dims))
}

/// `tf.ConcatV2`: the last operand is the axis.
pub(crate) fn concat_v2(view: &OpView<'_>) -> Answer {
    let Some(last) = view.operands.len().checked_sub(1) else { return Err("joins nothing".into()) };
    one(view, concatenate(view, 0..last, scalar(view, last).fixed())?, view.elem(0))
}

/// `tf.Concat`: the first operand is the axis.
pub(crate) fn concat(view: &OpView<'_>) -> Answer {
    one(view, concatenate(view, 1..view.operands.len().max(1), scalar(view, 0).fixed())?, view.elem(1))
}

/// `tfl.concatenation`
pub(crate) fn tfl_concatenation(view: &OpView<'_>) -> Answer {
    one(view, concatenate(view, 0..view.operands.len(), view.int("axis"))?, view.elem(0))
}

/// `Pack`: the operands have one shape, which gets a new dimension for them.
pub(crate) fn pack(view: &OpView<'_>) -> Answer {
    let mut shape: Shape = None;
    for i in 0..view.operands.len() {
        shape = same_shape(shape, shape_of(view, i))?;
    }
    let Some(mut dims) = shape else { return one(view, None, view.elem(0)) };
    dims.insert(axis(int_or(view, "axis", 0), dims.len() + 1)?, Dim::Fixed(view.operands.len() as i64));
    one(view, Some(dims), view.elem(0))
}

/// How many results the attribute `name` asks for, the declared ones where it is missing.
fn result_count(view: &OpView<'_>, name: &str) -> Result<usize, String> {
    match view.int(name) {
        Some(n) if (0..=MAX_RESULTS).contains(&n) => Ok(n as usize),
        Some(n) => Err(format!("has {n} results")),
        None => Ok(view.results.len()),
    }
}

fn repeated(view: &OpView<'_>, shape: Shape, count: usize, elem: TypeId) -> Answer {
    many(view, vec![(shape, elem); count])
}

/// `Unpack`: a result for each element of a dimension, which goes away.
pub(crate) fn unpack(view: &OpView<'_>) -> Answer {
    let count = result_count(view, "num")?;
    let Some(mut dims) = shape_of(view, 0) else { return repeated(view, None, count, view.elem(0)) };
    let place = axis(int_or(view, "axis", 0), dims.len())?;
    if let Dim::Fixed(n) = dims.remove(place)
        && n != count as i64
    {
        return Err(format!("takes dimension {place}, which is {n}, apart into {count}"));
    }
    repeated(view, Some(dims), count, view.elem(0))
}

/// Splits `dims` into `count` even parts along `place`.
fn split_evenly(ctx: &Context, mut dims: Vec<Dim>, place: Dim, count: usize) -> Result<Vec<Dim>, String> {
    let Some(place) = place.fixed() else { return Ok(open(dims.len())) };
    let place = axis(place, dims.len())?;
    let parts = Dim::Fixed(count as i64);
    dims[place] = match dims[place] {
        Dim::Fixed(n) if count == 0 || n % count as i64 != 0 => {
            return Err(format!("splits dimension {place}, which is {n}, into {count}"));
        }
        dim => ctx.dim_floor_div(dim, parts),
    };
    Ok(dims)
}

/// `Split`: operand 0 is the axis, operand 1 the tensor.
pub(crate) fn split(view: &OpView<'_>) -> Answer {
    let count =
        result_count(view, if view.attr("num_split").is_some() { "num_split" } else { "num_splits" })?;
    let shape = of_rank_at_least(view, 1, 1)?.map(<[Dim]>::to_vec);
    let shape = shape.map(|dims| split_evenly(view.ctx, dims, scalar(view, 0), count)).transpose()?;
    repeated(view, shape, count, view.elem(1))
}

/// `SplitV`: operands are the tensor, the sizes (one of which may be -1, the rest) and the axis.
pub(crate) fn split_v(view: &OpView<'_>) -> Answer {
    let name = if view.attr("num_split").is_some() { "num_split" } else { "num_splits" };
    let count = if view.attr(name).is_some() || !view.results.is_empty() {
        result_count(view, name)?
    } else {
        length(view, 1).unwrap_or(0)
    };
    let Some(dims) = of_rank_at_least(view, 0, 1)?.map(<[Dim]>::to_vec) else {
        return repeated(view, None, count, view.elem(0));
    };
    let Dim::Fixed(place) = scalar(view, 2) else {
        return repeated(view, Some(open(dims.len())), count, view.elem(0));
    };
    let place = axis(place, dims.len())?;
    let sizes = match view.operand_dims(1) {
        Some(sizes) if sizes.len() != count => {
            return Err(format!("has {} sizes for {count} parts", sizes.len()));
        }
        Some(sizes) => parts(view.ctx, dims[place], &sizes)?,
        None if count == 1 => vec![dims[place]],
        None => open(count),
    };
    let part = |size: Dim| {
        let mut part = dims.clone();
        part[place] = size;
        (Some(part), view.elem(0))
    };
    many(view, sizes.into_iter().map(part).collect())
}

/// The sizes of the parts of a dimension of `total`.
fn parts(ctx: &Context, total: Dim, sizes: &[Dim]) -> Result<Vec<Dim>, String> {
    let is_rest = |size: &Dim| *size == Dim::Fixed(-1);
    let known =
        sizes.iter().filter(|size| !is_rest(size)).fold(Dim::Fixed(0), |sum, &size| ctx.dim_add(sum, size));
    let rest = ctx.dim_sub(total, known);
    match (sizes.iter().filter(|size| is_rest(size)).count(), rest) {
        (0, Dim::Fixed(rest)) if rest != 0 => Err(format!("has parts that differ from the whole by {rest}")),
        (1, Dim::Fixed(rest)) if rest < 0 => {
            Err(format!("has parts that exceed the whole by {}", -i128::from(rest)))
        }
        (0 | 1, _) => Ok(sizes.iter().map(|size| if is_rest(size) { rest } else { *size }).collect()),
        _ => Err("leaves two parts to be computed".into()),
    }
}

/// `Tile`: operand 1 says how often each dimension is repeated.
pub(crate) fn tile(view: &OpView<'_>) -> Answer {
    let input = view.shape(0);
    let Some(multiples) = view.operand_dims(1) else {
        return one(view, input.map(<[Dim]>::len).or_else(|| length(view, 1)).map(open), view.elem(0));
    };
    let input = input.map_or_else(|| open(multiples.len()), <[Dim]>::to_vec);
    if multiples.len() != input.len() {
        return Err(format!("repeats {} dimensions of {}", multiples.len(), input.len()));
    }
    let dims = input.iter().zip(multiples.iter()).map(|(&dim, &times)| view.ctx.dim_mul(dim, times));
    one(view, Some(dims.collect()), view.elem(0))
}

/// `BroadcastTo`: operand 1 spells the shape.
pub(crate) fn broadcast_to(view: &OpView<'_>) -> Answer {
    let mut target = shape_operand(view, 1)?;
    if let (Some(input), Some(target)) = (view.shape(0), &mut target) {
        let Some(skip) = target.len().checked_sub(input.len()) else {
            return Err(format!("broadcasts rank {} to rank {}", input.len(), target.len()));
        };
        for (i, (&from, to)) in input.iter().zip(&mut target[skip..]).enumerate() {
            match (from, *to) {
                (Dim::Fixed(1), _) => {}
                (Dim::Fixed(from), Dim::Fixed(to)) if from != to => {
                    return Err(format!("broadcasts {from} to {to} in dimension {}", skip + i));
                }
                // What is not 1 stays as it is.
                (Dim::Fixed(_), _) => *to = from,
                _ => {}
            }
        }
    }
    one(view, target, view.elem(0))
}

/// `BroadcastArgs`: the broadcast shape of two shapes; as long as the longer.
pub(crate) fn broadcast_args(view: &OpView<'_>) -> Answer {
    let (a, b) = (of_rank(view, 0, 1)?, of_rank(view, 1, 1)?);
    if let (Some(x), Some(y)) = (view.operand_dims(0), view.operand_dims(1)) {
        for (&x, &y) in x.iter().rev().zip(y.iter().rev()) {
            broadcast_dim(view.ctx, x, y)?;
        }
    }
    let dim = match (a, b) {
        (Some(&[a]), Some(&[b])) => view.ctx.dim_max(a, b),
        _ => Dim::Dynamic,
    };
    one(view, Some(vec![dim]), view.elem(0))
}

/// `EnsureShape`: the shape of operand 0, met with the attribute `shape`.
pub(crate) fn ensure_shape(view: &OpView<'_>) -> Answer {
    let wanted = super::create::shape_attr(view, "shape");
    one(view, same_shape(shape_of(view, 0), wanted)?, view.elem(0))
}
