# What GreedyLR of Transformers does to a rate of 1.
import pathlib
import sys

import numpy as np
import torch
import transformers

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common

file = common.Writer(
    "greedy-transformers.txt",
    f"transformers {transformers.__version__}: what its GreedyLR multiplies the rate by after each evaluation, written by transformers/greedy.py.\n"
    "Lines: the text of the run; the metrics (float32); the evaluations after which the factor changed, and what it became (float64).",
)


def metrics_of(rng, smooth):
    """120 evaluations that fall, stay, fall again and rise, with noise; without smoothing some are not finite."""
    n = 120
    slope = np.repeat(rng.uniform(-0.06, 0.03, 6), n // 6)
    slope[rng.integers(20, 60) : rng.integers(60, 110)] = 0
    metrics = np.round(np.maximum(4 + np.cumsum(slope) + rng.choice([0, 0.02, 0.1]) * rng.normal(size=n), 0.1), 2)
    if not smooth:
        metrics[rng.integers(1, n, 3)] = [np.nan, np.inf, np.nan]
    return metrics.astype(np.float32)


rng = np.random.default_rng(11)
for mode, relative in [("min", False), ("max", False), ("min", True), ("max", True)]:
    for k in range(20):
        window = int(rng.integers(2, 13)) if k % 3 == 0 else 1
        # Off the grid of the metrics, so that no gain is just the threshold.
        threshold = round(round(rng.uniform(0, 0.02), 2) + 0.003, 3)
        factor, floor, ceiling = common.short(rng.uniform(0.3, 0.97), 2), common.short(rng.uniform(0.02, 0.8), 2), common.short(rng.uniform(1, 6), 2)
        patience, cooldown, warmup, reset = (int(rng.integers(0, top)) for top in (5, 4, 4, 5))
        metrics = metrics_of(rng, window > 1)
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
        greedy = transformers.optimization.GreedyLR(
            optimizer, mode, factor, patience, threshold, "rel" if relative else "abs", cooldown, warmup, floor, ceiling,
            eps=0, smooth=window > 1, window_size=window, reset_start=reset + 1)
        factors = []
        for metric in metrics:
            # An infinite metric where large is good would be the best for ever; here it never counts.
            greedy.step(float(metric) if metric != float("inf") or mode == "min" else float("nan"))
            factors.append(optimizer.param_groups[0]["lr"])
        file.add(
            f"schedule=constant * greedy({factor}, patience={patience}, mode={mode}, threshold={threshold:.3f}, relative={str(relative).lower()}, "
            f"cooldown={cooldown}, warmup={warmup}, floor={floor}, ceiling={ceiling}, window={window}, reset={reset + 1})")
        file.add(common.floats(metrics))
        changed = [k for k, (before, after) in enumerate(zip([1.0, *factors], factors)) if after != before]
        file.add(" ".join([*map(str, changed), common.doubles([factors[k] for k in changed]) or "-"]))
file.write()
