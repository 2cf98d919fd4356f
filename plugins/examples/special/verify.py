"""Converts `model` with the plugin, runs it in LiteRT and TensorFlow over a grid, and holds both against the bounds.

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


# Each with the largest |y - TensorFlow| / max(1, |TensorFlow|) that is allowed.
CASES = [("erfinv", grid_erfinv, 5e-6), ("digamma", grid_digamma, 5e-6), ("betainc", grid_betainc, 5e-5)]


def run(tfl_opt, name, inputs, model):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.tflite"
        subprocess.run(
            [tfl_opt, "convert", str(HERE / "model"), "--signature", name, "-o", str(out), "--quiet",
             "--load-plugin", str(HERE / "special.wasm")], check=True)
        runner = Interpreter(str(out)).get_signature_runner(name)
        (ours,) = runner(**inputs).values()
    (theirs,) = model.signatures[name](**{key: tf.constant(value) for key, value in inputs.items()}).values()
    return ours, theirs.numpy()


def main():
    model = tf.saved_model.load(str(HERE / "model"))
    failed = False
    for name, grid, bound in CASES:
        inputs = grid()
        ours, theirs = run(sys.argv[1], name, inputs, model)
        finite = np.isfinite(theirs)
        same_rest = np.array_equal(ours[~finite], theirs[~finite], equal_nan=True)
        with np.errstate(invalid="ignore"):
            error = np.abs(ours - theirs) / np.maximum(1, np.abs(theirs))
        error = np.where(finite, error, 0)
        worst = int(np.nanargmax(error))
        nan = int(np.isnan(error).sum())
        is_right = same_rest and nan == 0 and error[worst] <= bound
        failed |= not is_right
        at = {key: float(value[worst]) for key, value in inputs.items()}
        print(f"{name}: {len(ours)} points, largest error {error[worst]:.3g} (bound {bound:g}) at {at}, "
              f"NaN {nan}, infinities and NaN {'as' if same_rest else 'NOT as'} TensorFlow: "
              f"{'ok' if is_right else 'FAILED'}", flush=True)
        if not same_rest:
            bad = ~finite & ~((ours == theirs) | (np.isnan(ours) & np.isnan(theirs)))
            for i in np.flatnonzero(bad)[:4]:
                print("  ", {key: float(value[i]) for key, value in inputs.items()}, ours[i], theirs[i])
    sys.exit(failed)


if __name__ == "__main__":
    main()
