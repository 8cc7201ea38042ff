# What PyTorch's ReduceLROnPlateau does to a rate of 1.
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import plateau

file = plateau.plateau_file("torch", torch.__version__.split("+")[0])
# Relative thresholds only on positive metrics: on negative ones PyTorch takes a loss for a gain.
for mode, relative, negative in [("min", True, False), ("max", True, False), ("min", False, True), ("max", False, True)]:
    for p in plateau.sequences(negative):
        metrics = p["metrics"]
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
            optimizer, mode, p["factor"], p["patience"], p["threshold"], "rel" if relative else "abs", p["cooldown"], p["floor"], eps=0)
        factors = []
        for metric in metrics:
            # An infinite metric where large is good would be the best for ever; here it never counts.
            scheduler.step(float(metric) if metric != float("inf") or mode == "min" else float("nan"))
            factors.append(optimizer.param_groups[0]["lr"])
        words = plateau.text(p, mode=mode, relative=str(relative).lower())
        plateau.add(file, "torch", words, metrics, factors)
file.write()
