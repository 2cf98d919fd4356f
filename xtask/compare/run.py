"""Runs one .tflite file in LiteRT and holds it against TensorFlow's answers.

    python run.py MODEL.npz FILE.tflite

Prints one JSON object: differences and operators. TensorFlow itself is not
imported; its answers were recorded when the model was made. A process a file:
a malformed file can bring the interpreter down.
"""

import collections
import json
import os
import sys

import numpy as np
from ai_edge_litert import schema_py_generated as schema
from ai_edge_litert.interpreter import Interpreter


def operators(path):
    """How many operators there are of each name, over all subgraphs."""
    with open(path, "rb") as file:
        content = file.read()
    if content[4:8] != b"TFL3":
        raise ValueError("not a TFLite file")
    model = schema.ModelT.InitFromPackedBuf(content, 0)
    names = {
        value: name
        for name, value in vars(schema.BuiltinOperator).items()
        if isinstance(value, int)
    }
    count = collections.Counter()
    for subgraph in model.subgraphs:
        for operator in subgraph.operators or []:
            code = model.operatorCodes[operator.opcodeIndex]
            name = names[max(code.builtinCode, code.deprecatedBuiltinCode)]
            if name == "CUSTOM":
                name += ":" + (code.customCode or b"").decode()
            count[name] += 1
    return dict(sorted(count.items()))


def load_cases(path):
    """The recorded cases: what went into a signature and what came out."""
    arrays = np.load(path)
    cases = json.loads(str(arrays["cases"]))
    for index, case in enumerate(cases):
        for side in ("in", "out"):
            prefix = f"{index}/{side}/"
            case[side] = {
                name.removeprefix(prefix): arrays[name]
                for name in arrays.files
                if name.startswith(prefix)
            }
    return cases


def bare_name(tensor_name):
    """The graph's name for a tensor, without what exporters put around it."""
    return tensor_name.removeprefix("serving_default_").split(":")[0]


def call_unsigned(interpreter, values):
    """A file without signatures, as made from a frozen graph: go by tensor name."""
    inputs = interpreter.get_input_details()
    for detail in inputs:
        value = values[bare_name(detail["name"])]
        interpreter.resize_tensor_input(detail["index"], value.shape)
    interpreter.allocate_tensors()
    for detail in inputs:
        interpreter.set_tensor(detail["index"], values[bare_name(detail["name"])])
    interpreter.invoke()
    return {
        bare_name(detail["name"]): interpreter.get_tensor(detail["index"])
        for detail in interpreter.get_output_details()
    }


def call(path, case):
    interpreter = Interpreter(model_path=path, num_threads=1)
    signatures = interpreter.get_signature_list()
    if not signatures:
        return call_unsigned(interpreter, case["in"])
    if case["signature"] not in signatures:
        raise ValueError(f"no signature {case['signature']}, only {list(signatures)}")
    return interpreter.get_signature_runner(case["signature"])(**case["in"])


def difference(ours, reference):
    """The largest difference next to the largest reference value."""
    if ours.shape != reference.shape:
        raise ValueError(f"shape is {ours.shape}, should be {reference.shape}")
    if ours.dtype != reference.dtype:
        raise ValueError(f"type is {ours.dtype}, should be {reference.dtype}")
    if reference.size == 0:
        return 0.0
    reference, ours = reference.astype(np.float64), ours.astype(np.float64)
    gaps = np.nan_to_num(np.abs(ours - reference), nan=np.inf)
    return float(gaps.max() / (np.abs(reference).max() or 1.0))


def compare(path, case):
    """The worst difference of one case, infinite if it does not run, and faults."""
    faults, worst = [], 0.0
    place = f"{case['signature']}, batch {case['batch']}"
    if case["size"]:
        place += f", size {case['size']}"
    try:
        answers = call(path, case)
    except (ValueError, RuntimeError, KeyError) as error:
        return np.inf, [f"{place}: does not run: {error}"]
    for name in sorted(set(case["out"]) - set(answers)):
        faults.append(f"{place}: output {name} is missing")
    for name in sorted(set(answers) - set(case["out"])):
        faults.append(f"{place}: output {name} is unknown to TensorFlow")
    for name in sorted(set(answers) & set(case["out"])):
        try:
            gap = difference(answers[name], case["out"][name])
        except ValueError as error:
            faults.append(f"{place}: output {name}: {error}")
            continue
        worst = max(worst, gap)
        if gap > 1e-4:
            faults.append(f"{place}: output {name} differs by {gap:.2g}")
    return worst, faults


def input_details(interpreter, signature):
    """LiteRT's description of each input, by the input's name."""
    if interpreter.get_signature_list():
        return interpreter.get_signature_runner(signature).get_input_details()
    details = interpreter.get_input_details()
    return {bare_name(detail["name"]): detail for detail in details}


def closed_dimensions(path, cases):
    """Inputs that declare a size which differs between cases.

    LiteRT resizes them all the same, but who reads the file is told a lie.
    """
    faults, interpreter = set(), Interpreter(model_path=path, num_threads=1)
    for first in cases:
        details = input_details(interpreter, first["signature"])
        for other in cases:
            if other["signature"] != first["signature"]:
                continue
            for name, value in first["in"].items():
                declared = list(map(int, details[name]["shape_signature"]))
                pairs = zip(value.shape, other["in"][name].shape, declared)
                if any(a != b and size != -1 for a, b, size in pairs):
                    faults.add(f"input {name} is declared as {declared}")
    return sorted(faults)


def main(reference, path):
    histogram = operators(path)
    cases = load_cases(reference)
    results = [compare(path, case) for case in cases]
    worst = max(worst for worst, _ in results)
    faults = [fault for _, found in results for fault in found]
    report = {
        # JSON knows no infinity.
        "difference": worst if np.isfinite(worst) else None,
        "faults": faults,
        "operators": histogram,
        "operator_count": sum(histogram.values()),
        "bytes": os.path.getsize(path),
    }
    if not any("does not run" in fault for fault in faults):
        faults += closed_dimensions(path, cases)
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
