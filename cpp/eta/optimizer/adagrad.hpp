// adagrad divides the gradient by the root of the sum of all its squares so far.
#pragma once

#include "eta/optimizer/blocks.hpp"

namespace eta::adagrad {

inline constexpr std::array params{
    Param{.key = "epsilon",
          .symbol = "ε",
          .min = 1e-16,
          .max = 1,
          .initial = "1e-10",
          .scale = Scale::log,
          .help = "added to the root, so that nothing is divided by 0"},
    Param{.key = "epsilon_at",
          .type = Type::choice,
          .initial = "outside",
          .choices = "outside inside",
          .help = "where ε is added: outside the root or inside it"},
    Param{.key = "start",
          .symbol = "s₀",
          .min = 0,
          .max = 1e6,
          .initial = "0",
          .help = "the sum before the first update; more makes the first updates smaller"},
    weight_decay_param,
    coupled_param,
};

// s ← s + g² (from s₀);   outside:  w ← w − η g / (√s + ε)      inside:  w ← w − η g / √(s + ε)
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double epsilon, int epsilon_at, double start, double lambda, bool coupled) {
            const auto eta = static_cast<Real>(slice.eta), eps = static_cast<Real>(epsilon);
            each_block(slice, {lambda, coupled}, [&](const Block<Real>& block) {
                auto s = block.slot(0), w = block.weights();
                const auto g = block.gradient();
                if (slice.t == 0) s = static_cast<Real>(start);
                s += g.square();
                if (epsilon_at == 0)
                    w -= eta * g / (s.sqrt() + eps);
                else
                    w -= eta * g / (s + eps).sqrt();
            });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"adagrad", "Adagrad", "Divides the gradient by the root of the sum of its squares: each weight's updates only shrink.",
      "Duchi, Hazan, Singer: Adaptive subgradient methods for online learning and stochastic optimization, JMLR 12, 2011; "
      "PyTorch, torch.optim.Adagrad"},
     params},
    1,
    step<float>,
    step<double>};

}  // namespace eta::adagrad
