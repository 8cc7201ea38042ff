# Keras on TensorFlow, Model.fit, one thread: with_keras.py ARTICLE UPDATES
import os
import time

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import problem
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)
article, updates = problem.asked()
widths = problem.NETWORKS[article]
binary = widths[-1] == 1
model = keras.Sequential([keras.Input((widths[0],))])
for width in widths[1:-1]:
    model.add(keras.layers.Dense(width, activation="relu"))
model.add(keras.layers.Dense(widths[-1], activation="sigmoid" if binary else "softmax"))
model.compile(
    optimizer=keras.optimizers.SGD(0.1) if binary else keras.optimizers.Adam(0.001),
    loss="binary_crossentropy" if binary else "sparse_categorical_crossentropy")
x, y = problem.samples(article)
per_epoch = -(-len(x) // problem.BATCH)
epochs = max(1, round(updates / per_epoch))
model.fit(x, y, batch_size=problem.BATCH, epochs=2, verbose=0)
start = time.perf_counter()
model.fit(x, y, batch_size=problem.BATCH, epochs=epochs, verbose=0)
print(epochs * per_epoch, time.perf_counter() - start)
