# The rates of Keras' schedules on TensorFlow, its real classes; they compute in float32.
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import tensorflow
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import draws, short

schedules = keras.optimizers.schedules
PAST = 8  # updates past the end

file = common.schedule_file("keras", f"{keras.__version__} on TensorFlow {keras.src.backend.tensorflow.core.tf.__version__}", "f4")


def case(base, schedule, updates, text):
    values = [float(schedule(t)) for t in range(updates + PAST)]
    file.add(f"f4 {updates + PAST} {max(values)!r} convention=keras lr={base} steps={updates + PAST} schedule={text}")
    file.add(common.floats(values))


for rng in draws("exponential"):
    b, r, d, stairs = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1)), int(rng.integers(1, 16)), bool(rng.integers(2))
    case(b, schedules.ExponentialDecay(b, d, r, staircase=stairs), 24,
         f"exponential(rate={r}, every={d}, staircase={str(stairs).lower()})")
for rng in draws("polynomial"):
    b, p, d, cycle = short(rng.uniform(0.01, 2)), short(rng.uniform(0.3, 4)), int(rng.integers(2, 16)), bool(rng.integers(2))
    e = short(b * rng.uniform(0, 0.5))
    case(b, schedules.PolynomialDecay(b, d, e, p, cycle), 2 * d if cycle else d,
         f"polynomial(to={e}, power={p}, over={d}, cycle={str(cycle).lower()})")
for rng in draws("cosine"):
    b, a, d = short(rng.uniform(0.01, 2)), short(rng.uniform(0, 0.5)), int(rng.integers(2, 32))
    case(b, schedules.CosineDecay(b, d, a), d, f"cosine(to={b}*{a}) for {d}")
for rng in draws("warmup"):
    s, a, w, d = short(rng.uniform(0, 0.5)), short(rng.uniform(0, 0.5)), int(rng.integers(1, 12)), int(rng.integers(2, 24))
    b = short(s + rng.uniform(0.1, 2))
    case(b, schedules.CosineDecay(s, d, a, warmup_target=b, warmup_steps=w), w + d, f"warmup({w}, from={s}) then cosine(to={b}*{a}) for {d}")
for rng in draws("inverse"):
    b, r, d = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 3)), int(rng.integers(1, 16))
    case(b, schedules.InverseTimeDecay(b, d, r), 24, f"lr / (1 + {r}*t/{d})")
for k, rng in enumerate(draws("inverse stairs")):
    b, r, d = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 3)) if k > 0 else 0, int(rng.integers(1, 16)) if k > 1 else 1
    case(b, schedules.InverseTimeDecay(b, d, float(r), staircase=bool(k % 2)), 24,
         f"inverse_time(rate={r}, every={d}, staircase={str(bool(k % 2)).lower()})")
for k, rng in enumerate(draws("restarts")):
    b, d, m = short(rng.uniform(0.01, 2)), int(rng.integers(1, 9)) if k > 1 else 1, int(rng.integers(1, 5))
    # Cycles that are no whole number of updates go on at their exact ends there, and are rounded here.
    if k % 4 == 3:
        d, m = 8, 1.5
    g, a = short(rng.uniform(0.3, 1.2)) if k > 2 else 1, short(rng.uniform(0, 0.5)) if k > 3 else 0
    case(b, schedules.CosineDecayRestarts(b, d, float(m), float(g), float(a)), 19,
         f"repeat(cosine({b}*(1 - {a})), every={d}, stretch={m}, scale={g}) + {b}*{a}")
for k, rng in enumerate(draws("linear cosine")):
    b, d, n = short(rng.uniform(0.01, 2)), int(rng.integers(1, 32)) if k > 0 else 1, short(rng.uniform(0.1, 4)) if k > 1 else 0.5
    alpha, beta = (short(x) for x in rng.uniform(0, 0.2, 2)) if k > 2 else (0, 0.001)
    # TensorFlow has it still, by its first interface.
    case(b, lambda t: tensorflow.compat.v1.train.linear_cosine_decay(b, t, d, n, alpha, beta)(), d,
         f"linear_cosine(waves={n}, alpha={alpha}, beta={beta}) for {d}")
for rng in draws("piecewise"):
    at = sorted(int(x) for x in rng.choice(np.arange(1, 30), 3, replace=False))
    v = [short(x) for x in rng.uniform(0.01, 2, 4)]
    # A boundary still belongs to the piece that ends there.
    text = ", ".join(f"{t}:{x}" for t, x in zip([0] + [t + 1 for t in at], v))
    case(1.0, schedules.PiecewiseConstantDecay(at, v), 32, f"points({text}, shape=step)")
# Lengths of one update, factors of 1 and 0, ends that are beginnings.
case(0.3, schedules.ExponentialDecay(0.3, 1, 1.0), 4, "exponential(rate=1, every=1)")
case(0.3, schedules.ExponentialDecay(0.3, 1, 0.0), 4, "exponential(rate=0, every=1)")
case(0.3, schedules.PolynomialDecay(0.3, 1, 0.3, 1.0), 1, "polynomial(to=0.3, power=1, over=1)")
case(0.3, schedules.PolynomialDecay(0.3, 1, 0.0, 2.0, True), 4, "polynomial(to=0, power=2, over=1, cycle=true)")
case(0.3, schedules.CosineDecay(0.3, 1, 1.0), 1, "cosine(to=0.3) for 1")
case(0.3, schedules.CosineDecay(0.0, 1, 0.0, warmup_target=0.3, warmup_steps=1), 2, "warmup(1) then cosine for 1")
file.write()
