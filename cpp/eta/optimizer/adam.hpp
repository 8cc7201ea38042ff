// adam: the mean of the gradient over the root of the mean of its square.
#pragma once

#include <array>

#include "eta/optimizer/optimizer.hpp"

namespace eta::adam {

inline constexpr std::array params{Param{.key = "beta1",
                                         .symbol = "β₁",
                                         .min = 0,
                                         .max = 0.999999,
                                         .initial = "0.9",
                                         .help = "how much of the gradient's running mean is kept at each update"},
                                   Param{.key = "beta2",
                                         .symbol = "β₂",
                                         .min = 0,
                                         .max = 0.999999,
                                         .initial = "0.999",
                                         .help = "how much of the squared gradient's running mean is kept at each update"},
                                   Param{.key = "epsilon",
                                         .symbol = "ε",
                                         .min = 1e-16,
                                         .max = 1,
                                         .initial = "1e-8",
                                         .scale = Scale::log,
                                         .help = "added to the root, so that nothing is divided by 0"}};

// With k = t + 1:  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  w ← w − η (m / (1 − β₁ᵏ)) / (√(v / (1 − β₂ᵏ)) + ε)
template <class Real>
void step(const Slice<Real>& slice, const Values& values);

inline constexpr Optimizer entry{
    {{"adam", "Adam", "Divides the running mean of the gradient by the root of the running mean of its square.",
      "Kingma, Ba: Adam: a method for stochastic optimization, ICLR 2015; PyTorch, torch.optim.Adam"},
     params},
    2,
    step<float>,
    step<double>};

}  // namespace eta::adam
