"""Writes shape_golden.txt: what TensorFlow's shape inference says of random uses of its ops.

    python shape_golden.py > shape_golden.txt

The uses come from the generators in the folder shape_golden, always the same ones.

Each line is one use: the op, its attributes, the values of its symbols, its operands, and three answers separated by
`|`: with the symbols replaced by their values, with the symbols unknown, and with operand 0 of unknown rank as well.
An operand is `f32[s0,3]`, a constant `i32[2]{4,-1}`, or a shape tensor computed from dimensions `i32[2]{s0,3}` (a
constant in the first answer, unknown in the others).
"""

import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "shape_golden"))

import numpy as np
import tensorflow as tf
from tensorflow.python.framework import op_def_registry

# Importing the generators registers them, in the order of the file's lines.
import math_ops, image_ops, layout_ops  # noqa: E401, F401
from cases import GENERATORS, Case

DTYPES = {
    "f32": tf.float32, "f64": tf.float64, "i32": tf.int32, "i64": tf.int64, "i1": tf.bool, "ui8": tf.uint8,
    "c64": tf.complex64, "f16": tf.float16, "i8": tf.int8, "ui64": tf.uint64, "c128": tf.complex128,
    "i16": tf.int16, "bf16": tf.bfloat16, "ui16": tf.uint16,
}
NAMES = {dtype: name for name, dtype in DTYPES.items()}
# What `raw_ops` calls operands that the registry calls otherwise.
RENAMED = {
    "reduction_indices": "axis", "split_dim": "axis", ("ExpandDims", "dim"): "axis", ("Where", "input"): "condition",
    ("Select", "t"): "x", ("Select", "e"): "y",
}
CASES_OF_AN_OP = 14


def answer(op, attrs, case, mode):
    """What TensorFlow says: the text of the results' types."""
    with tf.Graph().as_default():
        inputs = []
        for i, (kind, dtype, dims, values) in enumerate(case.operands):
            known = [case.value(d) for d in dims]
            if kind == "const" or (kind == "shape" and mode == "static"):
                array = np.array([case.value(v) for v in values], DTYPES[dtype].as_numpy_dtype).reshape(known)
                inputs.append(tf.constant(array, DTYPES[dtype]))
                continue
            shape = known if mode == "static" else [None if isinstance(d, str) else d for d in dims]
            if mode == "unranked" and i == 0:
                shape = None
            inputs.append(tf.compat.v1.placeholder(DTYPES[dtype], shape))
        row = op_def_registry.get(op)
        named, at = {}, 0
        for arg in row.input_arg:
            if arg.number_attr or arg.type_list_attr:
                take = len(inputs) - len(row.input_arg) + 1
                named[arg.name], at = inputs[at : at + take], at + take
            else:
                named[RENAMED.get((op, arg.name), RENAMED.get(arg.name, arg.name))], at = inputs[at], at + 1
        try:
            outputs = getattr(tf.raw_ops, op)(**named, **attrs)
        except (ValueError, tf.errors.InvalidArgumentError):
            return "error"
        except TypeError:
            return None
        if isinstance(outputs, tf.Tensor):
            outputs = [outputs]
        outputs = [x for out in outputs for x in (out if isinstance(out, (list, tuple)) else [out])]

        def shape_text(shape):
            return "*" if shape.rank is None else ",".join("?" if d is None else str(d) for d in shape)

        return " ".join(f"{NAMES[x.dtype]}[{shape_text(x.shape)}]" for x in outputs)


def attr_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tf.DType):
        return NAMES[value]
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(str, value)) + "]"
    return str(value)


def operand_text(operand):
    kind, dtype, dims, values = operand
    text = f"{dtype}[{','.join(map(str, dims))}]"
    return text if values is None else text + "{" + ",".join(map(str, values)) + "}"


def main():
    # The IR spells one attribute as TensorFlow's registry does, which `raw_ops` renames.
    renamed = {("Squeeze", "axis"): "squeeze_dims"}
    for op, generate in GENERATORS:
        for _ in range(CASES_OF_AN_OP):
            case = Case()
            attrs = generate(case, op)
            answers = [answer(op, dict(attrs), case, mode) for mode in ("static", "open", "unranked")]
            if None in answers:
                print(f"{op}: raw op refused its arguments", file=sys.stderr)
                continue
            spelled = [(renamed.get((op, name), name), value) for name, value in attrs.items()]
            attrs_text = " ".join(f"{name}={attr_text(value)}" for name, value in spelled)
            values = " ".join(f"{name}={value}" for name, value in case.values.items())
            operands = " ".join(map(operand_text, case.operands))
            print(f"tf.{op} {{{attrs_text}}} <{values}> ({operands}) -> {' | '.join(answers)}")


main()
