# Where PyTorch's schedulers do not give what they say, shown by its real classes.
import math
import pathlib
import sys
import warnings

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import attempt, defect

lr = torch.optim.lr_scheduler
warnings.simplefilter("ignore")
file = common.defect_file("torch", torch.__version__.split("+")[0])


def rate(base, make, t, jump=False):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=base)
    scheduler = make(optimizer)
    optimizer.step()
    if jump:
        scheduler.step(t)
    else:
        for _ in range(t):
            scheduler.step()
    return optimizer.param_groups[0]["lr"]


def show(sentence, text, make, right, base=1.0, jump=False):
    defect(file, sentence, f"lr={base} {text}", {t: attempt(lambda: rate(base, make, t, jump)) for t in right}, right)


def cycle(**more):
    return lambda o: lr.OneCycleLR(o, 1.0, 10, cycle_momentum=False, **more)


def text(part, more=""):
    return f"steps=10 schedule=one_cycle(part={part}, peak=before{more})"


last = 1 / 25 / 1e4
show("OneCycleLR may be stepped once more than its end: linear annealing goes below 0 there.",
     text(0.3, ", shape=linear"), cycle(anneal_strategy="linear"), {10: last})
show("With cosine annealing it goes up again there.", text(0.3), cycle(), {10: last})
show("OneCycleLR divides by 0 where its first phase is one update long.", text(0.1), cycle(pct_start=0.1), {0: 1.0, 9: last})
show("OneCycleLR without a first phase never has its peak.", text(0), cycle(pct_start=0.0), {0: 1.0})
# Its cycle is the whole part of a logarithm, which may fall just short.
starts = [(n, mul, n * (mul**i - 1) // (mul - 1)) for n in range(1, 9) for mul in range(2, 11) for i in range(1, 12) if mul**i < 1e6]
wrong = [(n, mul, t) for n, mul, t in starts if rate(1.0, lambda o: lr.CosineAnnealingWarmRestarts(o, n, mul), t, jump=True) < 0.5]
print(f"CosineAnnealingWarmRestarts: {len(wrong)} of {len(starts)} restarts without their peak")
for n, mul, t in wrong[:3]:
    show(f"CosineAnnealingWarmRestarts.step(epoch) takes a wrong cycle at a restart: T_0={n}, T_mult={mul}, epoch {t}.",
         f"steps={t + 9} schedule=repeat(cosine, every={n}, stretch={mul})", lambda o: lr.CosineAnnealingWarmRestarts(o, n, mul), {t: 1.0}, jump=True)
show("LinearLR over no updates stays at its start for ever.", "steps=9 schedule=warmup(0, from=0.5) then constant",
     lambda o: lr.LinearLR(o, 0.5, 1, 0), {0: 1.0, 8: 1.0})
show("ConstantLR over no updates stays at its factor for ever.", "steps=9 schedule=constant(0.5) for 0 then constant",
     lambda o: lr.ConstantLR(o, 0.5, 0), {0: 1.0, 8: 1.0})
show("CosineAnnealingLR rises again after its end.", "steps=9 schedule=cosine for 4", lambda o: lr.CosineAnnealingLR(o, 4), {5: 0.0, 8: 0.0})
show("ChainedScheduler loses what came before a child that sets the rate anew: the two drops are gone.",
     "steps=9 schedule=multistep(1, 2) * repeat(cosine(1), every=50)",
     lambda o: lr.ChainedScheduler([lr.MultiStepLR(o, [1, 2]), lr.CosineAnnealingWarmRestarts(o, 50)], o),
     {1: 0.1 * (1 + math.cos(math.pi / 50)) / 2, 2: 0.01 * (1 + math.cos(math.pi / 25)) / 2})
show("A OneCycleLR inside SequentialLR changes the rate of the schedulers before it.",
     "steps=20 schedule=constant(1*0.5) for 3 then one_cycle(peak=before) for 10",
     lambda o: lr.SequentialLR(o, [lr.ConstantLR(o, 0.5, 100), lr.OneCycleLR(o, 1.0, 10, cycle_momentum=False)], [3]), {0: 0.5, 2: 0.5})
show("A ChainedScheduler cannot be a later child of SequentialLR.",
     "steps=9 schedule=constant(1*0.5) for 3 then constant(1*0.25)",
     lambda o: lr.SequentialLR(o, [lr.ConstantLR(o, 0.5, 100), lr.ChainedScheduler([lr.ConstantLR(o, 0.25, 100)], o)], [3]), {3: 0.25})
show("MultiplicativeLR as a later child of SequentialLR does not begin from its own rate.",
     "steps=9 schedule=constant(1*0.5) for 3 then exponential(rate=0.9, every=1)",
     lambda o: lr.SequentialLR(o, [lr.ConstantLR(o, 0.5, 100), lr.MultiplicativeLR(o, lambda t: 0.9)], [3]), {3: 1.0, 4: 0.9})
file.write()
