//! Sliding windows: convolutions, transposed convolutions, pooling, dilation, image patches; and the normalizations
//! that go with them.

use core_ir::{Context, Dim, OpView, TypeId};

use super::{
    Answer, Shape, as_declared, flag_or, int_or, many, of_rank, one, open, same_dim, shape_of, shape_operand,
};

/// What a window adds at both ends of a dimension.
#[derive(Clone, Copy, Debug)]
enum Pad {
    /// As much as it takes for `ceil(input / stride)` results.
    Same,
    /// Nothing.
    Valid,
    /// This much, both ends together.
    Explicit(i64),
}

/// A window in one dimension.
#[derive(Clone, Copy, Debug)]
struct Window {
    size: Dim,
    stride: i64,
    dilation: i64,
    pad: Pad,
}

/// How many places `window` has in a dimension of `input`.
fn places(ctx: &Context, input: Dim, window: Window) -> Result<Dim, String> {
    let Window { size, stride, dilation, pad } = window;
    if stride < 1 {
        return Err(format!("has a stride of {stride}"));
    }
    if dilation < 1 {
        return Err(format!("has a dilation of {dilation}"));
    }
    let added = match pad {
        Pad::Same => return Ok(ctx.dim_ceil_div(input, Dim::Fixed(stride))),
        Pad::Valid => 0,
        Pad::Explicit(added) => added,
    };
    if size == Dim::Fixed(0) {
        return Err("has an empty window".into());
    }
    let one = Dim::Fixed(1);
    let reach = ctx.dim_add(ctx.dim_mul(ctx.dim_sub(size, one), Dim::Fixed(dilation)), one);
    let padded = ctx.dim_add(input, Dim::Fixed(added));
    if let (Dim::Fixed(reach), Dim::Fixed(padded)) = (reach, padded)
        && reach > padded
    {
        return Err(format!("slides a window of {reach} over {padded}"));
    }
    Ok(ctx.dim_ceil_div(ctx.dim_add(ctx.dim_sub(padded, reach), one), Dim::Fixed(stride)))
}

/// Which dimension of an image batch is what.
#[derive(Clone, Debug)]
struct Layout {
    batch: usize,
    channel: usize,
    spatial: Vec<usize>,
}

impl Layout {
    /// Channels last, as TFLite has it.
    fn channels_last(spatial: usize) -> Self {
        Self { batch: 0, channel: spatial + 1, spatial: (1..=spatial).collect() }
    }

    /// What `data_format` says; `None` for the vectorized formats, whose tensors have more dimensions.
    fn of_attr(view: &OpView<'_>, spatial: usize) -> Option<Self> {
        match view.word("data_format").as_deref() {
            None | Some("NHWC" | "NDHWC" | "NWC") => Some(Self::channels_last(spatial)),
            Some("NCHW" | "NCDHW" | "NCW") => {
                Some(Self { batch: 0, channel: 1, spatial: (2..2 + spatial).collect() })
            }
            Some(_) => None,
        }
    }

    fn rank(&self) -> usize {
        self.spatial.len() + 2
    }

    /// The dimensions in this layout.
    fn arrange(&self, batch: Dim, spatial: &[Dim], channel: Dim) -> Vec<Dim> {
        let mut dims = open(self.rank());
        (dims[self.batch], dims[self.channel]) = (batch, channel);
        for (&at, &dim) in self.spatial.iter().zip(spatial) {
            dims[at] = dim;
        }
        dims
    }

    /// The spatial entries of a list in the order of this layout; all `default` where the attribute is missing.
    fn spatial_ints(&self, view: &OpView<'_>, name: &str, default: i64) -> Result<Vec<i64>, String> {
        let Some(list) = view.ints(name).filter(|list| !list.is_empty()) else {
            return Ok(vec![default; self.spatial.len()]);
        };
        if list.len() != self.rank() {
            return Err(format!("has {} {name}, not {}", list.len(), self.rank()));
        }
        Ok(self.spatial.iter().map(|&at| list[at]).collect())
    }

    /// The padding of each spatial dimension: `padding` and, where that is `EXPLICIT`, `explicit_paddings`.
    fn pads(&self, view: &OpView<'_>) -> Result<Vec<Pad>, String> {
        let pad = match view.word("padding").as_deref() {
            Some("SAME") => Pad::Same,
            Some("VALID") => Pad::Valid,
            Some("EXPLICIT") => {
                let list = view.ints("explicit_paddings").unwrap_or_default();
                if list.len() != 2 * self.rank() {
                    return Err(format!("has {} explicit paddings, not {}", list.len(), 2 * self.rank()));
                }
                let sums = self.spatial.iter().map(|&at| match (list[2 * at], list[2 * at + 1]) {
                    (low, high) if low >= 0 && high >= 0 => Ok(Pad::Explicit(low.saturating_add(high))),
                    (low, high) => Err(format!("pads by {low} and {high}")),
                });
                return sums.collect();
            }
            Some(word) => return Err(format!("has padding {word}")),
            None => return Err("has no padding attribute".into()),
        };
        Ok(vec![pad; self.spatial.len()])
    }
}

/// Windows of `sizes` over the spatial dimensions of `input`, which is in `layout`.
fn slide(
    ctx: &Context,
    input: &[Dim],
    layout: &Layout,
    windows: impl IntoIterator<Item = Window>,
) -> Result<Vec<Dim>, String> {
    let pairs = layout.spatial.iter().zip(windows);
    pairs
        .map(|(&at, window)| {
            let input = input.get(at).copied().unwrap_or(Dim::Dynamic);
            places(ctx, input, window).map_err(|clause| format!("{clause} in dimension {at}"))
        })
        .collect()
}

fn windows(sizes: &[Dim], strides: &[i64], dilations: &[i64], pads: &[Pad]) -> Vec<Window> {
    let entry = |list: &[i64], i: usize| list.get(i).copied().unwrap_or(1);
    let of = |(i, &size)| Window {
        size,
        stride: entry(strides, i),
        dilation: entry(dilations, i),
        pad: pads.get(i).copied().unwrap_or(Pad::Valid),
    };
    sizes.iter().enumerate().map(of).collect()
}

/// A convolution's filter, whatever its layout.
struct Filter {
    spatial: Vec<Dim>,
    /// Input channels of a group.
    inputs: Dim,
    outputs: Dim,
}

fn check_groups(channels: Dim, filter: &Filter) -> Result<(), String> {
    let (Dim::Fixed(channels), Dim::Fixed(inputs)) = (channels, filter.inputs) else { return Ok(()) };
    if inputs < 1 || channels % inputs != 0 {
        return Err(format!("convolves {channels} channels with a filter of {inputs}"));
    }
    match filter.outputs {
        Dim::Fixed(outputs) if channels > inputs && outputs % (channels / inputs) != 0 => {
            Err(format!("has {outputs} output channels for {} groups", channels / inputs))
        }
        _ => Ok(()),
    }
}

fn convolution(
    view: &OpView<'_>,
    layout: &Layout,
    filter: Filter,
    (strides, dilations, pads): (Vec<i64>, Vec<i64>, Vec<Pad>),
) -> Answer {
    let input = of_rank(view, 0, layout.rank())?;
    let input = input.map_or_else(|| open(layout.rank()), <[Dim]>::to_vec);
    check_groups(input[layout.channel], &filter)?;
    let spatial = slide(view.ctx, &input, layout, windows(&filter.spatial, &strides, &dilations, &pads))?;
    one(view, Some(layout.arrange(input[layout.batch], &spatial, filter.outputs)), view.elem(0))
}

/// The filter in operand 1 with dimensions `spatial.. inputs outputs`.
fn filter_io(view: &OpView<'_>, spatial: usize) -> Result<Filter, String> {
    let dims = of_rank(view, 1, spatial + 2)?.map_or_else(|| open(spatial + 2), <[Dim]>::to_vec);
    Ok(Filter { spatial: dims[..spatial].to_vec(), inputs: dims[spatial], outputs: dims[spatial + 1] })
}

fn tf_conv(view: &OpView<'_>, spatial: usize) -> Answer {
    let Some(layout) = Layout::of_attr(view, spatial) else { return as_declared(view) };
    let window = (
        layout.spatial_ints(view, "strides", 1)?,
        layout.spatial_ints(view, "dilations", 1)?,
        layout.pads(view)?,
    );
    convolution(view, &layout, filter_io(view, spatial)?, window)
}

/// `tf.Conv2D`
pub(crate) fn conv_2d(view: &OpView<'_>) -> Answer {
    tf_conv(view, 2)
}

/// `tf.Conv3D`
pub(crate) fn conv_3d(view: &OpView<'_>) -> Answer {
    tf_conv(view, 3)
}

/// `tf.DepthwiseConv2dNative`: the filter is `[height, width, channels, multiplier]`.
pub(crate) fn depthwise_conv_2d(view: &OpView<'_>) -> Answer {
    let Some(layout) = Layout::of_attr(view, 2) else { return as_declared(view) };
    let window = (
        layout.spatial_ints(view, "strides", 1)?,
        layout.spatial_ints(view, "dilations", 1)?,
        layout.pads(view)?,
    );
    let dims = of_rank(view, 1, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    let channels = of_rank(view, 0, 4)?.map_or(Dim::Dynamic, |input| input[layout.channel]);
    let inputs = same_dim(channels, dims[2]).map_err(|_| {
        format!("convolves {} channels with a filter of {}", text(view, channels), text(view, dims[2]))
    })?;
    let outputs = view.ctx.dim_mul(inputs, dims[3]);
    // Each channel is a group of its own, which `check_groups` would take for a contradiction.
    let filter = Filter { spatial: dims[..2].to_vec(), inputs: Dim::Dynamic, outputs };
    convolution(view, &layout, filter, window)
}

fn text(view: &OpView<'_>, dim: Dim) -> String {
    view.ctx.dim_text(dim)
}

type WindowAttrs = (Vec<i64>, Vec<i64>, Vec<Pad>);

/// Strides, dilations and padding as TFLite spells them, for the dimensions with the initials in `axes`.
fn tfl_window(view: &OpView<'_>, axes: &str) -> Result<WindowAttrs, String> {
    let strides = axes.chars().map(|axis| int_or(view, &format!("stride_{axis}"), 1)).collect();
    let dilations = axes.chars().map(|axis| int_or(view, &format!("dilation_{axis}_factor"), 1)).collect();
    let pad = match view.word("padding").as_deref() {
        Some("SAME") => Pad::Same,
        Some("VALID") => Pad::Valid,
        Some(word) => return Err(format!("has padding {word}")),
        None => return Err("has no padding attribute".into()),
    };
    Ok((strides, dilations, vec![pad; axes.len()]))
}

/// `tfl.conv_2d`: the filter is `[outputs, height, width, inputs]`.
pub(crate) fn tfl_conv_2d(view: &OpView<'_>) -> Answer {
    let dims = of_rank(view, 1, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    let filter = Filter { spatial: dims[1..3].to_vec(), inputs: dims[3], outputs: dims[0] };
    convolution(view, &Layout::channels_last(2), filter, tfl_window(view, "hw")?)
}

/// `tfl.depthwise_conv_2d`: the filter is `[1, height, width, outputs]`.
pub(crate) fn tfl_depthwise_conv_2d(view: &OpView<'_>) -> Answer {
    let dims = of_rank(view, 1, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    let channels = of_rank(view, 0, 4)?.map_or(Dim::Dynamic, |input| input[3]);
    if let (Dim::Fixed(channels), Dim::Fixed(outputs)) = (channels, dims[3])
        && (channels < 1 || outputs % channels != 0)
    {
        return Err(format!("convolves {channels} channels with {outputs} filters"));
    }
    let filter = Filter { spatial: dims[1..3].to_vec(), inputs: Dim::Dynamic, outputs: dims[3] };
    convolution(view, &Layout::channels_last(2), filter, tfl_window(view, "hw")?)
}

/// `tfl.conv_3d`
pub(crate) fn tfl_conv_3d(view: &OpView<'_>) -> Answer {
    convolution(view, &Layout::channels_last(3), filter_io(view, 3)?, tfl_window(view, "dhw")?)
}

/// The shape of rank `rank` that operand `sizes` spells.
fn of_sizes(view: &OpView<'_>, sizes: usize, rank: usize) -> Result<Vec<Dim>, String> {
    match shape_operand(view, sizes)? {
        Some(shape) if shape.len() != rank => Err(format!("has {} sizes, not {rank}", shape.len())),
        shape => Ok(shape.unwrap_or_else(|| open(rank))),
    }
}

/// `tf.Conv2DBackpropInput`: operand 0 spells the result shape, or its spatial part; operand 2 is the gradient.
pub(crate) fn conv_2d_backprop_input(view: &OpView<'_>) -> Answer {
    let Some(layout) = Layout::of_attr(view, 2) else { return as_declared(view) };
    conv_backprop_input(view, &layout)
}

/// `tf.Conv3DBackpropInputV2`
pub(crate) fn conv_3d_backprop_input(view: &OpView<'_>) -> Answer {
    let Some(layout) = Layout::of_attr(view, 3) else { return as_declared(view) };
    conv_backprop_input(view, &layout)
}

fn conv_backprop_input(view: &OpView<'_>, layout: &Layout) -> Answer {
    let rank = layout.rank();
    let batch = of_rank(view, 2, rank)?.map_or(Dim::Dynamic, |gradient| gradient[layout.batch]);
    let filter = of_rank(view, 1, rank)?;
    let inputs = filter.map_or(Dim::Dynamic, |filter| filter[rank - 2]);
    let mut dims = match shape_operand(view, 0)? {
        None => open(rank),
        // Only the spatial sizes: the batch is the gradient's, the channels are the filter's.
        Some(sizes) if sizes.len() == rank - 2 => layout.arrange(batch, &sizes, inputs),
        Some(sizes) if sizes.len() == rank => sizes,
        Some(sizes) => return Err(format!("has {} input sizes, not {rank}", sizes.len())),
    };
    // The channels are left alone: a grouped convolution's filter has fewer.
    dims[layout.batch] = same_dim(dims[layout.batch], batch)?;
    one(view, Some(dims), view.elem(1))
}

/// `tf.Conv2DBackpropFilter`, `tf.DepthwiseConv2dNativeBackpropFilter`: operand 1 spells the result shape.
pub(crate) fn conv_2d_backprop_filter(view: &OpView<'_>) -> Answer {
    one(view, Some(of_sizes(view, 1, 4)?), view.elem(0))
}

/// `tf.Conv3DBackpropFilterV2`
pub(crate) fn conv_3d_backprop_filter(view: &OpView<'_>) -> Answer {
    one(view, Some(of_sizes(view, 1, 5)?), view.elem(0))
}

/// `tf.DepthwiseConv2dNativeBackpropInput`: operand 0 spells the result shape.
pub(crate) fn depthwise_backprop_input(view: &OpView<'_>) -> Answer {
    one(view, Some(of_sizes(view, 0, 4)?), view.elem(1))
}

/// `tfl.transpose_conv`: operands are the result shape, the `[outputs, height, width, inputs]` filter and the input.
pub(crate) fn tfl_transpose_conv(view: &OpView<'_>) -> Answer {
    let batch = of_rank(view, 2, 4)?.map_or(Dim::Dynamic, |input| input[0]);
    let outputs = of_rank(view, 1, 4)?.map_or(Dim::Dynamic, |filter| filter[0]);
    transposed(view, batch, outputs, 4)
}

/// `tfl.conv_3d_transpose`: operands are the result shape, the `[depth, height, width, outputs, inputs]` filter and the
/// input.
pub(crate) fn tfl_conv_3d_transpose(view: &OpView<'_>) -> Answer {
    let batch = of_rank(view, 2, 5)?.map_or(Dim::Dynamic, |input| input[0]);
    let outputs = of_rank(view, 1, 5)?.map_or(Dim::Dynamic, |filter| filter[3]);
    transposed(view, batch, outputs, 5)
}

fn transposed(view: &OpView<'_>, batch: Dim, outputs: Dim, rank: usize) -> Answer {
    let mut dims = of_sizes(view, 0, rank)?;
    dims[0] = same_dim(dims[0], batch).map_err(|clause| format!("{clause} in dimension 0"))?;
    let last = rank - 1;
    dims[last] = same_dim(dims[last], outputs).map_err(|clause| format!("{clause} in dimension {last}"))?;
    one(view, Some(dims), view.elem(2))
}

fn pool(
    view: &OpView<'_>,
    layout: &Layout,
    sizes: &[i64],
    strides: &[i64],
    pads: &[Pad],
) -> Result<Vec<Dim>, String> {
    let input = of_rank(view, 0, layout.rank())?.map_or_else(|| open(layout.rank()), <[Dim]>::to_vec);
    if let Some(size) = sizes.iter().find(|&&size| size < 1) {
        return Err(format!("pools windows of {size}"));
    }
    let sizes: Vec<Dim> = sizes.iter().map(|&n| Dim::Fixed(n)).collect();
    let spatial = slide(view.ctx, &input, layout, windows(&sizes, strides, &[], pads))?;
    Ok(layout.arrange(input[layout.batch], &spatial, input[layout.channel]))
}

fn tf_pool_shape(view: &OpView<'_>, spatial: usize) -> Result<Option<Vec<Dim>>, String> {
    let Some(layout) = Layout::of_attr(view, spatial) else { return Ok(None) };
    let strides = layout.spatial_ints(view, "strides", 1)?;
    let sizes = layout.spatial_ints(view, "ksize", 1)?;
    let pads = layout.pads(view)?;
    let mut shape = pool(view, &layout, &sizes, &strides, &pads)?;
    // TensorFlow pools over channels too, with windows that tile them.
    let over = |name: &str| view.ints(name).and_then(|list| list.get(layout.channel).copied()).unwrap_or(1);
    let (size, stride) = (over("ksize"), over("strides"));
    if (size, stride) != (1, 1) {
        let window = Window { size: Dim::Fixed(size), stride, dilation: 1, pad: pads[0] };
        shape[layout.channel] = places(view.ctx, shape[layout.channel], window)?;
    }
    Ok(Some(shape))
}

fn tf_pool(view: &OpView<'_>, spatial: usize) -> Answer {
    match tf_pool_shape(view, spatial)? {
        Some(shape) => one(view, Some(shape), view.elem(0)),
        None => as_declared(view),
    }
}

/// `tf.MaxPool`, `tf.AvgPool`
pub(crate) fn pool_2d(view: &OpView<'_>) -> Answer {
    tf_pool(view, 2)
}

/// `tf.MaxPool3D`, `tf.AvgPool3D`
pub(crate) fn pool_3d(view: &OpView<'_>) -> Answer {
    tf_pool(view, 3)
}

/// `tf.MaxPoolWithArgmax`: maxima and their flat places.
pub(crate) fn max_pool_with_argmax(view: &OpView<'_>) -> Answer {
    let shape = tf_pool_shape(view, 2)?;
    many(view, vec![(shape.clone(), view.elem(0)), (shape, TypeId::I64)])
}

/// `tf.MaxPoolV2`: operands 1 and 2 are the sizes and the strides.
pub(crate) fn max_pool_v2(view: &OpView<'_>) -> Answer {
    let Some(layout) = Layout::of_attr(view, 2) else { return as_declared(view) };
    let (Some(sizes), Some(strides)) = (view.operand_ints(1), view.operand_ints(2)) else {
        of_rank(view, 0, 4)?;
        return one(view, Some(open(4)), view.elem(0));
    };
    if sizes.len() != 4 || strides.len() != 4 {
        return Err(format!("has {} sizes and {} strides, not 4", sizes.len(), strides.len()));
    }
    let spatial = |list: &[i64]| -> Vec<i64> { layout.spatial.iter().map(|&at| list[at]).collect() };
    let shape = pool(view, &layout, &spatial(&sizes), &spatial(&strides), &layout.pads(view)?)?;
    one(view, Some(shape), view.elem(0))
}

/// `tf.AvgPoolGrad`, `tf.AvgPool3DGrad`: operand 0 spells the result shape.
pub(crate) fn avg_pool_grad(view: &OpView<'_>) -> Answer {
    let rank = view.shape(1).map_or(4, <[Dim]>::len);
    one(view, Some(of_sizes(view, 0, rank)?), view.elem(1))
}

/// `tfl.average_pool_2d`, `tfl.max_pool_2d`
pub(crate) fn tfl_pool_2d(view: &OpView<'_>) -> Answer {
    let (strides, _, pads) = tfl_window(view, "hw")?;
    let sizes = [int_or(view, "filter_height", 1), int_or(view, "filter_width", 1)];
    one(view, Some(pool(view, &Layout::channels_last(2), &sizes, &strides, &pads)?), view.elem(0))
}

/// `tf.Dilation2D`: the filter is `[height, width, channels]`.
pub(crate) fn dilation_2d(view: &OpView<'_>) -> Answer {
    let layout = Layout::channels_last(2);
    let filter = of_rank(view, 1, 3)?.map_or_else(|| open(3), <[Dim]>::to_vec);
    let input = of_rank(view, 0, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    let channel = same_dim(input[3], filter[2]).map_err(|clause| format!("{clause} in dimension 3"))?;
    let strides = layout.spatial_ints(view, "strides", 1)?;
    let rates = layout.spatial_ints(view, "rates", 1)?;
    let spatial =
        slide(view.ctx, &input, &layout, windows(&filter[..2], &strides, &rates, &layout.pads(view)?))?;
    one(view, Some(layout.arrange(input[0], &spatial, channel)), view.elem(0))
}

/// `tf.ExtractImagePatches`: each patch is flattened into the channels.
pub(crate) fn image_patches(view: &OpView<'_>) -> Answer {
    let layout = Layout::channels_last(2);
    let input = of_rank(view, 0, 4)?.map_or_else(|| open(4), <[Dim]>::to_vec);
    let sizes: Vec<Dim> = layout.spatial_ints(view, "ksizes", 1)?.into_iter().map(Dim::Fixed).collect();
    let strides = layout.spatial_ints(view, "strides", 1)?;
    let rates = layout.spatial_ints(view, "rates", 1)?;
    let spatial = slide(view.ctx, &input, &layout, windows(&sizes, &strides, &rates, &layout.pads(view)?))?;
    let depth = view.ctx.dim_product(sizes.iter().copied().chain([input[3]]));
    one(view, Some(layout.arrange(input[0], &spatial, depth)), view.elem(0))
}

/// `tfl.dilate`: operand 1 says how far apart the elements of each dimension come to lie.
pub(crate) fn tfl_dilate(view: &OpView<'_>) -> Answer {
    let Some(shape) = shape_of(view, 0) else { return one(view, None, view.elem(0)) };
    let Some(factors) = view.operand_dims(1) else { return one(view, Some(open(shape.len())), view.elem(0)) };
    if factors.len() != shape.len() {
        return Err(format!("has {} dilations for rank {}", factors.len(), shape.len()));
    }
    let (ctx, one_dim) = (view.ctx, Dim::Fixed(1));
    let dims = shape
        .iter()
        .zip(factors.iter())
        .map(|(&dim, &factor)| ctx.dim_add(ctx.dim_mul(ctx.dim_sub(dim, one_dim), factor), one_dim));
    one(view, Some(dims.collect()), view.elem(0))
}

/// `tf.FusedBatchNorm`, `V2`: the normalized input, then four vectors of a number for each channel.
pub(crate) fn fused_batch_norm(view: &OpView<'_>) -> Answer {
    match batch_norm(view)? {
        Some(all) => many(view, all),
        None => as_declared(view),
    }
}

/// `tf.FusedBatchNormV3`: as before, with a scratch tensor.
pub(crate) fn fused_batch_norm_v3(view: &OpView<'_>) -> Answer {
    match batch_norm(view)? {
        Some(mut all) => {
            all.push((None, view.elem(1)));
            many(view, all)
        }
        None => as_declared(view),
    }
}

fn batch_norm(view: &OpView<'_>) -> Result<Option<Vec<(Shape, TypeId)>>, String> {
    let Some((mut shape, at)) = batch_norm_input(view)? else { return Ok(None) };
    let mut channels = shape[at];
    // Outside training the statistics come in as operands; in training they may be empty.
    let vectors = if flag_or(view, "is_training", true) { 1..3 } else { 1..5 };
    for i in vectors {
        if let Some(vector) = of_rank(view, i, 1)? {
            channels = same_dim(channels, vector[0]).map_err(|clause| format!("{clause} in operand {i}"))?;
        }
    }
    shape[at] = channels;
    let mut all = vec![(Some(shape), view.elem(0))];
    all.extend((1..5).map(|_| (Some(vec![channels]), view.elem(1))));
    Ok(Some(all))
}

/// `tf.FusedBatchNormGrad` in its versions: the gradients of the input, the scale and the offset, and two reserves,
/// which are empty in training.
pub(crate) fn fused_batch_norm_grad(view: &OpView<'_>) -> Answer {
    let Some((shape, at)) = batch_norm_input(view)? else { return as_declared(view) };
    let vector = || (Some(vec![shape[at]]), view.elem(2));
    let rest = if flag_or(view, "is_training", true) { Dim::Fixed(0) } else { shape[at] };
    let reserve = || (Some(vec![rest]), view.elem(2));
    many(view, vec![(Some(shape.clone()), view.elem(0)), vector(), vector(), reserve(), reserve()])
}

/// The shape of a batch normalization's input and the place of its channels; `None` when the layout is vectorized.
fn batch_norm_input(view: &OpView<'_>) -> Result<Option<(Vec<Dim>, usize)>, String> {
    let spatial = if view.word("data_format").is_some_and(|format| format.contains('D')) { 3 } else { 2 };
    let Some(layout) = Layout::of_attr(view, spatial) else { return Ok(None) };
    let shape = of_rank(view, 0, layout.rank())?.map_or_else(|| open(layout.rank()), <[Dim]>::to_vec);
    Ok(Some((shape, layout.channel)))
}
