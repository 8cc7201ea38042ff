# The networks as the speed scripts time them: sizes, random samples, and how a time is printed.
import sys
import time

import numpy as np

# Widths from the inputs to the outputs: the two articles' networks, and two small ones.
NETWORKS = {"a": [100, 64, 1], "b": [784, 128, 64, 10], "digits": [64, 32, 10], "moons": [2, 8, 8, 2]}
BATCHES = {"a": 32, "b": 32, "digits": 8, "moons": 32}
ACTIVATIONS = {"a": "relu", "b": "relu", "digits": "relu", "moons": "tanh"}
SAMPLES = 800


def asked():
    """The network's name and the count of updates, from the command line."""
    return sys.argv[1], int(sys.argv[2])


def samples(name):
    """As many as an epoch of the articles has; float32 inputs, and classes as whole numbers."""
    widths = NETWORKS[name]
    rng = np.random.default_rng(1)
    x = rng.normal(size=(SAMPLES, widths[0])).astype(np.float32)
    return x, rng.integers(0, 2 if widths[-1] == 1 else widths[-1], SAMPLES).astype(np.int32)


def batches(x, y, size):
    """A fresh order for every epoch, without end."""
    rng = np.random.default_rng(2)
    while True:
        order = rng.permutation(len(x))
        for at in range(0, len(x), size):
            rows = order[at:at + size]
            yield x[rows], y[rows]


def timed(step, name, updates):
    """Prints UPDATES SECONDS of `step(x, y)`, called once a batch, after 50 calls that are not counted."""
    each = batches(*samples(name), BATCHES[name])
    for _ in range(50):
        last = step(*next(each))
    float(last)
    start = time.perf_counter()
    for _ in range(updates):
        last = step(*next(each))
    float(last)
    print(updates, time.perf_counter() - start)
