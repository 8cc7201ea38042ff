# What the two articles' runs begin with, made from whole numbers so that tests/cpp/article.hpp makes the very same: weights, data, batches.
import pathlib

import numpy as np

BATCH = 32


def mixed(numbers, seed):
    """A 32-bit hash of each number (the last step of MurmurHash3)."""
    h = (np.asarray(numbers, np.uint64) + np.uint64(seed * 0x9E3779B9)) & np.uint64(0xFFFFFFFF)
    for shift, factor in [(16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)]:
        h ^= h >> np.uint64(shift)
        h = (h * np.uint64(factor)) & np.uint64(0xFFFFFFFF)
    return h


def start(widths):
    """Of each layer its kernel, uniform within Glorot's limit, and its biases, 0."""
    layers = []
    for i, (inputs, outputs) in enumerate(zip(widths, widths[1:])):
        limit = np.sqrt(6.0 / (inputs + outputs))
        u = (mixed(np.arange(inputs * outputs), 10 + i) >> np.uint64(8)).astype(np.float64) / 2**23 - 1
        layers += [(limit * u).astype(np.float32).reshape(inputs, outputs), np.zeros(outputs, np.float32)]
    return layers


def order(epoch, n):
    """The samples of an epoch in their order."""
    return np.argsort(mixed(np.arange(n), 1000 + epoch), kind="stable")


def batch(t, n):
    """The samples of update t."""
    per_epoch = -(-n // BATCH)
    return order(t // per_epoch, n)[t % per_epoch * BATCH:][:BATCH]


def features():
    """A's 1000 rows of 100: bell-shaped, ten columns shifted by the class, one label in twenty wrong. Whole numbers over 2^14."""
    n, width = 1000, 100
    y = (mixed(np.arange(n), 1) & np.uint64(1)).astype(np.int64)
    x = np.zeros((n, width), np.int64)
    for part in range(4):
        x += (mixed(np.arange(n * width), 2 + part) >> np.uint64(16)).astype(np.int64).reshape(n, width)
    x = x - 4 * 2**15
    signs = 1 - 2 * (np.arange(10) % 2)
    x[:, :10] += 12000 * signs * (2 * y[:, None] - 1)
    wrong = mixed(np.arange(n), 7) % np.uint64(20) == 0
    return (x / 2**14).astype(np.float32), np.where(wrong, 1 - y, y).astype(np.int32)


def mnist():
    """B's 1000 images: build/assets/mnist_1000.bin, which build-scripts/build makes."""
    data = (pathlib.Path(__file__).parents[2] / "build/assets/mnist_1000.bin").read_bytes()
    assert data[:8] == b"EtaMnst1"
    n = data[8] + 256 * data[9]
    labels = np.frombuffer(data[10:10 + n], np.uint8).astype(np.int32)
    pixels = bytearray()
    at = 10 + n
    while at < len(data):
        if data[at]:
            pixels.append(data[at])
            at += 1
        else:
            pixels.extend(bytes(data[at + 1]))
            at += 2
    return (np.frombuffer(bytes(pixels), np.uint8).reshape(n, 784) / 255.0).astype(np.float32), labels


def sampled(layer, t, size, count):
    """Which of a layer's numbers are kept in the reference file."""
    return np.unique(mixed(np.arange(count), 100 * t + layer) % np.uint64(size)).astype(np.int64)
