//! Kernels that keep elements and change their order or the shape: reshape, transpose, concatenation, splitting, tiling.

use core_ir::OpView;

use super::params::{axes, axis, int_or, operands, sizes};
use super::{Entry, Moves, row};
use crate::broadcast::broadcast_to;
use crate::elem::Elem;
use crate::error::{EvalError, Evaluated};
use crate::strided::{Strided, permutation, row_major};
use crate::tensor::{Array, Tensor, checked_count, dispatch};

/// The elements of `tensor` along `way`, as a tensor of `shape`.
pub(super) fn read(tensor: &Tensor, way: &Strided, shape: &[usize]) -> Result<Tensor, EvalError> {
    fn go<T: Elem>(array: &Array<T>, way: &Strided, shape: &[usize]) -> Result<Tensor, EvalError> {
        checked_count(shape, size_of::<T>())?;
        Tensor::new(shape, way.read(array.as_slice().unwrap_or(&[])))
    }
    dispatch!(all, tensor, array => go(array, way, shape))
}

fn identity(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    Ok(vec![x.clone()])
}

fn identity_n(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    Ok(inputs.to_vec())
}

/// The shape that `tf.Reshape` makes of `count` elements: one dimension may be -1.
pub(crate) fn reshape_to(wanted: &[i64], count: usize) -> Result<Vec<usize>, EvalError> {
    let fail = || EvalError::invalid(format!("{count} elements do not take shape {wanted:?}"));
    let open: Vec<usize> = (0..wanted.len()).filter(|&i| wanted[i] == -1).collect();
    let known: Vec<i64> = wanted.iter().copied().filter(|&n| n != -1).collect();
    let known = sizes(&known)?;
    let Some(product) = known.iter().try_fold(1usize, |p, &n| p.checked_mul(n)) else { return fail() };
    let filler = match open.len() {
        0 => 1,
        1 if product != 0 && count.is_multiple_of(product) => count / product,
        1 if product == 0 && count == 0 => 0,
        _ => return fail(),
    };
    if open.is_empty() && product != count {
        return fail();
    }
    Ok(wanted.iter().map(|&n| if n == -1 { filler } else { n as usize }).collect())
}

fn reshape(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, shape] = operands(inputs)?;
    Ok(vec![x.reshaped(&reshape_to(&shape.ints()?, x.count())?)?])
}

fn expand_dims(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, dim] = operands(inputs)?;
    let mut shape = x.shape().to_vec();
    shape.insert(axis(dim.int()?, shape.len() + 1)?, 1);
    Ok(vec![x.reshaped(&shape)?])
}

fn squeeze(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let listed = view.ints("squeeze_dims").unwrap_or_default();
    let drop = axes(&listed, x.shape().len())?;
    if let Some(&bad) = drop.iter().find(|&&i| x.shape()[i] != 1) {
        return EvalError::invalid(format!("dimension {bad} of {:?} is not 1", x.shape()));
    }
    let kept = x.shape().iter().enumerate();
    let kept = kept.filter(|&(i, &n)| if drop.is_empty() { n != 1 } else { !drop.contains(&i) });
    let shape: Vec<usize> = kept.map(|(_, &n)| n).collect();
    Ok(vec![x.reshaped(&shape)?])
}

fn transpose(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, perm] = operands(inputs)?;
    let perm = perm.ints()?;
    let Some(perm) = permutation(&perm, x.shape().len()) else {
        return EvalError::invalid(format!("{perm:?} does not permute {} axes", x.shape().len()));
    };
    let way = Strided::whole(x.shape()).permuted(&perm);
    Ok(vec![read(x, &way, &way.shape())?])
}

/// Joins tensors along `at`.
pub(super) fn join(parts: &[Tensor], at: usize) -> Result<Tensor, EvalError> {
    fn go<T: Elem>(first: &Array<T>, parts: &[Tensor], at: usize) -> Result<Tensor, EvalError> {
        let mut shape = first.shape().to_vec();
        shape[at] = 0;
        let mut pieces = Vec::with_capacity(parts.len());
        for part in parts {
            let Some(elems) = part.elems::<T>() else {
                return EvalError::invalid("operands of several types");
            };
            let same = |i: usize| i == at || part.shape()[i] == first.shape()[i];
            if part.shape().len() != shape.len() || !(0..shape.len()).all(same) {
                return EvalError::invalid(format!("{:?} does not join {:?}", part.shape(), first.shape()));
            }
            shape[at] = shape[at].saturating_add(part.shape()[at]);
            pieces.push((elems, part.shape()[at..].iter().product::<usize>()));
        }
        let mut out = Vec::with_capacity(checked_count(&shape, size_of::<T>())?);
        for i in 0..shape[..at].iter().product() {
            for (elems, chunk) in &pieces {
                out.extend_from_slice(&elems[i * chunk..(i + 1) * chunk]);
            }
        }
        Tensor::new(&shape, out)
    }
    match parts.first() {
        Some(first) => dispatch!(bits, first, array => go(array, parts, at)),
        None => EvalError::invalid("nothing to join"),
    }
}

fn concat_along(values: &[Tensor], at: i64) -> Evaluated {
    let Some(first) = values.first() else { return EvalError::invalid("nothing to join") };
    Ok(vec![join(values, axis(at, first.shape().len())?)?])
}

fn concat_v2(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match inputs.split_last() {
        Some((at, values)) => concat_along(values, at.int()?),
        None => EvalError::invalid("nothing to join"),
    }
}

fn concat(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match inputs.split_first() {
        Some((at, values)) => concat_along(values, at.int()?),
        None => EvalError::invalid("nothing to join"),
    }
}

fn concatenation(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    concat_along(inputs, int_or(view, "axis", 0))
}

fn pack(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let Some(first) = inputs.first() else { return EvalError::invalid("nothing to pack") };
    if inputs.iter().any(|input| input.shape() != first.shape()) {
        return EvalError::invalid("packed tensors have several shapes");
    }
    let at = axis(int_or(view, "axis", 0), first.shape().len() + 1)?;
    let mut shape = first.shape().to_vec();
    shape.insert(at, 1);
    let parts = inputs.iter().map(|input| input.reshaped(&shape)).collect::<Result<Vec<_>, _>>()?;
    Ok(vec![join(&parts, at)?])
}

/// The part of `tensor` between two indices of dimension `at`.
pub(super) fn part(tensor: &Tensor, at: usize, from: usize, to: usize) -> Result<Tensor, EvalError> {
    let mut way = Strided::whole(tensor.shape());
    way.offset = from * way.dims[at].1 as usize;
    way.dims[at].0 = to - from;
    read(tensor, &way, &way.shape())
}

fn unpack(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let at = axis(int_or(view, "axis", 0), x.shape().len())?;
    let count = x.shape()[at];
    if view.int("num").is_some_and(|num| num != count as i64) {
        return EvalError::invalid(format!("{count} parts are not as many as declared"));
    }
    let mut shape = x.shape().to_vec();
    shape.remove(at);
    (0..count).map(|i| part(x, at, i, i + 1)?.reshaped(&shape)).collect()
}

/// The ways through a tensor of `shape` that take parts of dimension `at`.
fn split_ways(shape: &[usize], at: usize, lengths: &[usize]) -> Result<Vec<Strided>, EvalError> {
    let whole = lengths.iter().try_fold(0usize, |sum, &n| sum.checked_add(n));
    if whole != Some(shape[at]) {
        return EvalError::invalid(format!("parts of {lengths:?} do not make {}", shape[at]));
    }
    let mut from = 0;
    let ways = lengths.iter().map(|&length| {
        let mut way = Strided::whole(shape);
        way.offset = from * way.dims[at].1 as usize;
        way.dims[at].0 = length;
        from += length;
        way
    });
    Ok(ways.collect())
}

fn read_all(x: &Tensor, ways: &[Strided]) -> Evaluated {
    ways.iter().map(|way| read(x, way, &way.shape())).collect()
}

fn split(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [dim, x] = operands(inputs)?;
    read_all(x, &equal_ways(view, x.shape(), dim.int()?)?)
}

/// The ways of `tf.Split`.
pub(crate) fn equal_ways(view: &OpView<'_>, shape: &[usize], at: i64) -> Result<Vec<Strided>, EvalError> {
    let at = axis(at, shape.len())?;
    let declared = (!view.results.is_empty()).then_some(view.results.len() as i64);
    let count = view.int("num_split").or_else(|| view.int("num_splits")).or(declared);
    let Some(count) = count.and_then(|n| usize::try_from(n).ok()).filter(|&n| n > 0) else {
        return EvalError::unsupported("a split into an unknown number of parts");
    };
    let length = shape[at];
    if !length.is_multiple_of(count) || count > length.max(1) {
        return EvalError::invalid(format!("{length} elements do not split into {count} parts"));
    }
    split_ways(shape, at, &vec![length / count; count])
}

fn split_v(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, parts, dim] = operands(inputs)?;
    read_all(x, &given_ways(x.shape(), &parts.ints()?, dim.int()?)?)
}

/// The ways of `tf.SplitV`.
pub(crate) fn given_ways(shape: &[usize], parts: &[i64], at: i64) -> Result<Vec<Strided>, EvalError> {
    let at = axis(at, shape.len())?;
    split_ways(shape, at, &part_lengths(parts, shape[at])?)
}

/// The lengths of parts, of which one may be -1 and takes what is left.
fn part_lengths(parts: &[i64], length: usize) -> Result<Vec<usize>, EvalError> {
    let known: Vec<i64> = parts.iter().copied().filter(|&n| n != -1).collect();
    let known = sizes(&known)?.iter().try_fold(0usize, |sum, &n| sum.checked_add(n));
    let left = known.and_then(|known| length.checked_sub(known));
    match (parts.iter().filter(|&&n| n == -1).count(), left) {
        (0, _) => sizes(parts),
        (1, Some(left)) => Ok(parts.iter().map(|&n| if n == -1 { left } else { n as usize }).collect()),
        _ => EvalError::invalid(format!("parts of {parts:?} do not make {length}")),
    }
}

fn tile(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, multiples] = operands(inputs)?;
    let multiples = sizes(&multiples.ints()?)?;
    if multiples.len() != x.shape().len() {
        return EvalError::invalid(format!(
            "{} multiples of {} dimensions",
            multiples.len(),
            x.shape().len()
        ));
    }
    let mut dims = Vec::with_capacity(2 * multiples.len());
    let mut shape = Vec::with_capacity(multiples.len());
    for ((&n, stride), &times) in x.shape().iter().zip(row_major(x.shape())).zip(&multiples) {
        dims.extend([(times, 0), (n, stride)]);
        shape.push(n.saturating_mul(times));
    }
    checked_count(&shape, 1)?;
    Ok(vec![read(x, &Strided { offset: 0, dims }, &shape)?])
}

fn broadcast(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, shape] = operands(inputs)?;
    let shape = sizes(&shape.ints()?)?;
    Ok(vec![dispatch!(bits, x, array => broadcast_to(array, &shape))?])
}

/// The way that reads some dimensions backwards.
fn backwards(shape: &[usize], at: &[usize]) -> Strided {
    let mut way = Strided::whole(shape);
    for &i in at {
        let (n, stride) = way.dims[i];
        way.offset += n.saturating_sub(1) * stride as usize;
        way.dims[i].1 = -stride;
    }
    way
}

fn reverse_along(x: &Tensor, at: &[usize]) -> Result<Tensor, EvalError> {
    read(x, &backwards(x.shape(), at), x.shape())
}

/// The way of `tf.ReverseV2`.
pub(crate) fn reverse_way(shape: &[usize], list: &[i64]) -> Result<Strided, EvalError> {
    Ok(backwards(shape, &axes(list, shape.len())?))
}

fn reverse_v2(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, list] = operands(inputs)?;
    Ok(vec![read(x, &reverse_way(x.shape(), &list.ints()?)?, x.shape())?])
}

/// `tf.Roll`: elements that leave at one end of a dimension come back at the other.
fn roll(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, shifts, list] = operands(inputs)?;
    let (shifts, list) = (shifts.ints()?, list.ints()?);
    if shifts.len() != list.len() {
        return EvalError::invalid(format!("{} shifts of {} axes", shifts.len(), list.len()));
    }
    let mut result = x.clone();
    for (&shift, &at) in shifts.iter().zip(&list) {
        let at = axis(at, x.shape().len())?;
        let length = x.shape()[at];
        if length > 0 {
            let cut = length - shift.rem_euclid(length as i64) as usize;
            result = join(&[part(&result, at, cut, length)?, part(&result, at, 0, cut)?], at)?;
        }
    }
    Ok(vec![result])
}

/// `tf.Reverse`: one bool for each dimension.
fn reverse(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, flags] = operands(inputs)?;
    let Some(flags) = flags.elems::<bool>().filter(|flags| flags.len() == x.shape().len()) else {
        return EvalError::invalid("there is not one bool for each dimension");
    };
    let at: Vec<usize> = (0..flags.len()).filter(|&i| flags[i]).collect();
    Ok(vec![reverse_along(x, &at)?])
}

/// Reverses the first elements of each batch entry along another dimension.
fn reverse_sequence(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, lengths] = operands(inputs)?;
    let rank = x.shape().len();
    let (seq, batch) = (axis(int_or(view, "seq_dim", 0), rank)?, axis(int_or(view, "batch_dim", 0), rank)?);
    let lengths = sizes(&lengths.ints()?)?;
    if seq == batch || lengths.len() != x.shape()[batch] || lengths.iter().any(|&n| n > x.shape()[seq]) {
        return EvalError::invalid("sequence lengths do not fit the tensor");
    }
    let mut entries = Vec::with_capacity(lengths.len());
    for (i, &length) in lengths.iter().enumerate() {
        let entry = part(x, batch, i, i + 1)?;
        let head = reverse_along(&part(&entry, seq, 0, length)?, &[seq])?;
        let tail = part(&entry, seq, length, x.shape()[seq])?;
        entries.push(join(&[head, tail], seq)?);
    }
    if entries.is_empty() {
        return Ok(vec![x.clone()]);
    }
    Ok(vec![join(&entries, batch)?])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.BroadcastTo", "tfl.broadcast_to", broadcast).moving(Moves::Operand(0)),
    row("tf.Concat", "", concat).moving(Moves::AllButFirst),
    row("tf.ConcatV2", "", concat_v2).moving(Moves::AllButLast),
    row("tf.EnsureShape", "", identity).moving(Moves::Operand(0)),
    row("tf.ExpandDims", "tfl.expand_dims", expand_dims).moving(Moves::Operand(0)),
    row("tf.Identity", "", identity).moving(Moves::Operand(0)),
    row("tf.IdentityN", "", identity_n).moving(Moves::All),
    row("tf.Pack", "tfl.pack", pack).moving(Moves::All),
    row("tf.PreventGradient", "", identity).moving(Moves::Operand(0)),
    row("tf.Reshape", "tfl.reshape", reshape).moving(Moves::Operand(0)),
    row("tf.Reverse", "", reverse).moving(Moves::Operand(0)),
    row("tf.ReverseSequence", "tfl.reverse_sequence", reverse_sequence).moving(Moves::Operand(0)),
    row("tf.ReverseV2", "tfl.reverse_v2", reverse_v2).moving(Moves::Operand(0)),
    row("tf.Roll", "", roll).moving(Moves::Operand(0)),
    row("tf.Snapshot", "", identity).moving(Moves::Operand(0)),
    row("tf.Split", "tfl.split", split).moving(Moves::Operand(1)),
    row("tf.SplitV", "tfl.split_v", split_v).moving(Moves::Operand(0)),
    row("tf.Squeeze", "tfl.squeeze", squeeze).moving(Moves::Operand(0)),
    row("tf.StopGradient", "", identity).moving(Moves::Operand(0)),
    row("tf.Tile", "tfl.tile", tile).moving(Moves::Operand(0)),
    row("tf.Transpose", "tfl.transpose", transpose).moving(Moves::Operand(0)),
    row("tf.Unpack", "tfl.unpack", unpack).moving(Moves::Operand(0)),
    row("", "tfl.concatenation", concatenation).moving(Moves::All),
];
