"""Live weights: seeded, and fitted to real activations.

A network with freshly initialised weights is a bad test. Its batch norms are
the identity, its outputs hardly depend on its inputs, and a converter that
drops half of it would still agree with TensorFlow. Here every kernel is drawn
anew, batch norms take the statistics of what really flows through them, and the
last layer is scaled so that each output moves by about one between inputs.

Normalised activations are shifted up by one before they are cut off. With no
shift a ReLU loses half of the signal, the next batch norm blows the rest up, and
after fifty layers the rounding of the first is larger than the bar we set:
TensorFlow would disagree with itself.
"""

import numpy as np

SHIFT = 1.0


def draw(model, rng):
    """Draws every weight of a Keras model, He-scaled to its fan-in."""
    for weight in model.trainable_weights:
        name, shape = weight.name, weight.shape
        if "depthwise" in name and len(shape) >= 3:
            value = rng.normal(size=shape) * np.sqrt(2 / np.prod(shape[:-2]))
        elif "kernel" in name:
            value = rng.normal(size=shape) * np.sqrt(2 / np.prod(shape[:-1]))
        elif "gamma" in name:
            value = rng.uniform(0.7, 1.3, shape)
        elif "beta" in name:
            value = SHIFT + rng.normal(size=shape) * 0.2
        else:
            value = rng.normal(size=shape) * 0.1
        weight.assign(value.astype(np.float32))


def fit_batch_norms(model, inputs):
    """One training step without a gradient: moving statistics become real ones.

    With momentum 0 the statistics of this batch replace the old ones. Dropout is
    off, otherwise the statistics would be those of a noisier network.
    """
    layers = list(model._flatten_layers(include_self=False))
    kept = [(layer, layer.momentum) for layer in layers if hasattr(layer, "momentum")]
    dropouts = [(layer, layer.rate) for layer in layers if hasattr(layer, "rate")]
    for layer, _ in kept:
        layer.momentum = 0.0
    for layer, _ in dropouts:
        layer.rate = 0.0
    if kept:
        model(inputs, training=True)
    for layer, momentum in kept:
        layer.momentum = momentum
    for layer, rate in dropouts:
        layer.rate = rate


def _rescale(layer, outputs, shift=0.0):
    """Makes a layer's outputs, before its activation, of deviation 1."""
    axes = tuple(range(outputs.ndim - 1))
    mean, deviation = outputs.mean(axes), outputs.std(axes) + 1e-6
    layer.kernel.assign(layer.kernel.numpy() / deviation)
    if layer.bias is not None:
        layer.bias.assign((layer.bias.numpy() - mean) / deviation + shift)


def fit_chain(model, inputs):
    """Rescales each layer of a plain chain in turn.

    Without batch norms the activations of a deep chain grow alike for all
    inputs; centring every layer keeps them apart.
    """
    value = inputs
    for layer in model.layers:
        if layer.__class__.__name__ == "InputLayer":
            continue
        if hasattr(layer, "kernel") and layer is not model.layers[-1]:
            activation, layer.activation = layer.activation, None
            _rescale(layer, np.asarray(layer(value)), SHIFT)
            layer.activation = activation
        value = layer(value)


def fit_head(model, inputs):
    """Rescales the last layer that has a kernel to outputs of order one."""
    heads = [layer for layer in model.layers if hasattr(layer, "kernel")]
    outputs = model(inputs, training=False)
    _rescale(heads[-1], np.asarray(outputs))


def bring_to_life(model, rng, inputs, chain=False):
    """All of the above, in the order that works."""
    draw(model, rng)
    if chain:
        fit_chain(model, inputs)
    fit_batch_norms(model, inputs)
    fit_head(model, inputs)
