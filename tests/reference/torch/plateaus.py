# What PyTorch's ReduceLROnPlateau does to a rate: with its own eps to one of 1, and with others to others.
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import plateau

file = plateau.plateau_file("torch", torch.__version__.split("+")[0])
# Relative thresholds only on positive metrics: on negative ones PyTorch takes a loss for a gain.
for mode, relative, negative in [("min", True, False), ("max", True, False), ("min", False, True), ("max", False, True)]:
    for k, p in enumerate(plateau.sequences(negative)):
        for lr, eps in [(1.0, 1e-8), ((2.0, 0.03, 1e-5)[k % 3], (0.05, 1e-3, 1e-7)[k % 3])]:
            metrics = p["metrics"]
            optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)
            scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
                optimizer, mode, p["factor"], p["patience"], p["threshold"], "rel" if relative else "abs", p["cooldown"], p["floor"] * lr, eps=eps)
            factors = []
            for metric in metrics:
                # An infinite metric where large is good would be the best for ever; here it never counts.
                scheduler.step(float(metric) if metric != float("inf") or mode == "min" else float("nan"))
                factors.append(optimizer.param_groups[0]["lr"] / lr)
            own = {} if eps == 1e-8 else {"eps": eps}
            words = plateau.text(p, mode=mode, relative=str(relative).lower(), **own)
            plateau.add(file, "torch", words, metrics, factors, lr)
file.write()

# Theirs, not copied: an infinite metric where large is good is the best for ever, so every later one is bad.
optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "max", patience=0)
for metric in (float("inf"), 1.0, 2.0, 3.0):
    scheduler.step(metric)
assert scheduler.best == float("inf") and optimizer.param_groups[0]["lr"] < 2e-3
