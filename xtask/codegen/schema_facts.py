#!/usr/bin/env python3
"""Writes the facts of the TFLite schema that the op tables rest on.

Reads `schema_py_generated.py` of the ai-edge-litert wheel and prints enums, unions and options tables, one fact a line:

    python3 xtask/codegen/schema_facts.py > dialects/tables/schema_facts.txt

The wheel must be importable. A field line is `name id type default`; `[i32]` is a vector.
"""

import ast
import importlib.util
import re
import sys
from importlib.metadata import version

ENUMS = [
    "BuiltinOperator", "TensorType", "Padding", "ActivationFunctionType", "LSHProjectionType",
    "FullyConnectedOptionsWeightsFormat", "LSTMKernelType", "CombinerType", "MirrorPadMode", "CustomOptionsFormat",
    "StablehloPrecisionConfig", "StablehloComparisonDirection", "StablehloComparisonType", "RngAlgorithm",
    "ReduceWindowFunction", "DimensionType",
]
UNIONS = ["BuiltinOptions", "BuiltinOptions2"]
SCALARS = {
    "Bool": "bool", "Int8": "i8", "Uint8": "u8", "Int16": "i16", "Uint16": "u16", "Int32": "i32", "Uint32": "u32",
    "Int64": "i64", "Uint64": "u64", "Float32": "f32",
}


def snake(camel):
    """`PotScaleInt16` -> `pot_scale_int16`, the inverse of what flatc does to field names."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", camel).lower()


def enum_cases(source, name):
    body = re.search(rf"^class {name}\(object\):\n((?:    \w+ = -?\d+\n)+)", source, re.M)
    if body is None:
        sys.exit(f"the schema has no enum {name}")
    return re.findall(r"^    (\w+) = (-?\d+)$", body[1], re.M)


def table_fields(source, name):
    """(slots, fields) of a table; a deprecated field takes a slot and has no accessor."""
    slots = re.search(rf"^def {name}Start\(builder\):\n    builder.StartObject\((\d+)\)", source, re.M)
    if slots is None:
        sys.exit(f"the schema has no table {name}")
    reader = re.search(rf"^class {name}\(object\):\n(.*?)^def ", source, re.M | re.S)[1]
    fields = []
    adders = rf"^def {name}Add(\w+)\(builder, \w+\):\n    builder\.Prepend(\w+)Slot\((\d+), (.*), ([^,()]+)\)$"
    for camel, kind, number, _, default in re.findall(adders, source, re.M):
        if kind == "UOffsetTRelative":
            vector = re.search(rf"def {camel}\(self, j\):.*?number_types\.(\w+)Flags, a \+", reader, re.S)
            text = re.search(rf"def {camel}\(self\):.*?self\._tab\.String\(", reader, re.S)
            if vector:
                kind = f"[{SCALARS[vector[1]]}]"
            elif text:
                kind = "str"
            else:
                sys.exit(f"{name}.{camel} is neither a scalar, a vector of scalars nor a string")
            default = "-"
        else:
            kind = SCALARS[kind]
            default = str(float(ast.literal_eval(default))).removesuffix(".0")
        fields.append((int(number), snake(camel), kind, default))
    return int(slots[1]), sorted(fields)


def main():
    spec = importlib.util.find_spec("ai_edge_litert.schema_py_generated")
    with open(spec.origin, encoding="utf-8") as file:
        source = file.read()
    print("# Written by xtask/codegen/schema_facts.py from schema_py_generated of "
          f"ai-edge-litert {version('ai-edge-litert')}. Do not edit.")
    for name in ENUMS:
        print(f"enum {name}")
        for word, number in enum_cases(source, name):
            print(f"  {word} {number}")
    tables = []
    for name in UNIONS:
        print(f"union {name}")
        for word, number in enum_cases(source, name):
            if word != "NONE":
                print(f"  {word} {number}")
                tables.append(word)
    for name in tables:
        slots, fields = table_fields(source, name)
        print(f"table {name} {slots}")
        for number, field, kind, default in fields:
            print(f"  {field} {number} {kind} {default}")


main()
