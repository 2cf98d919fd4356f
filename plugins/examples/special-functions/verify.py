"""Converts `model` with the plugin, runs it in LiteRT over a grid, and holds the results against TensorFlow's.

The bounds are on the distance to what TensorFlow computes in f64 of the same inputs. The distances to and of what it
computes in f32 are printed beside it: near the ends of erfinv they are TensorFlow's own, which rounds (x + 1) / 2.

usage: verify.py TFL_OPT     (tensorflow and ai-edge-litert must be installed)
"""
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

HERE = pathlib.Path(__file__).parent


def grid_erfinv():
    tail = 1 - np.logspace(-7, -1, 20001)
    x = np.concatenate([np.linspace(-0.9, 0.9, 100001), tail, -tail, [1, -1, 2]]).astype(np.float32)
    return {"x": x}


def grid_digamma():
    x = np.concatenate([np.logspace(-6, 6, 100001), np.linspace(-20, 20, 100001), [0, -1, -2]])
    return {"x": x.astype(np.float32)}


def grid_betainc():
    ab = np.logspace(-1, np.log10(20), 25)
    a, b, x = np.meshgrid(ab, ab, np.linspace(0, 1, 201), indexing="ij")
    return {name: value.ravel().astype(np.float32) for name, value in dict(a=a, b=b, x=x).items()}


# Each with the largest |y - exact| / max(1, |exact|) that is allowed.
CASES = [("erfinv", grid_erfinv, 1e-6), ("digamma", grid_digamma, 2e-6), ("betainc", grid_betainc, 2e-5)]


def run(tfl_opt, name, inputs, model):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.tflite"
        subprocess.run(
            [tfl_opt, "convert", str(HERE / "model"), "--signature", name, "-o", str(out), "--quiet",
             "--load-plugin", str(HERE / "special_functions.wasm")], check=True)
        runner = Interpreter(str(out)).get_signature_runner(name)
        (ours,) = runner(**inputs).values()
    exact = getattr(tf.math, name)(*(tf.constant(value, tf.float64) for value in inputs.values())).numpy()
    (theirs,) = model.signatures[name](**{key: tf.constant(value) for key, value in inputs.items()}).values()
    return ours, theirs.numpy(), exact


def main():
    model = tf.saved_model.load(str(HERE / "model"))
    failed = False
    for name, grid, bound in CASES:
        inputs = grid()
        ours, theirs, exact = run(sys.argv[1], name, inputs, model)
        finite = np.isfinite(theirs)
        same_rest = np.array_equal(ours[~finite], theirs[~finite], equal_nan=True)

        def distance(one, other):
            with np.errstate(invalid="ignore"):
                error = np.abs(one.astype(np.float64) - other) / np.maximum(1, np.abs(other))
            return np.where(finite, error, 0)

        error = distance(ours, exact)
        worst = int(np.nanargmax(error))
        nan = int(np.isnan(error).sum())
        is_right = same_rest and nan == 0 and error[worst] <= bound
        failed |= not is_right
        at = {key: float(value[worst]) for key, value in inputs.items()}
        print(f"{name}: {len(ours)} points, largest error {error[worst]:.3g} (bound {bound:g}) at {at}; to TensorFlow in f32 "
              f"{np.max(distance(ours, theirs)):.3g}, whose own is {np.max(distance(theirs, exact)):.3g}; "
              f"NaN {nan}, infinities and NaN {'as' if same_rest else 'NOT as'} TensorFlow: "
              f"{'ok' if is_right else 'FAILED'}", flush=True)
        if not same_rest:
            bad = ~finite & ~((ours == theirs) | (np.isnan(ours) & np.isnan(theirs)))
            for i in np.flatnonzero(bad)[:4]:
                print("  ", {key: float(value[i]) for key, value in inputs.items()}, ours[i], theirs[i])
    sys.exit(failed)


if __name__ == "__main__":
    main()
