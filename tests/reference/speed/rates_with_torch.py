# PyTorch's rate of the next update, one call of step() each: rates_with_torch.py COUNT prints the nanoseconds of each scheduler.
import sys
import time
import warnings

import torch
from torch.optim.lr_scheduler import ChainedScheduler, CosineAnnealingLR, CosineAnnealingWarmRestarts, LinearLR, SequentialLR

torch.set_num_threads(1)
warnings.simplefilter("ignore")
COUNT, UPDATES = int(sys.argv[1]), 100_000


def plain(optimizer):
    return CosineAnnealingLR(optimizer, UPDATES)


def warmed(optimizer):
    warmup = LinearLR(optimizer, 1 / 5000, total_iters=5000)
    return SequentialLR(optimizer, [warmup, CosineAnnealingLR(optimizer, 95_000)], [5000])


def tree(optimizer):
    falls = LinearLR(optimizer, 1, 0.5, total_iters=UPDATES)
    return ChainedScheduler([CosineAnnealingWarmRestarts(optimizer, 1000, 2), falls], optimizer)


for make in plain, warmed, tree:
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    optimizer.step()
    schedule = make(optimizer)
    for _ in range(100):
        schedule.step()
    start = time.perf_counter()
    for _ in range(COUNT):
        schedule.step()
    print((time.perf_counter() - start) / COUNT * 1e9)
