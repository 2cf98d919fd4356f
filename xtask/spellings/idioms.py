"""The spellings: for each idiom the ways in which people write it.

An idiom says which operators its best form takes, over the whole model; several
forms are equally good where one operator stands for another. A spelling is a
function of the inputs. The first spelling of each idiom is made twice, the second
time with an open batch.
"""

import dataclasses
import math

import feeds
import numpy as np
import tensorflow as tf

ROOT2 = math.sqrt(2.0)
NORMAL = math.sqrt(2.0 / math.pi)
CUBIC = 0.044715


@dataclasses.dataclass(frozen=True)
class Idiom:
    name: str
    # The operators of the best form, or of each of several.
    best: tuple
    # The shape of each input.
    shapes: tuple
    spellings: dict
    # What the inputs are multiplied with, so that they reach all parts of a function.
    spread: float = 2.0


def weights(name, *shape, low=None):
    """Constants, the same on every machine; uniform between `low` and 1 + `low`."""
    rng = feeds.generator("spelling", name, shape)
    if low is not None:
        return rng.uniform(low, low + 1.0, shape).astype(np.float32)
    return (rng.normal(size=shape) * 0.5).astype(np.float32)


def form(*names, **counts):
    return {**{name: 1 for name in names}, **counts}


def erf(x):
    return tf.math.erf(x)


def normal_tail(x):
    return erf(x / ROOT2)


def half_and_half(x):
    h = 0.5 * x
    return h + h * normal_tail(x)


def half_minus_half(x):
    h = x * 0.5
    return h - h * erf(-x / ROOT2)


GELU = {
    "tf.nn.gelu": lambda x: tf.nn.gelu(x, approximate=False),
    "half of the sum": lambda x: x * (0.5 * (1.0 + normal_tail(x))),
    "half of the value": lambda x: 0.5 * x * (1.0 + normal_tail(x)),
    "half last": lambda x: x * (1.0 + normal_tail(x)) * 0.5,
    "half of the product": lambda x: 0.5 * (x * (normal_tail(x) + 1.0)),
    "divided by two": lambda x: x * (1.0 + normal_tail(x)) / 2.0,
    "value divided by two": lambda x: (x / 2.0) * (1.0 + erf(x * (1 / ROOT2))),
    "sum divided by two": lambda x: x * ((1.0 + erf((1 / ROOT2) * x)) / 2.0),
    "root computed": lambda x: x * 0.5 * (erf(x / tf.sqrt(2.0)) + 1.0),
    "reciprocal root": lambda x: x * 0.5 * (erf(x * tf.math.rsqrt(2.0)) + 1.0),
    "complementary": lambda x: 0.5 * x * tf.math.erfc(-x / ROOT2),
    "complementary, negative factor": lambda x: (
        x * (0.5 * tf.math.erfc(x * (-1 / ROOT2)))
    ),
    "complementary, negated product": lambda x: (
        x * tf.math.erfc(-(x * (1 / ROOT2))) * 0.5
    ),
    "two minus complementary": lambda x: 0.5 * x * (2.0 - tf.math.erfc(x / ROOT2)),
    "one minus odd": lambda x: 0.5 * x * (1.0 - erf(-x / ROOT2)),
    "distributed": lambda x: 0.5 * x + 0.5 * x * normal_tail(x),
    "distributed over the sum": lambda x: x * (0.5 + 0.5 * normal_tail(x)),
    "a half shared": half_and_half,
    "a half minus a half": half_minus_half,
    "negated twice": lambda x: -(-x * (0.5 * (1.0 + normal_tail(x)))),
    "minus minus one": lambda x: x * 0.5 * (normal_tail(x) - (-1.0)),
}


def cube(x):
    return x * x * x


def tanh_gelu(inner):
    return lambda x: 0.5 * x * (1.0 + tf.tanh(inner(x)))


GELU_TANH = {
    "tf.nn.gelu": lambda x: tf.nn.gelu(x, approximate=True),
    "power": tanh_gelu(lambda x: NORMAL * (x + CUBIC * x**3)),
    "tf.pow": lambda x: (
        x * (0.5 * (1.0 + tf.tanh(NORMAL * (x + CUBIC * tf.pow(x, 3.0)))))
    ),
    "constant first": tanh_gelu(lambda x: NORMAL * (x + ((CUBIC * x) * x) * x)),
    "constant of the cube": tanh_gelu(lambda x: NORMAL * (x + CUBIC * cube(x))),
    "constant inside": tanh_gelu(lambda x: NORMAL * (x + (x * x) * (CUBIC * x))),
    "constant of the square": tanh_gelu(lambda x: (x + (CUBIC * (x * x)) * x) * NORMAL),
    "tf.square": tanh_gelu(lambda x: NORMAL * (x + CUBIC * tf.square(x) * x)),
    "square by power": tanh_gelu(lambda x: NORMAL * (x + CUBIC * x * tf.pow(x, 2.0))),
    "value outside": tanh_gelu(lambda x: NORMAL * x * (1.0 + CUBIC * x * x)),
    "value outside, square": tanh_gelu(
        lambda x: x * (1.0 + CUBIC * tf.square(x)) * NORMAL
    ),
    "constants multiplied out": tanh_gelu(
        lambda x: x * (NORMAL + NORMAL * CUBIC * x * x)
    ),
    "sum multiplied out": tanh_gelu(
        lambda x: NORMAL * x + NORMAL * CUBIC * tf.pow(x, 3.0)
    ),
    "root computed": tanh_gelu(
        lambda x: tf.sqrt(2.0 / np.float32(np.pi)) * (x + CUBIC * x**3)
    ),
    "half last": lambda x: (tf.tanh((CUBIC * cube(x) + x) * NORMAL) + 1.0) * x * 0.5,
    "divided by two": lambda x: x / 2.0 * (1.0 + tf.tanh((x + x**3 * CUBIC) * NORMAL)),
    "distributed": lambda x: (
        0.5 * x + 0.5 * x * tf.tanh(NORMAL * (x + CUBIC * cube(x)))
    ),
    "sigmoid": lambda x: x * tf.sigmoid(2 * NORMAL * (x + CUBIC * cube(x))),
    "sigmoid, value outside": lambda x: (
        x * tf.sigmoid(x * (2 * NORMAL + 2 * NORMAL * CUBIC * x * x))
    ),
    "exponential": lambda x: x / (1.0 + tf.exp(-2 * NORMAL * (x + CUBIC * x**3))),
}

HARD_SWISH = {
    "divided last": lambda x: x * tf.nn.relu6(x + 3.0) / 6.0,
    "divided inside": lambda x: x * (tf.nn.relu6(x + 3.0) / 6.0),
    "a sixth last": lambda x: x * tf.nn.relu6(x + 3.0) * (1 / 6),
    "a sixth first": lambda x: (1 / 6) * x * tf.nn.relu6(3.0 + x),
    "a sixth inside": lambda x: x * ((1 / 6) * tf.nn.relu6(x + 3.0)),
    "value divided": lambda x: (x / 6.0) * tf.nn.relu6(x + 3.0),
    "activation first": lambda x: tf.nn.relu6(x + 3.0) * (x * (1 / 6)),
    "clipped": lambda x: tf.clip_by_value(x + 3.0, 0.0, 6.0) * x / 6.0,
    "maximum inside": lambda x: x * tf.minimum(tf.maximum(x + 3.0, 0.0), 6.0) / 6.0,
    "minimum inside": lambda x: x * tf.maximum(tf.minimum(x + 3.0, 6.0), 0.0) / 6.0,
    "bounds first": lambda x: x * tf.maximum(0.0, tf.minimum(6.0, 3.0 + x)) / 6.0,
    "bounded relu": lambda x: x * tf.minimum(tf.nn.relu(x + 3.0), 6.0) / 6.0,
    "relu of bounded": lambda x: x * tf.nn.relu(tf.minimum(x + 3.0, 6.0)) * (1 / 6),
    "minus minus three": lambda x: x * tf.nn.relu6(x - (-3.0)) / 6.0,
    "unit ramp": lambda x: x * tf.clip_by_value(x / 6.0 + 0.5, 0.0, 1.0),
    "unit ramp, a sixth": lambda x: (
        x * tf.maximum(tf.minimum(0.5 + (1 / 6) * x, 1.0), 0.0)
    ),
    "unit ramp, sum divided": lambda x: x * tf.clip_by_value((x + 3.0) / 6.0, 0.0, 1.0),
}

HARD_SIGMOID = {
    "divided": lambda x: tf.nn.relu6(x + 3.0) / 6.0,
    "a sixth": lambda x: (1 / 6) * tf.nn.relu6(3.0 + x),
    "clipped": lambda x: tf.clip_by_value(x + 3.0, 0.0, 6.0) / 6.0,
    "maximum inside": lambda x: tf.minimum(tf.maximum(x + 3.0, 0.0), 6.0) / 6.0,
    "minimum inside": lambda x: tf.maximum(tf.minimum(x + 3.0, 6.0), 0.0) * (1 / 6),
    "unit ramp": lambda x: tf.clip_by_value(x / 6.0 + 0.5, 0.0, 1.0),
    "unit ramp, a sixth": lambda x: (
        tf.maximum(0.0, tf.minimum(1.0, (1 / 6) * x + 0.5))
    ),
    "unit ramp, sum divided": lambda x: tf.clip_by_value((x + 3.0) / 6.0, 0.0, 1.0),
}

SIGMOID = {
    "tf.sigmoid": tf.sigmoid,
    "quotient": lambda x: 1.0 / (1.0 + tf.exp(-x)),
    "reciprocal": lambda x: tf.math.reciprocal(tf.exp(-x) + 1.0),
    "negative factor": lambda x: 1.0 / (tf.exp(-1.0 * x) + 1.0),
    "quotient of exponentials": lambda x: tf.exp(x) / (tf.exp(x) + 1.0),
    "hyperbolic": lambda x: 0.5 * (1.0 + tf.tanh(x / 2.0)),
    "hyperbolic, distributed": lambda x: 0.5 * tf.tanh(0.5 * x) + 0.5,
    "one minus the mirrored": lambda x: 1.0 - tf.sigmoid(-x),
    "power": lambda x: tf.pow(1.0 + tf.exp(-x), -1.0),
}

SILU = {
    "tf.nn.silu": tf.nn.silu,
    "product": lambda x: tf.sigmoid(x) * x,
    "quotient inside": lambda x: x * (1.0 / (1.0 + tf.exp(-x))),
    "quotient": lambda x: x / (1.0 + tf.exp(-x)),
    "quotient, one last": lambda x: x / (tf.exp(-x) + 1.0),
    "quotient, minus minus one": lambda x: x / (tf.exp(-x) - (-1.0)),
    "reciprocal": lambda x: x * tf.math.reciprocal(1.0 + tf.exp(-x)),
    "hyperbolic": lambda x: 0.5 * x * (1.0 + tf.tanh(0.5 * x)),
    "hyperbolic, half last": lambda x: x * (tf.tanh(x / 2.0) + 1.0) * 0.5,
    "hyperbolic, distributed": lambda x: 0.5 * x + 0.5 * x * tf.tanh(0.5 * x),
    "hyperbolic inside": lambda x: x * (0.5 * tf.tanh(0.5 * x) + 0.5),
    "one minus the mirrored": lambda x: x * (1.0 - tf.sigmoid(-x)),
    "quotient of exponentials": lambda x: x * tf.exp(x) / (1.0 + tf.exp(x)),
}

ELU = {
    "tf.nn.elu": tf.nn.elu,
    "greater": lambda x: tf.where(x > 0.0, x, tf.exp(x) - 1.0),
    "greater or equal": lambda x: tf.where(x >= 0.0, x, tf.math.expm1(x)),
    "less": lambda x: tf.where(x < 0.0, tf.exp(x) - 1.0, x),
    "less or equal": lambda x: tf.where(x <= 0.0, tf.math.expm1(x), x),
    "guarded": lambda x: tf.where(x > 0.0, x, tf.exp(tf.minimum(x, 0.0)) - 1.0),
    "guarded by a choice": lambda x: (
        tf.where(x > 0.0, x, tf.exp(tf.where(x > 0.0, 0.0, x)) - 1.0)
    ),
    "sum of parts": lambda x: tf.nn.relu(x) + tf.minimum(tf.exp(x) - 1.0, 0.0),
    "sum of parts, guarded": lambda x: (
        tf.maximum(x, 0.0) + (tf.exp(tf.minimum(x, 0.0)) - 1.0)
    ),
    "sum of parts, one last": lambda x: (
        tf.nn.relu(x) + tf.exp(tf.minimum(0.0, x)) - 1.0
    ),
    "sum of parts, minus relu": lambda x: (
        tf.nn.relu(x) - tf.nn.relu(1.0 - tf.exp(x))
    ),
}

RELU = {
    "tf.nn.relu": tf.nn.relu,
    "maximum": lambda x: tf.maximum(x, 0.0),
    "maximum, zero first": lambda x: tf.maximum(0.0, x),
    "maximum of zeros": lambda x: tf.maximum(tf.zeros_like(x), x),
    "greater": lambda x: tf.where(x > 0.0, x, 0.0),
    "greater or equal": lambda x: tf.where(x >= 0.0, x, tf.zeros_like(x)),
    "less": lambda x: tf.where(x < 0.0, 0.0, x),
    "negated minimum": lambda x: -tf.minimum(-x, 0.0),
}


def bounded(low, high):
    spellings = {
        "clipped": lambda x: tf.clip_by_value(x, low, high),
        "maximum inside": lambda x: tf.minimum(tf.maximum(x, low), high),
        "minimum inside": lambda x: tf.maximum(tf.minimum(x, high), low),
        "bounds first": lambda x: tf.minimum(high, tf.maximum(low, x)),
        "bounds first, minimum inside": lambda x: tf.maximum(low, tf.minimum(high, x)),
    }
    if low == 0.0:
        spellings |= {
            "bounded relu": lambda x: tf.minimum(tf.nn.relu(x), high),
            "relu of bounded": lambda x: tf.nn.relu(tf.minimum(x, high)),
        }
    return spellings


ALPHA = weights("alpha", 8)
SLOPES = weights("slopes", 8, low=0.0)

PRELU = {
    "minus the mirrored": lambda x: tf.nn.relu(x) - ALPHA * tf.nn.relu(-x),
    "negated slope": lambda x: tf.nn.relu(x) + (-ALPHA) * tf.nn.relu(-x),
    "negated variable": lambda x: tf.nn.relu(x) + -tf.constant(ALPHA) * tf.nn.relu(-x),
    "extremes": lambda x: tf.maximum(x, 0.0) + ALPHA * tf.minimum(x, 0.0),
    "extremes, negative first": lambda x: (
        ALPHA * tf.minimum(0.0, x) + tf.maximum(0.0, x)
    ),
    "maximum of the mirrored": lambda x: (
        tf.maximum(0.0, x) - ALPHA * tf.maximum(0.0, -x)
    ),
    "greater": lambda x: tf.where(x > 0.0, x, ALPHA * x),
    "greater or equal": lambda x: tf.where(x >= 0.0, x, x * ALPHA),
    "less": lambda x: tf.where(x < 0.0, ALPHA * x, x),
    "less or equal": lambda x: tf.where(x <= 0.0, ALPHA * x, x),
    "slope of every rank": lambda x: (
        tf.nn.relu(x) - ALPHA.reshape(1, 1, 1, 8) * tf.nn.relu(-x)
    ),
    "maximum": lambda x: tf.maximum(x, SLOPES * x),
    "absolute": lambda x: tf.nn.relu(x) + ALPHA * (x - tf.abs(x)) * 0.5,
}

LEAKY_RELU = {
    "tf.nn.leaky_relu": lambda x: tf.nn.leaky_relu(x, 0.2),
    "maximum": lambda x: tf.maximum(x, 0.2 * x),
    "maximum, slope first": lambda x: tf.maximum(x * 0.2, x),
    "maximum, divided": lambda x: tf.maximum(x, x / 5.0),
    "greater": lambda x: tf.where(x > 0.0, x, 0.2 * x),
    "greater or equal": lambda x: tf.where(x >= 0.0, x, 0.2 * x),
    "less": lambda x: tf.where(x < 0.0, 0.2 * x, x),
    "zero first": lambda x: tf.where(0.0 < x, x, x * 0.2),
    "minus the mirrored": lambda x: tf.nn.relu(x) - 0.2 * tf.nn.relu(-x),
    "extremes": lambda x: tf.maximum(x, 0.0) + 0.2 * tf.minimum(x, 0.0),
    "line and relu": lambda x: 0.2 * x + 0.8 * tf.nn.relu(x),
    "two slopes": lambda x: 0.6 * x + 0.4 * tf.abs(x),
}

GAMMA, BETA, EPSILON = weights("gamma", 16, low=0.5), weights("beta", 16), 1e-3


def mean(x, axis=-1):
    return tf.reduce_mean(x, axis=axis, keepdims=True)


def moments(x):
    return tf.nn.moments(x, [-1], keepdims=True)


def variance(x, m):
    return mean(tf.math.squared_difference(x, m))


def centred(x):
    m = mean(x)
    return x - m, variance(x, m) + EPSILON


def layer_norm_moments(x):
    m, v = moments(x)
    return tf.nn.batch_normalization(x, m, v, BETA, GAMMA, EPSILON)


def layer_norm_root(x):
    m, v = moments(x)
    return (x - m) / tf.sqrt(v + EPSILON) * GAMMA + BETA


def layer_norm_reciprocal_root(x):
    m, v = moments(x)
    return (x - m) * tf.math.rsqrt(v + EPSILON) * GAMMA + BETA


def layer_norm_scale_first(x):
    m, v = moments(x)
    return BETA + (GAMMA * tf.math.rsqrt(EPSILON + v)) * (x - m)


def layer_norm_gamma_outside(x):
    d, v = centred(x)
    return GAMMA * (d / tf.sqrt(v)) + BETA


def layer_norm_gamma_on_value(x):
    d, v = centred(x)
    return (GAMMA * d) / tf.sqrt(v) + BETA


def layer_norm_one_over_root(x):
    d, v = centred(x)
    return d * (1.0 / tf.sqrt(v)) * GAMMA + BETA


def layer_norm_power(x):
    d, v = centred(x)
    return d * tf.pow(v, -0.5) * GAMMA + BETA


def layer_norm_half_power(x):
    d, v = centred(x)
    return d / tf.pow(v, 0.5) * GAMMA + BETA


def layer_norm_mean_of_squares(x):
    m = mean(x)
    v = mean(tf.square(x)) - tf.square(m)
    return (x - m) * tf.math.rsqrt(v + EPSILON) * GAMMA + BETA


def layer_norm_mean_of_products(x):
    m = mean(x)
    v = mean(x * x) - m * m
    return (x - m) / tf.sqrt(v + EPSILON) * GAMMA + BETA


def layer_norm_mean_of_squares_bounded(x):
    m = mean(x)
    v = tf.maximum(mean(tf.square(x)) - tf.square(m), 0.0)
    return (x - m) * tf.math.rsqrt(v + EPSILON) * GAMMA + BETA


def layer_norm_square(x):
    d = x - mean(x)
    return d * tf.math.rsqrt(mean(tf.square(d)) + EPSILON) * GAMMA + BETA


def layer_norm_product(x):
    d = x - mean(x)
    return d / tf.sqrt(mean(d * d) + EPSILON) * GAMMA + BETA


def layer_norm_squared(x):
    d = x - mean(x)
    return d / tf.sqrt(mean(d**2) + EPSILON) * GAMMA + BETA


def layer_norm_difference_twice(x):
    m = tf.reduce_mean(x, axis=-1, keepdims=True)
    v = mean((x - m) ** 2)
    return (x - m) / (v + EPSILON) ** 0.5 * GAMMA + BETA


def layer_norm_last_axis(x):
    m = mean(x, 2)
    v = mean(tf.math.squared_difference(x, m), [2])
    return (x - m) * tf.math.rsqrt(v + EPSILON) * GAMMA + BETA


def layer_norm_dimensions_back(x):
    m = tf.expand_dims(tf.reduce_mean(x, -1), -1)
    v = tf.expand_dims(tf.reduce_mean(tf.square(x - m), -1), -1)
    return (x - m) / tf.sqrt(v + EPSILON) * GAMMA + BETA


def layer_norm_sums(x):
    d = x - tf.reduce_sum(x, -1, keepdims=True) / 16.0
    v = tf.reduce_sum(d * d, -1, keepdims=True) / 16.0
    return d / tf.sqrt(v + EPSILON) * GAMMA + BETA


def layer_norm_offset(x):
    m, v = moments(x)
    scale = tf.math.rsqrt(v + EPSILON) * GAMMA
    return x * scale + (BETA - m * scale)


def layer_norm_offset_first(x):
    m, v = moments(x)
    scale = tf.math.rsqrt(v + EPSILON) * GAMMA
    return -m * scale + BETA + x * scale


def layer_norm_fused(x):
    rows = tf.reshape(x, [1, -1, 16, 1])
    count = rows.shape[1]
    y = tf.compat.v1.nn.fused_batch_norm(
        rows, tf.ones([count]), tf.zeros([count]), epsilon=EPSILON, data_format="NCHW"
    )[0]
    return tf.reshape(y, tf.shape(x)) * GAMMA + BETA


def keras_layer_norm(x):
    import keras

    return keras.ops.layer_normalization(x, GAMMA, BETA, axis=-1, epsilon=EPSILON)


def keras_rms_norm(x):
    import keras

    return keras.ops.rms_normalization(x, GAMMA, axis=-1, epsilon=EPSILON)


LAYER_NORM = {
    "moments": layer_norm_moments,
    "keras": keras_layer_norm,
    "root": layer_norm_root,
    "reciprocal root": layer_norm_reciprocal_root,
    "scale first": layer_norm_scale_first,
    "gamma outside": layer_norm_gamma_outside,
    "gamma on the value": layer_norm_gamma_on_value,
    "one over the root": layer_norm_one_over_root,
    "power": layer_norm_power,
    "half power": layer_norm_half_power,
    "mean of squares": layer_norm_mean_of_squares,
    "mean of products": layer_norm_mean_of_products,
    "mean of squares, bounded": layer_norm_mean_of_squares_bounded,
    "square of the difference": layer_norm_square,
    "product of the difference": layer_norm_product,
    "power of the difference": layer_norm_squared,
    "difference written twice": layer_norm_difference_twice,
    "last axis by number": layer_norm_last_axis,
    "dimensions put back": layer_norm_dimensions_back,
    "sums": layer_norm_sums,
    "offset": layer_norm_offset,
    "offset first": layer_norm_offset_first,
    "fused batch norm": layer_norm_fused,
}


def plain_moments(scale, offset):
    def spelling(x):
        m, v = moments(x)
        return tf.nn.batch_normalization(x, m, v, offset, scale, EPSILON)

    return spelling


def plain_root(x):
    m, v = moments(x)
    return (x - m) / tf.sqrt(v + EPSILON)


def plain_offset(x):
    m, v = moments(x)
    scale = tf.math.rsqrt(v + EPSILON)
    return x * scale - m * scale


LAYER_NORM_PLAIN = {
    "moments": plain_moments(None, None),
    "root": plain_root,
    "offset": plain_offset,
}


def power(x):
    return tf.reduce_mean(tf.square(x), axis=-1, keepdims=True) + EPSILON


RMS_NORM = {
    "reciprocal root": lambda x: x * tf.math.rsqrt(power(x)) * GAMMA,
    "keras": keras_rms_norm,
    "root": lambda x: x / tf.sqrt(power(x)) * GAMMA,
    "gamma first": lambda x: GAMMA * (x * tf.math.rsqrt(power(x))),
    "gamma on the root": lambda x: x * (GAMMA * tf.math.rsqrt(power(x))),
    "gamma on the value": lambda x: (GAMMA * x) / tf.sqrt(power(x)),
    "one over the root": lambda x: x * (1.0 / tf.sqrt(power(x))) * GAMMA,
    "product": lambda x: x * tf.math.rsqrt(mean(x * x) + EPSILON) * GAMMA,
    "squared": lambda x: x * tf.math.rsqrt(EPSILON + mean(x**2)) * GAMMA,
    "power": lambda x: x * tf.pow(power(x), -0.5) * GAMMA,
    "half power": lambda x: x / tf.pow(power(x), 0.5) * GAMMA,
    "sum": lambda x: (
        x
        / tf.sqrt(tf.reduce_sum(x * x, -1, keepdims=True) / 16.0 + EPSILON)
        * GAMMA
    ),
    "last axis by number": lambda x: (
        x * tf.math.rsqrt(mean(tf.square(x), 2) + EPSILON) * GAMMA
    ),
}


def squares(x, axis=-1):
    return tf.reduce_sum(tf.square(x), axis=axis, keepdims=True)


L2_NORM = {
    "tf.math.l2_normalize": lambda x: tf.math.l2_normalize(x, axis=-1),
    "last axis by number": lambda x: tf.math.l2_normalize(x, axis=2),
    "reciprocal root": lambda x: x * tf.math.rsqrt(squares(x)),
    "root": lambda x: x / tf.sqrt(squares(x)),
    "one over the root": lambda x: x * (1.0 / tf.sqrt(squares(x))),
    "power": lambda x: x * tf.pow(squares(x), -0.5),
    "half power": lambda x: x / squares(x) ** 0.5,
    "tf.norm": lambda x: x / tf.norm(x, axis=-1, keepdims=True),
    "product": lambda x: x / tf.sqrt(tf.reduce_sum(x * x, -1, keepdims=True)),
    "squared": lambda x: x / tf.sqrt(tf.reduce_sum(x**2, -1, keepdims=True)),
    "epsilon inside": lambda x: x / tf.sqrt(tf.maximum(squares(x), 1e-12)),
    "epsilon first": lambda x: x * tf.math.rsqrt(tf.maximum(1e-12, squares(x))),
    "epsilon outside": lambda x: x / tf.maximum(tf.sqrt(squares(x)), 1e-6),
    "epsilon added": lambda x: x / tf.sqrt(squares(x) + 1e-12),
    "dimension put back": lambda x: (
        x / tf.expand_dims(tf.sqrt(tf.reduce_sum(tf.square(x), -1)), -1)
    ),
}


def exponentials(x):
    return tf.exp(x - tf.reduce_max(x, -1, keepdims=True))


def total(x):
    return tf.reduce_sum(x, axis=-1, keepdims=True)


def log_total(x):
    return tf.reduce_logsumexp(x, axis=-1, keepdims=True)


def softmax_of_shared(x):
    e = tf.exp(x)
    return e / total(e)


SOFTMAX = {
    "tf.nn.softmax": tf.nn.softmax,
    "last axis by number": lambda x: tf.nn.softmax(x, axis=2),
    "quotient": lambda x: tf.exp(x) / total(tf.exp(x)),
    "quotient of one": softmax_of_shared,
    "quotient without the largest": lambda x: exponentials(x) / total(exponentials(x)),
    "reciprocal": lambda x: exponentials(x) * tf.math.reciprocal(total(exponentials(x))),
    "one over the sum": lambda x: exponentials(x) * (1.0 / total(exponentials(x))),
    "dimension put back": lambda x: (
        tf.exp(x) / tf.expand_dims(tf.reduce_sum(tf.exp(x), 2), 2)
    ),
    "exponential of log softmax": lambda x: tf.exp(tf.nn.log_softmax(x)),
    "exponential of the difference": lambda x: tf.exp(x - log_total(x)),
    "largest subtracted before": lambda x: (
        tf.nn.softmax(x - tf.reduce_max(x, -1, keepdims=True))
    ),
    "gradient stopped": lambda x: (
        tf.nn.softmax(x - tf.stop_gradient(tf.reduce_max(x, -1, keepdims=True)))
    ),
}


def log_softmax_shifted(x):
    d = x - tf.reduce_max(x, -1, keepdims=True)
    return d - tf.math.log(total(tf.exp(d)))


LOG_SOFTMAX = {
    "tf.nn.log_softmax": tf.nn.log_softmax,
    "logarithm of softmax": lambda x: tf.math.log(tf.nn.softmax(x)),
    "difference": lambda x: x - tf.math.log(total(tf.exp(x))),
    "without the largest": log_softmax_shifted,
    "reduce_logsumexp": lambda x: x - log_total(x),
    "logarithm of the quotient": lambda x: tf.math.log(tf.exp(x) / total(tf.exp(x))),
}

FILTER = weights("filter", 3, 3, 3, 8)
CHANNELS = {
    name: weights(name, 8, low=low)
    for name, low in (("scale", 0.5), ("shift", -0.5), ("mean", -0.5), ("var", 0.5))
}
SCALE, SHIFT, MEAN, VARIANCE = CHANNELS.values()


def conv(x, w=FILTER, padding="SAME", strides=1):
    return tf.nn.conv2d(x, w, strides, padding)


def fused(y, scale=SCALE, shift=SHIFT, m=MEAN, v=VARIANCE):
    return tf.compat.v1.nn.fused_batch_norm(
        y, scale, shift, m, v, epsilon=EPSILON, is_training=False
    )[0]


def spelled_norm(y, scale=SCALE, shift=SHIFT, m=MEAN, v=VARIANCE):
    return (y - m) / tf.sqrt(tf.constant(v) + EPSILON) * scale + shift


def plain_norm(y, scale=SCALE, shift=SHIFT, m=MEAN, v=VARIANCE):
    return tf.nn.batch_normalization(y, m, v, shift, scale, EPSILON)


RGB_SCALE, RGB_SHIFT = weights("rgb scale", 3, low=0.5), weights("rgb shift", 3)
RGB_MEAN, RGB_VARIANCE = weights("rgb mean", 3), weights("rgb var", 3, low=0.5)
RGB = RGB_SCALE, RGB_SHIFT, RGB_MEAN, RGB_VARIANCE

CONV_NORM = {
    "fused": lambda x: fused(conv(x)),
    "tf.nn.batch_normalization": lambda x: plain_norm(conv(x)),
    "spelled out": lambda x: spelled_norm(conv(x)),
    "spelled out, reciprocal root": lambda x: (
        (conv(x) - MEAN) * (tf.math.rsqrt(VARIANCE + EPSILON) * SCALE) + SHIFT
    ),
    "scale and shift": lambda x: conv(x) * SCALE + SHIFT,
    "constants first": lambda x: SHIFT + SCALE * conv(x),
    "constants of every rank": lambda x: (
        conv(x) * SCALE.reshape(1, 1, 1, 8) + SHIFT.reshape(1, 1, 1, 8)
    ),
    "constants of rank two": lambda x: (
        conv(x) * SCALE.reshape(1, 8) + SHIFT.reshape(1, 1, 8)
    ),
    "scalars": lambda x: conv(x) * 0.5 + 0.25,
    "one element": lambda x: conv(x) * np.float32([0.5]) + np.float32([[[0.25]]]),
    "scale and negative shift": lambda x: conv(x) * SCALE - SHIFT,
    "divided": lambda x: conv(x) / SCALE + SHIFT,
    "divided by a scalar": lambda x: (conv(x) - MEAN) / 3.0,
    "shift before scale": lambda x: (conv(x) + SHIFT) * SCALE,
    "after a bias": lambda x: fused(tf.nn.bias_add(conv(x), SHIFT)),
    "after an added bias": lambda x: spelled_norm(conv(x) + SHIFT),
    "twice": lambda x: fused(plain_norm(conv(x))),
    "with relu": lambda x: tf.nn.relu(fused(conv(x))),
    "with relu6 by bounds": lambda x: (
        tf.minimum(tf.maximum(plain_norm(conv(x)), 0.0), 6.0)
    ),
    "before, fused": lambda x: conv(fused(x, *RGB), padding="VALID"),
    "before, spelled out": lambda x: conv(spelled_norm(x, *RGB), padding="VALID"),
    "before, scale and shift": lambda x: (
        conv(x * RGB_SCALE + RGB_SHIFT, padding="VALID")
    ),
    "before, scale alone": lambda x: conv(RGB_SCALE * x),
    "before, scaled image": lambda x: conv(x / 127.5 - 1.0, padding="VALID"),
    "on both sides": lambda x: fused(conv(x * RGB_SCALE + RGB_SHIFT, padding="VALID")),
}

CONV_BIAS = {
    "tf.nn.bias_add": lambda x: tf.nn.bias_add(conv(x), SHIFT),
    "add": lambda x: conv(x) + SHIFT,
    "bias first": lambda x: tf.constant(SHIFT) + conv(x),
    "minus negative": lambda x: conv(x) - (-SHIFT),
    "every rank": lambda x: conv(x) + SHIFT.reshape(1, 1, 1, 8),
    "scalar": lambda x: conv(x) + 0.5,
    "twice": lambda x: conv(x) + SHIFT - MEAN,
    "with relu": lambda x: tf.nn.relu(tf.nn.bias_add(conv(x), SHIFT)),
    "with maximum": lambda x: tf.maximum(conv(x) + SHIFT, 0.0),
}

DEEP = weights("deep", 3, 3, 8, 1)
DEEP_TWICE = weights("deep twice", 3, 3, 4, 2)


def depthwise(x, w=DEEP, padding="SAME"):
    return tf.nn.depthwise_conv2d(x, w, [1, 1, 1, 1], padding)


DEPTHWISE_NORM = {
    "fused": lambda x: fused(depthwise(x)),
    "spelled out": lambda x: spelled_norm(depthwise(x)),
    "scale and shift": lambda x: depthwise(x) * SCALE + SHIFT,
    "scalars": lambda x: 0.5 * depthwise(x) - 0.25,
    "bias and fused": lambda x: fused(tf.nn.bias_add(depthwise(x), SHIFT)),
    "before, scale alone": lambda x: depthwise(x * SCALE),
    "before, fused": lambda x: depthwise(fused(x), padding="VALID"),
    "with relu6": lambda x: tf.nn.relu6(fused(depthwise(x))),
}
DEPTHWISE_TWICE = {
    "fused": lambda x: fused(depthwise(x, DEEP_TWICE)),
    "scale and shift": lambda x: depthwise(x, DEEP_TWICE) * SCALE + SHIFT,
}

DENSE = weights("dense", 16, 8)

DENSE_NORM = {
    "tf.nn.batch_normalization": lambda x: plain_norm(tf.matmul(x, DENSE)),
    "spelled out": lambda x: spelled_norm(tf.matmul(x, DENSE)),
    "scale and shift": lambda x: SCALE * tf.matmul(x, DENSE) + SHIFT,
    "constants of every rank": lambda x: (
        tf.matmul(x, DENSE) * SCALE.reshape(1, 8) + SHIFT.reshape(1, 8)
    ),
    "scalars": lambda x: tf.matmul(x, DENSE) * 0.5 + 0.25,
    "divided": lambda x: (tf.matmul(x, DENSE) + SHIFT) / SCALE,
    "bias and norm": lambda x: plain_norm(
        tf.nn.bias_add(tf.matmul(x, DENSE), SHIFT)
    ),
    "bias, norm and relu": lambda x: tf.nn.relu(
        plain_norm(tf.matmul(x, DENSE) + SHIFT)
    ),
    "before, norm": lambda x: tf.matmul(plain_norm(x, GAMMA, BETA, BETA, GAMMA), DENSE),
    "before, scale and shift": lambda x: tf.matmul(x * GAMMA + BETA, DENSE),
    "before, scalars": lambda x: tf.matmul((x - 0.5) / 3.0, DENSE) + SHIFT,
    "transposed": lambda x: (
        tf.matmul(x, np.ascontiguousarray(DENSE.T), transpose_b=True) * SCALE + SHIFT
    ),
    "on both sides": lambda x: plain_norm(tf.matmul(x * GAMMA + BETA, DENSE)),
}

UP = weights("up", 3, 3, 8, 3)


def upward(x):
    shape = tf.stack([tf.shape(x)[0], 12, 12, 8])
    if x.shape[0] is not None:
        shape = [x.shape[0], 12, 12, 8]
    return tf.nn.conv2d_transpose(x, UP, shape, 2)


TRANSPOSED_NORM = {
    "fused": lambda x: fused(upward(x)),
    "scale and shift": lambda x: upward(x) * SCALE + SHIFT,
    "bias and fused": lambda x: fused(tf.nn.bias_add(upward(x), SHIFT)),
}


def pad(x, *pads):
    return tf.pad(x, [[0, 0], *pads, [0, 0]])


WIDE = weights("wide", 5, 5, 3, 4)

PADDED = {
    "a ring": lambda x: conv(pad(x, [1, 1], [1, 1]), padding="VALID"),
    "two rings": lambda x: conv(pad(x, [2, 2], [2, 2]), WIDE, "VALID"),
    "a stride of two": lambda x: conv(pad(x, [0, 1], [0, 1]), FILTER, "VALID", 2),
    "explicit": lambda x: conv(x, padding=[[0, 0], [1, 1], [1, 1], [0, 0]]),
    "zero by value": lambda x: (
        conv(tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]], constant_values=0.0), padding="VALID")
    ),
    "padded twice": lambda x: (
        conv(pad(pad(x, [1, 0], [1, 0]), [0, 1], [0, 1]), padding="VALID")
    ),
    "with bias and relu": lambda x: (
        tf.nn.relu(conv(pad(x, [1, 1], [1, 1]), padding="VALID") + SHIFT)
    ),
    "scaled before the pad": lambda x: (
        conv(pad(x * RGB_SCALE, [1, 1], [1, 1]), padding="VALID")
    ),
}

PADDED_DEEP = {
    "a ring": lambda x: depthwise(pad(x, [1, 1], [1, 1]), padding="VALID"),
    "norm after": lambda x: fused(depthwise(pad(x, [1, 1], [1, 1]), padding="VALID")),
}

MEAN_OF_SQUARES = {
    "square": lambda x: mean(tf.square(x)),
    "product": lambda x: mean(x * x),
    "power": lambda x: mean(x**2),
    "sum divided": lambda x: total(x * x) / 16.0,
    "sum times": lambda x: (1 / 16) * total(tf.square(x)),
    "absolute": lambda x: mean(tf.square(tf.abs(x))),
    "negated": lambda x: mean(-x * -x),
    "halves": lambda x: 4.0 * mean((0.5 * x) * (0.5 * x)),
}

SQUARED_DIFFERENCE = {
    "tf.math.squared_difference": tf.math.squared_difference,
    "square": lambda x, y: tf.square(x - y),
    "the other way round": lambda x, y: tf.square(y - x),
    "product": lambda x, y: (x - y) * (x - y),
    "product of opposites": lambda x, y: -((x - y) * (y - x)),
    "power": lambda x, y: (x - y) ** 2,
    "absolute": lambda x, y: tf.square(tf.abs(x - y)),
    "sum of negated": lambda x, y: tf.square(x + -y),
}

SQUARE = weights("square", 16, 16)
HEADS, JOINED = weights("heads", 16, 2, 8), weights("joined", 2, 8, 16)

DENSE_EINSUM = {
    "einsum": lambda x: tf.einsum("bti,io->bto", x, SQUARE),
    "einsum, transposed": lambda x: tf.einsum("bti,oi->bto", x, SQUARE),
    "einsum, weights first": lambda x: tf.einsum("io,bti->bto", SQUARE, x),
    "einsum, ellipsis": lambda x: tf.einsum("...i,io->...o", x, SQUARE),
    "matmul": lambda x: tf.matmul(x, SQUARE),
    "tensordot": lambda x: tf.tensordot(x, SQUARE, 1),
    "reshaped": lambda x: (
        tf.reshape(tf.matmul(tf.reshape(x, [-1, 16]), SQUARE), tf.shape(x))
    ),
    "with bias": lambda x: tf.einsum("bti,io->bto", x, SQUARE) + BETA,
    "with norm": lambda x: tf.einsum("bti,io->bto", x * GAMMA, SQUARE) * GAMMA + BETA,
}

HEADS_EINSUM = {
    "split": lambda x: tf.einsum("btd,dhk->bthk", x, HEADS),
    "split, with bias": lambda x: (
        tf.einsum("btd,dhk->bthk", x, HEADS) + BETA.reshape(2, 8)
    ),
    "split, reshaped": lambda x: (
        tf.reshape(tf.matmul(x, HEADS.reshape(16, 16)), [-1, 5, 2, 8])
    ),
    "split, tensordot": lambda x: tf.tensordot(x, HEADS, [[2], [0]]),
}

JOINED_EINSUM = {
    "joined": lambda x: tf.einsum("bthk,hkd->btd", x, JOINED),
    "joined, with bias": lambda x: tf.einsum("bthk,hkd->btd", x, JOINED) + BETA,
    "joined, tensordot": lambda x: tf.tensordot(x, JOINED, [[2, 3], [0, 1]]),
}

PRODUCTS = {
    "einsum": lambda x, y: tf.einsum("bqd,bkd->bqk", x, y),
    "einsum, second first": lambda x, y: tf.einsum("bkd,bqd->bqk", y, x),
    "matmul": lambda x, y: tf.matmul(x, y, transpose_b=True),
    "matmul of transposed": lambda x, y: tf.matmul(x, tf.transpose(y, [0, 2, 1])),
    "matrix_transpose": lambda x, y: tf.matmul(x, tf.linalg.matrix_transpose(y)),
    "transposed product": lambda x, y: (
        tf.transpose(tf.matmul(y, x, transpose_b=True), [0, 2, 1])
    ),
}

COLUMN = weights("column", 16)

BROADCAST_FACTOR = {
    "broadcast factor": lambda x: tf.matmul(x * COLUMN, DENSE),
    "broadcast factor and bias": lambda x: tf.matmul(x * COLUMN, DENSE) + SHIFT,
    "broadcast shift": lambda x: tf.matmul(x + COLUMN, DENSE),
}

def layer_forms(adds, muls):
    """Around one of the three ways to square the difference."""
    rest = {"RSQRT": 1, "SUB": 1, "MEAN": 2, "ADD": adds, "MUL": muls}
    squares = ({"SQUARED_DIFFERENCE": 1}, {"SQUARE": 1}, {"MUL": muls + 1})
    return tuple({**rest, **square} for square in squares)


RMS_FORMS = (
    form("MEAN", "ADD", "RSQRT", MUL=3),
    form("SQUARE", "MEAN", "ADD", "RSQRT", MUL=2),
)
MEAN_FORMS = (form("SQUARE", "MEAN"), form("MUL", "MEAN"))

ROWS, IMAGE, DEEP_IMAGE = ((2, 5, 16),), ((2, 8, 8, 3),), ((2, 6, 6, 8),)
MATRIX, TWO_ROWS = ((4, 16),), ((2, 5, 16), (2, 5, 16))

IDIOMS = (
    Idiom("GELU, erf", (form("GELU"),), ROWS, GELU),
    Idiom("GELU, tanh", (form("GELU"),), ROWS, GELU_TANH),
    Idiom("HardSwish", (form("HARD_SWISH"),), DEEP_IMAGE, HARD_SWISH, 4.0),
    Idiom("HardSigmoid", (form("ADD", "MUL"),), ROWS, HARD_SIGMOID, 4.0),
    Idiom("Sigmoid", (form("LOGISTIC"),), ROWS, SIGMOID),
    Idiom("SiLU", (form("LOGISTIC", "MUL"),), ROWS, SILU),
    Idiom("ELU", (form("ELU"),), ROWS, ELU),
    Idiom("ReLU", (form("RELU"),), ROWS, RELU),
    Idiom("ReLU6", (form("RELU6"),), ROWS, bounded(0.0, 6.0), 5.0),
    Idiom("ReLUN1To1", (form("RELU_N1_TO_1"),), ROWS, bounded(-1.0, 1.0)),
    Idiom("ReLU0To1", (form("RELU_0_TO_1"),), ROWS, bounded(0.0, 1.0)),
    Idiom("PReLU", (form("PRELU"),), DEEP_IMAGE, PRELU),
    Idiom("LeakyReLU", (form("LEAKY_RELU"),), ROWS, LEAKY_RELU),
    Idiom("LayerNorm", layer_forms(2, 2), ROWS, LAYER_NORM),
    Idiom("LayerNorm, plain", layer_forms(1, 1), ROWS, LAYER_NORM_PLAIN),
    Idiom(
        "LayerNorm, gamma",
        layer_forms(1, 2),
        ROWS,
        {"moments": plain_moments(GAMMA, None)},
    ),
    Idiom(
        "LayerNorm, beta",
        layer_forms(2, 1),
        ROWS,
        {"moments": plain_moments(None, BETA)},
    ),
    Idiom("RMSNorm", RMS_FORMS, ROWS, RMS_NORM),
    Idiom("L2Norm", (form("L2_NORMALIZATION"),), ROWS, L2_NORM),
    Idiom("Softmax", (form("SOFTMAX"),), ROWS, SOFTMAX),
    Idiom("LogSoftmax", (form("LOG_SOFTMAX"),), ROWS, LOG_SOFTMAX),
    Idiom("Norm and conv", (form("CONV_2D"),), IMAGE, CONV_NORM),
    Idiom("Bias and conv", (form("CONV_2D"),), IMAGE, CONV_BIAS),
    Idiom(
        "Norm and depthwise", (form("DEPTHWISE_CONV_2D"),), DEEP_IMAGE, DEPTHWISE_NORM
    ),
    Idiom(
        "Norm and depthwise, twice the channels",
        (form("DEPTHWISE_CONV_2D"),),
        ((2, 6, 6, 4),),
        DEPTHWISE_TWICE,
    ),
    Idiom(
        "Norm and transposed conv",
        # The size of the result has to be computed where the batch is open.
        (form("TRANSPOSE_CONV"), form("TRANSPOSE_CONV", "SHAPE", "ADD")),
        ((2, 6, 6, 3),),
        TRANSPOSED_NORM,
    ),
    Idiom("Norm and dense", (form("FULLY_CONNECTED"),), MATRIX, DENSE_NORM),
    Idiom("Pad and conv", (form("CONV_2D"),), IMAGE, PADDED),
    Idiom("Pad and depthwise", (form("DEPTHWISE_CONV_2D"),), DEEP_IMAGE, PADDED_DEEP),
    Idiom("Mean of squares", MEAN_FORMS, ROWS, MEAN_OF_SQUARES),
    Idiom(
        "Squared difference",
        (form("SQUARED_DIFFERENCE"),),
        TWO_ROWS,
        SQUARED_DIFFERENCE,
    ),
    Idiom("Einsum, dense", (form("FULLY_CONNECTED"),), ROWS, DENSE_EINSUM),
    Idiom(
        "Einsum, heads", (form("FULLY_CONNECTED", "RESHAPE"),), ROWS, HEADS_EINSUM
    ),
    Idiom(
        "Einsum, heads joined",
        (form("FULLY_CONNECTED", "RESHAPE"),),
        ((2, 5, 2, 8),),
        JOINED_EINSUM,
    ),
    Idiom("Einsum, products", (form("BATCH_MATMUL"),), TWO_ROWS, PRODUCTS),
    # A factor that makes the value larger must not go into the weights as if it did
    # not (TensorFlow issue 124103).
    Idiom(
        "Broadcast before dense",
        (form("FULLY_CONNECTED", "MUL"), form("FULLY_CONNECTED", "ADD"),
         form("FULLY_CONNECTED"), form("MUL"), form("MUL", "ADD")),
        ((4, 1),),
        BROADCAST_FACTOR,
    ),
)
