// What PyTorch has for what is registered here.
#pragma once

#include <array>

#include "eta/describe/later_text.hpp"
#include "eta/export/own_schedule.hpp"

namespace eta::torch_script {

// torch.optim.lr_scheduler; the rate that each begins from is the optimizer's.
ETA_LATER inline constexpr std::array schedules{
    OwnClass{"constant"_later, "lr", "", "ConstantLR(optimizer, factor=1.0)"_later},
    OwnClass{"step", "lr factor every"_later, "", "StepLR(optimizer, step_size=$every, gamma=$factor)"_later},
    OwnClass{"multistep"_later, "lr factor at"_later, "", "MultiStepLR(optimizer, milestones=$at, gamma=$factor)"_later},
    OwnClass{"exponential"_later, "lr rate"_later, "every=1"_later, "ExponentialLR(optimizer, gamma=$rate)"_later},
    OwnClass{"exponential"_later, "lr rate every"_later, "staircase=true"_later,
             "StepLR(optimizer, step_size=$every, gamma=$rate)"_later},
    OwnClass{"linear"_later, "lr to", "", "LinearLR(optimizer, start_factor=1.0, end_factor=$to / $lr, total_iters=$T)"_later,
             [](const Entry& entry, const Values& values) {
                 return value_of(entry, values, "lr") > 0 && value_of(entry, values, "to") <= value_of(entry, values, "lr");
             }},
    OwnClass{"cosine"_later, "lr to", "", "CosineAnnealingLR(optimizer, T_max=$T, eta_min=$to)"_later},
    OwnClass{"polynomial"_later, "lr power over"_later, "to=0", "PolynomialLR(optimizer, total_iters=$over, power=$power)"_later},
};

ETA_LATER inline constexpr std::array reasons{
    WhyNot{"one_cycle"_later, "PyTorch's OneCycleLR peaks one update earlier, so this is a function."_later},
    WhyNot{
        "repeat"_later,
        "PyTorch's CosineAnnealingWarmRestarts takes whole multiples of its first cycle only and has no other shape, so this is "_later
        "a function."_later},
    WhyNot{
        "warmup"_later,
        "PyTorch's SequentialLR multiplies one rate on and on, each part where the last one left it, so this is a function."_later},
};

ETA_LATER inline constexpr std::array optimizers{
    OwnClass{"sgd", "momentum nesterov dampening weight_decay"_later, "",
             "torch.optim.SGD($groups, lr=$eta, momentum=$momentum, dampening=$dampening, nesterov=$nesterov, "_later
             "weight_decay=$weight_decay)"_later},
    OwnClass{"adam", "beta1 beta2 epsilon amsgrad weight_decay"_later, "",
             "torch.optim.Adam($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, amsgrad=$amsgrad, "_later
             "weight_decay=$weight_decay)"_later},
    OwnClass{"adam", "beta1 beta2 epsilon amsgrad weight_decay"_later, "coupled=false"_later,
             "torch.optim.Adam($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, amsgrad=$amsgrad, "_later
             "weight_decay=$weight_decay, decoupled_weight_decay=True)"_later},
    OwnClass{"adamw", "beta1 beta2 epsilon amsgrad weight_decay"_later, "",
             "torch.optim.AdamW($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, amsgrad=$amsgrad, "_later
             "weight_decay=$weight_decay)"_later},
    OwnClass{"rmsprop"_later, "smoothing epsilon centred momentum weight_decay"_later, "",
             "torch.optim.RMSprop($groups, lr=$eta, alpha=$smoothing, eps=$epsilon, centered=$centred, momentum=$momentum, "_later
             "weight_decay=$weight_decay)"_later},
    OwnClass{"adagrad"_later, "epsilon start weight_decay"_later, "",
             "torch.optim.Adagrad($groups, lr=$eta, eps=$epsilon, initial_accumulator_value=$start, "_later
             "weight_decay=$weight_decay)"_later},
    OwnClass{"lion", "beta1 beta2 weight_decay"_later, "",
             "Lion($groups, lr=$eta, betas=($beta1, $beta2), weight_decay=$weight_decay)"_later},
    OwnClass{"nadam", "beta1 beta2 epsilon momentum_decay weight_decay"_later, "",
             "torch.optim.NAdam($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, momentum_decay=$momentum_decay, "_later
             "weight_decay=$weight_decay)"_later},
    OwnClass{"nadam", "beta1 beta2 epsilon momentum_decay weight_decay"_later, "coupled=false"_later,
             "torch.optim.NAdam($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, momentum_decay=$momentum_decay, "_later
             "weight_decay=$weight_decay, decoupled_weight_decay=True)"_later},
    OwnClass{"radam", "beta1 beta2 epsilon weight_decay"_later, "",
             "torch.optim.RAdam($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, weight_decay=$weight_decay)"_later},
    OwnClass{"radam", "beta1 beta2 epsilon weight_decay"_later, "coupled=false"_later,
             "torch.optim.RAdam($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, weight_decay=$weight_decay, "_later
             "decoupled_weight_decay=True)"_later},
    OwnClass{"adadelta"_later, "smoothing epsilon weight_decay"_later, "",
             "torch.optim.Adadelta($groups, lr=$eta, rho=$smoothing, eps=$epsilon, weight_decay=$weight_decay)"_later},
    OwnClass{"adamax"_later, "beta1 beta2 epsilon weight_decay"_later, "",
             "torch.optim.Adamax($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, weight_decay=$weight_decay)"_later},
    OwnClass{"schedule_free"_later, "beta warmup r power weight_decay"_later, "",
             "schedulefree.SGDScheduleFree($groups, lr=$eta, momentum=$beta, warmup_steps=$warmup, r=$r, "_later
             "weight_lr_power=$power, weight_decay=$weight_decay)"_later},
    OwnClass{"schedule_free"_later, "beta beta2 epsilon warmup r power weight_decay"_later, "base=adamw"_later,
             "schedulefree.AdamWScheduleFree($groups, lr=$eta, betas=($beta, $beta2), eps=$epsilon, warmup_steps=$warmup, "_later
             "r=$r, weight_lr_power=$power, weight_decay=$weight_decay)"_later},
    OwnClass{"prodigy"_later, "beta1 beta2 epsilon d0 coef corrected safeguard_warmup weight_decay"_later, "",
             "prodigyopt.Prodigy($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, d0=$d0, d_coef=$coef, "_later
             "use_bias_correction=$corrected, safeguard_warmup=$safeguard_warmup, weight_decay=$weight_decay)"_later},
    OwnClass{"prodigy"_later, "beta1 beta2 epsilon d0 coef growth corrected safeguard_warmup weight_decay"_later, "",
             "prodigyopt.Prodigy($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, d0=$d0, d_coef=$coef, "_later
             "growth_rate=$growth, use_bias_correction=$corrected, safeguard_warmup=$safeguard_warmup, "_later
             "weight_decay=$weight_decay)"_later,
             [](const Entry& entry, const Values& values) { return value_of(entry, values, "growth"_later) > 0; }},
    OwnClass{
        "lamb", "beta1 beta2 epsilon weight_decay decay_at"_later, "",
        "Lamb($groups, lr=$eta, betas=($beta1, $beta2), eps=$epsilon, weight_decay=$weight_decay, decay_at=$decay_at)"_later},
    OwnClass{"muon",
             "momentum nesterov form corrected scale rms steps a b c epsilon epsilon_at weight_decay bias_beta1 bias_beta2 "_later
             "bias_epsilon bias_decay bias_rate"_later,
             "",
             "Muon(\n        $groups, lr=$eta, momentum=$momentum, nesterov=$nesterov, form=$form, corrected=$corrected,\n"_later
             "        scale=$scale, rms=$rms, steps=$steps, a=$a, b=$b, c=$c, eps=$epsilon, epsilon_at=$epsilon_at,\n"_later
             "        weight_decay=$weight_decay, bias_beta1=$bias_beta1, bias_beta2=$bias_beta2,\n"_later
             "        bias_epsilon=$bias_epsilon, bias_decay=$bias_decay, bias_rate=$bias_rate)"_later},
};

// A class that PyTorch does not have, and its code.
struct Definition {
    std::string_view optimizer, code;
};

// Classes that PyTorch does not have.
ETA_LATER inline constexpr std::array definitions{
    Definition{"lion", R"(class Lion(torch.optim.Optimizer):
    """https://arxiv.org/abs/2302.06675; PyTorch has none of its own."""

    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            lr, (beta1, beta2) = group["lr"], group["betas"]
            for p in group["params"]:
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                p.mul_(1 - lr * group["weight_decay"])
                p.sub_(lr * torch.sign(beta1 * m + (1 - beta1) * p.grad))
                m.mul_(beta2).add_(p.grad, alpha=1 - beta2)
)"_later},
    Definition{"lamb", R"(class Lamb(torch.optim.Optimizer):
    """https://arxiv.org/abs/1904.00962; PyTorch has none of its own."""

    def __init__(self, params, lr, **numbers):
        super().__init__(params, {"lr": lr, **numbers})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            lr, (beta1, beta2), decay = group["lr"], group["betas"], group["weight_decay"]
            for p in group["params"]:
                state = self.state[p]
                k = state["k"] = state.get("k", 0) + 1
                m, v = [state.setdefault(name, torch.zeros_like(p)) for name in "mv"]
                m.mul_(beta1).add_(p.grad, alpha=1 - beta1)
                v.mul_(beta2).addcmul_(p.grad, p.grad, value=1 - beta2)
                u = m / (1 - beta1**k) / ((v / (1 - beta2**k)).sqrt() + group["eps"])
                if group["decay_at"] == "inside":
                    u += decay * p
                else:
                    p.mul_(1 - lr * decay)
                lengths = p.norm().item(), u.norm().item()
                p.sub_(lr * (lengths[0] / lengths[1] if min(lengths) > 0 else 1) * u)
)"_later},
    Definition{"muon", R"(class Muon(torch.optim.Optimizer):
    """https://kellerjordan.github.io/posts/muon. PyTorch's own takes no biases and computes in bfloat16."""

    def __init__(self, params, lr, **numbers):
        super().__init__(params, {"lr": lr, **numbers})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                state["k"] = state.get("k", 0) + 1
                (self.update_matrix if p.ndim == 2 else self.update_vector)(p, group, state)

    def update_matrix(self, p, group, state):
        mu, outputs, inputs = group["momentum"], *p.shape
        is_mean = group["form"] == "mean"
        fresh = 1 - mu if is_mean else 1.0
        now, later = [1 - mu ** (state["k"] + i) if is_mean and group["corrected"] else 1.0 for i in (0, 1)]
        kept = state.setdefault("kept", torch.zeros_like(p)).mul_(mu).add_(p.grad, alpha=fresh)
        x = fresh / now * p.grad + mu / later * kept if group["nesterov"] else kept / now
        x = x.T if outputs > inputs else x
        x = x / (x.norm() + group["eps"] if group["epsilon_at"] == "added" else x.norm().clamp(min=group["eps"]))
        for _ in range(group["steps"]):
            gram = x @ x.T
            x = group["a"] * x + (group["b"] * gram + group["c"] * gram @ gram) @ x
        scale = {
            "original": max(1, outputs / inputs) ** 0.5,
            "match_rms": group["rms"] * max(outputs, inputs) ** 0.5,
            "spectral": (outputs / inputs) ** 0.5,
            "none": 1,
        }[group["scale"]]
        p.mul_(1 - group["lr"] * group["weight_decay"]).sub_(group["lr"] * scale * (x.T if outputs > inputs else x))

    def update_vector(self, p, group, state):
        """AdamW"""
        lr, beta1, beta2 = group["lr"] * group["bias_rate"], group["bias_beta1"], group["bias_beta2"]
        m, v = [state.setdefault(name, torch.zeros_like(p)) for name in "mv"]
        m.mul_(beta1).add_(p.grad, alpha=1 - beta1)
        v.mul_(beta2).addcmul_(p.grad, p.grad, value=1 - beta2)
        root = (v / (1 - beta2 ** state["k"])).sqrt()
        p.mul_(1 - lr * group["bias_decay"]).sub_(lr / (1 - beta1 ** state["k"]) * m / (root + group["bias_epsilon"]))
)"_later},
};

// What a number is called in a group of parameters; β₁ and β₂ stand in a pair.
struct GroupName {
    std::string_view param, name;
};
ETA_LATER inline constexpr std::array group_names{GroupName{"epsilon"_later, "eps"}, GroupName{"smoothing"_later, "alpha"},
                                                  GroupName{"beta1", "betas"}, GroupName{"beta2", "betas"}};

}  // namespace eta::torch_script
