# Where timm's schedulers do not give what they say, shown by its real classes.
import math
import pathlib
import sys
import warnings

import timm
import torch
from timm import scheduler as timm_scheduler

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import attempt, defect

warnings.simplefilter("ignore")
file = common.defect_file("timm", timm.__version__)


def rate(name, t, **arguments):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    scheduler = getattr(timm_scheduler, name)(optimizer, t_in_epochs=False, **arguments)
    scheduler.step_update(t)
    return optimizer.param_groups[0]["lr"]


def show(sentence, text, right, name, **arguments):
    defect(file, sentence, f"lr=1 {text}", {t: attempt(lambda: rate(name, t, **arguments)) for t in right}, right)


# Its cycle is the whole part of a logarithm, which may fall just short.
starts = [(n, mul, n * (mul**i - 1) // (mul - 1)) for n in range(1, 9) for mul in range(2, 11) for i in range(1, 12) if mul**i < 1e6]
for name, ours in (("Cosine", "cosine"), ("Tanh", "tanh_decay(lower=-7)"), ("Poly", "polynomial(power=0.5)")):
    wrong = [(n, mul, t) for n, mul, t in starts if rate(f"{name}LRScheduler", t, t_initial=n, cycle_mul=mul, cycle_limit=99) < 0.5]
    print(f"{name}LRScheduler: {len(wrong)} of {len(starts)} restarts without their peak")
    for n, mul, t in wrong[:2]:
        show(f"{name}LRScheduler takes a wrong cycle at a restart: t_initial={n}, cycle_mul={mul}, update {t}.",
             f"steps={t + 9} schedule=repeat({ours}, every={n}, stretch={mul})", {t: (1 - math.tanh(-7)) / 2 if name == "Tanh" else 1.0},
             f"{name}LRScheduler", t_initial=n, cycle_mul=mul, cycle_limit=99)
show("MultiStepLRScheduler drops one update before the listed ones.", "steps=9 schedule=multistep(3, 6)", {2: 1.0, 5: 0.1},
     "MultiStepLRScheduler", decay_t=[3, 6], decay_rate=0.1)
show("Under a warm-up the cosine goes on, so that it never has its peak.", "steps=25 schedule=warmup(5, offset=0) then cosine for 20", {5: 1.0},
     "CosineLRScheduler", t_initial=20, warmup_t=5)
file.write()
