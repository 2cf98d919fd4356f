//! Padding, and moving blocks of space to depth or batch and back.

use core_ir::OpView;

use super::params::{operands, optional, positive, sizes, word};
use super::reshape::{part, read};
use super::{Entry, Moves, row};
use crate::elem::Elem;
use crate::error::{EvalError, Evaluated};
use crate::strided::{Strided, advance};
use crate::tensor::{Array, Tensor, checked_count, dispatch, dispatch2};

/// The pairs of a `[rank, 2]` tensor.
fn pairs(tensor: &Tensor, rank: usize) -> Result<Edges, EvalError> {
    if tensor.shape() != [rank, 2] {
        return EvalError::invalid(format!("pairs of shape {:?} for {rank} dimensions", tensor.shape()));
    }
    let list = sizes(&tensor.ints()?)?;
    Ok(list.as_chunks().0.iter().map(|&[before, after]| (before, after)).collect())
}

/// `array` with `value` around it.
fn padded<T: Elem>(array: &Array<T>, pads: &[(usize, usize)], value: T) -> Result<Tensor, EvalError> {
    let dims = array.shape().iter().zip(pads);
    let shape: Vec<usize> = dims.map(|(&n, pad)| n.saturating_add(pad.0).saturating_add(pad.1)).collect();
    let mut out = vec![value; checked_count(&shape, size_of::<T>())?];
    if array.is_empty() {
        return Tensor::new(&shape, out);
    }
    let mut way = Strided::whole(&shape);
    let mut at: isize = pads.iter().zip(&way.dims).map(|(pad, dim)| pad.0 as isize * dim.1).sum();
    let len = array.shape().last().copied().unwrap_or(1);
    way.dims.pop();
    for (dim, &n) in way.dims.iter_mut().zip(array.shape()) {
        dim.0 = n;
    }
    let mut index = vec![0; way.dims.len()];
    for row in array.as_slice().unwrap_or(&[]).chunks_exact(len) {
        out[at as usize..at as usize + len].clone_from_slice(row);
        advance(&way.dims, &mut index, &mut at);
    }
    Tensor::new(&shape, out)
}

fn pad(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, pads] = operands(inputs)?;
    let pads = pairs(pads, x.shape().len())?;
    Ok(vec![dispatch!(bits, x, array => padded(array, &pads, Default::default()))?])
}

fn pad_v2(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, pads, value] = operands(inputs)?;
    fn go<T: Elem>(x: &Array<T>, value: &Array<T>, pads: &[(usize, usize)]) -> Result<Tensor, EvalError> {
        match value.as_slice() {
            Some([one]) => padded(x, pads, one.clone()),
            _ => EvalError::invalid("the padding value is not a scalar"),
        }
    }
    let pads = pairs(pads, x.shape().len())?;
    Ok(vec![dispatch2!(bits, x, value, a, b => go(a, b, &pads))?])
}

fn mirror_pad(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, pads] = operands(inputs)?;
    let skip = match word(view, "mode").as_deref() {
        Some("REFLECT") => 1,
        Some("SYMMETRIC") => 0,
        other => return EvalError::unsupported(format!("mirror mode {other:?}")),
    };
    let mut result = x.clone();
    for (at, (before, after)) in pairs(pads, x.shape().len())?.into_iter().enumerate() {
        let n = x.shape()[at];
        if before.max(after) + skip > n {
            return EvalError::invalid(format!("{n} elements mirrored {before} before and {after} after"));
        }
        if before == 0 && after == 0 {
            continue;
        }
        // The part before is read backwards from its end, the part after from the end of the tensor.
        let mirrored = |from: usize, to: usize| -> Result<Tensor, EvalError> {
            let piece = part(&result, at, from, to)?;
            let mut way = Strided::whole(piece.shape());
            way.offset += (to - from).saturating_sub(1) * way.dims[at].1 as usize;
            way.dims[at].1 = -way.dims[at].1;
            read(&piece, &way, piece.shape())
        };
        let pieces = [mirrored(skip, skip + before)?, result.clone(), mirrored(n - skip - after, n - skip)?];
        result = super::reshape::join(&pieces, at)?;
    }
    Ok(vec![result])
}

/// The view of `[batch, height, width, depth]` with other axes, as the data format has them.
fn nhwc(view: &OpView<'_>) -> Result<(), EvalError> {
    match view.word("data_format").as_deref() {
        None | Some("NHWC") => Ok(()),
        Some(other) => EvalError::unsupported(format!("data format {other}")),
    }
}

fn depth_to_space(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let block = positive(view, "block_size")?;
    nhwc(view)?;
    let &[batch, height, width, depth] = x.shape() else { return EvalError::invalid("not four dimensions") };
    if !depth.is_multiple_of(block.saturating_mul(block)) {
        return EvalError::invalid(format!("a depth of {depth} in blocks of {block}"));
    }
    let inner = depth / (block * block);
    let way = Strided::whole(&[batch, height, width, block, block, inner]).permuted(&[0, 1, 3, 2, 4, 5]);
    Ok(vec![read(x, &way, &[batch, height * block, width * block, inner])?])
}

fn space_to_depth(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let block = positive(view, "block_size")?;
    nhwc(view)?;
    let &[batch, height, width, depth] = x.shape() else { return EvalError::invalid("not four dimensions") };
    if !height.is_multiple_of(block) || !width.is_multiple_of(block) {
        return EvalError::invalid(format!("{height} by {width} in blocks of {block}"));
    }
    let (rows, columns) = (height / block, width / block);
    checked_count(&[batch, rows, columns, block, block, depth], 1)?;
    let way = Strided::whole(&[batch, rows, block, columns, block, depth]).permuted(&[0, 1, 3, 2, 4, 5]);
    Ok(vec![read(x, &way, &[batch, rows, columns, block * block * depth])?])
}

/// How many elements are before and after those of each dimension.
type Edges = Vec<(usize, usize)>;

/// The block shape, and the pairs of paddings or crops of as many dimensions.
fn blocks(x: &Tensor, block: &Tensor, edges: &Tensor) -> Result<(Vec<usize>, Edges), EvalError> {
    let block = sizes(&block.ints()?)?;
    if block.len() >= x.shape().len() || block.contains(&0) {
        return EvalError::invalid(format!("blocks of {block:?} in {:?}", x.shape()));
    }
    let edges = pairs(edges, block.len())?;
    Ok((block, edges))
}

fn space_to_batch_nd(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, block, pads] = operands(inputs)?;
    let (block, edges) = blocks(x, block, pads)?;
    let k = block.len();
    let mut all_pads = vec![(0, 0); x.shape().len()];
    all_pads[1..=k].copy_from_slice(&edges);
    let padded = dispatch!(bits, x, array => padded(array, &all_pads, Default::default()))?;
    let shape = padded.shape();
    if (0..k).any(|i| !shape[1 + i].is_multiple_of(block[i])) {
        return EvalError::invalid(format!("{shape:?} in blocks of {block:?}"));
    }
    // Split each space dimension into place and block, and bring the blocks in front of the batch.
    let mut split = vec![shape[0]];
    (0..k).for_each(|i| split.extend([shape[1 + i] / block[i], block[i]]));
    split.extend(&shape[1 + k..]);
    let perm: Vec<usize> = (0..k).map(|i| 2 + 2 * i).chain([0]).chain((0..k).map(|i| 1 + 2 * i)).collect();
    let perm: Vec<usize> = perm.into_iter().chain(1 + 2 * k..split.len()).collect();
    let batch = block.iter().try_fold(shape[0], |n, &b| n.checked_mul(b)).unwrap_or(usize::MAX);
    let mut out = vec![batch];
    (0..k).for_each(|i| out.push(shape[1 + i] / block[i]));
    out.extend(&shape[1 + k..]);
    checked_count(&out, 1)?;
    Ok(vec![read(&padded, &Strided::whole(&split).permuted(&perm), &out)?])
}

fn batch_to_space_nd(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, block, crops] = operands(inputs)?;
    let (block, edges) = blocks(x, block, crops)?;
    let (k, shape) = (block.len(), x.shape());
    let product = block.iter().try_fold(1usize, |n, &b| n.checked_mul(b)).unwrap_or(usize::MAX);
    if !shape[0].is_multiple_of(product) {
        return EvalError::invalid(format!("a batch of {} in blocks of {block:?}", shape[0]));
    }
    let batch = shape[0] / product;
    let split = [&block[..], &[batch], &shape[1..]].concat();
    let perm: Vec<usize> = [k].into_iter().chain((0..k).flat_map(|i| [k + 1 + i, i])).collect();
    let perm: Vec<usize> = perm.into_iter().chain(2 * k + 1..split.len()).collect();
    let mut out = vec![batch];
    (0..k).for_each(|i| out.push(shape[1 + i].saturating_mul(block[i])));
    out.extend(&shape[1 + k..]);
    checked_count(&out, 1)?;
    let mut result = read(x, &Strided::whole(&split).permuted(&perm), &out)?;
    for (i, &(before, after)) in edges.iter().enumerate() {
        let n = result.shape()[1 + i];
        match n.checked_sub(after) {
            Some(end) if before <= end => result = part(&result, 1 + i, before, end)?,
            _ => return EvalError::invalid(format!("{n} elements cropped by {before} and {after}")),
        }
    }
    Ok(vec![result])
}

/// `tfl.dilate`: puts a padding value between neighbours.
fn dilate(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, dilations] = operands(inputs)?;
    let dilations = sizes(&dilations.ints()?)?;
    if dilations.len() != x.shape().len() || dilations.contains(&0) {
        return EvalError::invalid(format!("dilations {dilations:?} of {:?}", x.shape()));
    }
    fn go<T: Elem>(x: &Array<T>, value: T, dilations: &[usize]) -> Result<Tensor, EvalError> {
        let dims = x.shape().iter().zip(dilations);
        let shape: Vec<usize> =
            dims.map(|(&n, &d)| n.saturating_sub(1).saturating_mul(d).saturating_add(n.min(1))).collect();
        let mut out = vec![value; checked_count(&shape, size_of::<T>())?];
        let mut dims = Strided::whole(&shape).dims;
        for ((dim, &n), &d) in dims.iter_mut().zip(x.shape()).zip(dilations) {
            *dim = (n, if n > 1 { dim.1 * d as isize } else { 0 });
        }
        let (mut index, mut at) = (vec![0; dims.len()], 0);
        for elem in x {
            out[at as usize] = elem.clone();
            advance(&dims, &mut index, &mut at);
        }
        Tensor::new(&shape, out)
    }
    fn with_value<T: Elem>(x: &Array<T>, value: &Array<T>, dilations: &[usize]) -> Result<Tensor, EvalError> {
        match value.as_slice() {
            Some([one]) => go(x, one.clone(), dilations),
            _ => EvalError::invalid("the padding value is not a scalar"),
        }
    }
    let result = match optional(inputs, 2) {
        None => dispatch!(bits, x, array => go(array, Default::default(), &dilations)),
        Some(value) => dispatch2!(bits, x, value, a, b => with_value(a, b, &dilations)),
    };
    Ok(vec![result?])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.BatchToSpaceND", "tfl.batch_to_space_nd", batch_to_space_nd).moving(Moves::Operand(0)),
    row("tf.DepthToSpace", "tfl.depth_to_space", depth_to_space).moving(Moves::Operand(0)),
    row("tf.MirrorPad", "tfl.mirror_pad", mirror_pad).moving(Moves::Operand(0)),
    row("tf.Pad", "tfl.pad", pad).filling(Moves::Operand(0)),
    row("tf.PadV2", "tfl.padv2", pad_v2).moving(Moves::Operands(0, 2)),
    row("tf.SpaceToBatchND", "tfl.space_to_batch_nd", space_to_batch_nd).filling(Moves::Operand(0)),
    row("tf.SpaceToDepth", "tfl.space_to_depth", space_to_depth).moving(Moves::Operand(0)),
    row("", "tfl.dilate", dilate).filling(Moves::Operands(0, 2)),
];
