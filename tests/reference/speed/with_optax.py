# JAX with optax, jit, one thread: with_optax.py NETWORK UPDATES
import os

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax
import jax.numpy as jnp
import numpy as np
import optax
import problem

name, updates = problem.asked()
widths = problem.NETWORKS[name]
binary = widths[-1] == 1
rng = np.random.default_rng(3)
weights = [(jnp.asarray(rng.normal(size=(i, o)) * np.sqrt(2 / i), jnp.float32), jnp.zeros(o)) for i, o in zip(widths, widths[1:])]
activation = {"relu": jax.nn.relu, "tanh": jnp.tanh}[problem.ACTIVATIONS[name]]
optimizer = optax.adam(0.001) if name == "b" else optax.sgd(0.1)
state = optimizer.init(weights)


def loss_of(weights, x, y):
    for w, b in weights[:-1]:
        x = activation(x @ w + b)
    w, b = weights[-1]
    logits = x @ w + b
    if binary:
        return optax.sigmoid_binary_cross_entropy(logits[:, 0], y).mean()
    return optax.softmax_cross_entropy_with_integer_labels(logits, y).mean()


@jax.jit
def update(weights, state, x, y):
    loss, gradient = jax.value_and_grad(loss_of)(weights, x, y)
    changes, state = optimizer.update(gradient, state, weights)
    return optax.apply_updates(weights, changes), state, loss


def step(x, y):
    global weights, state
    weights, state, loss = update(weights, state, x, y)
    return loss


problem.timed(step, name, updates)
