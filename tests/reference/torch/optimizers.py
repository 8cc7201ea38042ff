# Single updates of PyTorch's optimizers, its real classes on a CPU.
import sys

import numpy as np
import torch

sys.path.insert(0, str(__import__("pathlib").Path(__file__).parents[1]))
import common

optim = torch.optim

# The text of the run, the class with its arguments, the rate, and the names of what it keeps in the order of our slots.
CASES = [
    ("opt=sgd", lambda p: optim.SGD(p), 0.1, ["momentum_buffer"]),
    ("opt=sgd(0.9)", lambda p: optim.SGD(p, momentum=0.9), 0.05, ["momentum_buffer"]),
    ("opt=sgd(0.9, nesterov=true)", lambda p: optim.SGD(p, momentum=0.9, nesterov=True), 0.05, ["momentum_buffer"]),
    ("opt=sgd(0.8, dampening=0.3)", lambda p: optim.SGD(p, momentum=0.8, dampening=0.3), 0.05, ["momentum_buffer"]),
    ("opt=sgd(0.9, weight_decay=0.1)", lambda p: optim.SGD(p, momentum=0.9, weight_decay=0.1), 0.05, ["momentum_buffer"]),
    ("opt=rmsprop", lambda p: optim.RMSprop(p), 0.02, ["square_avg", "momentum_buffer", "grad_avg"]),
    ("opt=rmsprop(centred=true)", lambda p: optim.RMSprop(p, centered=True), 0.02, ["square_avg", "momentum_buffer", "grad_avg"]),
    ("opt=rmsprop(momentum=0.8)", lambda p: optim.RMSprop(p, momentum=0.8), 0.01, ["square_avg", "momentum_buffer", "grad_avg"]),
    ("opt=rmsprop(0.95, centred=true, momentum=0.5, weight_decay=0.1)",
     lambda p: optim.RMSprop(p, alpha=0.95, centered=True, momentum=0.5, weight_decay=0.1), 0.01,
     ["square_avg", "momentum_buffer", "grad_avg"]),
    ("opt=rmsprop(epsilon=0.01)", lambda p: optim.RMSprop(p, eps=0.01), 0.02, ["square_avg", "momentum_buffer", "grad_avg"]),
    ("opt=adagrad", lambda p: optim.Adagrad(p), 0.1, ["sum"]),
    ("opt=adagrad(epsilon=0.1, start=0.5, weight_decay=0.1)",
     lambda p: optim.Adagrad(p, eps=0.1, initial_accumulator_value=0.5, weight_decay=0.1), 0.1, ["sum"]),
    ("opt=adam", lambda p: optim.Adam(p), 0.02, ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"]),
    ("opt=adam(0.8, beta2=0.95, epsilon=0.01)", lambda p: optim.Adam(p, betas=(0.8, 0.95), eps=0.01), 0.02,
     ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"]),
    ("opt=adam(amsgrad=true, beta2=0.9)", lambda p: optim.Adam(p, amsgrad=True, betas=(0.9, 0.9)), 0.02,
     ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"]),
    ("opt=adam(weight_decay=0.1)", lambda p: optim.Adam(p, weight_decay=0.1), 0.02, ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"]),
    ("opt=adamw", lambda p: optim.AdamW(p), 0.02, ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"]),
    ("opt=adamw(weight_decay=0.3, amsgrad=true, beta2=0.9)",
     lambda p: optim.AdamW(p, weight_decay=0.3, amsgrad=True, betas=(0.9, 0.9)), 0.02, ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"]),
]

# How gradients are clipped before the update.
CLIPS = [
    ("opt=sgd clip=value(0.3)", lambda p: torch.nn.utils.clip_grad_value_(p, 0.3)),
    ("opt=sgd clip=norm(0.5)", lambda p: torch.nn.utils.clip_grad_norm_(p, 0.5)),
]


def case(file, text, make, base, names, clip=None):
    p = torch.nn.Parameter(torch.tensor(common.start(text)))
    optimizer = make([p])

    def update(g, eta):
        p.grad = torch.tensor(g)
        if clip:
            clip([p])
        optimizer.param_groups[0]["lr"] = float(eta)
        optimizer.step()

    def slots():
        kept = optimizer.state.get(p, {})
        missing = torch.zeros(common.width(text))
        return [p.detach()] + [missing if kept.get(name) is None else kept[name] for name in names]

    common.run_case(file, "convention=torch " + text, base, update, slots)


torch.set_num_threads(1)
file = common.optimizer_file("torch", torch.__version__.split("+")[0])
for text, make, base, names in CASES:
    case(file, text, make, base, names)
for text, clip in CLIPS:
    case(file, text, lambda p: optim.SGD(p), 0.1, ["momentum_buffer"], clip)
file.write()
