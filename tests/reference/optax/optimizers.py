# Single updates of optax' optimizers, its real functions on a CPU.
import pathlib
import sys

import jax
import jax.numpy as jnp
import numpy as np
import optax

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common

# The text of the run, the optimizer as a function of its schedule, the rate, and the names of what it keeps in the order of our slots.
ADAM = ["mu", "nu", "nu_max"]
RMS = ["nu", "trace", "mu"]
CASES = [
    ("opt=sgd", lambda s: optax.sgd(s), 0.1, ["trace"]),
    ("opt=sgd(0.9)", lambda s: optax.sgd(s, momentum=0.9), 0.05, ["trace"]),
    ("opt=sgd(0.9, nesterov=true)", lambda s: optax.sgd(s, momentum=0.9, nesterov=True), 0.05, ["trace"]),
    ("opt=sgd(0.9, weight_decay=0.1)", lambda s: optax.chain(optax.add_decayed_weights(0.1), optax.sgd(s, momentum=0.9)), 0.05, ["trace"]),
    ("opt=rmsprop", lambda s: optax.rmsprop(s), 0.02, RMS),
    ("opt=rmsprop(centred=true)", lambda s: optax.rmsprop(s, centered=True), 0.02, RMS),
    ("opt=rmsprop(momentum=0.8)", lambda s: optax.rmsprop(s, momentum=0.8), 0.01, RMS),
    ("opt=rmsprop(momentum=0.8, nesterov=true)", lambda s: optax.rmsprop(s, momentum=0.8, nesterov=True), 0.01, RMS),
    ("opt=rmsprop(0.95, epsilon_at=outside, centred=true, corrected=true, start=0.5)",
     lambda s: optax.rmsprop(s, decay=0.95, eps_in_sqrt=False, centered=True, bias_correction=True, initial_scale=0.5), 0.01, RMS),
    ("opt=rmsprop(epsilon=0.01, corrected=true)", lambda s: optax.rmsprop(s, eps=0.01, bias_correction=True), 0.02, RMS),
    ("opt=adagrad", lambda s: optax.adagrad(s), 0.1, ["sum_of_squares"]),
    ("opt=adagrad(epsilon=0.1, start=0.5)", lambda s: optax.adagrad(s, eps=0.1, initial_accumulator_value=0.5), 0.1, ["sum_of_squares"]),
    ("opt=adam", lambda s: optax.adam(s), 0.02, ADAM),
    ("opt=adam(0.8, beta2=0.95, epsilon=0.01)", lambda s: optax.adam(s, b1=0.8, b2=0.95, eps=0.01), 0.02, ADAM),
    ("opt=adam(epsilon=0.01, epsilon_at=inside)", lambda s: optax.adam(s, eps=0, eps_root=0.01), 0.02, ADAM),
    ("opt=adam(amsgrad=true, beta2=0.9)", lambda s: optax.amsgrad(s, b2=0.9), 0.02, ADAM),
    ("opt=adamw", lambda s: optax.adamw(s), 0.02, ADAM),
    ("opt=adamw(weight_decay=0.3)", lambda s: optax.adamw(s, weight_decay=0.3), 0.02, ADAM),
    ("opt=lion", lambda s: optax.lion(s), 0.02, ["mu"]),
    ("opt=lion(0.5, beta2=0.9, weight_decay=0.1)", lambda s: optax.lion(s, b1=0.5, b2=0.9, weight_decay=0.1), 0.02, ["mu"]),
    ("opt=sgd clip=value(0.3)", lambda s: optax.chain(optax.clip(0.3), optax.sgd(s)), 0.1, ["trace"]),
    ("opt=sgd clip=norm(0.5)", lambda s: optax.chain(optax.clip_by_global_norm(0.5), optax.sgd(s)), 0.1, ["trace"]),
]


def named_states(state):
    """All parts of a chain's state that have fields."""
    if hasattr(state, "_fields"):
        yield state
    elif isinstance(state, tuple):
        for each in state:
            yield from named_states(each)


def case(file, text, make, base, names):
    rates = jnp.array([common.rate(t, base) for t in range(common.UPDATES)])
    optimizer = make(lambda count: rates[count])
    held = {"w": jnp.array(common.start(text))}
    held["state"] = optimizer.init(held["w"])
    step = jax.jit(optimizer.update)
    # The trace stands after the scaling by −η in rmsprop: its sign is the other one there.
    sign = -1 if "rmsprop" in text else 1

    def update(g, eta):
        updates, held["state"] = step(jnp.array(g), held["state"], held["w"])
        held["w"] = optax.apply_updates(held["w"], updates)

    def slots():
        kept = {}
        for part in named_states(held["state"]):
            for field in part._fields:
                kept[field] = np.asarray(getattr(part, field)) * (sign if field == "trace" else 1)
        return [held["w"]] + [kept.get(name, np.zeros(common.width(text))) for name in names]

    common.run_case(file, "convention=optax " + text, base, update, slots)


file = common.optimizer_file("optax", f"{optax.__version__} on JAX {jax.__version__}")
for text, make, base, names in CASES:
    case(file, text, make, base, names)
file.write()
