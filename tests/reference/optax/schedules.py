# The rates of optax' schedules, its real functions; they compute in float32.
import pathlib
import sys

import jax
import numpy as np
import optax

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import draws, short

PAST = 8  # updates past the end

file = common.schedule_file("optax", f"{optax.__version__} on JAX {jax.__version__}", "f4")


def case(base, schedule, updates, text):
    values = [float(schedule(t)) for t in range(updates + PAST)]
    file.add(f"f4 {updates + PAST} {max(values)!r} convention=optax lr={base} steps={updates + PAST} schedule={text}")
    file.add(common.floats(values))


for rng in draws("constant"):
    b = short(rng.uniform(0.01, 2))
    case(b, optax.constant_schedule(b), 2, "constant")
for rng in draws("exponential"):
    b, r, n = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1)), int(rng.integers(1, 16))
    begin, stairs, end = int(rng.integers(0, 12)), bool(rng.integers(2)), short(b * rng.uniform(0, 0.5))
    case(b, optax.exponential_decay(b, n, r, begin, stairs, end), 32,
         f"exponential(rate={r}, every={n}, staircase={str(stairs).lower()}, delay={begin}, floor={end})")
for rng in draws("linear"):
    b, e, n = short(rng.uniform(0.01, 2)), short(rng.uniform(0, 2)), int(rng.integers(2, 32))
    case(b, optax.linear_schedule(b, e, n), n, f"linear(to={e}) for {n}")
for rng in draws("polynomial"):
    b, p, n = short(rng.uniform(0.01, 2)), short(rng.uniform(0.3, 4)), int(rng.integers(2, 32))
    e = short(b * rng.uniform(0, 0.5))
    case(b, optax.polynomial_schedule(b, e, p, n), n, f"polynomial(to={e}, power={p}, over={n})")
for rng in draws("cosine"):
    b, a, p, d = short(rng.uniform(0.01, 2)), short(rng.uniform(0, 0.5)), short(rng.uniform(0.5, 3)), int(rng.integers(2, 32))
    case(b, optax.cosine_decay_schedule(b, d, a, p), d, f"cosine(to={b}*{a}, power={p}) for {d}")
for rng in draws("warmup"):
    s, w, n = short(rng.uniform(0, 0.5)), int(rng.integers(1, 12)), int(rng.integers(2, 24))
    b, e = short(s + rng.uniform(0.1, 2)), short(rng.uniform(0, 0.1))
    case(b, optax.warmup_cosine_decay_schedule(s, b, w, w + n, e), w + n, f"warmup({w}, from={s}) then cosine(to={e}) for {n}")
for rng in draws("join"):
    b, r, w, n = short(rng.uniform(0.1, 2)), short(rng.uniform(0.1, 1)), int(rng.integers(1, 12)), int(rng.integers(1, 12))
    case(b, optax.warmup_exponential_decay_schedule(0, b, w, n, r), w + 20, f"warmup({w}) then exponential(rate={r}, every={n})")
for rng in draws("points"):
    at = sorted(int(x) for x in rng.choice(np.arange(1, 30), 2, replace=False))
    b, scale = short(rng.uniform(0.1, 2)), [short(x) for x in rng.uniform(0.1, 1.5, 2)]
    for shape in ("linear", "cosine"):
        points = f"0:lr, {at[0]}:lr*{scale[0]}, {at[1]}:lr*{scale[0]}*{scale[1]}"
        case(b, optax.piecewise_interpolate_schedule(shape, b, dict(zip(at, scale))), at[1], f"points({points}, shape={shape})")
file.write()
