// sgd: steps against the gradient, if wanted with momentum, plain or Nesterov's.
#pragma once

#include <cstddef>

#include "eta/optimizer/optimizer.hpp"

namespace eta::sgd {

inline constexpr std::array params{
    Param{.key = "momentum", .symbol = "μ", .min = 0, .max = 1, .initial = "0",
          .help = "the part of the last velocity that is kept; 0 is plain gradient descent"},
    Param{.key = "nesterov", .type = Type::flag, .initial = "false",
          .help = "steps from where the velocity leads to (only with momentum)"}};

// v ← μ v + g (so v = g at first);   w ← w − η v, with Nesterov w ← w − η (g + μ v).
template <class Real>
void step(const Slice<Real>& s, const Values& values) {
    const auto [w, g, slots, eta64, t] = s;
    const auto v = slots[0];
    const auto eta = static_cast<Real>(eta64);
    apply<params, Real>(
        [&](Real mu, bool nesterov) {
            for (std::size_t i = 0; i < w.size(); ++i) v[i] = mu * v[i] + g[i];
            if (nesterov)
                for (std::size_t i = 0; i < w.size(); ++i) w[i] -= eta * (g[i] + mu * v[i]);
            else
                for (std::size_t i = 0; i < w.size(); ++i) w[i] -= eta * v[i];
        },
        values);
}

inline constexpr Optimizer entry{
    {{"sgd", "SGD", "Stochastic gradient descent: a step against the gradient, if wanted with momentum.",
      "Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning, ICML 2013; "
      "PyTorch, torch.optim.SGD"},
     params},
    1, step<float>, step<double>};

}  // namespace eta::sgd
