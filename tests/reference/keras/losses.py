# Keras' losses and accuracies of given logits, with the gradients that TensorFlow takes of them.
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tensorflow as tf

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import articles
import common

ROWS = 37


def logits(width, spread, seed):
    u = (articles.mixed(np.arange(ROWS * width), seed) >> np.uint64(8)).astype(np.float64) / 2**23 - 1
    return (spread * u).astype(np.float32).reshape(ROWS, width)


def classes(count, seed):
    return (articles.mixed(np.arange(ROWS), seed) % np.uint64(count)).astype(np.int32)


# Our name, what the output layer does, the loss on its output, the metric that "accuracy" stands for.
recovered = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
CASES = [
    ("binary_cross_entropy", keras.activations.sigmoid, keras.losses.BinaryCrossentropy(), keras.metrics.BinaryAccuracy),
    ("cross_entropy", keras.activations.softmax, recovered, keras.metrics.SparseCategoricalAccuracy),
    ("double_softmax", keras.activations.softmax, lambda y, p: recovered(y, p + 0), keras.metrics.SparseCategoricalAccuracy),
]

file = common.Writer(
    "losses-keras.txt",
    f"keras {keras.__version__} on TensorFlow {tf.__version__}: losses of logits, written by keras/losses.py.\n"
    "Lines: LOSS CLASSES SPREAD SEED, the mean loss and the accuracy of 37 rows (float32), the gradient of the mean by the logits (float32).")
seed = 300
for name, activation, loss, metric in CASES:
    for count in [2] if name.startswith("binary") else [2, 5, 10]:
        for spread in [1, 4, 30]:
            seed += 2
            z = tf.Variable(logits(1 if name.startswith("binary") else count, spread, seed))
            y = classes(count, seed + 1)
            with tf.GradientTape() as tape:
                p = activation(z)
                cost = loss(y.reshape(-1, 1) if name.startswith("binary") else y, p)
            right = metric()
            right.update_state(y.reshape(-1, 1), p)
            gradient = tape.gradient(cost, z)
            file.add(f"{name} {count} {spread} {seed} {common.floats([cost])} {common.floats([right.result()])} {common.floats(gradient)}")
file.write()
