//! Ops on images and their borders: resizing, padding, moving between space and channels, boxes; and the transforms of
//! signals.

use core_ir::{Context, Dim, OpView, TypeId};

use super::{
    Answer, as_declared, axis, int_or, length, many, of_rank, of_rank_at_least, one, open, same_dim, scalar,
    shape_of,
};

/// Operand 1 is the height and the width that the images of operand 0 get.
fn resized(view: &OpView<'_>, elem: TypeId) -> Answer {
    let images = of_rank(view, 0, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    if length(view, 1).is_some_and(|n| n != 2) {
        return Err("has a size that is not height and width".into());
    }
    let size = match view.operand_dims(1).as_deref() {
        Some(&[height, width]) => [height, width],
        Some(size) => return Err(format!("has {} sizes, not 2", size.len())),
        None => [Dim::Dynamic; 2],
    };
    one(view, Some(vec![images[0], size[0], size[1], images[3]]), elem)
}

/// `ResizeNearestNeighbor`, and TFLite's resizes: the elements stay.
pub(crate) fn resize(view: &OpView<'_>) -> Answer {
    resized(view, view.elem(0))
}

/// `ResizeBilinear`, `ResizeBicubic`, `ResizeArea`: real numbers.
pub(crate) fn resize_real(view: &OpView<'_>) -> Answer {
    resized(view, TypeId::F32)
}

/// `ResizeNearestNeighborGrad`: operand 1 is the height and the width of the original images.
pub(crate) fn resize_grad(view: &OpView<'_>) -> Answer {
    resized(view, view.elem(0))
}

/// `ResizeBilinearGrad`: the shape of the original images, operand 1.
pub(crate) fn resize_bilinear_grad(view: &OpView<'_>) -> Answer {
    let (gradient, original) = (of_rank(view, 0, 4)?, of_rank(view, 1, 4)?);
    let batch = gradient.map_or(Dim::Dynamic, |shape| shape[0]);
    let depth = gradient.map_or(Dim::Dynamic, |shape| shape[3]);
    let (height, width) = original.map_or((Dim::Dynamic, Dim::Dynamic), |shape| (shape[1], shape[2]));
    one(view, Some(vec![batch, height, width, depth]), view.elem(1))
}

/// `CropAndResize`: operands are images, boxes, the image of each box, and the size of a crop.
pub(crate) fn crop_and_resize(view: &OpView<'_>) -> Answer {
    let depth = of_rank(view, 0, 4)?.map_or(Dim::Dynamic, |images| images[3]);
    let boxes = of_rank(view, 1, 2)?.map_or(Dim::Dynamic, |boxes| boxes[0]);
    let indices = of_rank(view, 2, 1)?.map_or(Dim::Dynamic, |indices| indices[0]);
    let size = match view.operand_dims(3).as_deref() {
        Some(&[height, width]) => [height, width],
        Some(size) => return Err(format!("has {} sizes, not 2", size.len())),
        None => [Dim::Dynamic; 2],
    };
    one(view, Some(vec![same_dim(boxes, indices)?, size[0], size[1], depth]), TypeId::F32)
}

/// `ImageProjectiveTransformV2`, `V3`: operand 2 is the result's height and width.
pub(crate) fn projective_transform(view: &OpView<'_>) -> Answer {
    let images = of_rank(view, 0, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    let size = match view.operand_dims(2).as_deref() {
        Some(&[height, width]) => [height, width],
        Some(size) => return Err(format!("has {} sizes, not 2", size.len())),
        None => [Dim::Dynamic; 2],
    };
    one(view, Some(vec![images[0], size[0], size[1], images[3]]), view.elem(0))
}

/// The rows of `[rank, 2]` operand `i`: what comes before and after each dimension. `None` when it is not known.
fn pairs(view: &OpView<'_>, i: usize, rank: usize) -> Result<Option<Vec<[Dim; 2]>>, String> {
    let rows = match of_rank(view, i, 2)? {
        Some(&[Dim::Fixed(rows), Dim::Fixed(2) | Dim::Dynamic | Dim::Sym(_)]) => Some(rows),
        Some(&[_, Dim::Fixed(columns)]) if columns != 2 => {
            return Err(format!("has {columns} numbers for each dimension, not 2"));
        }
        _ => None,
    };
    if let Some(rows) = rows
        && rows != rank as i64
    {
        return Err(format!("pads {rows} dimensions of {rank}"));
    }
    let Some(list) = view.operand_dims(i) else { return Ok(None) };
    if list.len() != 2 * rank {
        return Err(format!("has {} paddings for {rank} dimensions", list.len()));
    }
    if let Some(n) = list.iter().find_map(|dim| dim.fixed().filter(|&n| n < 0)) {
        return Err(format!("pads by {n}"));
    }
    Ok(Some(list.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()))
}

/// `Pad`, `PadV2`, `MirrorPad`: operand 1 is `[rank, 2]`, how much comes before and after.
pub(crate) fn pad(view: &OpView<'_>) -> Answer {
    let ctx = view.ctx;
    let Some(input) = view.shape(0) else {
        let rank = match of_rank(view, 1, 2)? {
            Some(&[Dim::Fixed(rows), _]) => usize::try_from(rows).ok().filter(|&n| n <= super::MAX_RANK),
            _ => None,
        };
        return one(view, rank.map(open), view.elem(0));
    };
    let Some(pairs) = pairs(view, 1, input.len())? else {
        return one(view, Some(open(input.len())), view.elem(0));
    };
    let dims = input.iter().zip(pairs).map(|(&dim, [low, high])| ctx.dim_add(dim, ctx.dim_add(low, high)));
    one(view, Some(dims.collect()), view.elem(0))
}

/// `MirrorPadGrad`: as [`pad`], the other way.
pub(crate) fn mirror_pad_grad(view: &OpView<'_>) -> Answer {
    let ctx = view.ctx;
    let Some(input) = view.shape(0) else { return one(view, None, view.elem(0)) };
    let Some(pairs) = pairs(view, 1, input.len())? else {
        return one(view, Some(open(input.len())), view.elem(0));
    };
    let dims = input.iter().zip(pairs).map(|(&dim, [low, high])| ctx.dim_sub(dim, ctx.dim_add(low, high)));
    one(view, Some(dims.collect()), view.elem(0))
}

/// `dim / by`, which must leave no remainder.
fn divided(ctx: &Context, dim: Dim, by: Dim) -> Result<Dim, String> {
    match (dim, by) {
        (Dim::Fixed(dim), Dim::Fixed(by)) if by < 1 || dim % by != 0 => Err(format!("divides {dim} by {by}")),
        _ => Ok(ctx.dim_floor_div(dim, by)),
    }
}

/// The places of height, width and channels in `data_format`; `None` for the vectorized one.
fn image_places(view: &OpView<'_>) -> Option<[usize; 3]> {
    match view.word("data_format").as_deref() {
        None | Some("NHWC") => Some([1, 2, 3]),
        Some("NCHW") => Some([2, 3, 1]),
        Some(_) => None,
    }
}

fn block(view: &OpView<'_>) -> Result<(Dim, Dim), String> {
    match view.int("block_size") {
        Some(n) if n < 1 => Err(format!("has a block of {n}")),
        Some(n) => Ok((Dim::Fixed(n), n.checked_mul(n).map_or(Dim::Dynamic, Dim::Fixed))),
        None => Err("has no block size".into()),
    }
}

/// `SpaceToDepth`: blocks of pixels become channels.
pub(crate) fn space_to_depth(view: &OpView<'_>) -> Answer {
    let (Some([height, width, channel]), (size, area)) = (image_places(view), block(view)?) else {
        return as_declared(view);
    };
    let mut dims = of_rank(view, 0, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    for at in [height, width] {
        dims[at] =
            divided(view.ctx, dims[at], size).map_err(|clause| format!("{clause} in dimension {at}"))?;
    }
    dims[channel] = view.ctx.dim_mul(dims[channel], area);
    one(view, Some(dims), view.elem(0))
}

/// `DepthToSpace`: channels become blocks of pixels.
pub(crate) fn depth_to_space(view: &OpView<'_>) -> Answer {
    let (Some([height, width, channel]), (size, area)) = (image_places(view), block(view)?) else {
        return as_declared(view);
    };
    let mut dims = of_rank(view, 0, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    for at in [height, width] {
        dims[at] = view.ctx.dim_mul(dims[at], size);
    }
    dims[channel] = divided(view.ctx, dims[channel], area)
        .map_err(|clause| format!("{clause} in dimension {channel}"))?;
    one(view, Some(dims), view.elem(0))
}

/// The blocks of operand 1 and the pairs of operand 2, one of each for each spatial dimension.
type Blocks = Option<(Vec<Dim>, Vec<[Dim; 2]>)>;

fn blocks(view: &OpView<'_>) -> Result<Blocks, String> {
    of_rank(view, 1, 1)?;
    let Some(sizes) = view.operand_dims(1) else { return Ok(None) };
    if let Some(n) = sizes.iter().find_map(|dim| dim.fixed().filter(|&n| n < 1)) {
        return Err(format!("has a block of {n}"));
    }
    let Some(pairs) = pairs(view, 2, sizes.len())? else { return Ok(None) };
    Ok(Some((sizes.into_owned(), pairs)))
}

/// Checks that the rank of `input` has room for `count` blocks and the batch.
fn check_blocks(input: &[Dim], count: usize) -> Result<(), String> {
    if count < input.len() { Ok(()) } else { Err(format!("has {count} blocks for rank {}", input.len())) }
}

/// What is known of the result when the blocks are not: the dimensions after theirs.
fn open_blocks(view: &OpView<'_>, input: Option<&[Dim]>) -> Answer {
    let Some(input) = input else { return one(view, None, view.elem(0)) };
    let mut dims = open(input.len());
    if let Some(count) = length(view, 1) {
        check_blocks(input, count)?;
        dims[count + 1..].copy_from_slice(&input[count + 1..]);
    }
    one(view, Some(dims), view.elem(0))
}

fn space_to_batch_of(view: &OpView<'_>, blocks: Blocks) -> Answer {
    let (ctx, input) = (view.ctx, of_rank_at_least(view, 0, 1)?);
    let (Some(mut dims), Some((sizes, pairs))) = (input.map(<[Dim]>::to_vec), blocks) else {
        return open_blocks(view, input);
    };
    check_blocks(&dims, sizes.len())?;
    for (i, (&size, [low, high])) in sizes.iter().zip(pairs).enumerate() {
        let padded = ctx.dim_add(dims[i + 1], ctx.dim_add(low, high));
        dims[i + 1] =
            divided(ctx, padded, size).map_err(|clause| format!("{clause} in dimension {}", i + 1))?;
        dims[0] = ctx.dim_mul(dims[0], size);
    }
    one(view, Some(dims), view.elem(0))
}

fn batch_to_space_of(view: &OpView<'_>, blocks: Blocks) -> Answer {
    let (ctx, input) = (view.ctx, of_rank_at_least(view, 0, 1)?);
    let (Some(mut dims), Some((sizes, pairs))) = (input.map(<[Dim]>::to_vec), blocks) else {
        return open_blocks(view, input);
    };
    check_blocks(&dims, sizes.len())?;
    let area = ctx.dim_product(sizes.iter().copied());
    dims[0] = divided(ctx, dims[0], area).map_err(|clause| format!("{clause} in dimension 0"))?;
    for (i, (&size, [low, high])) in sizes.iter().zip(pairs).enumerate() {
        dims[i + 1] = ctx.dim_sub(ctx.dim_mul(dims[i + 1], size), ctx.dim_add(low, high));
    }
    one(view, Some(dims), view.elem(0))
}

/// `SpaceToBatchND`: operands 1 and 2 are block sizes and paddings.
pub(crate) fn space_to_batch_nd(view: &OpView<'_>) -> Answer {
    space_to_batch_of(view, blocks(view)?)
}

/// `BatchToSpaceND`: operands 1 and 2 are block sizes and crops.
pub(crate) fn batch_to_space_nd(view: &OpView<'_>) -> Answer {
    batch_to_space_of(view, blocks(view)?)
}

/// `SpaceToBatch`: one block size for both dimensions; operand 1 holds the paddings.
pub(crate) fn space_to_batch(view: &OpView<'_>) -> Answer {
    of_rank(view, 0, 4)?;
    match square_blocks(view)? {
        Some(sizes) => space_to_batch_of(view, Some(sizes)),
        None => one(view, Some(open(4)), view.elem(0)),
    }
}

/// `BatchToSpace`: one block size for both dimensions; operand 1 holds the crops.
pub(crate) fn batch_to_space(view: &OpView<'_>) -> Answer {
    of_rank(view, 0, 4)?;
    match square_blocks(view)? {
        Some(sizes) => batch_to_space_of(view, Some(sizes)),
        None => one(view, Some(open(4)), view.elem(0)),
    }
}

fn square_blocks(view: &OpView<'_>) -> Result<Blocks, String> {
    let (size, _) = block(view)?;
    Ok(pairs(view, 1, 2)?.map(|pairs| (vec![size; 2], pairs)))
}

/// `NonMaxSuppression` to `V3`: the chosen boxes, as many as there turn out to be.
pub(crate) fn non_max_suppression(view: &OpView<'_>) -> Answer {
    one(view, Some(open(1)), TypeId::I32)
}

/// `NonMaxSuppressionV4`: the chosen boxes, as many as operand 2 says where the results are padded, and their number.
pub(crate) fn non_max_suppression_v4(view: &OpView<'_>) -> Answer {
    let chosen = if view.flag("pad_to_max_output_size") { scalar(view, 2) } else { Dim::Dynamic };
    many(view, vec![(Some(vec![chosen]), TypeId::I32), (Some(Vec::new()), TypeId::I32)])
}

/// `NonMaxSuppressionV5`: as the version before, with scores.
pub(crate) fn non_max_suppression_v5(view: &OpView<'_>) -> Answer {
    let chosen = if view.flag("pad_to_max_output_size") { scalar(view, 2) } else { Dim::Dynamic };
    boxes_with_scores(view, chosen)
}

fn boxes_with_scores(view: &OpView<'_>, chosen: Dim) -> Answer {
    let scalar_shape = Some(Vec::new());
    many(
        view,
        vec![
            (Some(vec![chosen]), TypeId::I32),
            (Some(vec![chosen]), view.elem(1)),
            (scalar_shape, TypeId::I32),
        ],
    )
}

/// `tfl.non_max_suppression_v4`: always padded.
pub(crate) fn tfl_non_max_suppression_v4(view: &OpView<'_>) -> Answer {
    many(view, vec![(Some(vec![scalar(view, 2)]), TypeId::I32), (Some(Vec::new()), TypeId::I32)])
}

/// `tfl.non_max_suppression_v5`: always padded.
pub(crate) fn tfl_non_max_suppression_v5(view: &OpView<'_>) -> Answer {
    boxes_with_scores(view, scalar(view, 2))
}

/// The last dimensions of operand 0 become those that operand 1 says, the very last one through `last`.
fn transformed(view: &OpView<'_>, rank: usize, last: fn(&Context, Dim) -> Dim, elem: TypeId) -> Answer {
    let Some(mut dims) = of_rank_at_least(view, 0, rank)?.map(<[Dim]>::to_vec) else {
        return one(view, None, elem);
    };
    let lengths = view.operand_dims(1).map_or_else(|| open(rank), |dims| dims.into_owned());
    if lengths.len() != rank {
        return Err(format!("has {} transform lengths, not {rank}", lengths.len()));
    }
    let at = dims.len() - rank;
    for (dim, &length) in dims[at..].iter_mut().zip(&lengths) {
        *dim = length;
    }
    if let Some(end) = dims.last_mut() {
        *end = last(view.ctx, *end);
    }
    one(view, Some(dims), elem)
}

/// Half the spectrum of real numbers: `n / 2 + 1`.
fn half_spectrum(ctx: &Context, length: Dim) -> Dim {
    match length {
        Dim::Fixed(0) => length,
        _ => ctx.dim_add(ctx.dim_floor_div(length, Dim::Fixed(2)), Dim::Fixed(1)),
    }
}

fn complex_of(view: &OpView<'_>) -> TypeId {
    let named = view.type_attr("Tcomplex");
    named.unwrap_or(if view.elem(0) == TypeId::F64 { TypeId::C128 } else { TypeId::C64 })
}

fn real_of(view: &OpView<'_>) -> TypeId {
    let named = view.type_attr("Treal");
    named.unwrap_or(if view.elem(0) == TypeId::C128 { TypeId::F64 } else { TypeId::F32 })
}

/// `RFFT`
pub(crate) fn rfft(view: &OpView<'_>) -> Answer {
    transformed(view, 1, half_spectrum, complex_of(view))
}

/// `RFFT2D`, `tfl.rfft2d`
pub(crate) fn rfft_2d(view: &OpView<'_>) -> Answer {
    transformed(view, 2, half_spectrum, complex_of(view))
}

/// `IRFFT`
pub(crate) fn irfft(view: &OpView<'_>) -> Answer {
    transformed(view, 1, |_, length| length, real_of(view))
}

/// `IRFFT2D`
pub(crate) fn irfft_2d(view: &OpView<'_>) -> Answer {
    transformed(view, 2, |_, length| length, real_of(view))
}

/// `AudioSpectrogram`: `[channels, windows, frequencies]` from `[samples, channels]`.
pub(crate) fn audio_spectrogram(view: &OpView<'_>) -> Answer {
    let input = of_rank(view, 0, 2)?.map_or([Dim::Dynamic; 2], |shape| [shape[0], shape[1]]);
    let (window, stride) = (int_or(view, "window_size", 0), int_or(view, "stride", 0));
    if window < 2 || stride < 1 {
        return Err(format!("has windows of {window} with a stride of {stride}"));
    }
    let ctx = view.ctx;
    let past_first = ctx.dim_sub(input[0], Dim::Fixed(window));
    let windows = match past_first {
        Dim::Fixed(n) if n < 0 => Dim::Fixed(0),
        _ => ctx.dim_add(ctx.dim_floor_div(past_first, Dim::Fixed(stride)), Dim::Fixed(1)),
    };
    // As many frequencies as half the window has, filled up to a power of two.
    let power = u64::try_from(window).ok().and_then(u64::checked_next_power_of_two);
    let frequencies = power.map_or(Dim::Dynamic, |n| Dim::Fixed((n / 2 + 1) as i64));
    one(view, Some(vec![input[1], windows, frequencies]), TypeId::F32)
}

/// `Mfcc`: the frequencies of a spectrogram become coefficients.
pub(crate) fn mfcc(view: &OpView<'_>) -> Answer {
    let mut dims = of_rank(view, 0, 3)?.map_or_else(|| open(3), <[Dim]>::to_vec);
    dims[2] = Dim::Fixed(int_or(view, "dct_coefficient_count", 13));
    one(view, Some(dims), TypeId::F32)
}

/// `Roll`: the shape of operand 0, along the axes in operand 2.
pub(crate) fn roll(view: &OpView<'_>) -> Answer {
    if let (Some(dims), Some(axes)) = (of_rank_at_least(view, 0, 1)?, view.operand_ints(2)) {
        for at in axes {
            axis(at, dims.len())?;
        }
    }
    one(view, shape_of(view, 0), view.elem(0))
}

/// `ReverseV2`: the shape of operand 0, along the axes in operand 1.
pub(crate) fn reverse(view: &OpView<'_>) -> Answer {
    if let (Some(dims), Some(axes)) = (view.shape(0), view.operand_ints(1)) {
        let mut seen = vec![false; dims.len()];
        for at in axes {
            let at = axis(at, dims.len())?;
            if std::mem::replace(&mut seen[at], true) {
                return Err(format!("reverses dimension {at} twice"));
            }
        }
    }
    one(view, shape_of(view, 0), view.elem(0))
}
