"""Keras networks. Each function writes a SavedModel to `path`.

Classifiers give logits: a softmax over a thousand classes would hide errors.
"""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

import feeds
import weights


def _export(model, path):
    model.export(path, verbose=False)


def _application(path, make, size, kind="image", chain=False, count=12, **options):
    model = make(weights=None, classifier_activation=None, **options)
    rng = feeds.generator("weights", make.__name__, size)
    inputs = feeds.feed(rng, kind, (count, size, size, 3), np.float32)
    weights.bring_to_life(model, rng, inputs, chain)
    _export(model, path)


def mobilenet_v2(path):
    _application(path, keras.applications.MobileNetV2, 224)


def mobilenet_v3_small(path):
    shape = (224, 224, 3)
    _application(
        path, keras.applications.MobileNetV3Small, 224, "image255", input_shape=shape
    )


def mobilenet_v3_small_open(path):
    """As Keras makes it when no shape is given: height and width unknown."""
    _application(path, keras.applications.MobileNetV3Small, 224, "image255")


def resnet50(path):
    _application(path, keras.applications.ResNet50, 224)


def efficientnet_b0(path):
    _application(path, keras.applications.EfficientNetB0, 224, "image255")


def inception_v3(path):
    _application(path, keras.applications.InceptionV3, 299)


def densenet121(path):
    _application(path, keras.applications.DenseNet121, 224)


def vgg19(path):
    _application(path, keras.applications.VGG19, 224, chain=True, count=8)


def _finish(path, model, kind, shape, chain=False):
    rng = feeds.generator("weights", model.name)
    inputs = feeds.feed(rng, kind, (32, *shape), np.float32)
    weights.bring_to_life(model, rng, inputs, chain)
    _export(model, path)


def mlp(path):
    model = keras.Sequential(
        [
            keras.Input((32,)),
            layers.Dense(64, activation="relu"),
            layers.Dense(64, activation="tanh"),
            layers.Dense(10),
        ],
        name="mlp",
    )
    _finish(path, model, "normal", (32,), chain=True)


def lenet(path):
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(6, 5, padding="same", activation="tanh"),
            layers.AveragePooling2D(2),
            layers.Conv2D(16, 5, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(120, activation="relu"),
            layers.Dense(84, activation="sigmoid"),
            layers.Dense(10),
        ],
        name="lenet",
    )
    _finish(path, model, "image", (28, 28, 1), chain=True)


def _convolve(value, filters):
    for _ in range(2):
        value = layers.Conv2D(filters, 3, padding="same", use_bias=False)(value)
        value = layers.BatchNormalization()(value)
        value = layers.ReLU()(value)
    return value


def unet(path):
    """Both ways to go up: transposed convolutions below, bilinear above."""
    inputs = value = keras.Input((128, 128, 3))
    skips = []
    for filters in (16, 32, 64, 128):
        value = _convolve(value, filters)
        skips.append(value)
        value = layers.MaxPooling2D(2)(value)
    value = _convolve(value, 256)
    for filters, transposed in ((128, True), (64, True), (32, False), (16, False)):
        if transposed:
            value = layers.Conv2DTranspose(filters, 2, strides=2)(value)
        else:
            value = layers.UpSampling2D(interpolation="bilinear")(value)
        value = layers.Concatenate()([skips.pop(), value])
        value = _convolve(value, filters)
    outputs = layers.Conv2D(4, 1)(value)
    model = keras.Model(inputs, outputs, name="unet")
    _finish(path, model, "image", (128, 128, 3))


def conv1d(path):
    model = keras.Sequential(
        [
            keras.Input((100, 8)),
            layers.Conv1D(16, 5, padding="causal"),
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.Conv1D(24, 3, strides=2, padding="same"),
            layers.BatchNormalization(),
            layers.LeakyReLU(),
            layers.Conv1D(24, 3, dilation_rate=2),
            layers.MaxPooling1D(2),
            layers.GlobalAveragePooling1D(),
            layers.Dense(5),
        ],
        name="conv1d",
    )
    _finish(path, model, "normal", (100, 8))


def depthwise(path):
    model = keras.Sequential(
        [
            keras.Input((32, 32, 4)),
            layers.DepthwiseConv2D(3, padding="same", depth_multiplier=2),
            layers.BatchNormalization(),
            layers.ReLU(6.0),
            layers.DepthwiseConv2D(3, strides=2, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.DepthwiseConv2D(3, dilation_rate=2),
            layers.SeparableConv2D(16, 3, activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(6),
        ],
        name="depthwise",
    )
    _finish(path, model, "image", (32, 32, 4))


class MatMul(layers.Layer):
    """A layer of the user's own, around tf.matmul."""

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], 7), name="kernel")

    def call(self, value):
        return tf.matmul(value, self.kernel)


def matmul_layer(path):
    inputs = keras.Input((12,))
    model = keras.Model(inputs, MatMul()(inputs), name="matmul-layer")
    weights.draw(model, feeds.generator("weights", model.name))
    _export(model, path)


class Attention(layers.Layer):
    """Multi-head self-attention by einsum, as transformer code writes it."""

    heads, width = 4, 16

    def build(self, shape):
        full = (shape[-1], self.heads, self.width)
        self.query = self.add_weight(shape=full, name="query")
        self.key = self.add_weight(shape=full, name="key")
        self.value = self.add_weight(shape=full, name="value")
        back = (self.heads, self.width, shape[-1])
        self.output_weight = self.add_weight(shape=back, name="output")

    def call(self, x):
        query = tf.einsum("btd,dhw->bthw", x, self.query)
        key = tf.einsum("btd,dhw->bthw", x, self.key)
        value = tf.einsum("btd,dhw->bthw", x, self.value)
        scores = tf.einsum("bqhw,bkhw->bhqk", query, key) * self.width**-0.5
        mixed = tf.einsum("bhqk,bkhw->bqhw", tf.nn.softmax(scores), value)
        return tf.einsum("bthw,hwd->btd", mixed, self.output_weight)


def attention(path):
    inputs = keras.Input((20, 64))
    value = layers.LayerNormalization()(inputs)
    value = layers.Add()([inputs, Attention()(value)])
    hidden = layers.Dense(128, activation="gelu")(layers.LayerNormalization()(value))
    value = layers.Add()([value, layers.Dense(64)(hidden)])
    model = keras.Model(inputs, value, name="attention")
    weights.draw(model, feeds.generator("weights", model.name))
    _export(model, path)
