# Keras' initial weights and activations.
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import tensorflow as tf

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
import layers

# Our text and Dense's kernel_initializer (none: its own default).
CASES = [
    ("convention=keras", {}),
    ("convention=keras init=he_normal", {"kernel_initializer": keras.initializers.HeNormal(seed=1)}),
    ("convention=keras init=he_uniform", {"kernel_initializer": keras.initializers.HeUniform(seed=2)}),
    ("convention=keras init=glorot_normal", {"kernel_initializer": keras.initializers.GlorotNormal(seed=3)}),
    ("convention=keras init=glorot_uniform", {"kernel_initializer": keras.initializers.GlorotUniform(seed=4)}),
]

keras.utils.set_random_seed(1)
version = f"{keras.__version__} on TensorFlow {tf.__version__}"
file = layers.initialiser_file("keras", version)
for text, options in CASES:
    dense = keras.layers.Dense(layers.OUTPUTS, **options)
    dense.build((None, layers.INPUTS))
    weights, biases = dense.get_weights()
    file.add(f"{text} {layers.quantiles(weights)} {layers.quantiles(biases)}")
file.write()

file = layers.activation_file("keras", version)
for name in ["relu", "tanh", "sigmoid", "linear"]:
    x = tf.Variable(layers.ARGUMENTS)
    with tf.GradientTape() as tape:
        y = keras.activations.get(name)(x)
    words = [common.floats(each) for each in [x, y, tape.gradient(y, x)]]
    file.add(" ".join([name.replace("linear", "identity"), *words]))
file.write()
