"""Seeded inputs for the comparison, the same bytes on every machine.

White noise is a poor test image: global pooling averages it away, so a network
sees the same thing whatever the seed. Images here have large blobs, a colour
cast and only some pixel noise, so that pooled features differ between inputs.
"""

import zlib

import numpy as np


def generator(*key):
    """A random generator for a key made of strings and numbers."""
    return np.random.default_rng(zlib.crc32(repr(key).encode()))


def _stretch(size, coarse):
    """The matrix that linearly interpolates `coarse` samples to `size`."""
    at = np.linspace(0, coarse - 1, size)
    low = np.minimum(at.astype(int), coarse - 2)
    rows = np.arange(size)
    matrix = np.zeros((size, coarse))
    matrix[rows, low] = 1 - (at - low)
    matrix[rows, low + 1] = at - low
    return matrix


def images(rng, count, height, width, channels):
    """Blobs, a cast and noise, squashed into -1..1."""
    coarse = 6
    blobs = rng.normal(size=(count, coarse, coarse, channels))
    smooth = np.einsum(
        "ha,wb,nabc->nhwc", _stretch(height, coarse), _stretch(width, coarse), blobs
    )
    cast = rng.normal(size=(count, 1, 1, channels)) * 0.7
    noise = rng.normal(size=(count, height, width, channels)) * 0.3
    return np.tanh(smooth + cast + noise).astype(np.float32)


def feed(rng, kind, shape, dtype):
    """One input tensor. `kind` says which values the model can digest."""
    if kind == "image":
        return images(rng, *shape).astype(dtype)
    if kind == "image255":
        return ((images(rng, *shape) + 1) * 127.5).astype(dtype)
    if kind == "positive":
        return rng.uniform(0.1, 3.0, shape).astype(dtype)
    if kind.startswith("below-"):
        return rng.integers(0, int(kind.removeprefix("below-")), shape).astype(dtype)
    if kind == "normal":
        return np.asarray(rng.normal(size=shape)).astype(dtype)
    raise ValueError(f"unknown kind of input: {kind}")
