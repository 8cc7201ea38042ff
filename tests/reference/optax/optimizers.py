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
    ("opt=nadam", lambda s: optax.nadam(s), 0.02, ["mu", "nu"]),
    ("opt=nadam(0.8, beta2=0.95, epsilon=0.01, weight_decay=0.1)",
     lambda s: optax.nadamw(s, b1=0.8, b2=0.95, eps=0.01, weight_decay=0.1), 0.02, ["mu", "nu"]),
    ("opt=radam", lambda s: optax.radam(s), 0.02, ["mu", "nu"]),
    ("opt=radam(0.8, beta2=0.9, epsilon=0.01, threshold=7)",
     lambda s: optax.radam(s, b1=0.8, b2=0.9, eps=0.01, threshold=7.0), 0.02, ["mu", "nu"]),
    ("opt=adadelta", lambda s: optax.adadelta(s), 1.0, ["e_g", "e_x"]),
    ("opt=adadelta(0.7, epsilon=0.01, weight_decay=0.1)",
     lambda s: optax.adadelta(s, rho=0.7, eps=0.01, weight_decay=0.1), 1.0, ["e_g", "e_x"]),
    ("opt=adamax", lambda s: optax.adamax(s), 0.02, ["mu", "nu"]),
    ("opt=adamax(0.8, beta2=0.9, epsilon=0.05)", lambda s: optax.adamax(s, b1=0.8, b2=0.9, eps=0.05), 0.02, ["mu", "nu"]),
    ("opt=lamb", lambda s: optax.lamb(s), 0.02, ["mu", "nu"]),
    ("opt=lamb(0.8, beta2=0.95, epsilon=0.01, weight_decay=0.1)",
     lambda s: optax.lamb(s, b1=0.8, b2=0.95, eps=0.01, weight_decay=0.1), 0.02, ["mu", "nu"]),
    ("opt=prodigy", lambda s: optax.contrib.prodigy(s), 1.0, ["exp_avg", "exp_avg_sq", "grad_sum", "params0"]),
    ("opt=prodigy(0.8, beta2=0.9, epsilon=0.001, d0=0.0001, coef=2, safeguard_warmup=true, weight_decay=0.1)",
     lambda s: optax.contrib.prodigy(s, betas=(0.8, 0.9), eps=0.001, estim_lr0=0.0001, estim_lr_coef=2, safeguard_warmup=True,
                                     weight_decay=0.1), 1.0, ["exp_avg", "exp_avg_sq", "grad_sum", "params0"]),
    ("hidden=12-8 label=matrix opt=muon", lambda s: optax.contrib.muon(s), 0.05, ["mu"]),
    ("hidden=8-12 label=matrix opt=muon(0.8, nesterov=false, scale=match_rms, rms=0.4, weight_decay=0.1)",
     lambda s: optax.contrib.muon(s, beta=0.8, nesterov=False, consistent_rms=0.4, weight_decay=0.1), 0.05, ["mu"]),
    ("opt=sgd clip=value(0.3)", lambda s: optax.chain(optax.clip(0.3), optax.sgd(s)), 0.1, ["trace"]),
    ("opt=sgd clip=norm(0.5)", lambda s: optax.chain(optax.clip_by_global_norm(0.5), optax.sgd(s)), 0.1, ["trace"]),
]


# Its functions count updates from 1 where they ask for the rate: the schedule here counts back, so that each has its own.
FREE = [
    ("opt=schedule_free", lambda s, later: optax.contrib.schedule_free(optax.sgd(s), later), 0.1, 0.9),
    ("opt=schedule_free(base=adamw, beta=0.8, beta2=0.95, epsilon=0.01, power=1, weight_decay=0.1)",
     lambda s, later: optax.contrib.schedule_free(
         optax.chain(optax.scale_by_rms(decay=0.95, eps=0.01, eps_in_sqrt=False, bias_correction=True),
                     optax.add_decayed_weights(0.1), optax.scale_by_learning_rate(s)), later, b1=0.8, weight_lr_power=1), 0.05, 0.8),
]


def named_states(state):
    """All parts of a chain's state that have fields; of a partition that of the matrices."""
    if hasattr(state, "inner_states"):
        yield from named_states(state.inner_states["muon"].inner_state)
    elif hasattr(state, "_fields"):
        yield state
    elif isinstance(state, tuple):
        for each in state:
            yield from named_states(each)


def case(file, text, make, base, names):
    rates = jnp.array([common.rate(t, base) for t in range(common.UPDATES)])
    optimizer = make(lambda count: rates[count])
    # The length that radam looks at is, in single precision, the difference of two numbers near 2000: up to 0.6 % of an update comes from
    # that. Here it is computed in double.
    real = jnp.float64 if text == "opt=radam" else jnp.float32
    held = {"w": jnp.array(common.start(text), real).reshape(common.shape(text) if "muon" in text else -1)}
    held["state"] = optimizer.init(held["w"])
    step = jax.jit(optimizer.update)
    # The trace stands after the scaling by −η in rmsprop: its sign is the other one there.
    sign = -1 if "rmsprop" in text else 1

    def update(g, eta):
        updates, held["state"] = step(jnp.array(g, real).reshape(held["w"].shape), held["state"], held["w"])
        held["w"] = optax.apply_updates(held["w"], updates)

    def slots():
        kept = {}
        for part in named_states(held["state"]):
            for field in part._fields:
                kept[field] = np.asarray(getattr(part, field)) * (sign if field == "trace" else 1)
        return [np.asarray(held["w"]).reshape(-1)] + [np.reshape(kept.get(name, np.zeros(common.width(text))), -1) for name in names]

    def scalars():
        for part in named_states(held["state"]):
            if hasattr(part, "estim_lr"):
                return [float(each) for each in [part.estim_lr, part.estim_lr, part.numerator_weighted, part.estim_lr]]
        # Π βᵏ of the updates so far.
        b1 = 0.8 if "0.8" in text else 0.9
        return [float(b1) ** int(named_count(held["state"]))]

    has_scalars = "prodigy" in text or "nadam" in text
    common.run_case(file, "convention=optax " + text, base, update, slots, scalars if has_scalars else None)


def named_count(state):
    return next(part.count for part in named_states(state) if hasattr(part, "count"))


def free_case(file, text, make, base, beta):
    rates = jnp.array([common.rate(t, base) for t in range(common.UPDATES)])
    optimizer = make(lambda count: rates[count], lambda count: rates[count - 1])
    # It finds x from y and z again at every update, which rounds three times: here in double.
    held = {"w": jnp.array(common.start(text), jnp.float64)}
    held["state"] = optimizer.init(held["w"])
    step = jax.jit(optimizer.update)

    def update(g, eta):
        updates, held["state"] = step(jnp.array(g, jnp.float64), held["state"], held["w"])
        held["w"] = optax.apply_updates(held["w"], updates)

    def slots():
        y, z = np.asarray(held["w"], float), np.asarray(held["state"].z, float)
        square = [part.nu for part in named_states(held["state"].base_optimizer_state) if hasattr(part, "nu")]
        return [y, z, (y - (1 - beta) * z) / beta, square[0] if square else np.zeros(len(y))]

    common.run_case(file, "convention=optax " + text, base, update, slots,
                    lambda: [float(held["state"].max_lr), float(held["state"].weight_sum)])


file = common.optimizer_file("optax", f"{optax.__version__} on JAX {jax.__version__}")
for text, make, base, names in CASES:
    with jax.enable_x64(text == "opt=radam"):
        case(file, text, make, base, names)
for each in FREE:
    with jax.enable_x64(True):
        free_case(file, *each)
file.write()
