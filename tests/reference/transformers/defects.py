# Where Transformers' schedules do not give what they say, shown by its real functions.
import pathlib
import sys
import warnings

import torch
import transformers

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import attempt, defect

warnings.simplefilter("ignore")
file = common.defect_file("transformers", transformers.__version__)


def rate(name, warmup, updates, t, **more):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    scheduler = transformers.get_scheduler(name, optimizer, warmup, updates, scheduler_specific_kwargs=more or None)
    return scheduler.lr_lambdas[0](t)


def show(sentence, text, right, *arguments, **more):
    defect(file, sentence, f"lr=1 {text}", {t: attempt(lambda: rate(*arguments, t, **more)) for t in right}, right)


show("cosine rises again after its end.", "steps=30 schedule=warmup(2, offset=0) then cosine for 8", {11: 0.0, 14: 0.0}, "cosine", 2, 10)
show("cosine_with_min_lr too.", "steps=30 schedule=warmup(2, offset=0) then cosine(to=0.1) for 8", {11: 0.1, 14: 0.1},
     "cosine_with_min_lr", 2, 10, min_lr_rate=0.1)
show("cosine_warmup_with_min_lr never begins its decay from the peak, and rises after its end.",
     "steps=30 schedule=warmup(2) then cosine(to=0.1) for 8", {2: 1.0, 11: 0.1}, "cosine_warmup_with_min_lr", 2, 10, min_lr_rate=0.1)
# Its restarts are found by a remainder in floating point, which may fall just short of a whole cycle.
wrong = [(cycles, n, n * k) for cycles in range(2, 60) for n in range(1, 40) for k in range(1, cycles)
         if rate("cosine_with_restarts", 0, n * cycles, n * k, num_cycles=cycles) < 0.5]
print(f"cosine_with_restarts: {len(wrong)} restarts without their peak")
for cycles, n, t in wrong[:3]:
    show(f"cosine_with_restarts is 0 instead of at its peak at a restart: {cycles} cycles of {n} updates, update {t}.",
         f"steps={n * cycles} schedule=repeat(cosine, every={n}, cycles={cycles})", {t: 1.0}, "cosine_with_restarts", 0, n * cycles, num_cycles=cycles)
file.write()
