"""TensorFlow graphs that are not Keras models. Each function writes to `path`."""

import os

import numpy as np
import tensorflow as tf

import feeds


def _normal(name, *shape):
    rng = feeds.generator("graph", name)
    return (rng.normal(size=shape) / np.sqrt(max(shape[0], 1))).astype(np.float32)


def _save(path, function, *specs):
    module = tf.Module()
    module.serve = tf.function(function, input_signature=specs)
    tf.saved_model.save(module, path, signatures={"serving_default": module.serve})


def _spec(*shape, name="x", dtype=tf.float32):
    return tf.TensorSpec(shape, dtype, name=name)


def reshape_batch(path):
    """The batch is read from the input's shape; TFLite can say it by -1."""

    def serve(x):
        return {"y": tf.reshape(x, [tf.shape(x)[0], 2, 5])}

    _save(path, serve, _spec(None, 10))


def digamma(path):
    """No TFLite op and no lowering: conversion must fail and name the op."""

    def serve(x):
        return {"y": tf.math.digamma(x + 2.0) * 0.5}

    _save(path, serve, _spec(None, 10))


def gelu(path):
    """TensorFlow 2.21 writes gelu with Erfc and has to recognise it as a whole."""

    def serve(x):
        return {"y": tf.nn.gelu(x, approximate=False)}

    _save(path, serve, _spec(None, 10))


def gelu_shared(path):
    """The same, but half of x is used twice: TensorFlow's converter refuses Erfc."""

    def serve(x):
        return {"y": tf.nn.gelu(x, approximate=False), "half": 0.5 * x}

    _save(path, serve, _spec(None, 10))


def gelu_bert(path):
    """As BERT's code writes it: TensorFlow's converter refuses Erf in this order."""

    def serve(x):
        return {"y": x * (0.5 * (1.0 + tf.math.erf(x / 2.0**0.5)))}

    _save(path, serve, _spec(None, 10))


class TwoSignatures(tf.Module):
    """An encoder and a decoder that share one variable."""

    def __init__(self):
        super().__init__()
        self.shared = tf.Variable(_normal("two-signatures", 8, 3), name="shared")
        self.bias = tf.Variable(_normal("two-signatures-bias", 3), name="bias")

    @tf.function(input_signature=[_spec(None, 8, name="x")])
    def encode(self, x):
        return {"code": tf.nn.relu(tf.matmul(x, self.shared) + self.bias)}

    @tf.function(input_signature=[_spec(None, 3, name="code")])
    def decode(self, code):
        return {"x": tf.matmul(code, self.shared, transpose_b=True)}


def two_signatures(path):
    module = TwoSignatures()
    signatures = {"encode": module.encode, "decode": module.decode}
    tf.saved_model.save(module, path, signatures=signatures)


def _v1_network(use_resource):
    """A small convolutional network the way TensorFlow 1 code writes it."""
    v1 = tf.compat.v1
    x = v1.placeholder(tf.float32, [None, 12, 12, 2], name="x")
    kernel = v1.get_variable(
        "conv/kernel", initializer=_normal("v1-conv", 3, 3, 2, 8), use_resource=use_resource
    )
    bias = v1.get_variable(
        "conv/bias", initializer=_normal("v1-bias", 8), use_resource=use_resource
    )
    dense = v1.get_variable(
        "dense/kernel", initializer=_normal("v1-dense", 288, 5), use_resource=use_resource
    )
    value = v1.nn.conv2d(x, filter=kernel, strides=[1, 1, 1, 1], padding="SAME")
    value = tf.nn.relu(tf.nn.bias_add(value, bias))
    value = v1.nn.max_pool(value, [1, 2, 2, 1], [1, 2, 2, 1], padding="SAME")
    value = tf.reshape(value, [-1, 288])
    return x, tf.matmul(value, dense, name="logits")


def v1_savedmodel(path):
    v1 = tf.compat.v1
    with tf.Graph().as_default(), v1.Session() as session:
        x, logits = _v1_network(use_resource=False)
        session.run(v1.global_variables_initializer())
        builder = v1.saved_model.Builder(path)
        signature = v1.saved_model.predict_signature_def({"x": x}, {"logits": logits})
        builder.add_meta_graph_and_variables(
            session, ["serve"], signature_def_map={"serving_default": signature}
        )
        builder.save()


def frozen_graphdef(path):
    """One graph, as bytes and as text."""
    v1 = tf.compat.v1
    with tf.Graph().as_default() as graph, v1.Session() as session:
        _v1_network(use_resource=True)
        session.run(v1.global_variables_initializer())
        frozen = v1.graph_util.convert_variables_to_constants(
            session, graph.as_graph_def(), ["logits"]
        )
    os.makedirs(path)
    tf.io.write_graph(frozen, path, "graph.pb", as_text=False)
    tf.io.write_graph(frozen, path, "graph.pbtxt", as_text=True)


def cond_while(path):
    """Scalars that steer: a branch, and a loop whose length is an input."""

    def serve(x, steps, threshold):
        branch = tf.cond(
            tf.reduce_sum(x) > threshold,
            lambda: x * 2.0 + 1.0,
            lambda: tf.sin(x) - threshold,
        )
        count, value = tf.while_loop(
            lambda i, v: tf.less(i, steps),
            lambda i, v: (i + 1, tf.tanh(v * 1.5) + x),
            (tf.constant(0), x),
        )
        return {"branch": branch, "count": count, "value": value}

    _save(
        path,
        serve,
        _spec(None, 4),
        _spec(name="steps", dtype=tf.int32),
        _spec(name="threshold"),
    )


def elementwise_zoo(path):
    """One output an op, so that a difference names its op."""

    def serve(x, y, p):
        unary = {
            "abs": tf.abs(x),
            "ceil": tf.math.ceil(x),
            "cos": tf.cos(x),
            "elu": tf.nn.elu(x),
            "exp": tf.exp(x),
            "floor": tf.floor(x),
            "gelu_tanh": tf.nn.gelu(x, approximate=True),
            "hard_swish": x * tf.nn.relu6(x + 3.0) * (1.0 / 6.0),
            "leaky_relu": tf.nn.leaky_relu(x, 0.1),
            "log": tf.math.log(p),
            "log1p": tf.math.log1p(p),
            "expm1": tf.math.expm1(x),
            "neg": -x,
            "reciprocal": tf.math.reciprocal(p),
            "relu": tf.nn.relu(x),
            "relu6": tf.nn.relu6(x * 4.0),
            "relu_clip": tf.clip_by_value(x, -1.0, 1.0),
            "round": tf.round(x),
            "rsqrt": tf.math.rsqrt(p),
            "selu": tf.nn.selu(x),
            "sigmoid": tf.sigmoid(x),
            "sign": tf.sign(x),
            "silu": tf.nn.silu(x),
            "sin": tf.sin(x),
            "softplus": tf.nn.softplus(x),
            "softsign": tf.nn.softsign(x),
            "sqrt": tf.sqrt(p),
            "square": tf.square(x),
            "tanh": tf.tanh(x),
            "cast": tf.cast(x * 3.0, tf.int32),
        }
        binary = {
            "add": x + y,
            "add_n": tf.add_n([x, p, x]),
            "atan2": tf.atan2(x, p),
            "bias": x + tf.constant([0.5, -1.0, 2.0, 0.25, 3.0, -2.0]),
            "div": x / p,
            "div_no_nan": tf.math.divide_no_nan(x, tf.nn.relu(p - 1.0)),
            "floordiv": tf.math.floordiv(x, p),
            "floormod": tf.math.floormod(x, p),
            "maximum": tf.maximum(x, y),
            "minimum": tf.minimum(x, 0.3),
            "mul": x * y,
            "pow": tf.pow(p, x),
            "squared_difference": tf.math.squared_difference(x, y),
            "sub": x - y,
            "greater": x > y,
            "less_equal": x <= 0.0,
            "not_equal": tf.not_equal(tf.floor(x), tf.floor(p)),
            "logic_and": tf.logical_and(x > 0.0, p > 1.0),
            "logic_not_or": tf.logical_or(x > 0.5, tf.logical_not(y > 0.0)),
            "where": tf.where(x > y, x, p),
            "where_broadcast": tf.where(y > 0.0, x, 0.0),
        }
        return unary | binary

    _save(
        path,
        serve,
        _spec(None, 5, 6),
        _spec(1, 6, name="y"),
        _spec(None, 5, 6, name="p"),
    )


def reduce_zoo(path):
    def serve(x):
        values, indices = tf.math.top_k(x, 3)
        return {
            "all": tf.reduce_all(x > -1.0, axis=-1),
            "any": tf.reduce_any(x > 1.0, axis=[1, 2]),
            "argmax": tf.argmax(x, axis=-1),
            "argmax_int32": tf.argmax(x, axis=1, output_type=tf.int32),
            "argmin": tf.argmin(x, axis=2),
            "cumsum": tf.cumsum(x, axis=1),
            "cumsum_exclusive": tf.cumsum(x, axis=2, exclusive=True, reverse=True),
            "l2_normalize": tf.math.l2_normalize(x, axis=-1),
            "log_softmax": tf.nn.log_softmax(x),
            "logsumexp": tf.reduce_logsumexp(x, axis=-1, keepdims=True),
            "max": tf.reduce_max(x, axis=-1),
            "mean": tf.reduce_mean(x, axis=[1, 2], keepdims=True),
            "mean_of_batch": tf.reduce_mean(x, axis=0),
            "min": tf.reduce_min(x, axis=1, keepdims=True),
            "norm": tf.norm(x, axis=-1),
            "prod": tf.reduce_prod(x, axis=-1),
            "softmax": tf.nn.softmax(x),
            "softmax_axis1": tf.nn.softmax(x, axis=1),
            "std": tf.math.reduce_std(x, axis=-1),
            "sum": tf.reduce_sum(x, axis=-2),
            "sum_all": tf.reduce_sum(x),
            "top_values": values,
            "top_indices": indices,
            "variance": tf.math.reduce_variance(x, axis=[-1, -2]),
        }

    _save(path, serve, _spec(None, 5, 6))


def shape_zoo(path):
    """Moving data about while the batch is unknown."""

    def serve(x, i):
        batch = tf.shape(x)[0]
        first, second = tf.split(x, 2, axis=2)
        uneven = tf.split(x, [1, 3, 2], axis=-1)
        rows = tf.unstack(x, axis=1)
        table = tf.constant(_normal("shape-zoo", 9, 5))
        return {
            "broadcast": tf.broadcast_to(x[:, :1, :], [batch, 4, 6]),
            "concat": tf.concat([first, -second, first], axis=-1),
            "concat_uneven": tf.concat([uneven[2], uneven[0]], axis=2),
            "depth_to_space": tf.nn.depth_to_space(tf.reshape(x, [-1, 2, 3, 4]), 2),
            "expand": tf.expand_dims(x, 1) + tf.expand_dims(x, 2),
            "fill": tf.fill([batch, 2], 1.5),
            "flatten": tf.reshape(x, [batch, -1]),
            "gather": tf.gather(table, i),
            "gather_axis": tf.gather(x, [3, 0, 0], axis=1),
            "gather_batch": tf.gather(x, i, axis=1, batch_dims=1),
            "gather_nd": tf.gather_nd(table, tf.stack([i, i // 2], axis=-1)),
            "mirror_pad": tf.pad(x, [[0, 0], [1, 1], [2, 0]], mode="REFLECT"),
            "one_hot": tf.one_hot(i, 5, on_value=2.0, off_value=-1.0),
            "pack": tf.stack([rows[2], rows[0]], axis=1),
            "pad": tf.pad(x, [[0, 0], [1, 0], [0, 2]]),
            "pad_value": tf.pad(x, [[0, 0], [0, 1], [1, 0]], constant_values=3.0),
            "range": tf.cast(tf.range(batch), tf.float32) * 0.5,
            "reverse": tf.reverse(x, axis=[1]),
            "size": tf.cast(tf.size(x), tf.float32),
            "slice": tf.slice(x, [0, 1, 2], [-1, 2, 3]),
            "space_to_depth": tf.nn.space_to_depth(tf.reshape(x, [-1, 4, 6, 1]), 2),
            "squeeze": tf.squeeze(x[:, 1:2, :], axis=1),
            "stride": x[:, ::2, ::-1],
            "stride_ellipsis": x[..., tf.newaxis, 1:-1],
            "tile": tf.tile(x, [1, 2, 1]),
            "transpose": tf.transpose(x, [0, 2, 1]),
            "transpose_all": tf.transpose(x),
            "zeros_like": tf.zeros_like(x) + x[:, :, :1],
        }

    _save(path, serve, _spec(None, 4, 6), _spec(None, 2, name="i", dtype=tf.int32))


class State(tf.Module):
    """A running sum that each call starts anew, so that calls do not depend on
    each other; and one that the loop changes, which only the runtime can know."""

    def __init__(self):
        super().__init__()
        self.total = tf.Variable(tf.ones([4]), name="total")
        self.weights = tf.Variable(_normal("state", 4, 4), name="weights")

    @tf.function(input_signature=[_spec(None, 4)])
    def serve(self, x):
        mean = tf.reduce_mean(x, 0)
        self.total.assign(mean)
        self.total.assign_add(tf.linalg.matvec(self.weights, mean))
        for _ in tf.range(3):
            self.total.assign(tf.nn.relu(self.total) + mean)
        return {"y": self.total * x}


def state(path):
    module = State()
    signatures = {"serving_default": module.serve}
    tf.saved_model.save(module, path, signatures=signatures)


class Tables(tf.Module):
    """Numbers to words and words to numbers, the second by the lines of a file."""

    def __init__(self, vocabulary):
        super().__init__()
        words = tf.constant(["zero", "one", "two", "three"])
        keys = tf.range(4, dtype=tf.int64)
        pairs = tf.lookup.KeyValueTensorInitializer(keys, words)
        self.words = tf.lookup.StaticHashTable(pairs, "many")
        lines = tf.lookup.TextFileInitializer(
            vocabulary,
            tf.string,
            tf.lookup.TextFileIndex.WHOLE_LINE,
            tf.int64,
            tf.lookup.TextFileIndex.LINE_NUMBER,
        )
        self.numbers = tf.lookup.StaticHashTable(lines, -1)

    @tf.function(input_signature=[_spec(None, name="i", dtype=tf.int64)])
    def serve(self, i):
        return {"n": self.numbers.lookup(self.words.lookup(i))}


def tables(path):
    vocabulary = path + "-vocabulary.txt"
    with open(vocabulary, "w") as file:
        file.write("three\nmany\none\n")
    module = Tables(vocabulary)
    signatures = {"serving_default": module.serve}
    tf.saved_model.save(module, path, signatures=signatures)
    os.remove(vocabulary)
