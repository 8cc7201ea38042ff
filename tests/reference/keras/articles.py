# Single updates of the two articles' networks, by Keras' real layers, losses and optimizers.
#
# Each run goes in double, where rounding does not tell it apart from another one of the same arithmetic: so its weights and the
# optimizer's state at every point are known to whoever repeats it, and need not be stored. At each point they are rounded to float32,
# and a float32 model does the one update that is compared.
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

TRAINING = 800
KEPT_BEFORE, KEPT_AFTER = 24, 384  # numbers of each layer, at most


def model_a(dtype):
    return keras.Sequential([
        keras.layers.Input((100,), dtype=dtype),
        keras.layers.Dense(64, activation="relu", dtype=dtype),
        keras.layers.Dense(1, activation="sigmoid", dtype=dtype),
    ])


def model_b(dtype):
    return keras.Sequential([
        keras.layers.Input((784,), dtype=dtype),
        keras.layers.Dense(128, activation="relu", dtype=dtype),
        keras.layers.Dense(64, activation="relu", dtype=dtype),
        keras.layers.Dense(10, activation="softmax", dtype=dtype),
    ])


def literal(y, p):
    """The loss takes the softmax's output as it is. Given the output itself it would find the logits before it (and warn)."""
    return keras.losses.sparse_categorical_crossentropy(y, p + 0, from_logits=True)


binary = lambda: keras.losses.BinaryCrossentropy()
recovered = lambda: keras.losses.SparseCategoricalCrossentropy(from_logits=True)


class Multiplied:
    """A rate that is a TensorFlow variable, multiplied by 0.9 after each update of every hundredth epoch."""

    def __init__(self):
        self.rate = tf.Variable(0.1, dtype="float32")

    def __call__(self, t, dtype):
        return self.rate.numpy()

    def after(self, t):
        if t // 25 % 100 == 0:
            self.rate.assign(self.rate * 0.9)


class Dropped:
    """Keras' own schedule."""

    def __init__(self, base, steps, staircase):
        # It computes in the type of its base; a plain number would become a float32 on the way.
        self.schedules = {
            dtype: keras.optimizers.schedules.ExponentialDecay(np.dtype(dtype).type(base), steps, np.dtype(dtype).type(0.9), staircase)
            for dtype in ["float32", "float64"]
        }

    def __call__(self, t, dtype):
        eta = self.schedules[dtype](t).numpy()
        assert eta.dtype == dtype
        return eta

    def after(self, t):
        pass


EARLY = [0, 1, 2, 3, 5, 8, 13, 20, 30, 40, 50, 60, 70, 80, 90, 98, 99, 100, 101, 120]
LONG = [0, 1, 5, 24, 25, 50, 99, 100, 101, 150, 199, 200, 250, 300, 350, 399, 400, 450, 499, 500]
FIRST_EPOCH = [t for t in range(25) if t not in (4, 10, 16, 19, 22)]
# Not 13: there Keras' float32 update is three times as far from its double one as the comparison allows (q − 1 cancels).
FIRST_EPOCH_TWICE = [t for t in range(25) if t not in (10, 13, 16, 19, 22)]
FROM_2440 = [2440 + t for t in EARLY]

# Name, text of the run, model, optimizer, loss, rate, points.
SGD = lambda dtype: keras.optimizers.SGD()
# In double with 0.9 and 0.999 themselves: plain numbers would be cut to float32 on their way there.
ADAM = lambda dtype: keras.optimizers.Adam(
    **({"beta_1": np.float64(0.9), "beta_2": np.float64(0.999)} if dtype == "float64" else {}))
A = "preset=article_a"
B = "preset=article_b"
VARIANTS = [
    ("a", 1, A, model_a, SGD, binary, lambda: Dropped(0.1, 1, False), EARLY),
    ("a", 2, A, model_a, SGD, binary, lambda: Dropped(0.1, 100, True), LONG),
    ("a", 3, A, model_a, SGD, binary, lambda: Dropped(0.1, 25, True), LONG),
    ("b", 1, B, model_b, ADAM, recovered, lambda: Dropped(0.1, 100, True), EARLY),
    ("b", 2, B, model_b, ADAM, recovered, Multiplied, FIRST_EPOCH),
    ("b", 3, B, model_b, ADAM, recovered, lambda: Dropped(0.001, 2500, True), FROM_2440),
    ("b-twice", 1, B + " loss=double_softmax", model_b, ADAM, lambda: literal, lambda: Dropped(0.1, 100, True), EARLY),
    ("b-twice", 2, B + " loss=double_softmax", model_b, ADAM, lambda: literal, Multiplied, FIRST_EPOCH_TWICE),
    ("b-twice", 3, B + " loss=double_softmax", model_b, ADAM, lambda: literal, lambda: Dropped(0.001, 2500, True), FROM_2440),
]


def built(make, dtype, optimizer, loss):
    keras.config.set_floatx(dtype)
    model = make(dtype)
    model.compile(optimizer=optimizer(dtype), loss=loss())
    model.optimizer.build(model.trainable_variables)
    assert {v.dtype for v in model.optimizer.variables} <= {dtype, "int64", "int32"}
    keras.config.set_floatx("float32")
    return model


def state(model):
    """Of the optimizer: for each kept number a list of arrays like the weights."""
    o = model.optimizer
    return [[v.numpy() for v in o._momentums], [v.numpy() for v in o._velocities]] if isinstance(o, keras.optimizers.Adam) else []


def put(model, weights, slots, t):
    model.set_weights(weights)
    model.optimizer.iterations.assign(t)
    if slots:
        for variables, values in zip([model.optimizer._momentums, model.optimizer._velocities], slots):
            for variable, value in zip(variables, values):
                variable.assign(value)


def layers(arrays):
    """Kernel and biases of each layer in one vector, as the project keeps them."""
    return [np.concatenate([kernel.reshape(-1), bias]) for kernel, bias in zip(arrays[::2], arrays[1::2])]


def kept(arrays, t, count):
    return np.concatenate([each[articles.sampled(i, t, each.size, count)] for i, each in enumerate(layers(arrays))])


def own_error(double, before, after, slots, t, x, y, eta):
    """How far Keras' float32 update is from its update in double, as a part of what the comparison allows. The double model comes back."""
    kept_weights, kept_iterations = double.get_weights(), int(double.optimizer.iterations.numpy())
    put(double, [w.astype(np.float64) for w in before], [[s.astype(np.float32).astype(np.float64) for s in slot] for slot in slots], t)
    keras.config.set_floatx("float64")
    double.optimizer.learning_rate = eta
    double.train_on_batch(x.astype(np.float64), y)
    keras.config.set_floatx("float32")
    exact = double.get_weights()
    put(double, kept_weights, slots, kept_iterations)
    norm = lambda arrays: np.linalg.norm(kept(arrays, t, KEPT_AFTER))
    allowed = 1e-5 * norm([a - b for a, b in zip(exact, before)]) + 2**-24 * norm(before)
    return norm([a - b for a, b in zip(after, exact)]) / allowed


def run(file, racer, text, make, optimizer, loss, rate_of, points, data):
    x, y = data
    double = built(make, "float64", optimizer, loss)
    single = built(make, "float32", optimizer, loss)
    widths = [x.shape[1]] + [layer.units for layer in single.layers]
    first = min(points)
    put(double, [w.astype(np.float64) for w in articles.start(widths)], None, first)
    rate = rate_of()
    file.add(f"case {racer} {first} {text}")
    for t in range(first, max(points) + 1):
        rows = articles.batch(t, TRAINING)
        if t in points:
            w64, slots64 = double.get_weights(), state(double)
            before = [w.astype(np.float32) for w in w64]
            put(single, before, [[s.astype(np.float32) for s in slot] for slot in slots64], t)
            eta = rate(t, "float32")
            single.optimizer.learning_rate = eta
            single.reset_metrics()
            cost = single.train_on_batch(x[rows], y[rows])
            after = single.get_weights()
            own = own_error(double, before, after, slots64, t, x[rows], y[rows], float(eta))
            change = np.sqrt(sum(float(np.sum((a.astype(np.float64) - b) ** 2)) for a, b in zip(after, before)))
            assert own < 2, f"{text}, racer {racer}: at {t} Keras' own rounding is {own:.2f} of what is allowed"
            file.add(" ".join([
                str(t), common.floats([eta]), common.floats([cost]), common.doubles([change]),
                *(common.doubles(kept(s, t, KEPT_BEFORE)) for s in [w64, *slots64]),
                common.floats(kept(after, t, KEPT_AFTER)),
            ]))
        # fit and its kin bring what they are given to this type.
        keras.config.set_floatx("float64")
        double.optimizer.learning_rate = float(rate(t, "float64"))
        double.train_on_batch(x[rows].astype(np.float64), y[rows])
        keras.config.set_floatx("float32")
        rate.after(t)


if __name__ == "__main__":
    version = f"keras {keras.__version__} on TensorFlow {tf.__version__}"
    for name, data in [("a", articles.features()), ("b", articles.mnist()), ("b-twice", articles.mnist())]:
        data = (data[0][:TRAINING], data[1][:TRAINING])
        file = common.Writer(
            f"article-{name}-keras.txt",
            f"{version}: single updates of the articles' networks, written by keras/articles.py.\n"
            "Lines: `case RACER FIRST TEXT`, then for each point: t, η, the loss (float32), the length of the change of all weights (float64), some of w\n"
            "and of the optimizer's numbers before (float64, of a run in double from update FIRST), some of w after the float32 update. Base64.\n"
            "articles.py says what the run begins with and which numbers of each layer are kept.")
        for variant in VARIANTS:
            if variant[0] == name:
                run(file, *variant[1:], data)
        file.write()
