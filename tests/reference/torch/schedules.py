# The rates of PyTorch's schedulers, its real classes.
import math
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


def rates(base, make, count, of="lr"):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=base, momentum=0.5)
    scheduler = make(optimizer)
    values = []
    for t in range(count):
        values.append(optimizer.param_groups[0][of])
        optimizer.step()
        if t + 1 < count:
            scheduler.step()
    return values


file = common.schedule_file("torch", torch.__version__.split("+")[0], "f8")


def case(base, make, updates, schedule, closed=False, past=PAST, of="lr"):
    values = rates(base, make, updates + past, of)
    text = f"convention=torch lr={base} steps={updates + past} schedule={schedule}"
    file.add(f"f8{'' if closed else 'x'} {updates + past} {max(values)!r} {text}")
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
for k, rng in enumerate(draws("multistep")):
    b, g = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1.2)) if k > 2 else k / 2
    at = sorted(int(x) for x in rng.choice(np.arange(0, 30), int(rng.integers(1, 6)), replace=False))
    case(b, lambda o: lr.MultiStepLR(o, at, g), 24, f"multistep({', '.join(map(str, at))}, factor={g})")
for k, rng in enumerate(draws("multiplicative")):
    b, g = short(rng.uniform(0.01, 2)), short(rng.uniform(0.5, 1.05)) if k > 0 else 1
    case(b, lambda o: lr.MultiplicativeLR(o, lambda t: g), 16, f"exponential(rate={g}, every=1)")
for k, rng in enumerate(draws("lambda")):
    b, w = short(rng.uniform(0.01, 2)), int(rng.integers(1, 16)) if k > 0 else 1
    case(b, lambda o: lr.LambdaLR(o, lambda t: min((t + 1) / w, math.sqrt(w / (t + 1)))), 24, f"noam(warmup={w})", closed=True)
for k, rng in enumerate(draws("restarts")):
    b, n, m = short(rng.uniform(0.01, 2)), int(rng.integers(2, 9)) if k > 1 else 1, int(rng.integers(1, 4))
    low = short(b * rng.uniform(0, 0.5)) if k > 2 else b
    case(b, lambda o: lr.CosineAnnealingWarmRestarts(o, n, m, low), 40, f"repeat(cosine(to={low}), every={n}, stretch={m})", closed=True)
for mode in ("triangular", "triangular2", "exp_range"):
    for k, rng in enumerate(draws(mode)):
        b = short(rng.uniform(0.01, 2))
        top = short(b + rng.uniform(0.1, 2)) if k > 0 else b
        up, down = (int(x) for x in rng.integers(1, 9, 2)) if k > 1 else (1, 1)
        g = short(rng.uniform(0.8, 1.02)) if k > 2 else 1
        case(b, lambda o: lr.CyclicLR(o, b, top, up, down, mode, g, cycle_momentum=False), 32,
             f"triangular({top}, from={b}, up={up}, down={down}, shape={mode}, gamma={g})", closed=True)
for shape, three in (("cos", False), ("linear", False), ("cos", True), ("linear", True)):
    for k, rng in enumerate(draws(f"cycle {shape} {three}")):
        b, n = short(rng.uniform(0.01, 2)), int(rng.integers(4, 40)) if k > 2 else 4 + k
        p = short(rng.uniform(1.1 / n, 0.5 if three else 0.99))
        first, last = short(rng.uniform(1, 50)) if k > 3 else 1, short(10 ** rng.uniform(0, 5)) if k > 4 else 1
        text = f"one_cycle(part={p}, div={first}, final_div={last}, shape={'cosine' if shape == 'cos' else 'linear'}, peak=before"
        case(b, lambda o: lr.OneCycleLR(o, b, n, pct_start=p, anneal_strategy=shape, cycle_momentum=False, div_factor=first, final_div_factor=last,
                                        three_phase=three),
             n, f"{text}, phases=three, back=2*{p})" if three else f"{text})", closed=True, past=0)
for rng in draws("sequence"):
    b, f, g, h = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1)), short(rng.uniform(0.5, 1.05)), short(rng.uniform(0.1, 1))
    one, two, s = int(rng.integers(1, 12)), int(rng.integers(1, 12)), int(rng.integers(1, 8))
    case(b, lambda o: lr.SequentialLR(o, [lr.ConstantLR(o, f, 100), lr.ExponentialLR(o, g), lr.StepLR(o, s, h)], [one, one + two]), one + two + 8,
         f"constant({b}*{f}) for {one} then exponential(rate={g}, every=1) for {two} then step(factor={h}, every={s})")
for rng in draws("chain"):
    b, f, g, h = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1)), short(rng.uniform(0.5, 1.05)), short(rng.uniform(0.1, 1))
    n, at = int(rng.integers(1, 12)), sorted(int(x) for x in rng.choice(np.arange(1, 24), 2, replace=False))
    case(b, lambda o: lr.ChainedScheduler([lr.ConstantLR(o, f, n), lr.ExponentialLR(o, g), lr.MultiStepLR(o, at, h)], o), 16,
         f"(constant({f}) for {n} then constant(1)) * exponential(rate={g}, every=1) * multistep({at[0]}, {at[1]}, factor={h}, lr=1)")
for shape, ours in (("cos", "cosine"), ("linear", "linear")):
    for k, rng in enumerate(draws(f"average {shape}")):
        b, e, n = short(rng.uniform(0.01, 2)), short(rng.uniform(0, 2)) if k > 1 else 0, int(rng.integers(1, 16)) if k > 0 else 1
        case(b, lambda o: torch.optim.swa_utils.SWALR(o, e, n, shape), n, f"{ours}(to={e}) for {n}")
# The momentum that goes down where the rate goes up.
for k, rng in enumerate(draws("momentum")):
    low, n, three = short(rng.uniform(0.5, 0.9)), int(rng.integers(4, 40)), k % 4 == 3
    high, p = short(low + rng.uniform(0.01, 0.09)), short(rng.uniform(1.1 / n, 0.49))
    case(1.0, lambda o: lr.OneCycleLR(o, 1.0, n, pct_start=p, base_momentum=low, max_momentum=high, three_phase=three), n,
         f"one_cycle({low}, part={p}, div={low}/{high}, final_div=1, peak=before{f', phases=three, back=2*{p}' if three else ''})",
         closed=True, past=0, of="momentum")
for k, rng in enumerate(draws("cyclic momentum")):
    low, up, down = short(rng.uniform(0.5, 0.9)), *(int(x) for x in rng.integers(1, 9, 2))
    high, mode = short(low + rng.uniform(0.01, 0.09)), ("triangular", "triangular2", "exp_range")[k % 3]
    case(1.0, lambda o: lr.CyclicLR(o, 0.1, 1.0, up, down, mode, 0.95, base_momentum=low, max_momentum=high), 32,
         f"triangular({low}, from={high}, up={up}, down={down}, shape={mode}, gamma=0.95)", closed=True, of="momentum")
# Lengths of one update, factors of 1, ends that are beginnings.
case(0.3, lambda o: lr.ConstantLR(o, 1, 1), 4, "constant for 1 then constant")
case(0.3, lambda o: lr.ConstantLR(o, 0.5, 1), 4, "constant(0.3*0.5) for 1 then constant")
case(0.3, lambda o: lr.StepLR(o, 1, 1), 4, "step(factor=1, every=1)")
case(0.3, lambda o: lr.StepLR(o, 1, 0), 4, "step(factor=0, every=1)")
case(0.3, lambda o: lr.ExponentialLR(o, 0), 4, "exponential(rate=0, every=1)")
case(0.3, lambda o: lr.LinearLR(o, 1, 1, 1), 4, "linear(0.3, to=0.3) for 1")
case(0.3, lambda o: lr.LinearLR(o, 1, 0, 1), 4, "linear for 1")
case(0.3, lambda o: lr.PolynomialLR(o, 1, 1), 4, "polynomial(power=1, over=1)")
case(0.3, lambda o: lr.CosineAnnealingLR(o, 1, 0.3), 4, "cosine(to=0.3) for 1")
file.write()
