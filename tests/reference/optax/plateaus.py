# What optax' reduce_on_plateau multiplies updates by.
import pathlib
import sys

import jax
import jax.numpy as jnp
import optax

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import plateau

file = plateau.plateau_file("optax", f"{optax.__version__} on JAX {jax.__version__}")
for relative, negative in [(True, False), (False, True)]:
    for p in plateau.sequences(negative):
        tolerance = {"rtol": p["threshold"], "atol": 0.0} if relative else {"rtol": 0.0, "atol": p["threshold"]}
        transform = optax.contrib.reduce_on_plateau(
            p["factor"], p["patience"], cooldown=p["cooldown"], min_scale=p["floor"], **tolerance)
        state = transform.init(jnp.zeros(1))
        update = jax.jit(transform.update)
        factors = []
        for metric in p["metrics"]:
            _, state = update(jnp.ones(1), state, value=jnp.float32(metric))
            factors.append(float(state.scale))
        plateau.add(file, "optax", plateau.text(p, relative=str(relative).lower()), p["metrics"], factors)
file.write()
