// sgd: steps against the gradient, if wanted with momentum, plain or Nesterov's.
#pragma once

#include "eta/optimizer/blocks.hpp"
#include "eta/optimizer/momentum.hpp"

namespace eta::sgd {

inline constexpr std::array params{
    Param{.key = "momentum",
          .symbol = "μ",
          .min = 0,
          .max = 1,
          .initial = "0",
          .help = "the part of the last velocity that is kept; 0 is plain gradient descent"},
    nesterov_param,
    Param{.key = "dampening",
          .symbol = "δ",
          .min = 0,
          .max = 1,
          .initial = "0",
          .help = "the part of each gradient that does not enter the velocity"},
    Param{.key = "dampen_first", .type = Type::flag, .initial = "false", .help = "whether the first gradient is dampened too"},
    rate_in_param,
    weight_decay_param,
    coupled_param,
    corrected_decay_param,
};

// v ← μ v + (1 − δ) g (at first v = g);   w ← w − η v, with Nesterov w ← w − η ((1 − δ) g + μ v).
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double mu, bool nesterov, double dampening, bool dampen_first, int rate_in, double lambda, bool coupled,
            bool corrected) {
            const auto part = static_cast<Real>(slice.t > 0 || dampen_first ? 1 - dampening : 1);
            std::array<Real, block_size> d;
            each_block(slice, {lambda, coupled, false, corrected}, [&](const Block<Real>& block) {
                if (part != 1) array(d.data(), block.n) = part * block.gradient();
                const auto direction = array(part != 1 ? d.data() : block.g, block.n);
                move<Real>(block.weights(), block.slot(0), direction, slice.eta, Momentum{mu, nesterov, rate_in});
            });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"sgd", "SGD", "Stochastic gradient descent: moves against the gradient, if wanted with momentum.",
      "Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning, ICML 2013; "
      "PyTorch, torch.optim.SGD"},
     params},
    1,
    step<float>,
    step<double>,
    {.eta_max = [](const Values& values) { return values[parameter<params>("corrected_decay")] != 0; }}};

}  // namespace eta::sgd
