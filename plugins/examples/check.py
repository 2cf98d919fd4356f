"""Converts the models of the examples with the plugins that are in the tree, and compares LiteRT with TensorFlow. Runs the
cases of each plugin, and builds the one that is there in several languages in each of them.

    python3 -m venv venv
    venv/bin/pip install 'tensorflow-cpu==2.21.*' ai-edge-litert flatbuffers ziglang==0.17.1 componentize-py==0.25.1
    venv/bin/python plugins/examples/check.py --tfl-opt target/debug/tfl-opt

The custom operation of real-custom-op is compiled, which needs g++. A bound is on |LiteRT - reference| / (absolute +
relative |reference|). The reference is TensorFlow in float64 where it has such a kernel, because its kernels for float32
err more than the operations that stand for them; their own error is printed beside.
"""

import argparse
import subprocess
import sys
import time

import numpy as np
import tensorflow as tf
from ai_edge_litert import schema_py_generated as schema
from ai_edge_litert.interpreter import Interpreter
from flatbuffers import flexbuffers

import models
from languages import build

HERE = models.HERE
WORK = models.TARGET / "check"
# A plugin is compiled once, however many commands load it.
CACHE = ["--plugin-cache", str(models.TARGET / "cache")]
INF, NAN = np.inf, np.nan


class Failed(Exception):
    """What is wrong with an example."""


def convert(tfl_opt, model, plugin=None):
    """The result of the conversion, and where it put the model."""
    out = WORK / (model.replace("/", "_") + ".tflite")
    out.unlink(missing_ok=True)
    load = ["--load-plugin", str(HERE / plugin)] if plugin else []
    command = [tfl_opt, "convert", str(HERE / model), "-o", str(out), *load, *CACHE]
    return subprocess.run(command, capture_output=True, text=True), out


def converted(tfl_opt, model, plugin):
    result, out = convert(tfl_opt, model, plugin)
    if result.returncode or not out.exists():
        raise Failed(f"{model} does not convert with {plugin}:\n{result.stderr}")
    return out


def refused(tfl_opt, model, op):
    """Without the plugin there is an error that names the operation and says how a plugin is begun."""
    result, _ = convert(tfl_opt, model)
    wanted = [f"tf.{op}", "tfl-opt plugin new --from-model", f"--op {op}"]
    missing = [text for text in wanted if text not in result.stderr]
    if result.returncode == 0 or missing:
        raise Failed(f"{model} without a plugin: exit {result.returncode}, and nothing says {missing}:\n{result.stderr}")


def author(tfl_opt, *words):
    """What `tfl-opt plugin` prints; it has to succeed."""
    result = subprocess.run([tfl_opt, "plugin", *map(str, words), *CACHE], capture_output=True, text=True)
    if result.returncode:
        raise Failed(f"plugin {' '.join(map(str, words))}:\n{result.stdout}{result.stderr}")
    return result.stdout


def cases(tfl_opt, plugin, *words):
    """The cases of the plugin pass: those in the folder `tests` beside it."""
    print(f"  {author(tfl_opt, 'test', HERE / plugin, *words).splitlines()[-1]}")


def run(path, inputs):
    """The only result of the model for these inputs, by name."""
    interpreter = Interpreter(model_path=str(path))
    runner_inputs = interpreter.get_signature_list()["serving_default"]["inputs"]
    if sorted(runner_inputs) != sorted(inputs):
        raise Failed(f"{path} has the inputs {runner_inputs}")
    runner = interpreter.get_signature_runner("serving_default")
    (result,) = runner(**inputs).values()
    return result


def error(found, reference, absolute, relative):
    """The largest error as a multiple of the bound. NaN and infinities have to be the same."""
    found = found.astype(np.float64)
    if found.shape != reference.shape:
        raise Failed(f"the shape is {found.shape} and should be {reference.shape}")
    finite = np.isfinite(reference)
    same = np.where(finite, np.isfinite(found), (found == reference) | (np.isnan(found) & np.isnan(reference)))
    if not same.all():
        at = np.argwhere(~same)[0]
        raise Failed(f"at {at} it is {found[tuple(at)]} and should be {reference[tuple(at)]}")
    found, reference = found[finite], reference[finite]
    return float(np.max(np.abs(found - reference) / (absolute + relative * np.abs(reference)), initial=0.0))


def hold(name, found, reference, absolute, relative, tensorflow=None):
    """Reports the error, which has to be within the bound."""
    ratio = error(found, reference, absolute, relative)
    own = ""
    if tensorflow is not None:
        finite = np.isfinite(reference) & np.isfinite(tensorflow)
        own = error(tensorflow[finite], reference[finite], absolute, relative)
        own = f"; TensorFlow's float32 kernel {own:.2f}"
    bound = f"{absolute:g} + {relative:g} |y|"
    print(f"  {name}: {found.size} points, error {ratio:.2f} of the bound {bound}{own}")
    if not ratio <= 1:
        raise Failed(f"{name}: the error is {ratio:.2f} times the bound")


def float32s(*parts):
    return np.concatenate([np.ravel(part) for part in parts]).astype(np.float32)


def special(tfl_opt):
    plugin = "special/special.wasm"
    cases(tfl_opt, plugin)
    for model, op in [("erfinv", "Erfinv"), ("digamma", "Digamma"), ("betainc", "Betainc")]:
        refused(tfl_opt, f"special/models/{model}", op)

    path = converted(tfl_opt, "special/models/erfinv", plugin)
    ends = 1 - 2.0 ** -np.arange(1, 25)
    x = float32s(np.linspace(-1, 1, 2_000_001), ends, -ends, [0, 1, -1, 1.5, -2, NAN, INF, -INF])
    # TensorFlow computes erfinv(x) from (1 + x) / 2, which loses small x also in float64.
    exact = np.where(np.abs(x) < 1e-4, x * (np.sqrt(np.pi) / 2), tf.math.erfinv(x.astype(np.float64)).numpy())
    hold("Erfinv, [-1, 1] and outside", run(path, {"x": x}), exact, 1e-37, 1.2e-6, tf.math.erfinv(x).numpy())

    path = converted(tfl_opt, "special/models/digamma", plugin)
    digamma = lambda x: tf.math.digamma(x.astype(np.float64)).numpy()
    poles = [0.0, -0.0, -1, -2, -1000, -1e10, INF, -INF, NAN]
    for name, x, absolute, relative in [
        ("positive", float32s(np.geomspace(1e-30, 1e30, 200_003), np.linspace(1e-3, 10, 500_001)), 1e-6, 1e-6),
        ("-1000 to 0", np.linspace(-1000, 0, 1_000_003).astype(np.float32), 3e-6, 3e-6),
        ("poles and infinities", float32s(poles), 0, 0),
    ]:
        ours, kernel = run(path, {"x": x}), tf.math.digamma(x).numpy()
        if not absolute:
            same = np.array_equal(ours, kernel, equal_nan=True)
            print(f"  Digamma, {name}: {'as' if same else 'not as'} TensorFlow's")
            if not same:
                raise Failed(f"Digamma of {x} is {ours} and should be {kernel}")
            continue
        hold(f"Digamma, {name}", ours, digamma(x), absolute, relative, kernel)

    path = converted(tfl_opt, "special/models/betainc", plugin)
    betainc = lambda *args: tf.math.betainc(*[arg.astype(np.float64) for arg in args]).numpy()
    for most, absolute in [(30, 1e-5), (100, 3e-5)]:
        a, b, x = parameters(most)
        ours, kernel = run(path, {"a": a, "b": b, "x": x}), tf.math.betainc(a, b, x).numpy()
        hold(f"Betainc, a and b in [0.01, {most}]", ours, betainc(a, b, x), absolute, 0, kernel)
    a = np.float32([1, 1, -1, 0, 1, 1, 2, 2, NAN, 1])
    b = np.float32([1, 1, 1, 1, -1, 1, 2, 2, 1, 1])
    x = np.float32([0, 1, 0.5, 0.5, 0.5, 2, -0.1, 0.5, 0.5, NAN])
    hold("Betainc, ends and outside", run(path, {"a": a, "b": b, "x": x}), betainc(a, b, x), 1e-6, 0)

    path = converted(tfl_opt, "special/models/betainc_of_scalars", plugin)
    a, b, x = np.float32(2.5), np.float32(40), np.linspace(0, 1, 4000, dtype=np.float32).reshape(-1, 4)
    hold("Betainc, scalars a and b", run(path, {"a": a, "b": b, "x": x}), betainc(a, b, x), 1e-5, 0)


def parameters(most):
    """Parameters up to `most` in each combination, over [0, 1] and about the mean, where the function rises."""
    a, b = (grid.reshape(-1, 1) for grid in np.meshgrid(*[np.geomspace(1e-2, most, 60)] * 2))
    mean = a / (a + b)
    deviation = np.sqrt(mean * (1 - mean) / (a + b + 1))
    near = np.clip(mean + deviation * np.linspace(-4, 4, 41), 0, 1)
    x = np.concatenate([np.broadcast_to(np.linspace(0, 1, 41), near.shape), near], axis=1)
    return [part.astype(np.float32).ravel() for part in np.broadcast_arrays(a, b, x)]


def real_custom_op(tfl_opt):
    cases(tfl_opt, "real-custom-op/real_custom_op.wasm")
    refused(tfl_opt, "real-custom-op/model", "GatedRmsNorm")
    path = converted(tfl_opt, "real-custom-op/model", "real-custom-op/real_custom_op.wasm")
    rng = np.random.default_rng(1)
    x, gate = (rng.normal(0, 3, (1000, 16)).astype(np.float32) for _ in range(2))
    x[0] = 0
    reference = tf.saved_model.load(str(HERE / "real-custom-op/model")).call(x, gate).numpy()
    hold("GatedRmsNorm", run(path, {"x": x, "gate": gate}), reference.astype(np.float64), 1e-6, 2e-6)


def languages(tfl_opt):
    """The plugin of real-custom-op in other languages passes its cases, and the model becomes the same file."""
    model = "real-custom-op/model"
    wanted = converted(tfl_opt, model, "real-custom-op/real_custom_op.wasm").read_bytes()
    for language in build.LANGUAGES:
        start = time.monotonic()
        try:
            plugin = build.build(language, tfl_opt)
        except build.Unavailable as why:
            print(f"  {language}: SKIPPED: {why}")
            continue
        except build.Broken as fault:
            raise Failed(f"{language} does not build: {fault}") from None
        seconds = time.monotonic() - start
        loads = author(tfl_opt, "check", plugin).splitlines()[-1].split(maxsplit=1)[1]
        print(f"  {language}: built in {seconds:.1f} s, {plugin.stat().st_size} bytes; loads: {loads}")
        cases(tfl_opt, plugin, "--cases", HERE / "real-custom-op/tests")
        if converted(tfl_opt, model, plugin).read_bytes() != wanted:
            raise Failed(f"{model} becomes another file with the plugin in {language} than with the one in Rust")


def kept_custom(tfl_opt):
    cases(tfl_opt, "kept-custom/kept_custom.wasm")
    refused(tfl_opt, "kept-custom/model", "AudioSpectrogram")
    path = converted(tfl_opt, "kept-custom/model", "kept-custom/kept_custom.wasm")
    options = {}
    model = schema.ModelT.InitFromPackedBuf(path.read_bytes(), 0)
    for op in model.subgraphs[0].operators:
        code = model.operatorCodes[op.opcodeIndex].customCode
        if code is not None:
            options[code.decode()] = flexbuffers.Loads(bytes(op.customOptions))
    limits = {"lower_frequency_limit": 20.0, "upper_frequency_limit": 4000.0}
    wanted = {
        "AudioSpectrogram": {"magnitude_squared": True, "stride": 128, "window_size": 256},
        "Mfcc": {"dct_coefficient_count": 10, "filterbank_channel_count": 40, **limits},
    }
    print(f"  options as read back: {options}")
    if options != wanted:
        raise Failed(f"the options should be {wanted}")
    x = np.random.default_rng(1).normal(0, 0.3, (1024, 1)).astype(np.float32)
    reference = tf.saved_model.load(str(HERE / "kept-custom/model")).call(x).numpy()
    hold("AudioSpectrogram and Mfcc", run(path, {"x": x}), reference.astype(np.float64), 2e-5, 2e-5)


def composite(tfl_opt):
    cases(tfl_opt, "composite/composite.wasm")
    path = converted(tfl_opt, "composite/model", "composite/composite.wasm")
    model = schema.ModelT.InitFromPackedBuf(path.read_bytes(), 0)
    names = {value: name for name, value in vars(schema.BuiltinOperator).items() if name.isupper()}
    ops = [names[model.operatorCodes[op.opcodeIndex].builtinCode] for op in model.subgraphs[0].operators]
    print(f"  operations: {ops}")
    if "GELU" not in ops or len(ops) != 2:
        raise Failed("it should be a GELU and a square")
    x = np.random.default_rng(1).normal(0, 3, (1000, 8)).astype(np.float32)
    reference = tf.saved_model.load(str(HERE / "composite/model")).call(x).numpy()
    hold("the composite", run(path, {"x": x}), reference.astype(np.float64), 2e-6, 2e-6)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tfl-opt", required=True)
    tfl_opt = parser.parse_args().tfl_opt
    WORK.mkdir(parents=True, exist_ok=True)
    models.custom_op()
    failed = 0
    for example in (special, real_custom_op, kept_custom, composite, languages):
        print(example.__name__.replace("_", "-"))
        try:
            example(tfl_opt)
        except Failed as fault:
            failed += 1
            print(f"  FAILED: {fault}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
