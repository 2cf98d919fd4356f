"""Convolutions, pools and other ops on images."""

import numpy as np

from cases import ops, rng


def image(c, rank, low=4, high=12):
    batch, channel = c.dim(), c.of(rng.choice([1, 2, 3, 4, 6]), 0.2)
    return batch, [c.dim(low, high) for _ in range(rank)], channel


def arrange(first, batch, spatial, channel):
    return [batch, channel] + spatial if first else [batch] + spatial + [channel]


def padding(c, first, rank):
    word = rng.choice(["SAME", "VALID", "EXPLICIT"])
    if word != "EXPLICIT" or rank == 3:
        return {"padding": "SAME" if word == "SAME" else "VALID"}
    pads = [rng.randint(0, 2) for _ in range(4)]
    return {"padding": word, "explicit_paddings": [0] * 4 + pads if first else [0, 0] + pads + [0, 0]}


@ops("Conv2D Conv2D Conv3D DepthwiseConv2dNative DepthwiseConv2dNative")
def conv(c, op):
    rank = 3 if op == "Conv3D" else 2
    first = rng.random() < 0.3
    batch, spatial, channel = image(c, rank)
    kernel = [c.of(rng.randint(1, 5), 0.15) for _ in range(rank)]
    strides = [rng.randint(1, 3)] * rank if op[0] == "D" else [rng.randint(1, 3) for _ in range(rank)]
    # No kernel dilates in three dimensions.
    dilations = [rng.choice([1, 1, 2]) if rank == 2 else 1 for _ in range(rank)]
    if rng.random() < 0.04:
        strides[0] = 0
    c.tensor(arrange(first, batch, spatial, channel))
    inputs = c.wrong(c.again(channel))
    if op == "Conv2D" and c.value(channel) % 2 == 0 and rng.random() < 0.2:
        inputs = c.value(channel) // 2
        c.tensor(kernel + [inputs, 2 * rng.randint(1, 4)])
    else:
        c.tensor(kernel + [inputs, c.dim(1, 8)])
    formats = ("NCDHW", "NDHWC") if rank == 3 else ("NCHW", "NHWC")
    attrs = {"strides": arrange(first, 1, strides, 1), "data_format": formats[0 if first else 1]}
    attrs |= {"dilations": arrange(first, 1, dilations, 1)}
    return attrs | padding(c, first, rank)


@ops("Conv2DBackpropInput")
def conv_backprop_input(c, op):
    batch, spatial, channel = image(c, 2)
    c.shape([batch] + spatial + [channel])
    outputs = c.dim()
    c.tensor([3, 3, channel, outputs])
    c.tensor([c.again(batch), c.dim(), c.dim(), outputs])
    return {"strides": [1, 2, 2, 1], "padding": "SAME"}


@ops("Conv2DBackpropFilter")
def conv_backprop_filter(c, op):
    batch, spatial, channel = image(c, 2)
    outputs = c.dim()
    c.tensor([batch] + spatial + [channel])
    c.shape([3, 3, channel, outputs])
    c.tensor([c.again(batch), c.dim(), c.dim(), outputs])
    return {"strides": [1, 2, 2, 1], "padding": "SAME"}


@ops("MaxPool AvgPool MaxPool3D AvgPool3D MaxPoolWithArgmax")
def pool(c, op):
    rank = 3 if op.endswith("3D") else 2
    first = rng.random() < 0.3 and op != "MaxPoolWithArgmax"
    c.tensor(arrange(first, *image(c, rank)))
    sizes, strides = ([rng.randint(1, 4) for _ in range(rank)] for _ in range(2))
    if op == "MaxPool":
        attrs = padding(c, first, rank)
    else:
        attrs = {"padding": rng.choice(["SAME", "VALID"])}
    formats = ("NCDHW", "NDHWC") if rank == 3 else ("NCHW", "NHWC")
    if op != "MaxPoolWithArgmax":
        attrs["data_format"] = formats[0 if first else 1]
    return attrs | {"ksize": arrange(first, 1, sizes, 1), "strides": arrange(first, 1, strides, 1)}


@ops("FusedBatchNorm FusedBatchNormV3")
def batch_norm(c, op):
    first = rng.random() < 0.3
    batch, spatial, channel = image(c, 2)
    c.tensor(arrange(first, batch, spatial, channel))
    training = rng.random() < 0.5
    for i in range(4):
        c.tensor([0] if training and i > 1 else [c.wrong(c.again(channel), 0.03)])
    return {"is_training": training, "data_format": "NCHW" if first else "NHWC"}


@ops("Dilation2D")
def dilation(c, op):
    batch, spatial, channel = image(c, 2, 6)
    c.tensor([batch] + spatial + [channel])
    c.tensor([rng.randint(1, 3), rng.randint(1, 3), c.wrong(c.again(channel))])
    return {"strides": [1, rng.randint(1, 2), 2, 1], "rates": [1, 1, rng.randint(1, 2), 1],
            "padding": rng.choice(["SAME", "VALID"])}


@ops("ExtractImagePatches")
def patches(c, op):
    batch, spatial, channel = image(c, 2, 6)
    c.tensor([batch] + spatial + [channel])
    return {"ksizes": [1, rng.randint(1, 3), rng.randint(1, 3), 1], "strides": [1, rng.randint(1, 2), 2, 1],
            "rates": [1, 1, rng.randint(1, 2), 1], "padding": rng.choice(["SAME", "VALID"])}


@ops("ResizeBilinear ResizeNearestNeighbor")
def resize(c, op):
    batch, spatial, channel = image(c, 2)
    c.tensor([batch] + spatial + [channel])
    c.shape([c.dim(1, 20), c.dim(1, 20)])
    return {}


@ops("CropAndResize")
def crop(c, op):
    batch, spatial, channel = image(c, 2)
    boxes = c.dim()
    c.tensor([batch] + spatial + [channel])
    c.tensor([boxes, 4])
    c.tensor([c.wrong(c.again(boxes))], "i32")
    c.shape([c.dim(1, 20), c.dim(1, 20)])
    return {}


@ops("Pad PadV2 MirrorPad")
def pad(c, op):
    rank = rng.randint(1, 4)
    c.tensor(c.dims(rank, 3, 6))
    c.const([[rng.randint(0, 2), rng.randint(0, 2)] for _ in range(rank)])
    if op == "PadV2":
        c.tensor([])
    return {"mode": "REFLECT"} if op == "MirrorPad" else {}


@ops("SpaceToDepth DepthToSpace")
def space_depth(c, op):
    first = rng.random() < 0.4
    block = rng.randint(2, 3)
    batch, spatial, channel = c.dim(), c.dims(2), c.dim()
    if op == "SpaceToDepth":
        spatial = [c.wrong(c.of(c.value(d) * block)) for d in spatial]
    else:
        channel = c.wrong(c.of(c.value(channel) * block * block))
    c.tensor(arrange(first, batch, spatial, channel))
    return {"block_size": block, "data_format": "NCHW" if first else "NHWC"}


@ops("SpaceToBatchND BatchToSpaceND")
def space_batch(c, op):
    n = rng.randint(1, 2)
    blocks = [rng.randint(1, 3) for _ in range(n)]
    pads = [[rng.randint(0, 2), rng.randint(0, 2)] for _ in range(n)]
    rest = c.dims(rng.randint(0, 2))
    batch = rng.randint(1, 3)
    if op == "SpaceToBatchND":
        spatial = [rng.randint(2, 4) * b + 2 * b - sum(p) for b, p in zip(blocks, pads)]
    else:
        spatial = [rng.randint(4, 6) for _ in blocks]
        batch *= int(np.prod(blocks))
    c.tensor([c.wrong(c.of(batch))] + [c.wrong(c.of(d)) for d in spatial] + rest)
    c.const(blocks)
    c.const(pads)
    return {}
