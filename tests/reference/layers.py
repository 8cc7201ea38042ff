# What the scripts of layers share: how samples of weights are told in few numbers, and where activations are asked.
import numpy as np

import common

INPUTS, OUTPUTS, PARTS = 20, 10000, 200


def quantiles(values):
    """The least, the middles of 200 equal parts, the greatest; `-` if all are 0."""
    values = np.sort(np.asarray(values, np.float64).reshape(-1))
    if not values.any():
        return "-"
    middles = (np.arange(PARTS) + 0.5) / PARTS * len(values)
    return common.doubles([values[0], *values[middles.astype(int)], values[-1]])


def initialiser_file(framework, version):
    return common.Writer(
        f"initialisers-{framework}.txt",
        f"{framework} {version}: a layer of {INPUTS} inputs and {OUTPUTS} outputs as each initialiser begins it, written by {framework}/layers.py.\n"
        "Lines: TEXT-OF-THE-RUN, then of the weights and of the biases the least, the middles of 200 equal parts and the greatest (float64 as base64;\n"
        "`-`: all are 0).")


def activation_file(framework, version):
    return common.Writer(
        f"activations-{framework}.txt",
        f"{framework} {version}: activations and their derivatives, written by {framework}/layers.py.\n"
        "Lines: ACTIVATION, then its argument, value and derivative (float32 as base64).")


# No 0: a derivative there is a matter of taste for relu, and told by a test of its own.
ARGUMENTS = np.concatenate([-np.geomspace(15, 1e-4, 200), np.geomspace(1e-4, 15, 200)]).astype(np.float32)
