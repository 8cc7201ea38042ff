# The rates of Transformers' schedules, its real functions; they compute in double.
import pathlib
import sys
import warnings

import torch
import transformers

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import draws, short

get = transformers.optimization.get_scheduler
warnings.simplefilter("ignore")
PAST = 8  # updates past the end

file = common.schedule_file("transformers", transformers.__version__, "f8")


def rates(base, name, count, warmup, updates, **more):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=base)
    made = getattr(transformers.optimization, name) if name.startswith("get_") else None
    scheduler = made(optimizer, **more) if made else get(name, optimizer, warmup, updates, scheduler_specific_kwargs=more or None)
    values = []
    for _ in range(count):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return values


def case(base, name, warmup, updates, schedule, past=PAST, **more):
    values = rates(base, name, updates + past, warmup, updates, **more)
    # Its first update does nothing where there is a warm-up.
    text = (f"warmup({warmup}, offset=0) then " if warmup > 0 else "") + schedule
    file.add(f"f8 {updates + past} {max(values)!r} lr={base} steps={updates + past} schedule={text}")
    file.add(common.doubles(values))


def lengths(rng, k):
    """A warm-up and what follows it; the first are as short as can be."""
    return (k, 1) if k < 2 else (int(rng.integers(0, 9)), int(rng.integers(1, 20)))


for k, rng in enumerate(draws("constant")):
    b, (w, n) = short(rng.uniform(0.01, 2)), lengths(rng, k)
    case(b, "constant" if w == 0 else "constant_with_warmup", w, w + n, "constant")
for k, rng in enumerate(draws("linear")):
    b, (w, n) = short(rng.uniform(0.01, 2)), lengths(rng, k)
    case(b, "linear", w, w + n, f"linear for {n}")
for k, rng in enumerate(draws("cosine")):
    b, (w, n) = short(rng.uniform(0.01, 2)), lengths(rng, k)
    # Past its end it rises again: that is shown among the defects.
    case(b, "cosine", w, w + n, "cosine", past=0)
for k, rng in enumerate(draws("waves")):
    b, (w, n), c = short(rng.uniform(0.01, 2)), lengths(rng, k), short(rng.uniform(0.1, 4))
    case(b, "cosine", w, w + n, f"lr * (1 + cos(2*pi*{c}*t/{n}))/2", num_cycles=c)
for k, rng in enumerate(draws("restarts")):
    b, (w, n), c = short(rng.uniform(0.01, 2)), lengths(rng, k), int(rng.integers(1, 5))
    case(b, "cosine_with_restarts", w, w + n * c, f"repeat(cosine, every={n}, cycles={c})", num_cycles=c)
for k, rng in enumerate(draws("polynomial")):
    b, (w, n), p = short(rng.uniform(0.01, 2)), lengths(rng, k), short(rng.uniform(0.3, 4))
    e = short(b * rng.uniform(0, 0.5))
    case(b, "polynomial", w, w + n, f"polynomial(to={e}, power={p}, over={n})", lr_end=e, power=p)
for k, rng in enumerate(draws("inverse_sqrt")):
    b, (w, n), s = short(rng.uniform(0.01, 2)), lengths(rng, k), int(rng.integers(1, 60))
    case(b, "get_inverse_sqrt_schedule", w, w + n, f"inverse_sqrt(over={s})", num_warmup_steps=w, timescale=s)
for k, rng in enumerate(draws("inverse_sqrt by name")):
    b, (w, n) = short(rng.uniform(0.01, 2)), lengths(rng, k)
    case(b, "inverse_sqrt", w, w + n, f"inverse_sqrt(over={w or 10000})")
for k, rng in enumerate(draws("min_lr")):
    b, (w, n), m = short(rng.uniform(0.01, 2)), lengths(rng, k), short(rng.uniform(0, 1)) if k > 2 else 1.0
    case(b, "cosine_with_min_lr", w, w + n, f"cosine(to={b}*{m})", past=0, min_lr_rate=m)
for k, rng in enumerate(draws("warmup_with_min_lr")):
    b, (w, n), m = short(rng.uniform(0.01, 2)), lengths(rng, k), short(rng.uniform(0, 0.9))
    # It is one update ahead.
    ahead = f"(within_min + (lr - within_min) * (1 + cos(pi*(t + 1)/{n}))/2)".replace("within_min", f"{b}*{m}")
    values = rates(b, "cosine_warmup_with_min_lr", w + n, w, w + n, min_lr_rate=m)
    file.add(f"f8 {w + n} {max(values)!r} lr={b} steps={w + n} schedule={f'lr * (t + 1)/{w} for {w} then ' if w else ''}{ahead}")
    file.add(common.doubles(values))
for up in ("linear", "cosine", "1-sqrt"):
    for down in ("linear", "cosine", "1-sqrt"):
        for k, rng in enumerate(draws(f"wsd {up} {down}", 8)):
            b, (w, d), s, m = short(rng.uniform(0.01, 2)), lengths(rng, k), int(rng.integers(0, 9)), short(rng.uniform(0, 0.9))
            rise = {"linear": f"t/{w}", "cosine": f"(1 - cos(pi*t/{w}))/2", "1-sqrt": f"(1 - sqrt(1 - t/{w}))"}[up]
            fall = {"linear": f"(1 - t/{d})", "cosine": f"(1 + cos(pi*t/{d}))/2", "1-sqrt": f"(1 - sqrt(t/{d}))"}[down]
            part = lambda shape, n: f"(lr * {shape} * (1 - {m}) + lr*{m}) for {n}"
            text = (f"{part(rise, w)} then " if w else "") + (f"constant for {s} then " if s else "") + part(fall, d) + f" then lr*{m}"
            values = rates(b, "warmup_stable_decay", w + s + d + PAST, w, w + s + d, num_stable_steps=s, num_decay_steps=d, warmup_type=up, decay_type=down,
                           min_lr_ratio=m)
            file.add(f"f8 {len(values)} {max(values)!r} lr={b} steps={len(values)} schedule={text}")
            file.add(common.doubles(values))
file.write()
