# Single updates of PyTorch's optimizers, its real classes on a CPU.
import inspect
import sys

import numpy as np
import prodigyopt
import schedulefree
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

MEANS = ["exp_avg", "exp_avg_sq"]
CASES += [
    ("opt=nadam", lambda p: optim.NAdam(p), 0.02, MEANS),
    ("opt=nadam(0.8, beta2=0.95, epsilon=0.01, momentum_decay=0.5, weight_decay=0.1)",
     lambda p: optim.NAdam(p, betas=(0.8, 0.95), eps=0.01, momentum_decay=0.5, weight_decay=0.1), 0.02, MEANS),
    ("opt=nadam(weight_decay=0.1, coupled=false)",
     lambda p: optim.NAdam(p, weight_decay=0.1, decoupled_weight_decay=True), 0.02, MEANS),
    ("opt=radam", lambda p: optim.RAdam(p), 0.02, MEANS),
    ("opt=radam(0.8, beta2=0.9, epsilon=0.01, weight_decay=0.1)",
     lambda p: optim.RAdam(p, betas=(0.8, 0.9), eps=0.01, weight_decay=0.1), 0.02, MEANS),
    ("opt=radam(beta2=0.6)", lambda p: optim.RAdam(p, betas=(0.9, 0.6)), 0.02, MEANS),
    ("opt=adadelta", lambda p: optim.Adadelta(p), 1.0, ["square_avg", "acc_delta"]),
    ("opt=adadelta(0.7, epsilon=0.01, weight_decay=0.1)",
     lambda p: optim.Adadelta(p, rho=0.7, eps=0.01, weight_decay=0.1), 1.0, ["square_avg", "acc_delta"]),
    ("opt=adamax", lambda p: optim.Adamax(p), 0.02, ["exp_avg", "exp_inf"]),
    ("opt=adamax(0.8, beta2=0.9, epsilon=0.05, weight_decay=0.1)",
     lambda p: optim.Adamax(p, betas=(0.8, 0.9), eps=0.05, weight_decay=0.1), 0.02, ["exp_avg", "exp_inf"]),
]

# Of the packages schedulefree and prodigyopt, whose authors are those of the papers.
FREE = [
    ("opt=schedule_free", lambda p: schedulefree.SGDScheduleFree(p), 0.1, 0.9),
    ("opt=schedule_free(beta=0.7, warmup=30, r=1, weight_decay=0.1)",
     lambda p: schedulefree.SGDScheduleFree(p, momentum=0.7, warmup_steps=30, r=1, weight_decay=0.1), 0.1, 0.7),
    ("opt=schedule_free(base=adamw)", lambda p: schedulefree.AdamWScheduleFree(p), 0.05, 0.9),
    ("opt=schedule_free(base=adamw, beta=0.8, beta2=0.9, epsilon=0.01, warmup=20, power=1, weight_decay=0.1)",
     lambda p: schedulefree.AdamWScheduleFree(p, betas=(0.8, 0.9), eps=0.01, warmup_steps=20, weight_lr_power=1, weight_decay=0.1), 0.05,
     0.8),
]
PRODIGY = [
    ("opt=prodigy", lambda p: prodigyopt.Prodigy(p), 1.0),
    ("opt=prodigy(d0=0.001, coef=2, growth=1.1, safeguard_warmup=true)",
     lambda p: prodigyopt.Prodigy(p, d0=0.001, d_coef=2, growth_rate=1.1, safeguard_warmup=True), 1.0),
    ("opt=prodigy(0.8, beta2=0.9, epsilon=0.001, d0=0.0001, corrected=true, weight_decay=0.1)",
     lambda p: prodigyopt.Prodigy(p, betas=(0.8, 0.9), eps=0.001, d0=0.0001, use_bias_correction=True, weight_decay=0.1), 1.0),
]

# The layer's Muon, and the biases' AdamW.
MUON = [
    ("hidden=12-8 opt=muon", {}, {}),
    ("hidden=8-12 opt=muon(0.8, nesterov=false, scale=match_rms, weight_decay=0.3)",
     {"momentum": 0.8, "nesterov": False, "adjust_lr_fn": "match_rms_adamw", "weight_decay": 0.3}, {}),
    ("hidden=4-6 opt=muon(steps=3, scale=spectral, a=3, b=-4, c=2, epsilon=0.5, bias_beta1=0.8, bias_beta2=0.9, bias_decay=0.2)",
     {"ns_steps": 3, "ns_coefficients": (3, -4, 2), "adjust_lr_fn": "spectral_unclamped", "eps": 0.5},
     {"betas": (0.8, 0.9), "weight_decay": 0.2}),
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

    products = lambda: [float(optimizer.state.get(p, {}).get("mu_product", 0))]
    common.run_case(file, "convention=torch " + text, base, update, slots, products if "nadam" in text else None)


def free_case(file, text, make, base, beta):
    p = torch.nn.Parameter(torch.tensor(common.start(text)))
    optimizer = make([p])
    optimizer.train()

    def update(g, eta):
        p.grad = torch.tensor(g)
        optimizer.param_groups[0]["lr"] = float(eta)
        optimizer.step()

    def slots():
        y, kept = p.detach().double(), optimizer.state.get(p, {})
        z = kept.get("z", y).double()
        return [y, z, (y - (1 - beta) * z) / beta, kept.get("exp_avg_sq", torch.zeros_like(y))]

    group = optimizer.param_groups[0]
    common.run_case(file, "convention=torch " + text, base, update, slots, lambda: [max(group["lr_max"], 0), group["weight_sum"]])


def prodigy_case(file, text, make, base):
    p = torch.nn.Parameter(torch.tensor(common.start(text)))
    optimizer = make([p])

    def update(g, eta):
        p.grad = torch.tensor(g)
        optimizer.param_groups[0]["lr"] = float(eta)
        optimizer.step()

    def slots():
        kept = optimizer.state.get(p, {})
        missing = torch.zeros(common.width(text))
        return [p.detach()] + [kept.get(name, missing) for name in ["exp_avg", "exp_avg_sq", "s", "p0"]]

    group = optimizer.param_groups[0]
    common.run_case(file, "convention=torch " + text, base, update, slots,
                    lambda: [group["d"], group["d_max"], group["d_numerator"], group["d"]])


# PyTorch's function computes in bfloat16. This is its text with float32 in its place; the distance to the real one is printed.
muon = sys.modules["torch.optim._muon"]
in_bfloat16 = muon._zeropower_via_newtonschulz
exec(inspect.getsource(in_bfloat16).replace("torch.bfloat16", "torch.float32").replace("def _zeropower", "def in_float32"), vars(muon))
in_float32 = vars(muon)["in_float32" + in_bfloat16.__name__.removeprefix("_zeropower")]
distances = []


def measured(*arguments):
    exact, real = in_float32(*arguments), in_bfloat16(*arguments).float()
    distances.append(float((real - exact).norm() / exact.norm()))
    return exact


muon._zeropower_via_newtonschulz = measured


def muon_case(file, text, of_weights, of_biases):
    inputs, outputs = common.shape(text)
    start = torch.tensor(common.start(text))
    W = torch.nn.Parameter(start[: inputs * outputs].reshape(inputs, outputs).T.contiguous())
    b = torch.nn.Parameter(start[inputs * outputs :].clone())
    both = [optim.Muon([W], **of_weights), optim.AdamW([b], **of_biases)]

    def update(g, eta):
        W.grad = torch.tensor(g[: inputs * outputs]).reshape(inputs, outputs).T.contiguous()
        b.grad = torch.tensor(g[inputs * outputs :])
        for optimizer in both:
            optimizer.param_groups[0]["lr"] = float(eta)
            optimizer.step()

    def slots():
        of_w, of_b, zero = both[0].state.get(W, {}), both[1].state.get(b, {}), torch.zeros
        flat = lambda matrix, biases: torch.cat([matrix.T.reshape(-1), biases])
        return [
            flat(W.detach(), b.detach()),
            flat(of_w.get("momentum_buffer", zero(outputs, inputs)), of_b.get("exp_avg", zero(outputs))),
            flat(zero(outputs, inputs), of_b.get("exp_avg_sq", zero(outputs))),
        ]

    common.run_case(file, "convention=torch " + text, 0.05, update, slots)


torch.set_num_threads(1)
file = common.optimizer_file("torch", torch.__version__.split("+")[0])
for text, make, base, names in CASES:
    case(file, text, make, base, names)
for text, clip in CLIPS:
    case(file, text, lambda p: optim.SGD(p), 0.1, ["momentum_buffer"], clip)
for each in FREE:
    free_case(file, *each)
for each in PRODIGY:
    prodigy_case(file, *each)
for each in MUON:
    muon_case(file, *each)
print(f"Muon in bfloat16 is at most {max(distances):.2g} of the step away from the same in float32, {np.mean(distances):.2g} on average.")
file.write()
