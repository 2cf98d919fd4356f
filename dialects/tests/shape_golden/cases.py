"""Uses of ops under construction, and the generators of them by op."""

import random

import numpy as np

rng = random.Random(2026)


class Case:
    """A use of an op under construction: its symbols and operands."""

    def __init__(self):
        self.values = {}
        self.operands = []

    def dim(self, low=1, high=6):
        """A random dimension, symbolic now and then."""
        return self.of(rng.randint(low, high))

    def of(self, value, chance=0.4):
        """A dimension of `value`."""
        if rng.random() > chance:
            return value
        name = f"s{len(self.values)}"
        self.values[name] = value
        return name

    def dims(self, rank, low=1, high=6):
        return [self.dim(low, high) for _ in range(rank)]

    def value(self, dim):
        return self.values[dim] if isinstance(dim, str) else dim

    def again(self, dim):
        """A dimension that has the same value, whether or not that is provable."""
        return dim if rng.random() < 0.6 else self.of(self.value(dim))

    def wrong(self, dim, chance=0.06):
        """`dim`, or with some luck one that differs."""
        return self.value(dim) + rng.choice([1, 2]) if rng.random() < chance else dim

    def tensor(self, dims, dtype="f32"):
        self.operands.append(("tensor", dtype, list(dims), None))

    def const(self, values, dtype="i32"):
        array = np.array(values)
        self.operands.append(("const", dtype, list(array.shape), [x.item() for x in array.flatten()]))

    def shape(self, dims, dtype="i32"):
        """An operand that holds `dims`, a list or one."""
        flat = dims if isinstance(dims, list) else [dims]
        kind = "shape" if any(isinstance(d, str) for d in flat) else "const"
        self.operands.append((kind, dtype, [len(flat)] if isinstance(dims, list) else [], flat))


GENERATORS = []


def ops(names):
    """Registers a generator of attributes and operands for the named ops."""

    def register(function):
        for name in names.split():
            GENERATORS.append((name, function))
        return function

    return register
