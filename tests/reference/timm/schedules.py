# The rates of timm's schedulers, its real classes; they compute in double.
import pathlib
import sys
import warnings

import timm
import torch
from timm import scheduler as timm_scheduler

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import draws, short

warnings.simplefilter("ignore")
PAST = 8  # updates past the end

file = common.schedule_file("timm", timm.__version__, "f8")


def case(base, name, updates, schedule, past=PAST, **arguments):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=base)
    scheduler = getattr(timm_scheduler, name)(optimizer, t_in_epochs=False, **arguments)
    values = []
    for t in range(updates + past):
        scheduler.step_update(t)
        values.append(optimizer.param_groups[0]["lr"])
    file.add(f"f8 {len(values)} {max(values)!r} lr={base} steps={len(values)} schedule={schedule}")
    file.add(common.doubles(values))


def cycles(k, rng):
    """The first cycle's length, its multiplier, the peaks' and how many: the starts of all are whole updates."""
    if k < 2:
        return 1, 1 + k, 1, 2
    return int(rng.integers(1, 9)), int(rng.integers(1, 4)), short(rng.uniform(0.4, 1.1)), int(rng.integers(1, 4))


def repeated(shape, low, n, mul, decay, limit):
    """The peaks are lowered and the lowest rate is not: the way from one to the other is a sum."""
    end = f"every={n}, stretch={mul}, cycles={limit}"
    return f"repeat({shape('lr', 0)}, {end}, scale={decay}) + repeat({shape(0, low)}, {end})"


def length(n, mul, limit):
    return sum(n * mul**i for i in range(limit))


for k, rng in enumerate(draws("cosine")):
    b, (n, mul, decay, limit) = short(rng.uniform(0.01, 2)), cycles(k, rng)
    low, kd = short(b * rng.uniform(0, 0.3)), short(rng.uniform(0.5, 2)) if k % 2 else 1
    case(b, "CosineLRScheduler", length(n, mul, limit), repeated(lambda top, to: f"cosine({top}, to={to}, k={kd})", low, n, mul, decay, limit),
         t_initial=n, lr_min=low, cycle_mul=mul, cycle_decay=decay, cycle_limit=limit, k_decay=kd)
for k, rng in enumerate(draws("tanh")):
    b, (n, mul, decay, limit) = short(rng.uniform(0.01, 2)), cycles(k, rng)
    lower, upper = short(rng.uniform(-8, 0)), short(rng.uniform(0.5, 5))
    # After its last cycle it is 0, though its curve does not come to 0: there the curve here is ended by hand.
    whole = length(n, mul, limit)
    case(b, "TanhLRScheduler", whole, f"repeat(tanh_decay(lower={lower}, upper={upper}), every={n}, stretch={mul}, scale={decay}) for {whole} then 0",
         t_initial=n, lb=lower, ub=upper, cycle_mul=mul, cycle_decay=decay, cycle_limit=limit)
for k, rng in enumerate(draws("poly")):
    b, (n, mul, decay, limit) = short(rng.uniform(0.01, 2)), cycles(k, rng)
    low, p = short(b * rng.uniform(0, 0.3)), short(rng.uniform(0.3, 4))
    case(b, "PolyLRScheduler", length(n, mul, limit), repeated(lambda top, to: f"polynomial({top}, to={to}, power={p})", low, n, mul, decay, limit),
         t_initial=n, power=p, lr_min=low, cycle_mul=mul, cycle_decay=decay, cycle_limit=limit)
for k, rng in enumerate(draws("k-decay")):
    b, n, p, kd = short(rng.uniform(0.01, 2)), int(rng.integers(1, 24)) if k > 0 else 1, short(rng.uniform(0.3, 4)), short(rng.uniform(0.5, 2))
    low = short(b * rng.uniform(0, 0.3))
    case(b, "PolyLRScheduler", n, f"({low} + (lr - {low}) * (1 - (t/{n})^{kd})^{p}) for {n}", t_initial=n, power=p, lr_min=low, k_decay=kd)
for k, rng in enumerate(draws("step")):
    b, s, g, w = short(rng.uniform(0.01, 2)), int(rng.integers(1, 12)) if k > 1 else 1, short(rng.uniform(0.1, 1.1)) if k > 2 else 1, int(rng.integers(1, 9))
    first = short(b * rng.uniform(0, 0.5))
    case(b, "StepLRScheduler", w + 16, f"warmup({w}, from={first}, offset=0) then step(factor={g}, every={s})",
         decay_t=s, decay_rate=g, warmup_t=w, warmup_lr_init=first)
for k, rng in enumerate(draws("multistep")):
    b, g = short(rng.uniform(0.01, 2)), short(rng.uniform(0.1, 1.1)) if k > 0 else 1
    at = sorted(int(x) for x in rng.choice(range(1, 24), int(rng.integers(1, 5)), replace=False))
    # Each drop comes one update before the one that is listed.
    case(b, "MultiStepLRScheduler", 24, f"multistep({', '.join(str(m - 1) for m in at)}, factor={g})", decay_t=at, decay_rate=g)
for k, rng in enumerate(draws("prefix")):
    b, w, n = short(rng.uniform(0.01, 2)), int(rng.integers(1, 9)), int(rng.integers(1, 20)) if k > 0 else 1
    first, low = short(b * rng.uniform(0, 0.5)), short(b * rng.uniform(0, 0.3))
    case(b, "CosineLRScheduler", w + n, f"warmup({w}, from={first}, offset=0) then cosine(to={low}) for {n}",
         t_initial=n, lr_min=low, warmup_t=w, warmup_lr_init=first, warmup_prefix=True)
for k, rng in enumerate(draws("under")):
    b, n, w = short(rng.uniform(0.01, 2)), int(rng.integers(9, 24)), int(rng.integers(1, 9))
    first, low = short(b * rng.uniform(0, 0.5)), short(b * rng.uniform(0, 0.3))
    # The curve goes on under the warm-up, so that the rate jumps where that ends.
    case(b, "CosineLRScheduler", n, f"where(t < {w}, {first} + t*(lr - {first})/{w}, cosine(to={low})) for {n}",
         t_initial=n, lr_min=low, warmup_t=w, warmup_lr_init=first)
file.write()
