# A rate that a training loop multiplies by 0.9 after every update: as a TensorFlow variable, and as a Python number assigned to it.
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common

file = common.Writer(
    "compound-keras.txt",
    f"keras {keras.__version__} on TensorFlow {keras.src.backend.tensorflow.core.tf.__version__}: Adam(η₀).learning_rate multiplied after "
    "every update, written by keras/compound.py.\nLines: ROUNDING ETA0 FACTOR, then the rates (float32).")


def rates(base, step, count=1100):
    optimizer = keras.optimizers.Adam(base)
    values = []
    for _ in range(count):
        values.append(float(optimizer.learning_rate.numpy()))
        step(optimizer)
    return values


for base, factor in [(0.1, 0.9), (0.5, 0.7), (0.001, 0.95)]:
    for rounding, step in [
        ("tensorflow", lambda o: o.learning_rate.assign(o.learning_rate * factor)),
        ("python", lambda o: o.learning_rate.assign(float(o.learning_rate.numpy()) * factor)),
    ]:
        file.add(f"{rounding} {base} {factor}")
        file.add(common.floats(rates(base, step)))
file.write()
