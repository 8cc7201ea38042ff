# What Keras' ReduceLROnPlateau does to a rate of 1, held in float32.
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import plateau

file = plateau.plateau_file("keras", keras.__version__)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
for mode in ("min", "max"):
    for p in plateau.sequences(negative=True):
        model.compile(keras.optimizers.SGD(1.0), "mse")
        callback = keras.callbacks.ReduceLROnPlateau("val_loss", p["factor"], p["patience"], 0, mode, p["threshold"], p["cooldown"], p["floor"])
        callback.set_model(model)
        callback.on_train_begin()
        factors = []
        for k, metric in enumerate(p["metrics"]):
            metric = float(metric) if metric != float("inf") or mode == "min" else float("nan")
            callback.on_epoch_end(k, {"val_loss": metric})
            factors.append(float(model.optimizer.learning_rate))
        plateau.add(file, "keras", plateau.text(p, mode=mode), p["metrics"], factors)
file.write()

# Theirs, not copied: a first metric that is no number is the best for ever, as nothing is less than it.
model.compile(keras.optimizers.SGD(1.0), "mse")
callback = keras.callbacks.ReduceLROnPlateau("val_loss", patience=1, mode="min")
callback.set_model(model)
callback.on_train_begin()
for k, metric in enumerate((float("nan"), 3.0, 2.0, 1.0)):
    callback.on_epoch_end(k, {"val_loss": metric})
assert callback.best != callback.best and float(model.optimizer.learning_rate) < 0.02
