#!/usr/bin/env python3
"""Writes TensorFlow's op registry as one line an op.

    python3 xtask/codegen/tf_registry.py > dialects/tables/tf_ops.txt

TensorFlow must be importable. Lines are sorted by the bytes of the op name. A line is the name, then words:

    Conv2D <input:$T <filter:$T >output:$T T:type{f16,f32} strides:ints pad:string="SAME"{SAME,VALID}

`<` is an input, `>` an output, anything else an attribute, `!` a flag of the op. The type of an argument is an element
type, `$T` for a type attribute or `@T` for a type list attribute; `*N` repeats it and `&` makes it a reference. An
attribute has a kind, with `s` for a list, then `=default`, `{allowed,values}` and `>=minimum`. A default that is a
tensor is there but not told. Bytes that are not plain are written `%2C`.
"""

import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import tensorflow as tf  # noqa: E402
from tensorflow.core.framework import op_def_pb2, types_pb2  # noqa: E402
from tensorflow.python.client import pywrap_tf_session  # noqa: E402

# The names of core_ir::spec::ElemSet. TensorFlow's formats that no other part knows are all `other`.
ELEMS = {
    "BOOL": "i1", "INT2": "i2", "INT4": "i4", "INT8": "i8", "INT16": "i16", "INT32": "i32", "INT64": "i64",
    "UINT2": "ui2", "UINT4": "ui4", "UINT8": "ui8", "UINT16": "ui16", "UINT32": "ui32", "UINT64": "ui64",
    "HALF": "f16", "BFLOAT16": "bf16", "FLOAT": "f32", "DOUBLE": "f64", "COMPLEX64": "c64", "COMPLEX128": "c128",
    "STRING": "str", "QINT8": "qint8", "QINT16": "qint16", "QINT32": "qint32", "QUINT8": "quint8",
    "QUINT16": "quint16", "RESOURCE": "resource", "VARIANT": "variant", "FLOAT8_E4M3FN": "f8E4M3FN",
    "FLOAT8_E5M2": "f8E5M2", "INVALID": "none",
}
FLAGS = ["is_commutative", "is_aggregate", "is_stateful", "allows_uninitialized_input"]
PLAIN = set(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.+/:;?#~^")


def elem(dtype):
    return ELEMS.get(types_pb2.DataType.Name(dtype).removeprefix("DT_"), "other")


def quoted(data):
    return "".join(chr(byte) if byte in PLAIN else f"%{byte:02X}" for byte in data)


def shape(proto):
    """`?x3`, `*` for an unknown rank, nothing for a scalar."""
    if proto.unknown_rank:
        return "*"
    return "x".join("?" if dim.size < 0 else str(dim.size) for dim in proto.dim)


def scalar(kind, value):
    if kind == "string":
        return '"' + quoted(value.s) + '"'
    if kind == "int":
        return str(value.i)
    if kind == "float":
        return repr(value.f)
    if kind == "bool":
        return "true" if value.b else "false"
    if kind == "type":
        return elem(value.type)
    if kind == "shape":
        return f"<{shape(value.shape)}>"
    if kind == "tensor":
        return "tensor"
    raise SystemExit(f"a default of kind {kind}")


def items(kind, value):
    """The elements of a list default as text."""
    field = {"string": "s", "int": "i", "float": "f", "bool": "b", "type": "type", "shape": "shape"}.get(kind)
    elements = list(getattr(value.list, field)) if field else list(value.list.tensor) + list(value.list.func)
    if field is None:
        return kind if elements else ""
    texts = {
        "string": lambda x: '"' + quoted(x) + '"', "int": str, "float": repr,
        "bool": lambda x: "true" if x else "false", "type": elem, "shape": lambda x: f"<{shape(x)}>",
    }
    return ",".join(texts[kind](x) for x in elements)


def argument(mark, arg):
    if arg.type_list_attr:
        base = f"@{arg.type_list_attr}"
    else:
        base = f"${arg.type_attr}" if arg.type_attr else elem(arg.type)
        if arg.number_attr:
            base += f"*{arg.number_attr}"
    return f"{mark}{arg.name}:{base}{'&' if arg.is_ref else ''}"


def attribute(attr):
    is_list = attr.type.startswith("list(")
    kind = attr.type[5:-1] if is_list else attr.type
    text = f"{attr.name}:{kind}{'s' if is_list else ''}"
    if attr.HasField("default_value"):
        value = attr.default_value
        text += "=" + (f"[{items(kind, value)}]" if is_list else scalar(kind, value))
    allowed = attr.allowed_values.list
    if kind == "type" and allowed.type:
        text += "{" + ",".join(elem(t) for t in allowed.type) + "}"
    if kind == "string" and allowed.s:
        text += "{" + ",".join(quoted(s) for s in allowed.s) + "}"
    if attr.has_minimum:
        text += f">={attr.minimum}"
    return text


def main():
    ops = op_def_pb2.OpList()
    ops.ParseFromString(pywrap_tf_session.TF_GetBuffer(pywrap_tf_session.TF_GetAllOpList()))
    print(f"# {len(ops.op)} ops of TensorFlow {tf.__version__}, written by xtask/codegen/tf_registry.py. Do not edit.")
    for op in sorted(ops.op, key=lambda op: op.name.encode()):
        words = [op.name]
        words += [argument("<", arg) for arg in op.input_arg]
        words += [argument(">", arg) for arg in op.output_arg]
        words += [attribute(attr) for attr in op.attr]
        words += [f"!{flag}" for flag in FLAGS if getattr(op, flag)]
        print(" ".join(words))


main()
