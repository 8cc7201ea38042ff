# Twenty epochs of article A by Keras' fit: its loss at every update and its history, from two builds of TensorFlow's kernels.
#
# The builds: as it comes, with oneDNN's kernels; and compiled by XLA (jit_compile), which sums in other orders. They are the same numbers but
# for rounding, so what lies between them is what one may ask of anybody else.
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

EPOCHS, TRAINING = 20, 800
x, y = articles.features()
RATES = [
    lambda: keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.9),
    lambda: keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9, staircase=True),
    lambda: keras.optimizers.schedules.ExponentialDecay(0.1, 25, 0.9, staircase=True),
]


class Losses(keras.callbacks.Callback):
    """The loss of each batch alone: fit tells the mean since its epoch began."""

    def __init__(self):
        super().__init__()
        self.means = []

    def on_train_batch_end(self, batch, logs=None):
        self.means.append(logs["loss"])

    @property
    def each(self):
        means = np.array(self.means, np.float64).reshape(EPOCHS, -1)
        sums = means * np.arange(1, means.shape[1] + 1)
        return np.diff(sums, axis=1, prepend=0).reshape(-1)


def fit(rate, jit):
    model = keras.Sequential([keras.layers.Input((100,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.SGD(rate()), loss="binary_crossentropy", metrics=["accuracy"], jit_compile=jit)
    model.set_weights(articles.start([100, 64, 1]))
    losses = Losses()
    history = {}
    for epoch in range(EPOCHS):
        rows = articles.order(epoch, TRAINING)
        told = model.fit(x[rows], y[rows], batch_size=articles.BATCH, initial_epoch=epoch, epochs=epoch + 1, shuffle=False, verbose=0,
                         validation_data=(x[TRAINING:], y[TRAINING:]), callbacks=[losses]).history
        for key, values in told.items():
            history.setdefault(key, []).extend(values)
    return losses.each, history


file = common.Writer(
    "article-a-curves-keras.txt",
    f"keras {keras.__version__} on TensorFlow {tf.__version__}: 20 epochs of article A by fit, written by keras/article_curves.py.\n"
    "Lines: `case RACER TEXT`, then for two builds, as it comes (oneDNN) and compiled by XLA: the loss of every update, and loss, accuracy,\n"
    "val_loss and val_accuracy of every epoch; float64 as base64.")
for racer, rate in enumerate(RATES, 1):
    file.add(f"case {racer} preset=article_a")
    both = []
    for jit in [False, True]:
        losses, history = fit(rate, jit)
        both.append(losses)
        columns = [losses, *(history[key] for key in ["loss", "accuracy", "val_loss", "val_accuracy"])]
        file.add(" ".join(common.doubles(column) for column in columns))
    print(racer, "the builds are apart by", np.max(np.abs(both[0] - both[1])), history["accuracy"][-1], history["val_accuracy"][-1])
file.write()
