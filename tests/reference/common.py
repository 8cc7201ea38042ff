# What the scripts of all frameworks share: how a reference file is written, and the problem that the optimizers are given.
import base64
import pathlib
import re

import numpy as np

DATA = pathlib.Path(__file__).parent / "data"

# Of a run of 120 updates. The rate falls tenfold after update 59, where frameworks with η inside the velocity differ from the others.
UPDATES = 120
POINTS = [0, 1, 2, 3, 5, 8, 13, 20, 30, 40, 50, 59, 60, 61, 70, 80, 90, 100, 110, 119]


def rate(t, base):
    """η of update t, a float32."""
    return np.float32(base * (0.6 + 0.4 * np.cos(np.pi * t / 40)) * (0.1 if t >= 60 else 1))


def shape(text):
    """Inputs and outputs of the layer that a text's optimizer is given, where it matters: the second of `hidden=12-8`."""
    hidden = re.search(r"hidden=(\d+)-(\d+)", text)
    return tuple(int(each) for each in hidden.groups()) if hidden else (0, 0)


# Where more than one rounding is made in different orders, each of half a step: with many weights that is less than the 2⁻²⁴‖w‖ that
# the test allows, with few it is a matter of luck.
ROUNDED_TWICE = ["weight_decay", "adamw", "lion", "lamb", "prodigy"]
ROUNDED_OFTEN = ["nadam", "radam", "schedule_free", "cautious"]


def width(text):
    """Weights of a case; a layer has its biases behind them unless the text says `matrix`."""
    inputs, outputs = shape(text)
    if inputs:
        return inputs * outputs + (0 if "label=matrix" in text else outputs)
    if any(each in text for each in ROUNDED_OFTEN):
        return 96
    return 32 if any(each in text for each in ROUNDED_TWICE) else 6


def start(text):
    return np.random.default_rng(1).normal(size=width(text)).astype(np.float32)


def gradient(w, t):
    """Of a bowl whose axes differ by 300, with noise; the last weight's gradient is 0 at two updates of three."""
    curvature = np.geomspace(3, 0.01, len(w)).astype(np.float32)
    noise = np.random.default_rng(1000 + t).normal(size=len(w)).astype(np.float32)
    g = curvature * (w - np.float32(0.5)) + np.float32(0.3) * noise * np.sqrt(curvature)
    if t % 3 != 0:
        g[-1] = 0
    return g.astype(np.float32)


def floats(values):
    """float32 values, little-endian, as base64; `-` if all are 0."""
    values = np.asarray(values, "<f4").reshape(-1)
    return base64.b64encode(values.tobytes()).decode() if values.any() else "-"


def doubles(values):
    return base64.b64encode(np.asarray(values, "<f8").tobytes()).decode()


class Writer:
    """A reference file: comment lines, then blocks."""

    def __init__(self, name, comment):
        self.path = DATA / name
        self.lines = ["# " + line for line in comment.splitlines()]

    def add(self, line):
        self.lines.append(line)

    def write(self):
        DATA.mkdir(exist_ok=True)
        self.path.write_text("\n".join(self.lines) + "\n")
        print(f"{self.path.name}: {self.path.stat().st_size} bytes")


def optimizer_file(framework, version):
    return Writer(
        f"optimizers-{framework}.txt",
        f"{framework} {version}: single updates of its optimizers, written by {framework}/optimizers.py.\n"
        "Lines: `case SLOTS TEXT`, then for each point: t, η, and w, g, the slots and w after the update; float32 as base64, `-` for 0 everywhere.\n"
        "A last word after `=` is the scalars before the update, float64.",
    )


def run_case(file, text, base, update, slots, scalars=None):
    """`update(g, eta)` does the framework's update; `slots()` gives w and what is kept, as TEXT's optimizer keeps it, and `scalars()` the
    optimizer's scalars."""
    lines = []
    kept = 0
    for t in range(UPDATES):
        eta = rate(t, base)
        w, *state = slots()
        w = np.array(w, np.float32)
        state = [np.array(s, np.float32) for s in state]
        g = gradient(w, t)
        kept_numbers = ["=" + doubles(scalars())] if scalars else []
        update(g, eta)
        if t not in POINTS:
            continue
        after = np.array(slots()[0], np.float32)
        kept = len(state)
        lines.append(" ".join([str(t), floats([eta]), floats(w), floats(g), *(floats(s) for s in state), floats(after), *kept_numbers]))
    file.add(f"case {kept} {text}")
    for line in lines:
        file.add(line)


def schedule_file(framework, version, kind):
    return Writer(
        f"schedules-{framework}.txt",
        f"{framework} {version}: its schedules, written by {framework}/schedules.py.\n"
        "Lines: NUMBERS T PEAK TEXT-OF-THE-RUN, then the rate at updates 0, 1, …; the text's run has T updates.\n"
        f"NUMBERS: {kind} as base64; `x` after it: each rate is made from the last one.",
    )


def defect_file(framework, version):
    return Writer(
        f"defects-{framework}.txt",
        f"{framework} {version}: where its schedules are not what they say of themselves, written by {framework}/defects.py.\n"
        "Lines: `defect TEXT-OF-THE-RUN`, whose peak is 1, then for each update: t, the rate there (or the error), and the right one.",
    )


def defect(file, sentence, text, theirs, right):
    """`theirs` and `right` are rates by update; theirs may be the name of an error."""
    file.add(f"# {sentence}")
    file.add(f"defect {text}")
    for t, rate in theirs.items():
        file.add(f"{t} {rate} {right[t]!r}")


def attempt(compute):
    """The rate, or the name of the error that is raised instead."""
    try:
        return float(compute())
    except Exception as error:  # noqa: BLE001 - whatever it is is written down
        return type(error).__name__


def draws(name, count=20):
    """The parameter sets of one schedule: the same for every framework."""
    rng = np.random.default_rng(sum(name.encode()))
    for _ in range(count):
        yield rng


def short(x, digits=3):
    """A number with few digits, so that the text says exactly the number that the framework is given."""
    return float(f"{x:.{digits}g}")
