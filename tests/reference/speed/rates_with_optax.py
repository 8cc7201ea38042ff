# optax' rate of any update, on JAX: rates_with_optax.py COUNT prints the nanoseconds of one rate of each schedule: called by itself,
# called by itself when compiled, and compiled for COUNT updates at once.
import sys
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

COUNT, UPDATES = int(sys.argv[1]), 100_000
updates = np.random.default_rng(1).integers(0, UPDATES, COUNT)


def tree():
    waves = optax.join_schedules([optax.cosine_decay_schedule(0.1, 1000)] * 5, [1000 * k for k in range(1, 5)])
    warmed = optax.join_schedules([optax.linear_schedule(0, 0.1, 5000), waves], [5000])
    falls = optax.linear_schedule(1, 0.5, UPDATES)
    return lambda t: jnp.clip(jnp.where(t < 50_000, warmed(t) * falls(t), 0.02), 0.001, 0.05)


def nanoseconds(call, calls, rates):
    start = time.perf_counter()
    for t in calls:
        last = call(t)
    jax.block_until_ready(last)
    return (time.perf_counter() - start) / rates * 1e9


for schedule in (
    optax.cosine_decay_schedule(0.1, UPDATES),
    optax.warmup_cosine_decay_schedule(0, 0.1, 5000, UPDATES),
    tree(),
):
    one, all_ = jax.jit(schedule), jax.jit(jax.vmap(schedule))
    for call, t in (schedule, updates[0]), (one, updates[0]), (all_, updates):
        jax.block_until_ready(call(t))
    print(nanoseconds(schedule, updates[:200], 200), nanoseconds(one, updates, COUNT), nanoseconds(all_, [updates] * 10, 10 * COUNT))
