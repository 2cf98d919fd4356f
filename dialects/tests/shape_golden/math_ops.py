"""Element-wise ops, reductions and contractions."""

import numpy as np
import tensorflow as tf

from cases import ops, rng


def broadcast_pair(c, dtype="f32", rank=None):
    whole = c.dims(rng.randint(0, 4) if rank is None else rank)

    def side():
        cut = rng.randint(0, len(whole)) if rng.random() < 0.4 else 0
        return [rng.choice([1, c.again(d), c.again(d), c.again(d), c.wrong(d)]) for d in whole[cut:]]

    c.tensor(side(), dtype)
    c.tensor(side(), dtype)


@ops("Abs Neg Exp Relu Tanh Identity Erf LeakyRelu Rsqrt StopGradient ZerosLike OnesLike Softplus IsFinite Snapshot")
def unary(c, op):
    c.tensor(c.dims(rng.randint(0, 4)))
    return {}


@ops("LogicalNot")
def unary_bool(c, op):
    c.tensor(c.dims(rng.randint(0, 4)), "i1")
    return {}


@ops("Softmax LogSoftmax")
def vectors(c, op):
    c.tensor(c.dims(rng.randint(0 if rng.random() < 0.1 else 1, 4)))
    return {}


@ops("Invert")
def unary_int(c, op):
    c.tensor(c.dims(rng.randint(0, 3)), "i32")
    return {}


@ops("Add AddV2 Mul Sub RealDiv Maximum Minimum Pow SquaredDifference FloorDiv FloorMod DivNoNan Atan2 Xdivy "
     "Greater LessEqual Complex Igamma")
def binary(c, op):
    broadcast_pair(c)
    return {}


@ops("LogicalAnd LogicalOr")
def binary_bool(c, op):
    broadcast_pair(c, "i1")
    return {}


@ops("BitwiseAnd LeftShift")
def binary_int(c, op):
    broadcast_pair(c, "i32")
    return {}


@ops("Equal NotEqual")
def equality(c, op):
    broadcast_pair(c)
    return rng.choice([{}, {}, {"incompatible_shape_error": False}])


@ops("ApproximateEqual ReluGrad TanhGrad SigmoidGrad RsqrtGrad")
def pair_of_one_shape(c, op):
    # TensorFlow leaves it to some kernels to refuse shapes that differ.
    chance = 0.06 if op in ("ApproximateEqual", "ReluGrad") else 0
    dims = c.dims(rng.randint(0, 4))
    c.tensor(dims)
    c.tensor([c.wrong(c.again(d), chance) for d in dims])
    return {}


@ops("SelectV2")
def select_v2(c, op):
    whole = c.dims(rng.randint(0, 4))
    for dtype in ["i1", "f32", "f32"]:
        cut = rng.randint(0, len(whole)) if rng.random() < 0.3 else 0
        c.tensor([rng.choice([1, c.again(d), c.again(d), c.wrong(d)]) for d in whole[cut:]], dtype)
    return {}


@ops("Select")
def select(c, op):
    dims = c.dims(rng.randint(0, 3))
    kind = rng.randint(0, 2)
    condition = [[], dims[:1], dims][kind]
    c.tensor([c.wrong(c.again(d)) for d in condition], "i1")
    c.tensor(dims)
    c.tensor([c.wrong(c.again(d)) for d in dims])
    return {}


@ops("ClipByValue")
def clip(c, op):
    c.tensor(c.dims(rng.randint(0, 4)))
    c.tensor([])
    c.tensor([])
    return {}


@ops("Cast")
def cast(c, op):
    c.tensor(c.dims(rng.randint(0, 4)))
    return {"DstT": rng.choice([tf.int32, tf.bool, tf.float16, tf.int64])}


@ops("Bitcast")
def bitcast(c, op):
    dims = c.dims(rng.randint(0, 3))
    kind = rng.randint(0, 2)
    if kind == 0:
        c.tensor(dims, "i32")
        return {"type": tf.float32}
    if kind == 1:
        c.tensor(dims, "f32")
        return {"type": rng.choice([tf.int8, tf.int16])}
    c.tensor(dims + [c.wrong(c.of(4))], "i8")
    return {"type": tf.float32}


@ops("Real Imag Angle ComplexAbs Conj")
def complex_parts(c, op):
    c.tensor(c.dims(rng.randint(0, 3)), "c64")
    return {}


@ops("AddN")
def add_n(c, op):
    dims = c.dims(rng.randint(0, 3))
    for _ in range(rng.randint(1, 4)):
        c.tensor([c.wrong(c.again(d), 0.03) for d in dims])
    return {}


@ops("IdentityN ShapeN")
def several(c, op):
    for _ in range(rng.randint(1, 3)):
        c.tensor(c.dims(rng.randint(0, 3)))
    return {}


@ops("BiasAdd")
def bias_add(c, op):
    first = rng.random() < 0.4
    dims = c.dims(rng.randint(3 if first else 2, 5))
    c.tensor(dims)
    c.tensor([c.wrong(c.again(dims[1 if first else -1]))])
    return {"data_format": "NCHW"} if first else {}


@ops("Sum Mean Max Min Prod EuclideanNorm All Any")
def reduction(c, op):
    rank = rng.randint(0, 4)
    c.tensor(c.dims(rank), "i1" if op in ("All", "Any") else "f32")
    axes = rng.sample(range(rank), rng.randint(0, rank))
    axes = [a - rank if rng.random() < 0.4 else a for a in axes]
    if rng.random() < 0.05:
        axes.append(rank)
    if axes and rng.random() < 0.3:
        c.const(axes[0])
    elif rng.random() < 0.08:
        c.tensor([len(axes)], "i32")
    else:
        c.const(np.array(axes, np.int32))
    return {"keep_dims": True} if rng.random() < 0.4 else {}


@ops("ArgMax ArgMin")
def arg_max(c, op):
    rank = rng.randint(1, 4)
    c.tensor(c.dims(rank))
    if rng.random() < 0.1:
        c.tensor([], "i32")
    else:
        c.const(rng.randint(-rank, rank if rng.random() < 0.1 else rank - 1))
    return rng.choice([{}, {"output_type": tf.int32}])


@ops("Cumsum Cumprod")
def cumulative(c, op):
    rank = rng.randint(1, 4)
    c.tensor(c.dims(rank))
    c.const(rng.randint(-rank, rank - 1))
    return {}


@ops("TopKV2")
def top_k(c, op):
    k = rng.randint(0, 5)
    c.tensor(c.dims(rng.randint(0, 2)) + [c.of(rng.randint(k, 9))])
    c.shape(c.of(k, 0.3))
    return {}


@ops("L2Loss Size Rank Shape")
def any_tensor(c, op):
    c.tensor(c.dims(rng.randint(0, 4)))
    return {} if op in ("L2Loss", "Rank") else rng.choice([{}, {"out_type": tf.int64}])


@ops("SoftmaxCrossEntropyWithLogits")
def cross_entropy(c, op):
    # TensorFlow's answer for an open dimension beside a 1 is wrong, so that there is none here.
    dims = c.dims(2, 2)
    c.tensor(dims)
    c.tensor([c.wrong(c.again(d)) for d in dims])
    return {}


@ops("SparseSoftmaxCrossEntropyWithLogits")
def sparse_cross_entropy(c, op):
    dims = c.dims(2)
    c.tensor(dims)
    c.tensor([c.wrong(c.again(dims[0]))], "i32")
    return {}


@ops("MatMul")
def mat_mul(c, op):
    m, k, n = c.dims(3)
    a, b = rng.random() < 0.4, rng.random() < 0.4
    k2 = c.wrong(c.again(k))
    c.tensor([k, m] if a else [m, k])
    c.tensor([n, k2] if b else [k2, n])
    return {"transpose_a": a, "transpose_b": b}


@ops("BatchMatMul BatchMatMulV2 BatchMatMulV3")
def batch_mat_mul(c, op):
    m, k, n = c.dims(3)
    batch = c.dims(rng.randint(0, 2))
    x, y = rng.random() < 0.4, rng.random() < 0.4
    k2 = c.wrong(c.again(k))

    def side():
        if op == "BatchMatMul":
            return [c.again(d) for d in batch]
        return [rng.choice([1, c.again(d), c.again(d)]) for d in batch[rng.randint(0, 1) if batch else 0:]]

    c.tensor(side() + ([k, m] if x else [m, k]))
    c.tensor(side() + ([n, k2] if y else [k2, n]))
    return {"adj_x": x, "adj_y": y} | ({"Tout": tf.float32} if op == "BatchMatMulV3" else {})


@ops("Einsum")
def einsum(c, op):
    size = {label: c.dim() for label in "abcdefgh"}
    equation = rng.choice(["ab,bc->ac", "bij,bjk->bik", "abc->ca", "...ij,...jk->...ik", "BTNH,BSNH->BNTS", "ab,ab->",
                           "a...b,bc->a...c", "abc,cd->abd", "aecd,abcd->acbe", "ii->i", "ab,b->a", "...ab->...ba"])
    spare = c.dims(rng.randint(0, 2))
    left = equation.split("->")[0]
    size = {label: size.setdefault(label, c.dim()) for label in left if label.isalpha()}
    for subscript in left.split(","):
        named = [[c.wrong(c.again(size[x]), 0.02) for x in part] for part in subscript.split("...")]
        dims = named[0]
        if len(named) == 2:
            own = [rng.choice([1, c.again(d), c.again(d)]) for d in spare[rng.randint(0, len(spare)):]]
            dims = named[0] + own + named[1]
        c.tensor(dims)
    return {"equation": equation}
