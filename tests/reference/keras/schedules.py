# The rates of Keras' schedules on TensorFlow, its real classes; they compute in float32.
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
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
for rng in draws("piecewise"):
    at = sorted(int(x) for x in rng.choice(np.arange(1, 30), 3, replace=False))
    v = [short(x) for x in rng.uniform(0.01, 2, 4)]
    # A boundary still belongs to the piece that ends there.
    text = ", ".join(f"{t}:{x}" for t, x in zip([0] + [t + 1 for t in at], v))
    case(1.0, schedules.PiecewiseConstantDecay(at, v), 32, f"points({text}, shape=step)")
file.write()
