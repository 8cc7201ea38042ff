# Single updates of timm's optimizers with corrected weight decay and cautious updates, its real classes on a CPU.
import sys

import timm
import torch
from timm.optim.adamw import AdamWLegacy
from timm.optim.lion import Lion
from timm.optim.sgdw import SGDW

sys.path.insert(0, str(__import__("pathlib").Path(__file__).parents[1]))
import common

MEANS = ["exp_avg", "exp_avg_sq"]
CASES = [
    ("opt=adamw(weight_decay=0.3, corrected_decay=true)",
     lambda p, lr: AdamWLegacy(p, lr=lr, weight_decay=0.3, corrected_weight_decay=True), 0.02, MEANS),
    ("opt=adamw(cautious=true)", lambda p, lr: AdamWLegacy(p, lr=lr, caution=True), 0.02, MEANS),
    ("opt=adamw(0.8, beta2=0.95, weight_decay=0.3, corrected_decay=true, cautious=true)",
     lambda p, lr: AdamWLegacy(p, lr=lr, betas=(0.8, 0.95), weight_decay=0.3, corrected_weight_decay=True, caution=True), 0.02, MEANS),
    ("opt=lion(weight_decay=0.1, corrected_decay=true, cautious=true)",
     lambda p, lr: Lion(p, lr=lr, weight_decay=0.1, corrected_weight_decay=True, caution=True), 0.02, ["exp_avg"]),
    ("opt=sgd(0.9, weight_decay=0.1, coupled=false, corrected_decay=true)",
     lambda p, lr: SGDW(p, lr=lr, momentum=0.9, weight_decay=0.1, corrected_weight_decay=True), 0.05, ["momentum_buffer"]),
]


def case(file, text, make, base, names):
    p = torch.nn.Parameter(torch.tensor(common.start(text)))
    # The greatest rate is the one that the class is made with.
    optimizer = make([p], float(common.rate(0, base)))

    def update(g, eta):
        p.grad = torch.tensor(g)
        optimizer.param_groups[0]["lr"] = float(eta)
        optimizer.step()

    def slots():
        kept = optimizer.state.get(p, {})
        return [p.detach()] + [kept.get(name, torch.zeros(common.width(text))) for name in names]

    common.run_case(file, f"lr={float(common.rate(0, base))!r} {text}", base, update, slots)


torch.set_num_threads(1)
file = common.optimizer_file("timm", timm.__version__)
for each in CASES:
    case(file, *each)
file.write()
