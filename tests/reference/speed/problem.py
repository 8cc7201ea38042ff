# The two articles' networks as the speed scripts time them: sizes, random samples, and how a time is printed.
import sys
import time

import numpy as np

BATCH = 32
# Widths from the inputs to the outputs; ReLU between them.
NETWORKS = {"a": [100, 64, 1], "b": [784, 128, 64, 10]}
SAMPLES = 800


def asked():
    """The article and the count of updates, from the command line."""
    return sys.argv[1], int(sys.argv[2])


def samples(article):
    """As many as an epoch of the articles has; float32 inputs, and classes as whole numbers."""
    widths = NETWORKS[article]
    rng = np.random.default_rng(1)
    x = rng.normal(size=(SAMPLES, widths[0])).astype(np.float32)
    return x, rng.integers(0, 2 if widths[-1] == 1 else widths[-1], SAMPLES).astype(np.int32)


def batches(x, y):
    """A fresh order for every epoch, without end."""
    rng = np.random.default_rng(2)
    while True:
        order = rng.permutation(len(x))
        for at in range(0, len(x), BATCH):
            rows = order[at:at + BATCH]
            yield x[rows], y[rows]


def timed(step, article, updates):
    """Prints UPDATES SECONDS of `step(x, y)`, called once a batch, after 50 calls that are not counted."""
    each = batches(*samples(article))
    for _ in range(50):
        last = step(*next(each))
    float(last)
    start = time.perf_counter()
    for _ in range(updates):
        last = step(*next(each))
    float(last)
    print(updates, time.perf_counter() - start)
