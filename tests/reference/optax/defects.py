# Where optax' schedules do not give what they say, shown by its real functions.
import pathlib
import sys

import jax
import optax

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import attempt, defect

file = common.defect_file("optax", f"{optax.__version__} on JAX {jax.__version__}")


def show(sentence, text, make, right):
    defect(file, sentence, text, {t: attempt(lambda: make()(t)) for t in right}, right)


show("A warm-up of no updates stays at its first rate for ever.", "lr=1 steps=9 schedule=warmup(0, from=0) then constant",
     lambda: optax.warmup_constant_schedule(0.0, 1.0, 0), {0: 1.0, 8: 1.0})
show("linear_schedule over no updates stays at its first rate for ever.", "lr=1 steps=9 schedule=linear(to=0.1) for 0 then constant(0.1)",
     lambda: optax.linear_schedule(1.0, 0.1, 0), {0: 0.1, 8: 0.1})
show("exponential_decay by 0 does not decay.", "lr=1 steps=9 schedule=exponential(rate=0, every=1)",
     lambda: optax.exponential_decay(1.0, 1, 0.0), {1: 0.0, 8: 0.0})
show("linear_onecycle_schedule over one update is all the time far below its peak.",
     "lr=1 steps=1 schedule=one_cycle(shape=linear, phases=three, back=0.85)", lambda: optax.linear_onecycle_schedule(1, 1.0), {0: 1.0})
file.write()
