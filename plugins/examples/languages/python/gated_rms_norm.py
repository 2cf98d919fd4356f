"""y = silu(gate) * weight * x / sqrt(mean(x^2, axis=-1) + epsilon), as builtin operations of TFLite.

What comes in and goes out is described in plugins/wit/types.wit; componentize-py makes the module wit_world of it.
"""

import struct

from componentize_py_types import Err
from wit_world import exports
from wit_world.imports.types import (
    Attr_Boolean,
    Attr_Float,
    Attr_Text,
    Diagnostic,
    Failure_Declined,
    Failure_Failed,
    Fragment,
    NamedAttr,
    NewOp,
    Severity,
    Tensor,
    TensorType,
)


def declined(why):
    """This use of the operation is not for this plugin; others may be asked."""
    return Err(Failure_Declined(why))


def failed(message, operand=None, attr=None):
    """The operation is wrong, perhaps in an operand or an attribute."""
    return Err(Failure_Failed([Diagnostic(Severity.ERROR, message, operand, attr, None)]))


def number_or(op, name, otherwise):
    """The attribute, which is a number, or `otherwise` where it is missing."""
    value = next((attr.value for attr in op.attrs if attr.name == name), Attr_Float(otherwise))
    if not isinstance(value, Attr_Float):
        raise failed(f"attribute `{name}` should be a number", attr=name)
    return value.value


class Converter(exports.Converter):
    def convert(self, op):
        epsilon = number_or(op, "epsilon", 1e-5)
        if not epsilon >= 0:
            raise failed("epsilon must not be negative", attr="epsilon")
        if len(op.operands) != 3:
            raise failed(f"there should be 3 operands, and there are {len(op.operands)}")
        ty = op.operands[0].ty
        if ty.elem != "f32":
            raise declined(f"only f32 is converted, and this is {ty.elem}")
        if ty.dims == []:
            raise failed("a scalar has no channels", operand=0)
        # One mean for each row: the last dimension becomes one. Without dims, the rank is unknown.
        row = TensorType(ty.elem, ty.dims and [*ty.dims[:-1], 1])

        # Values are numbers: first the operands, then the constants, then the results of the operations in their order.
        x, gate, weight, channels, small = range(5)
        consts = [
            Tensor(TensorType("i32", [1]), struct.pack("<i", -1)),
            Tensor(TensorType("f32", []), struct.pack("<f", epsilon)),
        ]
        ops = []

        def add(name, operands, type, attrs=()):
            ops.append(NewOp(name, list(attrs), operands, [type], []))
            return small + len(ops)

        no_activation = [NamedAttr("fused_activation_function", Attr_Text("NONE"))]

        def multiply(a, b):
            return add("tfl.mul", [a, b], ty, no_activation)

        squares = add("tfl.square", [x], ty)
        mean = add("tfl.mean", [squares, channels], row, [NamedAttr("keep_dims", Attr_Boolean(True))])
        norm = add("tfl.rsqrt", [add("tfl.add", [mean, small], row, no_activation)], row)
        scaled = multiply(multiply(x, norm), weight)
        silu = multiply(gate, add("tfl.logistic", [gate], ty))
        y = multiply(scaled, silu)
        return Fragment(consts, ops, [y], [], None)
