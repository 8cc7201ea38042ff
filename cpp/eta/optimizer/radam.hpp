// radam is Adam that divides by the root only once enough updates have told the mean square.
#pragma once

#include "eta/math/functions.hpp"
#include "eta/optimizer/adam.hpp"

namespace eta::radam {

inline constexpr std::array params{
    adam::beta1,
    adam::beta2,
    adam::epsilon,
    Param{.key = "epsilon_at",
          .type = Type::choice,
          .initial = "hat",
          .choices = "hat outside",
          .help = "where ε is added: to the root before its correction (hat), or outside the corrected root"},
    Param{.key = "threshold",
          .min = 4,
          .max = 1000,
          .initial = "5",
          .help = "as many updates must the mean square seem to stand for before anything is divided by it"},
    weight_decay_param,
    coupled_param,
};

// With k = t + 1:  ρ∞ = 2 / (1 − β₂) − 1;  ρ = ρ∞ − 2 k β₂ᵏ / (1 − β₂ᵏ);  m̂ and v̂ are Adam's
//   ρ > threshold:  w ← w − η √((ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ)) m̂ / (√v̂ + ε)      else:  w ← w − η m̂
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double beta1, double beta2, double epsilon, int place, double threshold, double lambda, bool coupled) {
            const double k = static_cast<double>(slice.t + 1), power = pow(beta2, k), start = std::sqrt(1 - power);
            const double most = 2 / (1 - beta2) - 1, length = most - 2 * k * power / (1 - power);
            const bool sure = length > threshold;
            const double part = (length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length);
            const auto rate = static_cast<Real>(slice.eta / (1 - pow(beta1, k)) * (sure ? std::sqrt(part) : 1));
            const auto root = static_cast<Real>(1 / start);
            const auto eps = static_cast<Real>(place == 0 ? epsilon / start : epsilon);
            each_block(slice, {lambda, coupled}, [&](const Block<Real>& block) {
                const auto m = block.slot(0), v = block.slot(1);
                keep(m, beta1, 1 - beta1, block.gradient());
                keep_square(v, beta2, 1 - beta2, block.gradient());
                auto w = block.weights();
                if (sure)
                    w -= rate * m / (root * v.sqrt() + eps);
                else
                    w -= rate * m;
            });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"radam", "RAdam", "Adam that warms up by itself: at first it follows the mean gradient, then divides by the root too.",
      "Liu et al.: On the variance of the adaptive learning rate and beyond, ICLR 2020; PyTorch, torch.optim.RAdam"},
     params},
    2,
    step<float>,
    step<double>};

}  // namespace eta::radam
