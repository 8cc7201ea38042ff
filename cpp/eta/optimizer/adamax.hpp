// adamax divides the mean gradient by the greatest gradient lately.
#pragma once

#include "eta/math/functions.hpp"
#include "eta/optimizer/adam.hpp"

namespace eta::adamax {

inline constexpr std::array params{
    adam::beta1,
    Param{.key = "beta2",
          .symbol = "β₂",
          .min = 0,
          .max = 0.999999,
          .initial = "0.999",
          .help = "how much of the greatest gradient is kept at each update"},
    Param{.key = "epsilon",
          .symbol = "ε",
          .min = 1e-16,
          .max = 1,
          .initial = "1e-8",
          .scale = Scale::log,
          .help = "added, so that nothing is divided by 0"},
    Param{.key = "epsilon_at",
          .type = Type::choice,
          .initial = "inside",
          .choices = "inside outside",
          .help = "where ε is added: to each gradient before the greatest is kept, or to the greatest"},
    weight_decay_param,
    coupled_param,
};

// With k = t + 1:  m ← β₁ m + (1 − β₁) g
//   inside:  u ← max(β₂ u, |g| + ε);  w ← w − η m / (1 − β₁ᵏ) / u
//   outside: u ← max(β₂ u, |g|);      w ← w − η m / (1 − β₁ᵏ) / (u + ε)
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double beta1, double beta2, double epsilon, int place, double lambda, bool coupled) {
            const auto rate = static_cast<Real>(slice.eta / (1 - pow(beta1, static_cast<double>(slice.t + 1))));
            const auto b2 = static_cast<Real>(beta2), eps = static_cast<Real>(epsilon);
            const Real inside = place == 0 ? eps : Real(0), outside = place == 0 ? Real(0) : eps;
            each_block(slice, {lambda, coupled}, [&](const Block<Real>& block) {
                auto m = block.slot(0), u = block.slot(1), w = block.weights();
                keep(m, beta1, 1 - beta1, block.gradient());
                u = without_subnormal((b2 * u).max(block.gradient().abs() + inside));
                w -= rate * m / (u + outside);
            });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"adamax", "Adamax", "Divides the running mean of the gradient by the greatest gradient lately.",
      "Kingma, Ba: Adam: a method for stochastic optimization, ICLR 2015, section 7.1; PyTorch, torch.optim.Adamax"},
     params},
    2,
    step<float>,
    step<double>};

}  // namespace eta::adamax
