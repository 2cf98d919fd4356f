"""Writes `model`, a SavedModel with a signature for each function, into the folder of this script."""
import pathlib

import tensorflow as tf


class Special(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def erfinv(self, x):
        return tf.math.erfinv(x)

    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def digamma(self, x):
        return tf.math.digamma(x)

    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)] * 3)
    def betainc(self, a, b, x):
        return tf.math.betainc(a, b, x)


module = Special()
names = ["erfinv", "digamma", "betainc"]
folder = pathlib.Path(__file__).parent / "model"
tf.saved_model.save(module, str(folder), signatures={name: getattr(module, name) for name in names})
