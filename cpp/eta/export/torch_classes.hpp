// What PyTorch has for what is registered here.
#pragma once

#include <array>

#include "eta/export/own_schedule.hpp"

namespace eta::torch_script {

// torch.optim.lr_scheduler; the rate that each begins from is the optimizer's.
inline constexpr std::array schedules{
    OwnClass{"constant", "lr", "", "ConstantLR(optimizer, factor=1.0)"},
    OwnClass{"step", "lr factor every", "", "StepLR(optimizer, step_size=$every, gamma=$factor)"},
    OwnClass{"multistep", "lr factor at", "", "MultiStepLR(optimizer, milestones=$at, gamma=$factor)"},
    OwnClass{"exponential", "lr rate", "every=1", "ExponentialLR(optimizer, gamma=$rate)"},
    OwnClass{"exponential", "lr rate every", "staircase=true", "StepLR(optimizer, step_size=$every, gamma=$rate)"},
    OwnClass{"linear", "lr to", "", "LinearLR(optimizer, start_factor=1.0, end_factor=$to / $lr, total_iters=$T)",
             [](const Entry& entry, const Values& values) {
                 return value_of(entry, values, "lr") > 0 && value_of(entry, values, "to") <= value_of(entry, values, "lr");
             }},
    OwnClass{"cosine", "lr to", "", "CosineAnnealingLR(optimizer, T_max=$T, eta_min=$to)"},
    OwnClass{"polynomial", "lr power over", "to=0", "PolynomialLR(optimizer, total_iters=$over, power=$power)"},
};

inline constexpr std::array reasons{
    WhyNot{"one_cycle", "PyTorch's OneCycleLR peaks one update earlier, so this is a function."},
    WhyNot{
        "repeat",
        "PyTorch's CosineAnnealingWarmRestarts takes whole multiples of its first cycle only and has no other shape, so this is "
        "a function."},
    WhyNot{"warmup",
           "PyTorch's SequentialLR multiplies one rate on and on, each part where the last one left it, so this is a function."},
};

inline constexpr std::array optimizers{
    OwnClass{"sgd", "momentum nesterov dampening weight_decay", "",
             "torch.optim.SGD($groups, lr=$base, momentum=$momentum, dampening=$dampening, nesterov=$nesterov, "
             "weight_decay=$weight_decay)"},
    OwnClass{"adam", "beta1 beta2 epsilon amsgrad weight_decay", "",
             "torch.optim.Adam($groups, lr=$base, betas=($beta1, $beta2), eps=$epsilon, amsgrad=$amsgrad, "
             "weight_decay=$weight_decay)"},
    OwnClass{"adam", "beta1 beta2 epsilon amsgrad weight_decay", "coupled=false",
             "torch.optim.Adam($groups, lr=$base, betas=($beta1, $beta2), eps=$epsilon, amsgrad=$amsgrad, "
             "weight_decay=$weight_decay, decoupled_weight_decay=True)"},
    OwnClass{"adamw", "beta1 beta2 epsilon amsgrad weight_decay", "",
             "torch.optim.AdamW($groups, lr=$base, betas=($beta1, $beta2), eps=$epsilon, amsgrad=$amsgrad, "
             "weight_decay=$weight_decay)"},
    OwnClass{"rmsprop", "smoothing epsilon centred momentum weight_decay", "",
             "torch.optim.RMSprop($groups, lr=$base, alpha=$smoothing, eps=$epsilon, centered=$centred, momentum=$momentum, "
             "weight_decay=$weight_decay)"},
    OwnClass{"adagrad", "epsilon start weight_decay", "",
             "torch.optim.Adagrad($groups, lr=$base, eps=$epsilon, initial_accumulator_value=$start, "
             "weight_decay=$weight_decay)"},
    OwnClass{"lion", "beta1 beta2 weight_decay", "",
             "Lion($groups, lr=$base, betas=($beta1, $beta2), weight_decay=$weight_decay)"},
};

// Classes that PyTorch does not have.
struct Definition {
    std::string_view optimizer, code;
};
inline constexpr std::array definitions{
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
)"},
};

// What a number is called in a group of parameters; β₁ and β₂ stand in a pair.
struct GroupName {
    std::string_view param, name;
};
inline constexpr std::array group_names{GroupName{"epsilon", "eps"}, GroupName{"smoothing", "alpha"}, GroupName{"beta1", "betas"},
                                        GroupName{"beta2", "betas"}};

}  // namespace eta::torch_script
