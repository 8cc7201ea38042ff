// nadam is Adam whose momentum looks ahead, as Nesterov's does.
#pragma once

#include "eta/math/functions.hpp"
#include "eta/optimizer/adam.hpp"

namespace eta::nadam {

inline constexpr std::array params{
    adam::beta1,
    adam::beta2,
    adam::epsilon,
    Param{.key = "momentum_decay",
          .symbol = "ψ",
          .min = 0,
          .max = 10,
          .initial = "0.004",
          .help = "how fast β₁ comes to its value: at each update what it lacks is multiplied by 0.96 to this power"},
    Param{.key = "lacking",
          .symbol = "α",
          .min = 0,
          .max = 1,
          .initial = "0.5",
          .help = "the part of itself that β₁ lacks at first; 0 gives it its value from the start"},
    weight_decay_param,
    coupled_param,
};

// With k = t + 1:  μₖ = β₁ (1 − α 0.96^(ψ k));  Π ← Π μₖ from 1;  m, v and v̂ are Adam's
//   w ← w − η ((1 − μₖ) g / (1 − Π) + μₖ₊₁ m / (1 − Π μₖ₊₁)) / (√v̂ + ε)
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double beta1, double beta2, double epsilon, double decay, double lacking, double lambda, bool coupled) {
            const auto k = static_cast<double>(slice.t + 1);
            const auto mu = [&](double at) { return beta1 * (1 - lacking * pow(0.96, decay * at)); };
            double& product = slice.scalars[0];
            product = (slice.t == 0 ? 1 : product) * mu(k);
            const auto of_gradient = static_cast<Real>(slice.eta * (1 - mu(k)) / (1 - product));
            const auto of_mean = static_cast<Real>(slice.eta * mu(k + 1) / (1 - product * mu(k + 1)));
            const auto root = static_cast<Real>(1 / std::sqrt(1 - pow(beta2, k))), eps = static_cast<Real>(epsilon);
            each_block(slice, {lambda, coupled}, [&](const Block<Real>& block) {
                const auto m = block.slot(0), v = block.slot(1);
                keep(m, beta1, 1 - beta1, block.gradient());
                keep_square(v, beta2, 1 - beta2, block.gradient());
                auto w = block.weights();
                w -= (of_gradient * block.gradient() + of_mean * m) / (root * v.sqrt() + eps);
            });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"nadam", "NAdam", "Adam with Nesterov's momentum: it steps along where the running mean will be next.",
      "Dozat: Incorporating Nesterov momentum into Adam, ICLR workshop 2016; PyTorch, torch.optim.NAdam"},
     params},
    2,
    step<float>,
    step<double>,
    {.scalars = 1}};

}  // namespace eta::nadam
