// sgd: steps against the gradient, if wanted with momentum, plain or Nesterov's.
#pragma once

#include <array>
#include <cstddef>

#include "eta/optimizer/optimizer.hpp"

namespace eta::sgd {

inline constexpr std::array params{Param{.key = "momentum",
                                         .symbol = "μ",
                                         .min = 0,
                                         .max = 1,
                                         .initial = "0",
                                         .help = "the part of the last velocity that is kept; 0 is plain gradient descent"},
                                   Param{.key = "nesterov",
                                         .type = Type::flag,
                                         .initial = "false",
                                         .help = "steps from where the velocity leads to (only with momentum)"}};

// v ← μ v + g (so v = g at first);   w ← w − η v, with Nesterov w ← w − η (g + μ v).
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    Real *w = slice.w.data(), *v = slice.slots[0].data();
    const Real* g = slice.g.data();
    const std::size_t n = slice.w.size();
    const auto eta = static_cast<Real>(slice.eta);
    apply<params, Real>(
        [=](Real mu, bool nesterov) {
            for (std::size_t i = 0; i < n; ++i) v[i] = without_subnormal(mu * v[i] + g[i]);
            if (nesterov)
                for (std::size_t i = 0; i < n; ++i) w[i] -= eta * (g[i] + mu * v[i]);
            else
                for (std::size_t i = 0; i < n; ++i) w[i] -= eta * v[i];
        },
        values);
}

inline constexpr Optimizer entry{
    {{"sgd", "SGD", "Stochastic gradient descent: a step against the gradient, if wanted with momentum.",
      "Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning, ICML 2013; "
      "PyTorch, torch.optim.SGD"},
     params},
    1,
    step<float>,
    step<double>};

}  // namespace eta::sgd
