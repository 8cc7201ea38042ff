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
for k, rng in enumerate(draws("piecewise")):
    b, at = short(rng.uniform(0.1, 2)), sorted(int(x) for x in rng.choice(np.arange(1, 30), int(rng.integers(1, 4)), replace=False))
    scale = [short(x) if k > 1 else float(k) for x in rng.uniform(0.1, 1.5, len(at))]
    points = ", ".join(f"{t}:lr*{'*'.join(map(str, scale[: i + 1]))}" for i, t in enumerate(at))
    case(b, optax.piecewise_constant_schedule(b, dict(zip(at, scale))), 28, f"points(0:lr, {points}, shape=step)")
for k, rng in enumerate(draws("same scales")):
    b, at = short(rng.uniform(0.1, 2)), sorted(int(x) for x in rng.choice(np.arange(1, 30), int(rng.integers(1, 4)), replace=False))
    g = short(rng.uniform(0.1, 1.1)) if k > 1 else float(k)
    case(b, optax.piecewise_constant_schedule(b, {t: g for t in at}), 28, f"multistep({', '.join(map(str, at))}, factor={g})")
for k, rng in enumerate(draws("cosine cycle")):
    b, n, p = short(rng.uniform(0.1, 2)), int(rng.integers(4, 40)) if k > 2 else 4 + k, short(rng.uniform(0.26, 0.9))
    first, last = short(rng.uniform(1, 50)) if k > 3 else 1, short(10 ** rng.uniform(0, 5)) if k > 4 else 1
    case(b, optax.cosine_onecycle_schedule(n, b, p, first, last), n, f"one_cycle(part={p}, div={first}, final_div={last}) for {n}")
for k, rng in enumerate(draws("linear cycle")):
    b, n, p = short(rng.uniform(0.1, 2)), int(rng.integers(5, 40)) if k > 2 else 5 + k, short(rng.uniform(0.21, 0.5))
    q = short(rng.uniform(p + 0.21, 0.95 if n > 20 else 0.8))
    first, last = short(rng.uniform(1, 50)) if k > 3 else 1, short(10 ** rng.uniform(0, 5)) if k > 4 else 1
    case(b, optax.linear_onecycle_schedule(n, b, p, q, first, last), n,
         f"one_cycle(part={p}, div={first}, final_div={last}, shape=linear, phases=three, back={q}) for {n}")
for k, rng in enumerate(draws("warm constant")):
    s, w = short(rng.uniform(0, 0.5)), int(rng.integers(1, 20)) if k > 0 else 1
    b = short(s + rng.uniform(0.1, 2)) if k > 1 else s
    case(b, optax.warmup_constant_schedule(s, b, w), w + 8, f"warmup({w}, from={s}) then constant")
for k, rng in enumerate(draws("sgdr")):
    cycles, text = [], []
    for _ in range(3):
        w, n, low, top, end = int(rng.integers(1, 6)), int(rng.integers(1, 8)), *(short(x) for x in rng.uniform(0, 1, 3))
        top = short(top + 0.2)
        end = short(min(end, top)) if k > 0 else top
        cycles.append({"init_value": low, "peak_value": top, "warmup_steps": w, "decay_steps": w + n, "end_value": end})
        text.append(f"(warmup({w}, from={low}) then cosine({top}, to={end})) for {w + n}")
    case(1.0, optax.sgdr_schedule(cycles), sum(c["decay_steps"] for c in cycles), " then ".join(text))
for k, rng in enumerate(draws("begin")):
    b, p, n, begin = short(rng.uniform(0.01, 2)), short(rng.uniform(0.3, 4)), int(rng.integers(1, 24)) if k > 0 else 1, int(rng.integers(1, 12))
    e = short(b * rng.uniform(0, 0.5))
    case(b, optax.polynomial_schedule(b, e, p, n, begin), begin + n, f"constant for {begin} then polynomial(to={e}, power={p}, over={n})")
for k, rng in enumerate(draws("joined")):
    b, g, e = short(rng.uniform(0.1, 2)), short(rng.uniform(0.3, 1)), short(rng.uniform(0.01, 1))
    one, two, n = int(rng.integers(1, 10)), int(rng.integers(1, 10)), int(rng.integers(1, 10))
    case(b, optax.join_schedules([optax.constant_schedule(b), optax.exponential_decay(b, 3, g), optax.linear_schedule(b, e, n)], [one, one + two]),
         one + two + n, f"constant for {one} then exponential(rate={g}, every=3) for {two} then linear(to={e}) for {n}")
# Lengths of one update, ends that are beginnings.
case(0.3, optax.exponential_decay(0.3, 1, 1.0), 4, "exponential(rate=1, every=1)")
case(0.3, optax.linear_schedule(0.3, 0.3, 1), 1, "linear(to=0.3) for 1")
case(0.3, optax.polynomial_schedule(0.3, 0.0, 2.0, 1), 1, "polynomial(over=1)")
case(0.3, optax.cosine_decay_schedule(0.3, 1, 1.0), 1, "cosine(to=0.3) for 1")
file.write()
