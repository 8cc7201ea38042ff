# Keras on TensorFlow, Model.fit, one thread: with_keras.py NETWORK UPDATES
import os
import time

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import problem
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)
name, updates = problem.asked()
widths = problem.NETWORKS[name]
binary = widths[-1] == 1
model = keras.Sequential([keras.Input((widths[0],))])
for width in widths[1:-1]:
    model.add(keras.layers.Dense(width, activation=problem.ACTIVATIONS[name]))
model.add(keras.layers.Dense(widths[-1], activation="sigmoid" if binary else "softmax"))
model.compile(
    optimizer=keras.optimizers.Adam(0.001) if name == "b" else keras.optimizers.SGD(0.1),
    loss="binary_crossentropy" if binary else "sparse_categorical_crossentropy")
x, y = problem.samples(name)
batch = problem.BATCHES[name]
per_epoch = -(-len(x) // batch)
epochs = max(1, round(updates / per_epoch))
model.fit(x, y, batch_size=batch, epochs=2, verbose=0)
start = time.perf_counter()
model.fit(x, y, batch_size=batch, epochs=epochs, verbose=0)
print(epochs * per_epoch, time.perf_counter() - start)
