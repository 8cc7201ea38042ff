# The sequences of metrics that every framework's plateau hears, and how what it did is written.
import numpy as np

import common


def sequences(negative):
    """20 sequences with their parameters: falling, stuck, rising, noisy; from the fifth on with numbers that are not finite."""
    rng = np.random.default_rng(7)
    for k in range(20):
        n = 60
        start, fall, noise = rng.uniform(0.5, 3), rng.uniform(0, 0.05), rng.uniform(0, 0.2)
        metrics = start * np.exp(-fall * np.minimum(np.arange(n), rng.integers(5, 40))) + noise * rng.normal(size=n)
        metrics = np.round(metrics - (start if negative else -0.5), 2)
        if k >= 5:
            metrics[rng.integers(1, n, 3)] = [np.nan, np.inf, np.nan]
        yield {
            "metrics": metrics.astype(np.float32),
            "factor": common.short(rng.uniform(0.1, 0.9), 2),
            "patience": int(rng.integers(0, 7)),
            # Off the grid of the metrics, so that no gain is just the threshold: Keras compares in float32.
            "threshold": round(round(rng.uniform(0, 0.2), 2) + 0.003, 3),
            "cooldown": int(rng.integers(0, 5)),
            "floor": common.short(rng.choice([0, 0.05]), 2),
        }


def plateau_file(framework, version):
    return common.Writer(
        f"plateau-{framework}.txt",
        f"{framework} {version}: what it multiplies the rate by after each evaluation, written by {framework}/plateaus.py.\n"
        "Lines: the text of the run; the metrics (float32); the last factor, then the evaluations after which it fell.",
    )


def text(p, **more):
    more = "".join(f", {key}={value}" for key, value in more.items())
    return f"plateau({p['factor']}, patience={p['patience']}, threshold={p['threshold']:.3f}, cooldown={p['cooldown']}, floor={p['floor']}{more})"


def add(file, framework, words, metrics, factors, lr=None):
    rate = f" lr={lr}" if lr else ""
    file.add(f"convention={framework}{rate} schedule=constant * {words}")
    file.add(common.floats(metrics))
    fell = [k for k, (before, after) in enumerate(zip([1.0, *factors], factors)) if after != before]
    file.add(" ".join(map(str, [repr(float(factors[-1])), *fell])))
