"""Writes golden.jsonl: what TensorFlow computes for small cases of each kernel.

    python eval/tests/make_golden.py            (any environment with TensorFlow)

A line is a case: operands, results, and the operations that must agree, each with its attributes and, where TFLite lays
an operand out in another way, operands of its own.
"""

import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

import numpy as np
import tensorflow as tf

RNG = np.random.default_rng(7)
LINES = []
ELEMS = {"float32": "f32", "float64": "f64", "float16": "f16", "bfloat16": "bf16", "int8": "i8", "int16": "i16",
         "int32": "i32", "int64": "i64", "uint8": "ui8", "uint16": "ui16", "uint32": "ui32", "uint64": "ui64",
         "bool": "i1", "complex64": "c64", "object": "str"}


def number(x):
    x = float(x)
    if x != x:
        return "nan"
    if x in (float("inf"), float("-inf")):
        return "inf" if x > 0 else "-inf"
    return int(x) if x == int(x) and abs(x) < 1e15 else float(f"{x:.9g}")


def tensor(x):
    if x is None:
        return None
    x = x.numpy() if hasattr(x, "numpy") else np.asarray(x)
    name = "object" if x.dtype.kind in "SOU" else x.dtype.name
    flat = np.atleast_1d(x).reshape(-1) if x.shape == () else x.reshape(-1)
    if name == "object":
        data = [v.decode() if isinstance(v, bytes) else str(v) for v in flat]
    elif name == "complex64":
        data = [[number(v.real), number(v.imag)] for v in flat]
    elif name == "bool":
        data = [int(v) for v in flat]
    elif name.startswith(("int", "uint")):
        data = [int(v) for v in flat]
    elif name == "float64":
        data = [float(v) if np.isfinite(v) else number(v) for v in flat]
    else:
        data = [number(v) for v in flat]
    return [ELEMS[name], list(x.shape), data]


def write(ops, inputs, outputs, tol=None):
    case = {"ops": ops, "in": [tensor(x) for x in inputs], "out": [tensor(x) for x in outputs]}
    if tol:
        case["tol"] = tol
    LINES.append(json.dumps(case, separators=(",", ":")))


def outputs_of(result):
    if isinstance(result, (list, tuple)):
        return [x for group in result for x in (group if isinstance(group, (list, tuple)) else [group])]
    return [result]


def case(op, inputs, attrs=None, tfl=None, tfl_attrs=None, tfl_inputs=None, results=None, also=(), tol=None, extra=None):
    """Runs tf.raw_ops.OP. `inputs` is a dict of operands in order; a list value is a variadic operand."""
    attrs = attrs or {}
    result = outputs_of(getattr(tf.raw_ops, op)(**inputs, **attrs, **(extra or {})))
    flat = [x for value in inputs.values() for x in (value if isinstance(value, list) else [value])]
    # Types follow from operands and results.
    told = {k: v for k, v in attrs.items() if not isinstance(v, tf.DType)}
    ops = [["tf." + name, told] for name in (op, *also)]
    if tfl:
        own = [tfl, tfl_attrs or {}]
        if tfl_inputs is not None:
            own.append([tensor(x) for x in tfl_inputs])
        ops.append(own)
    write(ops, flat, result[: results or len(result)], tol)


def f32(*shape, low=-2.0, high=2.0):
    return RNG.uniform(low, high, shape).astype(np.float32).round(3)


def ints(*shape, low=-9, high=10, dtype=np.int32):
    return RNG.integers(low, high, shape).astype(dtype)


def i32(x):
    return np.asarray(x, np.int32)


NONE = {"fused_activation_function": "NONE"}


def elementwise():
    pairs = [("AddV2", "tfl.add", ("Add",)), ("Sub", "tfl.sub", ()), ("Mul", "tfl.mul", ())]
    for op, tfl, also in pairs:
        for x, y in [(f32(2, 3), f32(3)), (ints(2, 1, 3), ints(4, 1)), (f32(), f32(2, 2)),
                     (ints(3, low=-128, high=128, dtype=np.int8), ints(3, low=-128, high=128, dtype=np.int8)),
                     (f32(4).astype(np.float16), f32(4).astype(np.float16)), (f32(2, 0), f32(1))]:
            case(op, {"x": x, "y": y}, tfl=tfl, tfl_attrs=NONE, also=also)
    z = (f32(3) + 1j * f32(3)).astype(np.complex64)
    case("AddV2", {"x": z, "y": z[::-1]})
    case("Mul", {"x": z, "y": z[::-1]})
    case("Div", {"x": z, "y": z[::-1]}, also=("RealDiv",))
    case("Add", {"x": np.array(["a", "bc"], object), "y": np.array("!", object)})
    x, y = f32(2, 4), f32(2, 4) + 3
    case("RealDiv", {"x": x, "y": y}, tfl="tfl.div", tfl_attrs=NONE, also=("Div",))
    case("Div", {"x": i32([7, -7, 7, -7, 6]), "y": i32([2, 2, -2, -2, 3])}, also=("TruncateDiv",), tfl="tfl.div",
         tfl_attrs=NONE)
    for a, b in [(i32([7, -7, 7, -7, 6]), i32([2, 2, -2, -2, 3])), (f32(5), f32(5)),
                 (np.array([5.5, -5.5, 4], np.float32), np.array([2, 2, -2], np.float32))]:
        case("FloorDiv", {"x": a, "y": b}, tfl="tfl.floor_div")
        case("FloorMod", {"x": a, "y": b}, tfl="tfl.floor_mod")
    case("TruncateMod", {"x": i32([7, -7, 7, -7, 6]), "y": i32([2, 2, -2, -2, 3])}, also=("Mod",))
    case("DivNoNan", {"x": f32(4), "y": np.array([0, 1, -2, 0], np.float32)})
    case("MulNoNan", {"x": np.array([np.inf, 1, np.nan, 2], np.float32), "y": np.array([0, 1, 0, 3], np.float32)})
    case("Xdivy", {"x": np.array([0, 1, 2], np.float32), "y": np.array([0, 4, 3], np.float32)})
    case("Xlogy", {"x": np.array([0, 1, 2], np.float32), "y": np.array([0, 4, 3], np.float32)})
    case("Xlog1py", {"x": np.array([0, 1, 2], np.float32), "y": np.array([-1, 4, 3], np.float32)})
    case("Pow", {"x": f32(6, low=0.1), "y": f32(6)}, tfl="tfl.pow")
    case("Pow", {"x": ints(6), "y": ints(6, low=0, high=5)}, tfl="tfl.pow")
    for op, tfl in [("Maximum", "tfl.maximum"), ("Minimum", "tfl.minimum"),
                    ("SquaredDifference", "tfl.squared_difference")]:
        case(op, {"x": f32(2, 3), "y": f32(2, 1)}, tfl=tfl)
        case(op, {"x": ints(2, 3), "y": ints(3)}, tfl=tfl)
    case("Atan2", {"y": f32(6), "x": f32(6)}, tfl="tfl.atan2")
    for op, tfl in [("BitwiseAnd", None), ("BitwiseOr", None), ("BitwiseXor", "tfl.bitwise_xor")]:
        case(op, {"x": ints(5), "y": ints(5)}, tfl=tfl)
    case("LeftShift", {"x": ints(5), "y": i32([0, 1, 2, 3, 31])})
    case("RightShift", {"x": ints(5), "y": i32([0, 1, 2, 3, 31])}, tfl="tfl.right_shift")
    case("RightShift", {"x": ints(3, low=0, high=255, dtype=np.uint8), "y": np.array([0, 1, 7], np.uint8)})
    for op, tfl in [("Equal", "tfl.equal"), ("NotEqual", "tfl.not_equal"), ("Less", "tfl.less"),
                    ("LessEqual", "tfl.less_equal"), ("Greater", "tfl.greater"),
                    ("GreaterEqual", "tfl.greater_equal")]:
        case(op, {"x": ints(2, 6, low=0, high=3), "y": ints(6, low=0, high=3)}, tfl=tfl)
        case(op, {"x": np.array([1, np.nan, 2], np.float32), "y": np.array([1, np.nan, 3], np.float32)}, tfl=tfl)
    case("Equal", {"x": np.array(["a", "b"], object), "y": np.array(["a", "c"], object)}, tfl="tfl.equal")
    p, q = np.array([0, 0, 1, 1], bool), np.array([0, 1, 0, 1], bool)
    case("LogicalAnd", {"x": p, "y": q}, tfl="tfl.logical_and")
    case("LogicalOr", {"x": p, "y": q}, tfl="tfl.logical_or")
    case("LogicalNot", {"x": p}, tfl="tfl.logical_not")
    case("ApproximateEqual", {"x": f32(3), "y": f32(3)}, {"tolerance": 1.0})
    case("SelectV2", {"condition": q.reshape(4, 1), "t": f32(4, 3), "e": f32(3)}, tfl="tfl.select_v2")
    case("Select", {"condition": q, "x": f32(4, 3), "y": f32(4, 3)}, tfl="tfl.select")
    case("Select", {"condition": np.array(True), "x": ints(2, 2), "y": ints(2, 2)}, tfl="tfl.select")
    case("AddN", {"inputs": [f32(2, 2), f32(2, 2), f32(2, 2)]}, tfl="tfl.add_n")
    case("ClipByValue", {"t": f32(6), "clip_value_min": np.float32(-1), "clip_value_max": np.float32(0.5)})
    case("BiasAdd", {"value": f32(1, 2, 2, 3), "bias": f32(3)}, {"data_format": "NHWC"})
    x, b = f32(1, 3, 2, 2), f32(3)
    write([["tf.BiasAdd", {"data_format": "NCHW"}]], [x, b], [x + b.reshape(3, 1, 1)])
    case("StringJoin", {"inputs": [np.array(["a", "b"], object), np.array("c", object)]}, {"separator": "-"})
    case("ReluGrad", {"gradients": f32(5), "features": f32(5)})
    x = np.array([-2, -1, 3], np.float32)
    write([["tfl.prelu", {}]], [x, np.array([0.5, 0.25, 9], np.float32)], [np.array([-1, -0.25, 3], np.float32)])


def unary():
    wide = np.array([-3.7, -2.5, -1, -0.5, -0.0, 0.25, 0.5, 1.5, 2.5, 9.25], np.float32)
    small = np.array([-0.9, -0.5, 0, 0.3, 0.99], np.float32)
    above = np.array([0.01, 0.5, 1, 2, 30], np.float32)
    for op, tfl, x in [
        ("Abs", "tfl.abs", wide), ("Neg", "tfl.neg", wide), ("Sign", "tfl.sign", wide), ("Square", "tfl.square", wide),
        ("Exp", "tfl.exp", wide), ("Expm1", None, wide), ("Log", "tfl.log", above), ("Log1p", None, above),
        ("Sqrt", "tfl.sqrt", above), ("Rsqrt", "tfl.rsqrt", above), ("Sin", "tfl.sin", wide), ("Cos", "tfl.cos", wide),
        ("Tan", None, small), ("Asin", None, small), ("Acos", None, small), ("Atan", None, wide),
        ("Sinh", None, wide), ("Cosh", None, wide), ("Tanh", "tfl.tanh", wide), ("Asinh", None, wide),
        ("Acosh", None, above + 1), ("Atanh", None, small), ("Sigmoid", "tfl.logistic", wide), ("Erf", None, wide),
        ("Erfc", None, small), ("Erfinv", None, small), ("Lgamma", None, above), ("Ceil", "tfl.ceil", wide),
        ("Floor", "tfl.floor", wide), ("Round", "tfl.round", wide), ("Rint", None, wide), ("Reciprocal", None, above),
        ("Inv", None, above), ("IsNan", None, np.array([1, np.nan], np.float32)),
        ("IsInf", None, np.array([1, np.inf], np.float32)), ("IsFinite", None, np.array([1, np.inf], np.float32)),
        ("Relu", "tfl.relu", wide), ("Relu6", "tfl.relu6", wide), ("Elu", "tfl.elu", wide), ("Selu", None, wide),
        ("Softplus", None, wide), ("Softsign", None, wide),
    ]:
        name = {"Softplus": "features", "Softsign": "features", "Relu": "features", "Relu6": "features",
                "Elu": "features", "Selu": "features"}.get(op, "x")
        case(op, {name: x}, tfl=tfl, tol=2e-6 if op in ("Tanh", "Erf", "Erfinv", "Lgamma", "Erfc", "Sinh", "Cosh") else None)
        if op in ("Exp", "Sqrt", "Sigmoid", "Tanh") :
            case(op, {name: x.astype(np.float64)}, tfl=tfl)
            case(op, {name: x.astype(np.float16)}, tfl=tfl, tol=2e-3)
    case("Exp", {"x": tf.cast(wide, tf.bfloat16)}, tol=1e-2)
    for op, tfl in [("Abs", "tfl.abs"), ("Neg", "tfl.neg"), ("Sign", "tfl.sign"), ("Square", None)]:
        case(op, {"x": ints(6)}, tfl=tfl)
    case("Invert", {"x": ints(4)})
    case("LeakyRelu", {"features": wide}, {"alpha": 0.25}, tfl="tfl.leaky_relu", tfl_attrs={"alpha": 0.25})
    z = (f32(3) + 1j * f32(3)).astype(np.complex64)
    case("ComplexAbs", {"x": z}, tfl="tfl.complex_abs")
    case("Real", {"input": z}, tfl="tfl.real")
    case("Imag", {"input": z}, tfl="tfl.imag")
    case("Conj", {"input": z})
    case("Angle", {"input": z})
    case("Complex", {"real": f32(3), "imag": f32(3)})
    case("FakeQuantWithMinMaxArgs", {"inputs": wide}, {"min": -1.0, "max": 2.0, "num_bits": 8, "narrow_range": False},
         tfl="tfl.fake_quant", tfl_attrs={"min": -1.0, "max": 2.0, "num_bits": 8, "narrow_range": False})
    case("FakeQuantWithMinMaxArgs", {"inputs": wide}, {"min": -2.5, "max": 2.0, "num_bits": 4, "narrow_range": True})
    case("FakeQuantWithMinMaxVars", {"inputs": wide, "min": np.float32(0.1), "max": np.float32(4)})
    write([["tfl.gelu", {"approximate": False}]], [wide], [tf.nn.gelu(wide)], 2e-6)
    write([["tfl.gelu", {"approximate": True}]], [wide], [tf.nn.gelu(wide, approximate=True)], 2e-6)
    write([["tfl.hard_swish", {}]], [wide], [wide * tf.nn.relu6(wide + 3) / 6])
    write([["tfl.relu_n1_to_1", {}]], [wide], [np.clip(wide, -1, 1)])
    write([["tfl.relu_0_to_1", {}]], [wide], [np.clip(wide, 0, 1)])
    y = f32(10)
    for name, f in [("RELU", tf.nn.relu), ("RELU6", tf.nn.relu6), ("RELU_N1_TO_1", lambda x: tf.clip_by_value(x, -1, 1)),
                    ("TANH", tf.tanh)]:
        write([["tfl.add", {"fused_activation_function": name}]], [wide, y], [f(wide + y)], 2e-6)


def casts():
    values = np.array([-300.7, -1.5, -0.0, 0.5, 1.99, 130, 300, 70000, 3e9, 1e20, np.nan], np.float32)
    for to in (tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8, tf.bool, tf.float64, tf.float16, tf.bfloat16):
        x = values[:-4] if to in (tf.int8, tf.int16, tf.uint8) else values
        # LiteRT keeps to the ends of the range.
        saturates = to in (tf.int32, tf.int64)
        case("Cast", {"x": x}, {"DstT": to}, tfl=None if saturates else "tfl.cast")
        if saturates:
            limits = np.iinfo(to.as_numpy_dtype)
            whole = [min(max(int(v), limits.min), limits.max) for v in values[:-1]]
            write([["tfl.cast", {}]], [values[:-1]], [np.array(whole, to.as_numpy_dtype)])
    for to in (tf.int8, tf.uint8, tf.int64, tf.float32, tf.bool, tf.uint32):
        case("Cast", {"x": i32([-300, -1, 0, 1, 255, 70000, 16777217])}, {"DstT": to}, tfl="tfl.cast")
    case("Cast", {"x": np.array([2**53 + 1, -5, 2**40 + 1], np.int64)}, {"DstT": tf.float32}, tfl="tfl.cast")
    case("Cast", {"x": np.array([True, False])}, {"DstT": tf.float32}, tfl="tfl.cast")
    case("Cast", {"x": f32(3)}, {"DstT": tf.complex64}, tfl="tfl.cast")
    case("Cast", {"x": np.array([1 / 3, 65520.0, 1e-8])}, {"DstT": tf.float16}, tfl="tfl.cast")
    h = f32(4).astype(np.float16)
    write([["tfl.dequantize", {}]], [h], [h.astype(np.float32)])
    case("Bitcast", {"input": f32(3)}, {"type": tf.int32}, tfl="tfl.bitcast")
    case("Bitcast", {"input": f32(2)}, {"type": tf.uint8}, tfl="tfl.bitcast")
    case("AsString", {"input": ints(3)})
    case("AsString", {"input": np.array([1.5, -2], np.float32)})


def layout():
    x = ints(2, 3, 4, low=0, high=99)
    case("Reshape", {"tensor": x, "shape": i32([4, -1])}, tfl="tfl.reshape")
    case("Reshape", {"tensor": np.zeros((0, 3), np.float32), "shape": i32([3, -1])}, tfl="tfl.reshape")
    case("ExpandDims", {"input": x, "axis": i32(-1)}, tfl="tfl.expand_dims")
    case("ExpandDims", {"input": x, "axis": i32(1)}, tfl="tfl.expand_dims")
    y = f32(1, 3, 1, 2)
    write([["tf.Squeeze", {"squeeze_dims": []}], ["tfl.squeeze", {"squeeze_dims": []}]], [y], [np.squeeze(y)])
    write([["tf.Squeeze", {"squeeze_dims": [-2]}], ["tfl.squeeze", {"squeeze_dims": [2]}]], [y], [np.squeeze(y, 2)])
    case("Transpose", {"x": x, "perm": i32([2, 0, 1])}, tfl="tfl.transpose")
    case("Transpose", {"x": f32(2, 3, 2, 3), "perm": i32([3, 0, 1, 2])}, tfl="tfl.transpose")
    for axis in (0, 1, -1):
        parts = [ints(2, 3), ints(2, 3)]
        case("ConcatV2", {"values": parts, "axis": i32(axis)}, tfl="tfl.concatenation",
             tfl_attrs={"axis": axis, **NONE}, tfl_inputs=parts)
        case("Pack", {"values": parts}, {"axis": axis}, tfl="tfl.pack", tfl_attrs={"axis": axis, "values_count": 2})
        case("Unpack", {"value": x}, {"num": x.shape[axis], "axis": axis}, tfl="tfl.unpack",
             tfl_attrs={"num": x.shape[axis], "axis": axis})
    case("Concat", {"concat_dim": i32(1), "values": [f32(2, 1), f32(2, 2), f32(2, 0)]})
    case("Split", {"axis": i32(2), "value": x}, {"num_split": 2}, tfl="tfl.split", tfl_attrs={"num_splits": 2})
    case("SplitV", {"value": x, "size_splits": i32([1, -1]), "axis": i32(1)}, {"num_split": 2}, tfl="tfl.split_v",
         tfl_attrs={"num_splits": 2})
    case("Tile", {"input": ints(2, 3), "multiples": i32([2, 2])}, tfl="tfl.tile")
    case("BroadcastTo", {"input": ints(2, 1), "shape": i32([2, 2, 3])}, tfl="tfl.broadcast_to")
    case("ReverseV2", {"tensor": x, "axis": i32([0, -1])}, tfl="tfl.reverse_v2")
    case("Reverse", {"tensor": ints(2, 3), "dims": np.array([False, True])})
    case("Roll", {"input": ints(3, 4), "shift": i32([1, -6]), "axis": i32([0, 1])})
    case("ReverseSequence", {"input": ints(2, 5), "seq_lengths": i32([3, 5])}, {"seq_dim": 1, "batch_dim": 0},
         tfl="tfl.reverse_sequence", tfl_attrs={"seq_dim": 1, "batch_dim": 0})
    case("Identity", {"input": f32(2)}, also=("StopGradient", "Snapshot", "PreventGradient", "EnsureShape"))
    case("CheckNumerics", {"tensor": f32(2)}, {"message": "bad"})
    case("IdentityN", {"input": [f32(2), ints(1)]})


def slices():
    x = ints(4, 5, 3, low=0, high=99)
    case("Slice", {"input": x, "begin": i32([1, 0, 2]), "size": i32([2, -1, 1])}, tfl="tfl.slice")

    def strided(starts, ends, steps, x=x, **masks):
        attrs = {m + "_mask": masks.get(m, 0) for m in ("begin", "end", "ellipsis", "new_axis", "shrink_axis")}
        case("StridedSlice", {"input": x, "begin": i32(starts), "end": i32(ends), "strides": i32(steps)}, attrs,
             tfl="tfl.strided_slice", tfl_attrs={**attrs, "offset": False})

    strided([1, 1], [3, 5], [1, 2])
    strided([0, 0], [0, 0], [1, 1], begin=3, end=3)
    strided([-1, -2, 2], [-4, -4, -10], [-1, -1, -1])
    strided([0, 0, 0], [9, 9, 9], [3, 2, 1])
    strided([0, 1], [0, 2], [1, 1], ellipsis=1)
    strided([0, 1], [0, 2], [1, 1], ellipsis=1, shrink_axis=2)
    strided([0, 0, 2], [1, 4, 5], [1, 1, 1], new_axis=2)
    strided([1, -1], [2, 0], [1, 1], shrink_axis=3)
    strided([3, 0], [0, 0], [-2, -1], begin=2, end=2)
    strided([0, 2, 0, 0], [0, 3, 0, 4], [1, 1, 1, 1], ellipsis=4, shrink_axis=2, new_axis=1, begin=8)
    strided([2], [1], [1])
    strided([1], [3], [1], x=i32([5, 6, 7, 8]))
    y = ints(3, 4)
    write([["tfl.strided_slice", {"begin_mask": 0, "end_mask": 0, "ellipsis_mask": 0, "new_axis_mask": 0,
                                  "shrink_axis_mask": 0, "offset": True}]],
          [y, i32([1, 1]), i32([2, 2]), i32([1, 1])], [y[1:3, 1:3]])
    u = ints(2, 2)
    w = y.copy()
    w[1:3, 2:4] = u
    write([["tfl.dynamic_update_slice", {}], ["tf.XlaDynamicUpdateSlice", {}]], [y, u, i32([9, 2])], [w])


def gathers():
    x = ints(3, 4, 2, low=0, high=99)
    case("GatherV2", {"params": x, "indices": i32([[0, 2], [1, 1]]), "axis": i32(1)}, {"batch_dims": 0},
         tfl="tfl.gather", tfl_attrs={"axis": 1, "batch_dims": 0}, tfl_inputs=[x, i32([[0, 2], [1, 1]])])
    idx = i32([[0, 3], [1, 1], [2, 0]])
    case("GatherV2", {"params": x, "indices": idx, "axis": i32(1)}, {"batch_dims": 1}, tfl="tfl.gather",
         tfl_attrs={"axis": 1, "batch_dims": 1}, tfl_inputs=[x, idx])
    case("GatherV2", {"params": x, "indices": i32(1), "axis": i32(-1)}, {"batch_dims": 0})
    case("Gather", {"params": x, "indices": i32([2, 0])})
    case("GatherNd", {"params": x, "indices": i32([[0, 1], [2, 3]])}, tfl="tfl.gather_nd")
    case("GatherNd", {"params": x, "indices": i32([[[0, 1, 1]], [[2, 3, 0]]])}, tfl="tfl.gather_nd")
    case("ScatterNd", {"indices": i32([[1], [3], [1]]), "updates": f32(3, 2), "shape": i32([4, 2])}, tfl="tfl.scatter_nd")
    for op in ("TensorScatterUpdate", "TensorScatterAdd", "TensorScatterSub", "TensorScatterMax", "TensorScatterMin"):
        case(op, {"tensor": ints(4, 2), "indices": i32([[1], [3]]), "updates": ints(2, 2)})
    case("Where", {"condition": np.array([[True, False], [True, True]])}, tfl="tfl.where")
    case("Where", {"condition": i32([0, 3, 0, -1])}, tfl="tfl.where")
    case("OneHot", {"indices": i32([0, 2, -1, 9]), "depth": i32(3), "on_value": np.float32(5), "off_value": np.float32(1)},
         {"axis": -1}, tfl="tfl.one_hot", tfl_attrs={"axis": -1})
    case("OneHot", {"indices": i32([[0, 2], [1, 1]]), "depth": i32(3), "on_value": i32(5), "off_value": i32(0)},
         {"axis": 1}, tfl="tfl.one_hot", tfl_attrs={"axis": 1})
    case("Unique", {"x": i32([5, 2, 5, 1, 2])}, {"out_idx": tf.int32}, tfl="tfl.unique")
    case("SegmentSum", {"data": f32(4, 2), "segment_ids": i32([0, 0, 2, 2])}, tfl="tfl.segment_sum")
    for op, tfl in [("Sum", "sum"), ("Prod", "prod"), ("Max", "max"), ("Min", "min")]:
        case("UnsortedSegment" + op, {"data": f32(4, 2), "segment_ids": i32([2, 0, 2, -1]), "num_segments": i32(4)},
             tfl="tfl.unsorted_segment_" + tfl)
    case("SparseToDense", {"sparse_indices": i32([[0, 1], [2, 0]]), "output_shape": i32([3, 2]),
                           "sparse_values": i32([5, 6]), "default_value": i32(-1)}, tfl="tfl.sparse_to_dense")
    case("SparseToDense", {"sparse_indices": i32([1, 3]), "output_shape": i32([5]), "sparse_values": np.float32(2),
                           "default_value": np.float32(0)}, tfl="tfl.sparse_to_dense")
    v = f32(4, 3)
    write([["tfl.embedding_lookup", {}]], [i32([2, 0]), v], [v[[2, 0]]])


def shapes():
    x = f32(2, 3, 4)
    case("Shape", {"input": x}, {"out_type": tf.int32}, tfl="tfl.shape")
    case("Shape", {"input": x}, {"out_type": tf.int64}, tfl="tfl.shape")
    case("ShapeN", {"input": [x, f32(2)]}, {"out_type": tf.int32})
    case("Size", {"input": x}, {"out_type": tf.int32})
    case("Rank", {"input": x}, tfl="tfl.rank")
    case("Fill", {"dims": i32([2, 3]), "value": np.float32(1.5)}, tfl="tfl.fill")
    for a, b, c in [(0, 5, 1), (3, -4, -2), (2, 2, 1)]:
        case("Range", {"start": i32(a), "limit": i32(b), "delta": i32(c)}, tfl="tfl.range")
    case("Range", {"start": np.float32(0), "limit": np.float32(1), "delta": np.float32(0.1)}, tfl="tfl.range")
    case("Range", {"start": np.float32(2), "limit": np.float32(-1), "delta": np.float32(-0.7)}, tfl="tfl.range")
    case("LinSpace", {"start": np.float32(1), "stop": np.float32(2), "num": i32(7)})
    case("LinSpace", {"start": np.float32(1), "stop": np.float32(2), "num": i32(1)})
    case("BroadcastArgs", {"s0": i32([2, 1, 3]), "s1": i32([4, 1])}, tfl="tfl.broadcast_args")
    for a, b in [([2, 1, 3], [4, 1]), ([2, 3], [2, 3]), ([1], [2, 1, 3]), ([1, 1], [1])]:
        case("BroadcastGradientArgs", {"s0": i32(a), "s1": i32(b)})
    case("Empty", {"shape": i32([2, 3])}, {"dtype": tf.float32, "init": True})
    case("ZerosLike", {"x": x}, tfl="tfl.zeros_like")
    case("OnesLike", {"x": ints(3)})
    case("Bucketize", {"input": f32(5)}, {"boundaries": [-1.0, 0.0, 1.0]}, tfl="tfl.bucketize",
         tfl_attrs={"boundaries": [-1.0, 0.0, 1.0]})
    case("InvertPermutation", {"x": i32([2, 0, 1])})
    case("MatrixDiag", {"diagonal": f32(2, 3)}, tfl="tfl.matrix_diag")
    case("MatrixDiagV3", {"diagonal": f32(2, 3), "k": i32(0), "num_rows": i32(-1), "num_cols": i32(-1),
                          "padding_value": np.float32(0)}, {"align": "RIGHT_LEFT"})
    case("MatrixSetDiag", {"input": f32(2, 3, 4), "diagonal": f32(2, 3)}, tfl="tfl.matrix_set_diag")
    case("MatrixBandPart", {"input": f32(2, 4, 3), "num_lower": i32(1), "num_upper": i32(-1)})
    case("MatrixBandPart", {"input": f32(4, 4), "num_lower": i32(0), "num_upper": i32(1)})


def padding():
    x = ints(2, 3, low=0, high=99)
    case("Pad", {"input": x, "paddings": i32([[1, 0], [2, 1]])}, tfl="tfl.pad")
    case("Pad", {"input": f32(1, 2, 2, 1), "paddings": i32([[0, 0], [1, 1], [1, 1], [0, 0]])}, tfl="tfl.pad")
    case("PadV2", {"input": x, "paddings": i32([[1, 0], [2, 1]]), "constant_values": i32(-7)}, tfl="tfl.padv2")
    for mode in ("REFLECT", "SYMMETRIC"):
        case("MirrorPad", {"input": x, "paddings": i32([[1, 1], [2, 1]])}, {"mode": mode}, tfl="tfl.mirror_pad",
             tfl_attrs={"mode": mode})
    case("DepthToSpace", {"input": ints(1, 2, 2, 8)}, {"block_size": 2, "data_format": "NHWC"}, tfl="tfl.depth_to_space",
         tfl_attrs={"block_size": 2})
    case("SpaceToDepth", {"input": ints(1, 4, 4, 2)}, {"block_size": 2, "data_format": "NHWC"}, tfl="tfl.space_to_depth",
         tfl_attrs={"block_size": 2})
    case("SpaceToBatchND", {"input": ints(1, 3, 4, 1), "block_shape": i32([2, 2]), "paddings": i32([[1, 0], [1, 1]])},
         tfl="tfl.space_to_batch_nd")
    case("BatchToSpaceND", {"input": ints(4, 2, 3, 1), "block_shape": i32([2, 2]), "crops": i32([[1, 0], [0, 2]])},
         tfl="tfl.batch_to_space_nd")
    d = np.full((5, 3), 7, np.int32)
    d[::2, ::2] = [[1, 2], [3, 4], [5, 6]]
    write([["tfl.dilate", {}]], [i32([[1, 2], [3, 4], [5, 6]]), i32([2, 2]), i32(7)], [d])


def reductions():
    x, n = f32(2, 3, 4), ints(2, 3, 4)
    for op, tfl in [("Sum", "tfl.sum"), ("Mean", "tfl.mean"), ("Prod", "tfl.reduce_prod"), ("Max", "tfl.reduce_max"),
                    ("Min", "tfl.reduce_min")]:
        for axes, keep in [([1], False), ([0, -1], True), ([0, 1, 2], False), ([], False)]:
            for value in (x, n):
                keep_dims = {"keep_dims": keep}
                case(op, {"input": value, "axis": i32(axes)}, keep_dims, tfl=tfl, tfl_attrs=keep_dims)
    case("Mean", {"input": f32(8).astype(np.float16), "axis": i32([0])}, {"keep_dims": False}, tol=1e-3)
    case("Max", {"input": np.zeros((0, 2), np.float32), "axis": i32([0])}, {"keep_dims": False})
    case("EuclideanNorm", {"input": x, "axis": i32([1])}, {"keep_dims": False})
    b = RNG.random((3, 4)) > 0.5
    case("All", {"input": b, "axis": i32([1])}, {"keep_dims": True}, tfl="tfl.reduce_all", tfl_attrs={"keep_dims": True})
    case("Any", {"input": b, "axis": i32([0])}, {"keep_dims": False}, tfl="tfl.reduce_any", tfl_attrs={"keep_dims": False})
    for op, tfl in [("ArgMax", "tfl.arg_max"), ("ArgMin", "tfl.arg_min")]:
        case(op, {"input": n, "dimension": i32(1)}, {"output_type": tf.int64}, tfl=tfl)
        case(op, {"input": x, "dimension": i32(-1)}, {"output_type": tf.int32}, tfl=tfl)
    case("L2Loss", {"t": x})
    for e, r in [(False, False), (True, False), (False, True), (True, True)]:
        attrs = {"exclusive": e, "reverse": r}
        case("Cumsum", {"x": n, "axis": i32(1)}, attrs, tfl="tfl.cumsum", tfl_attrs=attrs)
        case("Cumprod", {"x": f32(2, 3), "axis": i32(-1)}, attrs)
    case("TopKV2", {"input": i32([[3, 1, 3, 2], [5, 9, 0, 9]]), "k": i32(3)}, {"sorted": True}, tfl="tfl.topk_v2")


def products():
    a, b = f32(2, 3), f32(3, 4)
    case("MatMul", {"a": a, "b": b}, {"transpose_a": False, "transpose_b": False})
    case("MatMul", {"a": a.T.copy(), "b": b.T.copy()}, {"transpose_a": True, "transpose_b": True})
    case("MatMul", {"a": ints(2, 3), "b": ints(3, 2)}, {"transpose_a": False, "transpose_b": False})
    case("BatchMatMulV2", {"x": f32(2, 1, 2, 3), "y": f32(3, 3, 2)}, {"adj_x": False, "adj_y": False},
         tfl="tfl.batch_matmul", tfl_attrs={"adj_x": False, "adj_y": False})
    case("BatchMatMulV2", {"x": f32(2, 3, 2), "y": f32(2, 4, 3)}, {"adj_x": True, "adj_y": True}, also=("BatchMatMul",),
         tfl="tfl.batch_matmul", tfl_attrs={"adj_x": True, "adj_y": True})
    case("BatchMatMulV3", {"x": f32(2, 2, 3), "y": f32(2, 3, 2)}, {"adj_x": False, "adj_y": False, "Tout": tf.float32})
    for equation, shapes in [("ij,jk->ik", [(2, 3), (3, 2)]), ("bij,bkj->bik", [(2, 2, 3), (2, 4, 3)]),
                             ("abc,cde->abde", [(2, 2, 3), (3, 2, 2)]), ("ij->ji", [(2, 3)]), ("ij->j", [(2, 3)]),
                             ("...ij,...jk->...ik", [(2, 2, 3), (3, 2)]), ("bfhd,bthd->bhft", [(1, 2, 2, 3), (1, 3, 2, 3)]),
                             ("i,j->ij", [(2,), (3,)]), ("ij,ij->", [(2, 3), (2, 3)]), ("ab,cd->ad", [(2, 3), (3, 2)])]:
        case("Einsum", {"inputs": [f32(*s) for s in shapes]}, {"equation": equation})
    x, w, bias = f32(2, 2, 3), f32(4, 3), f32(4)
    y = x.reshape(4, 3) @ w.T
    fc = {"fused_activation_function": "NONE", "weights_format": "DEFAULT", "keep_num_dims": False}
    write([["tfl.fully_connected", fc]], [x, w, bias], [y + bias])
    write([["tfl.fully_connected", {**fc, "keep_num_dims": True, "fused_activation_function": "RELU"}]], [x, w, None],
          [np.maximum(y, 0).reshape(2, 2, 4)])


def convolutions():
    def tfl_conv(strides, padding, dilations=(1, 1), **more):
        return {"stride_h": strides[0], "stride_w": strides[1], "padding": padding, "dilation_h_factor": dilations[0],
                "dilation_w_factor": dilations[1], "fused_activation_function": "NONE", **more}

    for shape, filt, strides, padding, dil in [
        ((1, 5, 6, 2), (3, 3, 2, 3), (1, 1), "SAME", (1, 1)), ((2, 5, 6, 2), (3, 2, 2, 2), (2, 1), "VALID", (1, 1)),
        ((1, 6, 5, 2), (3, 3, 2, 2), (2, 2), "SAME", (1, 1)), ((1, 7, 7, 1), (3, 3, 1, 2), (1, 1), "SAME", (2, 2)),
        ((1, 7, 7, 1), (2, 3, 1, 2), (1, 1), "VALID", (3, 2)), ((1, 4, 4, 4), (3, 3, 2, 4), (1, 1), "SAME", (1, 1)),
        ((1, 3, 3, 3), (1, 1, 3, 2), (1, 1), "VALID", (1, 1)),
    ]:
        x, w = f32(*shape), f32(*filt)
        attrs = {"strides": [1, *strides, 1], "padding": padding, "dilations": [1, *dil, 1], "data_format": "NHWC",
                 "explicit_paddings": []}
        case("Conv2D", {"input": x, "filter": w}, attrs, tfl="tfl.conv_2d", tfl_attrs=tfl_conv(strides, padding, dil),
             tfl_inputs=[x, w.transpose(3, 0, 1, 2), np.zeros(filt[3], np.float32)])
    x, w = f32(1, 4, 5, 2), f32(3, 3, 2, 2)
    attrs = {"strides": [1, 2, 1, 1], "padding": "EXPLICIT", "explicit_paddings": [0, 0, 2, 1, 0, 1, 0, 0],
             "data_format": "NHWC", "dilations": [1, 1, 1, 1]}
    case("Conv2D", {"input": x, "filter": w}, attrs)
    y = tf.nn.conv2d(x, w, [1, 2, 1, 1], "SAME").numpy()
    write([["tf.Conv2D", {"strides": [1, 1, 2, 1], "padding": "SAME", "data_format": "NCHW", "dilations": [1, 1, 1, 1]}]],
          [x.transpose(0, 3, 1, 2), w], [y.transpose(0, 3, 1, 2)])
    n, m = ints(1, 4, 4, 2), ints(2, 2, 2, 2)
    write([["tf.Conv2D", {"strides": [1, 1, 1, 1], "padding": "VALID", "data_format": "NHWC"}]], [n, m],
          [tf.nn.conv2d(n.astype(np.float32), m.astype(np.float32), 1, "VALID").numpy().astype(np.int32)])
    bias = f32(2)
    write([["tfl.conv_2d", {**tfl_conv((1, 1), "SAME"), "fused_activation_function": "RELU"}]],
          [x, w.transpose(3, 0, 1, 2), bias], [tf.nn.relu(tf.nn.conv2d(x, w, 1, "SAME") + bias)])
    for shape, filt, stride, padding, dil in [((1, 5, 5, 2), (3, 3, 2, 1), 1, "SAME", 1),
                                              ((1, 6, 6, 2), (3, 3, 2, 2), 2, "VALID", 1),
                                              ((1, 6, 6, 2), (2, 2, 2, 1), 1, "SAME", 2)]:
        x, w = f32(*shape), f32(*filt)
        attrs = {"strides": [1, stride, stride, 1], "padding": padding, "dilations": [1, dil, dil, 1],
                 "data_format": "NHWC", "explicit_paddings": []}
        # The framework's own kernel has no dilation on this device; the wrapper computes it in another way.
        y = tf.nn.depthwise_conv2d(x, w, [1, stride, stride, 1], padding, dilations=[dil, dil])
        own = tfl_conv((stride, stride), padding, (dil, dil), depth_multiplier=filt[3])
        flat = [x, w.reshape(1, *filt[:2], -1), np.zeros(filt[2] * filt[3], np.float32)]
        write([["tf.DepthwiseConv2dNative", attrs], ["tfl.depthwise_conv_2d", own, [tensor(v) for v in flat]]], [x, w], [y])
    for to, filt, stride, padding in [((1, 6, 6, 2), (3, 3, 2, 3), 2, "SAME"), ((1, 7, 7, 1), (3, 3, 1, 2), 2, "VALID"),
                                      ((1, 4, 4, 2), (2, 3, 2, 2), 1, "SAME")]:
        w = f32(*filt)
        x = f32(*tf.nn.conv2d(np.zeros(to, np.float32), w, stride, padding).shape)
        attrs = {"strides": [1, stride, stride, 1], "padding": padding, "data_format": "NHWC", "dilations": [1, 1, 1, 1],
                 "explicit_paddings": []}
        case("Conv2DBackpropInput", {"input_sizes": i32(to), "filter": w, "out_backprop": x}, attrs,
             tfl="tfl.transpose_conv",
             tfl_attrs={"stride_h": stride, "stride_w": stride, "padding": padding, "fused_activation_function": "NONE"},
             tfl_inputs=[i32(to), w.transpose(2, 0, 1, 3), x, None])
    w = f32(3, 3, 2, 2)
    case("DepthwiseConv2dNativeBackpropInput", {"input_sizes": i32([1, 5, 5, 2]), "filter": w, "out_backprop": f32(1, 3, 3, 4)},
         {"strides": [1, 2, 2, 1], "padding": "SAME", "data_format": "NHWC", "dilations": [1, 1, 1, 1]})
    x, w = f32(1, 3, 4, 3, 2), f32(2, 2, 2, 2, 2)
    case("Conv3D", {"input": x, "filter": w}, {"strides": [1, 1, 2, 1, 1], "padding": "SAME", "data_format": "NDHWC"},
         tfl="tfl.conv_3d",
         tfl_attrs={"stride_d": 1, "stride_h": 2, "stride_w": 1, "dilation_d_factor": 1, "dilation_h_factor": 1,
                    "dilation_w_factor": 1, "padding": "SAME", "fused_activation_function": "NONE"},
         tfl_inputs=[x, w, None])
    y = f32(1, 2, 2, 2, 2)
    case("Conv3DBackpropInputV2", {"input_sizes": i32([1, 3, 4, 3, 2]), "filter": w, "out_backprop": y},
         {"strides": [1, 2, 2, 2, 1], "padding": "SAME", "data_format": "NDHWC"}, tfl="tfl.conv_3d_transpose",
         tfl_attrs={"stride_d": 2, "stride_h": 2, "stride_w": 2, "dilation_d_factor": 1, "dilation_h_factor": 1,
                    "dilation_w_factor": 1, "padding": "SAME", "fused_activation_function": "NONE"},
         tfl_inputs=[i32([1, 3, 4, 3, 2]), w, y, None])


def pools():
    for shape, window, strides, padding in [((1, 5, 5, 2), (2, 2), (2, 2), "SAME"), ((1, 5, 6, 1), (3, 2), (1, 2), "VALID"),
                                            ((1, 4, 4, 1), (3, 3), (1, 1), "SAME")]:
        x = f32(*shape)
        attrs = {"ksize": [1, *window, 1], "strides": [1, *strides, 1], "padding": padding, "data_format": "NHWC"}
        own = {"filter_height": window[0], "filter_width": window[1], "stride_h": strides[0], "stride_w": strides[1],
               "padding": padding, "fused_activation_function": "NONE"}
        case("MaxPool", {"input": x}, attrs, tfl="tfl.max_pool_2d", tfl_attrs=own)
        case("AvgPool", {"value": x}, attrs, tfl="tfl.average_pool_2d", tfl_attrs=own)
    case("MaxPool", {"input": f32(1, 4, 4, 1)},
         {"ksize": [1, 2, 2, 1], "strides": [1, 2, 2, 1], "padding": "EXPLICIT", "data_format": "NHWC",
          "explicit_paddings": [0, 0, 1, 1, 0, 1, 0, 0]})
    for op in ("MaxPool3D", "AvgPool3D"):
        case(op, {"input": f32(1, 3, 4, 4, 1)},
             {"ksize": [1, 2, 2, 2, 1], "strides": [1, 2, 2, 2, 1], "padding": "SAME", "data_format": "NDHWC"})


def normalizations():
    x = f32(2, 5)
    case("Softmax", {"logits": x}, tfl="tfl.softmax", tfl_attrs={"beta": 1.0})
    write([["tfl.softmax", {"beta": 2.5}]], [x], [tf.nn.softmax(x * 2.5)])
    case("LogSoftmax", {"logits": x}, tfl="tfl.log_softmax")
    write([["tfl.l2_normalization", NONE]], [x], [x / np.sqrt((x * x).sum(-1, keepdims=True))])
    case("LRN", {"input": f32(1, 1, 2, 6)}, {"depth_radius": 2, "bias": 1.0, "alpha": 0.5, "beta": 0.75},
         tfl="tfl.local_response_normalization", tfl_attrs={"radius": 2, "bias": 1.0, "alpha": 0.5, "beta": 0.75})
    args = [f32(1, 2, 2, 3), f32(3), f32(3), f32(3), f32(3, low=0.5)]
    attrs = {"is_training": False, "epsilon": 0.001, "data_format": "NHWC", "exponential_avg_factor": 1.0}
    names = ["x", "scale", "offset", "mean", "variance"]
    case("FusedBatchNormV3", dict(zip(names, args)), attrs, results=3, also=("FusedBatchNormV2", "FusedBatchNorm"))
    y = tf.raw_ops.FusedBatchNormV3(**dict(zip(names, args)), **attrs)[0].numpy()
    write([["tf.FusedBatchNormV3", {**attrs, "data_format": "NCHW"}]], [args[0].transpose(0, 3, 1, 2), *args[1:]],
          [y.transpose(0, 3, 1, 2)])


def resizing():
    x = f32(1, 3, 4, 2)
    for align, half in [(False, False), (True, False), (False, True)]:
        attrs = {"align_corners": align, "half_pixel_centers": half}
        for size in ([6, 5], [2, 2], [1, 7]):
            case("ResizeBilinear", {"images": x, "size": i32(size)}, attrs, tfl="tfl.resize_bilinear", tfl_attrs=attrs)
            case("ResizeNearestNeighbor", {"images": x, "size": i32(size)}, attrs, tfl="tfl.resize_nearest_neighbor",
                 tfl_attrs=attrs)
    case("ResizeBilinear", {"images": ints(1, 2, 2, 1, dtype=np.uint8, low=0, high=255), "size": i32([3, 3])},
         {"align_corners": False, "half_pixel_centers": True})


def as_litert_folds():
    """What LiteRT's folders compute and TensorFlow does not."""
    x, y = i32([2, -1, -1, 1, 3, -2]), i32([-1, -3, -2, -5, 2, 3])
    write([["tfl.pow", {}]], [x, y], [np.trunc(np.power(x.astype(np.float64), y)).astype(np.int32)])
    attrs = {**NONE, "keep_num_dims": False, "weights_format": "DEFAULT"}
    # What a large term takes away comes back.
    x, w = np.ones(4, np.float32), np.array([[1, 3e35, 2, -3e35], [1, 2, 3, 4]], np.float32)
    exact = np.array([3, 10], np.float32)
    write([["tfl.fully_connected", attrs]], [x, w, None], [exact])
    write([["tfl.fully_connected", attrs]], [x[None], w, np.array([[1, -1]], np.float32)], [exact[None] + np.array([[1, -1]], np.float32)])


def arith():
    """The operations of MLIR's arith dialect, whose integers have no sign, as numpy computes them."""
    x, y = i32([7, -7, 0, -(2**31), 5]), i32([3, 2, -1, 16, -5])
    ux, uy = x.view(np.uint32), y.view(np.uint32)
    a, b = np.array([-128, 127, 1], np.int8), np.array([-1, 1, 3], np.int8)
    for name, f in [("addi", np.add), ("subi", np.subtract), ("muli", np.multiply), ("andi", np.bitwise_and),
                    ("ori", np.bitwise_or), ("xori", np.bitwise_xor), ("maxsi", np.maximum), ("minsi", np.minimum),
                    ("floordivsi", np.floor_divide), ("remsi", np.fmod)]:
        write([["arith." + name, {}]], [x, y], [f(x, y)])
        write([["arith." + name, {}]], [a, b], [f(a, b)])
    write([["arith.divsi", {}]], [x, y], [np.trunc(x / y).astype(np.int32)])
    for name, f in [("divui", np.floor_divide), ("remui", np.remainder), ("maxui", np.maximum), ("minui", np.minimum)]:
        write([["arith." + name, {}]], [x, y], [f(ux, uy).view(np.int32)])
        write([["arith." + name, {}]], [a, b], [f(a.view(np.uint8), b.view(np.uint8)).view(np.int8)])
    by = i32([0, 1, 2, 31, 4])
    write([["arith.shli", {}]], [x, by], [x << by])
    write([["arith.shrsi", {}]], [x, by], [x >> by])
    write([["arith.shrui", {}]], [x, by], [(ux >> by.view(np.uint32)).view(np.int32)])
    signed = [np.equal, np.not_equal, np.less, np.less_equal, np.greater, np.greater_equal]
    for i, f in enumerate(signed):
        write([["arith.cmpi", {"predicate": i}]], [x, y], [f(x, y)])
    for i, f in enumerate(signed[2:]):
        write([["arith.cmpi", {"predicate": 6 + i}]], [x, y], [f(ux, uy)])
    p, q = np.array([1, 2, 3, np.nan, 0], np.float32), np.array([1, 3, 2, 1, np.nan], np.float32)
    outcomes = {"l": p < q, "e": p == q, "g": p > q, "u": np.isnan(p) | np.isnan(q)}
    for i, names in enumerate(["", "e", "g", "ge", "l", "le", "lg", "leg", "ue", "ug", "uge", "ul", "ule", "ulg", "u",
                               "uleg"]):
        holds = np.zeros(5, bool)
        for name in names:
            holds |= outcomes[name]
        write([["arith.cmpf", {"predicate": i}]], [p, q], [holds])
    for name, f in [("addf", np.add), ("subf", np.subtract), ("mulf", np.multiply), ("divf", np.divide),
                    ("maximumf", np.maximum), ("minimumf", np.minimum), ("maxnumf", np.fmax), ("minnumf", np.fmin),
                    ("remf", np.fmod)]:
        write([["arith." + name, {}]], [p, q], [f(p, q)])
    write([["arith.negf", {}]], [q], [-q])
    write([["arith.select", {}]], [np.array([True, False, True]), a, b], [np.where([True, False, True], a, b)])
    write([["arith.extsi", {}], ["arith.index_cast", {}]], [a], [a.astype(np.int32)])
    write([["arith.extui", {}]], [a], [a.view(np.uint8).astype(np.int32)])
    write([["arith.extui", {}]], [np.array([True, False])], [np.array([1, 0], np.int8)])
    write([["arith.trunci", {}]], [x], [x.astype(np.int8)])
    write([["arith.sitofp", {}]], [x], [x.astype(np.float32)])
    write([["arith.uitofp", {}]], [x], [ux.astype(np.float32)])
    write([["arith.fptosi", {}]], [p[:3] * 1.7], [(p[:3] * 1.7).astype(np.int32)])
    write([["arith.extf", {}]], [p], [p.astype(np.float64)])
    write([["arith.truncf", {}]], [p], [p.astype(np.float16)])


def rare():
    case("SigmoidGrad", {"y": f32(5, low=0.0, high=1.0), "dy": f32(5)})
    x, length = f32(2, 4, 6), i32([4, 6])
    case("RFFT2D", {"input": x, "fft_length": length}, tfl="tfl.rfft2d", tol=1e-5)
    square = {"k": i32(0), "num_rows": i32(-1), "num_cols": i32(-1), "padding_value": np.float32(0)}
    case("MatrixDiagV2", {"diagonal": f32(2, 3), **square})
    case("MatrixSetDiagV2", {"input": f32(2, 3, 4), "diagonal": f32(2, 3), "k": i32(0)})
    case("MatrixSetDiagV3", {"input": f32(2, 3, 4), "diagonal": f32(2, 3), "k": i32(0)}, {"align": "RIGHT_LEFT"})
    rows = np.array([[3, 1, 2.5, 2], [5, 9, 0, 8]], np.float32)
    case("ApproxTopK", {"input": rows}, {"k": 2, "reduction_dimension": -1, "recall_target": 1.0, "is_max_k": True,
                                         "reduction_input_size_override": -1, "aggregate_to_topk": True})
    value = f32(2, 3)
    write([["tf.Const", {"value": {"elements": tensor(value)}}], ["tfl.pseudo_const", {"value": {"elements": tensor(value)}}]],
          [], [value])


for theme in (elementwise, unary, casts, layout, slices, gathers, shapes, padding, reductions, products, convolutions,
              pools, normalizations, resizing, as_litert_folds, arith, rare):
    theme()
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden.jsonl")
with open(path, "w") as file:
    file.write("\n".join(LINES) + "\n")
print(f"{len(LINES)} cases, {os.path.getsize(path)} bytes")
