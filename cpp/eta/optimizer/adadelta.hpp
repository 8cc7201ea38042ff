// adadelta makes its steps as long as its last ones, measured by the gradients of now.
#pragma once

#include "eta/optimizer/blocks.hpp"

namespace eta::adadelta {

inline constexpr std::array params{
    Param{.key = "smoothing",
          .symbol = "ρ",
          .min = 0,
          .max = 0.999999,
          .initial = "0.9",
          .help = "how much of both running means is kept at each update"},
    Param{.key = "epsilon",
          .symbol = "ε",
          .min = 1e-16,
          .max = 1,
          .initial = "1e-6",
          .scale = Scale::log,
          .help = "added inside both roots; it sets the first step"},
    weight_decay_param,
    coupled_param,
};

// s ← ρ s + (1 − ρ) g²;   δ = √(d + ε) g / √(s + ε);   d ← ρ d + (1 − ρ) δ²;   w ← w − η δ
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double rho, double epsilon, double lambda, bool coupled) {
            const auto eta = static_cast<Real>(slice.eta), eps = static_cast<Real>(epsilon);
            std::array<Real, block_size> step;
            each_block(slice, {lambda, coupled}, [&](const Block<Real>& block) {
                auto s = block.slot(0), d = block.slot(1), w = block.weights(), delta = array(step.data(), block.n);
                keep_square(s, rho, 1 - rho, block.gradient());
                delta = (d + eps).sqrt() / (s + eps).sqrt() * block.gradient();
                keep_square<Real>(d, rho, 1 - rho, array(std::as_const(step).data(), block.n));
                w -= eta * delta;
            });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"adadelta", "Adadelta", "Makes steps of the size of its last ones, so that they have the weights' unit.",
      "Zeiler: ADADELTA: an adaptive learning rate method, arXiv 1212.5701; PyTorch, torch.optim.Adadelta"},
     params},
    2,
    step<float>,
    step<double>};

}  // namespace eta::adadelta
