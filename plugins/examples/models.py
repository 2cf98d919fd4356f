"""Writes the SavedModels of the examples, which are in the tree. Needs TensorFlow, and g++ for the custom operation."""

import pathlib
import shutil
import subprocess

import tensorflow as tf

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "target" / "examples"


def custom_op():
    """Builds the custom operation, and returns the module of its Python functions."""
    source = HERE / "real-custom-op" / "op" / "gated_rms_norm.cc"
    library = TARGET / "gated_rms_norm.so"
    if not library.exists() or library.stat().st_mtime < source.stat().st_mtime:
        TARGET.mkdir(parents=True, exist_ok=True)
        flags = tf.sysconfig.get_compile_flags() + tf.sysconfig.get_link_flags()
        command = ["g++", "-w", "-O1", "-shared", "-fPIC", str(source), "-o", str(library), *flags]
        subprocess.run(command, check=True)
    return tf.load_op_library(str(library))


def float32(*shape):
    return tf.TensorSpec(shape, tf.float32)


def gelu(x):
    """Abramowitz and Stegun 7.1.26 for the error function."""
    z = tf.abs(x) * 0.7071067811865476
    t = 1.0 / (1.0 + 0.3275911 * z)
    series = 1.061405429
    for c in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series = series * t + c
    erf = tf.sign(x) * (1.0 - series * t * tf.exp(-z * z))
    return 0.5 * x * (1.0 + erf)


def models():
    """Functions with the types of their arguments, by the folder of their model."""
    norm = custom_op()
    implemented = tf.function(gelu, experimental_implements="example.gelu")
    weight = tf.linspace(0.5, 1.5, 16)
    spectrogram = lambda x: tf.raw_ops.AudioSpectrogram(input=x, window_size=64, stride=32, magnitude_squared=True)
    return {
        "special/models/erfinv": (lambda x: tf.math.erfinv(x), [float32(None)]),
        "special/models/digamma": (lambda x: tf.math.digamma(x), [float32(None)]),
        "special/models/betainc": (lambda a, b, x: tf.raw_ops.Betainc(a=a, b=b, x=x), [float32(None)] * 3),
        "special/models/betainc_of_scalars": (
            lambda a, b, x: tf.raw_ops.Betainc(a=a, b=b, x=x),
            [float32(), float32(), float32(None, 4)],
        ),
        "real-custom-op/model": (
            lambda x, gate: norm.gated_rms_norm(x=x, gate=gate, weight=weight, epsilon=1e-3),
            [float32(None, 16)] * 2,
        ),
        "kept-custom/model": (
            lambda x: tf.raw_ops.Mfcc(spectrogram=spectrogram(x), sample_rate=8000, dct_coefficient_count=10),
            [float32(256, 1)],
        ),
        "composite/model": (lambda x: tf.square(implemented(x)), [float32(None, 8)]),
    }


def main():
    for folder, (function, types) in models().items():
        path = HERE / folder
        shutil.rmtree(path, ignore_errors=True)
        module = tf.Module()
        module.call = tf.function(function, input_signature=types)
        signature = module.call.get_concrete_function()
        tf.saved_model.save(module, str(path), signatures=signature)
        for needless in ("assets", "fingerprint.pb"):
            found = path / needless
            shutil.rmtree(found) if found.is_dir() else found.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
