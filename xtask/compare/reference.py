"""Runs a freshly made model in TensorFlow and records what it answers."""

import json
import os

import keras
import numpy as np
import tensorflow as tf

import feeds


def _load_graph(path):
    """A frozen graph as a function of its placeholders."""
    graph_def = tf.compat.v1.GraphDef()
    with open(path, "rb") as file:
        graph_def.ParseFromString(file.read())
    nodes = graph_def.node
    used = {operand.split(":")[0] for node in nodes for operand in node.input}
    inputs = [node.name for node in nodes if node.op == "Placeholder"]
    outputs = [node.name for node in nodes if node.name not in used]
    wrapped = tf.compat.v1.wrap_function(
        lambda: tf.graph_util.import_graph_def(graph_def, name=""), []
    )
    pruned = wrapped.prune(
        [name + ":0" for name in inputs], {name: name + ":0" for name in outputs}
    )
    specs = {name: wrapped.graph.as_graph_element(name + ":0") for name in inputs}
    specs = {name: tf.TensorSpec(t.shape, t.dtype) for name, t in specs.items()}

    def call(**arguments):
        return pruned(*(arguments[name] for name in inputs))

    return {"serving_default": (call, specs)}


def _load(model, path):
    """Every signature: how to call it and what it takes."""
    if model.sources[0]:
        return _load_graph(os.path.join(path, model.sources[0])), None
    loaded = tf.saved_model.load(path)
    signatures = {
        key: (function, function.structured_input_signature[1])
        for key, function in loaded.signatures.items()
    }
    # Keras exports one function under two names, and TensorFlow's converter
    # keeps only this one.
    if "serve" in signatures and "serving_default" in signatures:
        del signatures["serve"]
    return signatures, loaded


def _inputs(model, key, specs, batch, size):
    values = {}
    for name, spec in sorted(specs.items()):
        shape = [size if n is None else n for n in spec.shape]
        if spec.shape.rank and spec.shape[0] is None:
            shape[0] = batch
        rng = feeds.generator("inputs", model.name, key, name, batch, size)
        kind = model.inputs.get(name, model.inputs[""])
        values[name] = feeds.feed(rng, kind, shape, spec.dtype.as_numpy_dtype)
    return values


def _call(function, values):
    answer = function(**{name: tf.constant(value) for name, value in values.items()})
    return {name: value.numpy() for name, value in answer.items()}


def _spread(function, model, key, specs):
    """How much outputs move between inputs, next to the largest output."""
    answers = _call(function, _inputs(model, key, specs, 8, model.sizes[0]))
    spreads = []
    for value in answers.values():
        value = value.astype(np.float64)
        if not np.isfinite(value).all():
            raise ValueError(f"{model.name}: outputs are not finite")
        if value.ndim and len(value) == 8:
            scale = np.abs(value).max() or 1.0
            spreads.append(value.std(axis=0).mean() / scale)
    return max(spreads)


def record(model, path):
    """Writes PATH.npz with every case; returns what the stamp should hold."""
    keras.utils.clear_session()
    arrays, cases, spreads = {}, [], []
    signatures, _keep = _load(model, path)
    for key, (function, specs) in sorted(signatures.items()):
        spreads.append(_spread(function, model, key, specs))
        for size in model.sizes:
            for batch in model.batches:
                values = _inputs(model, key, specs, batch, size)
                answers = _call(function, values)
                case = {"signature": key, "batch": batch, "size": size}
                prefix = f"{len(cases)}/"
                arrays |= {f"{prefix}in/{n}": v for n, v in values.items()}
                arrays |= {f"{prefix}out/{n}": v for n, v in answers.items()}
                cases.append(case)
    spread = min(spreads)
    if spread < 0.02:
        raise ValueError(
            f"{model.name}: outputs hardly depend on the inputs (spread {spread:.4f})"
        )
    np.savez(path + ".npz", cases=json.dumps(cases), **arrays)
    return {"spread": float(spread), "cases": cases}
