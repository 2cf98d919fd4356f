"""Ops that move, choose and make elements."""

import numpy as np
import tensorflow as tf

from cases import ops, rng


@ops("Transpose")
def transpose(c, op):
    rank = rng.randint(0, 5)
    c.tensor(c.dims(rank))
    c.const(np.array(rng.sample(range(rank), rank), np.int32))
    return {}


@ops("Reshape Reshape Reshape")
def reshape(c, op):
    dims = c.dims(rng.randint(0, 4))
    c.tensor(dims)
    kind = rng.randint(0, 4)
    total = int(np.prod([c.value(d) for d in dims]))
    if kind == 0:
        c.const([-1])
    elif kind == 1 and len(dims) > 1:
        at = rng.randint(0, len(dims) - 1)
        c.shape([-1 if i == at else d for i, d in enumerate(dims)])
    elif kind == 2 and len(dims) > 1:
        merged = int(np.prod([c.value(d) for d in dims[1:]]))
        c.shape([c.again(dims[0]), rng.choice([-1, merged])])
    elif kind == 3:
        factor = rng.choice([f for f in range(1, total + 1) if total % f == 0])
        c.const([rng.choice([-1, total // factor]), factor])
    else:
        c.shape([c.wrong(d) for d in reversed(dims)])
    return {}


@ops("ExpandDims")
def expand_dims(c, op):
    rank = rng.randint(0, 4)
    c.tensor(c.dims(rank))
    c.const(rng.randint(-rank - 1, rank + (rng.random() < 0.1)))
    return {}


@ops("Squeeze")
def squeeze(c, op):
    dims = [rng.choice([1, c.of(1), c.dim(2, 5)]) for _ in range(rng.randint(0, 5))]
    c.tensor(dims)
    ones = [i for i, d in enumerate(dims) if c.value(d) == 1]
    listed = rng.sample(ones, rng.randint(0, len(ones)))
    if dims and rng.random() < 0.05:
        listed.append(0)
    return {"axis": [a - len(dims) if rng.random() < 0.4 else a for a in listed]}


@ops("ConcatV2 Concat")
def concat(c, op):
    rank = rng.randint(1, 4)
    dims = c.dims(rank)
    at = rng.randint(0, rank - 1)
    place = at - rank if rng.random() < 0.4 and op == "ConcatV2" else at
    if op == "Concat":
        c.const(place)
    for _ in range(rng.randint(2, 4)):
        c.tensor([c.dim() if i == at else c.wrong(c.again(d), 0.02) for i, d in enumerate(dims)])
    if op == "ConcatV2":
        c.const(place)
    return {}


@ops("Pack")
def pack(c, op):
    rank = rng.randint(0, 3)
    dims = c.dims(rank)
    for _ in range(rng.randint(1, 4)):
        c.tensor([c.wrong(c.again(d), 0.03) for d in dims])
    return {"axis": rng.randint(-rank - 1, rank)}


@ops("Unpack")
def unpack(c, op):
    rank = rng.randint(1, 4)
    dims = c.dims(rank, 1, 4)
    at = rng.randint(-rank, rank - 1)
    c.tensor(dims)
    return {"num": c.wrong(c.value(dims[at])), "axis": at}


@ops("Split")
def split(c, op):
    rank = rng.randint(1, 4)
    dims = c.dims(rank)
    at = rng.randint(-rank, rank - 1)
    count = rng.randint(1, 3)
    dims[at] = c.of(c.wrong(c.value(dims[at]) * count))
    c.const(at)
    c.tensor(dims)
    return {"num_split": count}


@ops("SplitV")
def split_v(c, op):
    rank = rng.randint(1, 4)
    dims = c.dims(rank)
    at = rng.randint(-rank, rank - 1)
    sizes = [rng.randint(0, 3) for _ in range(rng.randint(1, 4))]
    dims[at] = c.of(c.wrong(sum(sizes)))
    if rng.random() < 0.4:
        sizes[0] = -1
    c.tensor(dims)
    c.const(sizes)
    c.const(at)
    return {"num_split": len(sizes)}


@ops("Tile")
def tile(c, op):
    rank = rng.randint(0, 4)
    c.tensor(c.dims(rank))
    c.shape([c.of(rng.randint(0, 3), 0.2) for _ in range(rank)])
    return {}


@ops("BroadcastTo")
def broadcast_to(c, op):
    whole = c.dims(rng.randint(0, 4))
    cut = rng.randint(0, len(whole))
    c.tensor([rng.choice([1, c.again(d), c.wrong(d)]) for d in whole[cut:]])
    c.shape(whole)
    return {}


@ops("BroadcastArgs")
def broadcast_args(c, op):
    c.const(rng.sample(range(1, 9), 3)[: rng.randint(1, 3)])
    c.tensor([c.dim(1, 3)], "i32")
    return {}


@ops("Slice")
def slice_(c, op):
    dims = c.dims(rng.randint(0, 4))
    begin = [rng.randint(0, c.value(d)) for d in dims]
    size = [rng.choice([-1, rng.randint(0, c.value(d) - b)]) for d, b in zip(dims, begin)]
    c.tensor(dims)
    c.shape([c.of(b, 0.15) for b in begin])
    c.shape([s if s == -1 else c.of(s, 0.15) for s in size])
    return {}


@ops(" ".join(["StridedSlice"] * 8))
def strided_slice(c, op):
    dims = c.dims(rng.randint(0, 4), 1, 8)
    masks = {name: 0 for name in ["begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask"]}
    begin, end, strides = [], [], []
    at, ellipsis = 0, rng.random() < 0.3

    def entry(b, e, s, *names):
        for name in names:
            masks[name] |= 1 << len(begin)
        begin.append(b), end.append(e), strides.append(s)

    while at < len(dims) and rng.random() < 0.85:
        if rng.random() < 0.15:
            entry(0, 0, 1, "new_axis_mask")
        elif ellipsis and rng.random() < 0.3:
            entry(0, 0, 1, "ellipsis_mask")
            at += rng.randint(0, len(dims) - at)
            ellipsis = False
        elif rng.random() < 0.25:
            d = c.value(dims[at])
            entry(rng.randint(-d, d - 1 + (rng.random() < 0.1)), 0, 1, "shrink_axis_mask")
            at += 1
        else:
            d = c.value(dims[at])
            bound = lambda: rng.choice([rng.randint(-d - 1, d + 1), c.of(rng.randint(0, d), 0.3)])
            names = [name for name in ["begin_mask", "end_mask"] if rng.random() < 0.4]
            entry(bound(), bound(), rng.choice([1, 1, 1, 2, 3, -1, -2]), *names)
            at += 1
    c.tensor(dims)
    c.shape(begin)
    c.shape(end)
    c.const(np.array(strides, np.int32))
    return {name: mask for name, mask in masks.items() if mask}


@ops("GatherV2 GatherV2 Gather")
def gather(c, op):
    dims = c.dims(rng.randint(1, 4))
    if op == "Gather":
        c.tensor(dims)
        c.tensor(c.dims(rng.randint(0, 2)), "i32")
        return {}
    at = rng.randint(0, len(dims) - 1)
    batch = rng.randint(0, at)
    c.tensor(dims)
    c.tensor([c.again(d) for d in dims[:batch]] + c.dims(rng.randint(0, 2)), "i32")
    c.const(rng.choice([at, at - len(dims)]))
    return {"batch_dims": batch} if batch else {}


@ops("GatherNd")
def gather_nd(c, op):
    dims = c.dims(rng.randint(1, 4))
    c.tensor(dims)
    c.tensor(c.dims(rng.randint(0, 2)) + [c.of(rng.randint(0, len(dims) + (rng.random() < 0.1)), 0.1)], "i32")
    return {}


@ops("ScatterNd TensorScatterUpdate TensorScatterAdd")
def scatter_nd(c, op):
    dims = c.dims(rng.randint(1, 4))
    depth = rng.randint(1, len(dims))
    places = c.dims(rng.randint(1, 2))
    updates = [c.wrong(c.again(d), 0.03) for d in places + dims[depth:]]
    if op == "ScatterNd":
        c.tensor(places + [depth], "i32")
        c.tensor(updates)
        c.shape(dims)
    else:
        c.tensor(dims)
        c.tensor(places + [depth], "i32")
        c.tensor(updates)
    return {}


@ops("OneHot")
def one_hot(c, op):
    rank = rng.randint(0, 3)
    c.tensor(c.dims(rank), "i32")
    c.shape(c.dim(0, 5))
    c.tensor([])
    c.tensor([])
    return rng.choice([{}, {"axis": rng.randint(-1, rank)}])


@ops("Where")
def where(c, op):
    c.tensor(c.dims(rng.randint(0, 4)), "i1")
    return {}


@ops("Unique")
def unique(c, op):
    c.tensor(c.dims(rng.choice([1, 1, 1, 2])))
    return rng.choice([{}, {"out_idx": tf.int64}])


@ops("UnsortedSegmentSum")
def unsorted_segment(c, op):
    dims = c.dims(rng.randint(1, 3))
    c.tensor(dims)
    c.tensor([c.wrong(c.again(d), 0.03) for d in dims[: rng.randint(1, len(dims))]], "i32")
    c.shape(c.dim())
    return {}


@ops("SegmentSum")
def segment(c, op):
    dims = c.dims(rng.randint(1, 3))
    c.tensor(dims)
    c.tensor([c.again(dims[0])], "i32")
    return {}


@ops("ReverseV2")
def reverse(c, op):
    rank = rng.randint(0, 4)
    c.tensor(c.dims(rank))
    c.const(np.array(rng.sample(range(rank), rng.randint(0, rank)), np.int32))
    return {}


@ops("ReverseSequence")
def reverse_sequence(c, op):
    dims = c.dims(rng.randint(2, 4))
    c.tensor(dims)
    c.tensor([c.wrong(c.again(dims[0]))], "i32")
    return {"seq_dim": 1, "batch_dim": 0}


@ops("Fill")
def fill(c, op):
    c.shape(c.dims(rng.randint(0, 4), 0, 5))
    c.tensor([])
    return {}


@ops("RandomUniform RandomStandardNormal")
def random_(c, op):
    c.shape(c.dims(rng.randint(0, 4), 0, 5))
    return {"dtype": tf.float32}


@ops("StatelessRandomUniform")
def stateless_random(c, op):
    c.shape(c.dims(rng.randint(0, 4), 0, 5))
    c.tensor([2], "i64")
    return {}


@ops("Multinomial")
def multinomial(c, op):
    c.tensor(c.dims(2))
    c.shape(c.dim())
    return {}


@ops("Range")
def range_(c, op):
    if rng.random() < 0.3:
        for value in [rng.randint(-4, 4) / 2, rng.randint(6, 12) / 2, rng.randint(1, 6) / 4]:
            c.const(value, "f32")
        return {}
    start, step = rng.randint(-5, 5), rng.choice([-3, -2, -1, 1, 1, 2, 3, 0])
    c.const(start)
    limit = start + rng.randint(0, 9) * (-1 if step < 0 else 1)
    c.shape(c.of(limit) if limit >= 0 else limit)
    c.const(step)
    return {}


@ops("LinSpace")
def lin_space(c, op):
    c.tensor([])
    c.tensor([])
    c.shape(c.dim(0, 9))
    return {}


@ops("Diag MatrixDiag DiagPart MatrixDiagPart")
def diagonal(c, op):
    dims = c.dims(rng.randint(1, 2))
    if op == "DiagPart":
        dims = dims + [c.wrong(c.again(d)) for d in dims]
    elif op == "MatrixDiagPart":
        dims = dims + c.dims(1)
    c.tensor(dims)
    return {}


@ops("MatrixInverse Cholesky MatrixDeterminant")
def square(c, op):
    size = c.dim()
    dims = c.dims(rng.randint(0, 2)) + [size, c.wrong(c.again(size))]
    c.tensor(dims)
    return {}


@ops("RFFT RFFT2D IRFFT")
def fft(c, op):
    rank = 2 if op.endswith("2D") else 1
    c.tensor(c.dims(rng.randint(rank, 3)), "c64" if op == "IRFFT" else "f32")
    c.shape([c.dim(2, 9) for _ in range(rank)])
    return {}


@ops("NonMaxSuppressionV4")
def non_max_suppression(c, op):
    boxes = c.dim()
    c.tensor([boxes, 4])
    c.tensor([c.again(boxes)])
    c.shape(c.dim())
    c.tensor([])
    c.tensor([])
    return rng.choice([{}, {"pad_to_max_output_size": True}])


@ops("DynamicPartition")
def dynamic_partition(c, op):
    dims = c.dims(rng.randint(1, 3))
    c.tensor(dims)
    c.tensor([c.again(d) for d in dims[: rng.randint(1, len(dims))]], "i32")
    return {"num_partitions": rng.randint(1, 3)}


@ops("Cross")
def cross(c, op):
    dims = c.dims(rng.randint(0, 2)) + [c.wrong(c.of(3))]
    c.tensor(dims)
    c.tensor([c.again(d) for d in dims])
    return {}


@ops("LRN")
def images(c, op):
    c.tensor(c.dims(rng.choice([4, 4, 4, 3])))
    return {}


@ops("Bincount")
def bincount(c, op):
    c.tensor(c.dims(1), "i32")
    c.shape(c.dim())
    c.tensor([0])
    return {}


@ops("InTopKV2")
def in_top_k(c, op):
    rows = c.dim()
    c.tensor([rows, c.dim()])
    c.tensor([c.wrong(c.again(rows))], "i32")
    c.tensor([], "i32")
    return {}
