# The rates of PyTorch's schedulers, its real classes.
import pathlib
import sys
import warnings

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import draws, short

lr = torch.optim.lr_scheduler
warnings.simplefilter("ignore")
PAST = 8  # updates past the end


def rates(base, make, count):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=base)
    scheduler = make(optimizer)
    values = []
    for _ in range(count):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return values


file = common.schedule_file("torch", torch.__version__.split("+")[0], "f8")


def case(base, make, updates, schedule, first="", closed=False):
    values = rates(base, make, updates + PAST)
    text = f"convention=torch lr={base} steps={updates + PAST} schedule={schedule}"
    file.add(f"f8{'' if closed else 'x'} {updates + PAST} {max(values)!r} {text}")
    file.add(common.doubles(values))


for rng in draws("constant"):
    b, f, n = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1)), int(rng.integers(1, 20))
    case(b, lambda o: lr.ConstantLR(o, factor=f, total_iters=n), 24, f"constant({b}*{f}) for {n} then constant")
for rng in draws("step"):
    b, g, s = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1.2)), int(rng.integers(1, 12))
    case(b, lambda o: lr.StepLR(o, s, gamma=g), 32, f"step(factor={g}, every={s})")
for rng in draws("exponential"):
    b, g = short(rng.uniform(0.01, 2)), short(rng.uniform(0.5, 1.05))
    case(b, lambda o: lr.ExponentialLR(o, g), 32, f"exponential(rate={g}, every=1)")
for rng in draws("linear"):
    b, s, e, n = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1)), short(rng.uniform(0, 1)), int(rng.integers(2, 32))
    case(b, lambda o: lr.LinearLR(o, s, e, n), n, f"linear({b}*{s}, to={b}*{e}) for {n}")
for rng in draws("polynomial"):
    b, p, n = short(rng.uniform(0.01, 2)), short(rng.uniform(0.3, 4)), int(rng.integers(2, 32))
    case(b, lambda o: lr.PolynomialLR(o, n, p), n, f"polynomial(power={p}, over={n})")
for rng in draws("cosine"):
    b, n = short(rng.uniform(0.01, 2)), int(rng.integers(2, 32))
    m = short(b * rng.uniform(0, 0.5))
    # It rises again after its end: there only its formula is the same.
    case(b, lambda o: lr.CosineAnnealingLR(o, n, m), n, f"where(t <= {n}, cosine(to={m}) for {n}, {m} + (lr - {m}) * (1 + cos(pi*t/{n}))/2)")
for rng in draws("warmup"):
    b, s, w, n = short(rng.uniform(0.01, 2)), short(rng.uniform(0.01, 0.9)), int(rng.integers(1, 12)), int(rng.integers(2, 24))
    case(b, lambda o: lr.SequentialLR(o, [lr.LinearLR(o, s, 1, w), lr.PolynomialLR(o, n, 1)], [w]), w + n,
         f"warmup({w}, from={b}*{s}) then linear for {n}")
file.write()
