// adam divides the mean of the gradient by the root of the mean of its square.
#pragma once

#include "eta/optimizer/blocks.hpp"

namespace eta::adam {

inline constexpr Param beta1{.key = "beta1",
                             .symbol = "β₁",
                             .min = 0,
                             .max = 0.999999,
                             .initial = "0.9",
                             .help = "how much of the gradient's running mean is kept at each update"};
inline constexpr Param beta2{.key = "beta2",
                             .symbol = "β₂",
                             .min = 0,
                             .max = 0.999999,
                             .initial = "0.999",
                             .help = "how much of the squared gradient's running mean is kept at each update"};
inline constexpr Param epsilon{.key = "epsilon",
                               .symbol = "ε",
                               .min = 1e-16,
                               .max = 1,
                               .initial = "1e-8",
                               .scale = Scale::log,
                               .help = "added to the root, so that nothing is divided by 0"};
inline constexpr Param epsilon_at{
    .key = "epsilon_at",
    .type = Type::choice,
    .initial = "outside",
    .choices = "outside inside hat",
    .help = "where ε is added: outside the corrected root, inside it, or to the root before its correction (hat)"};
inline constexpr Param amsgrad{.key = "amsgrad",
                               .type = Type::flag,
                               .initial = "false",
                               .help = "divides by the greatest mean square so far, so that updates never grow again"};
inline constexpr Param greatest{
    .key = "greatest",
    .type = Type::choice,
    .initial = "raw",
    .choices = "raw corrected",
    .help = "which mean square amsgrad keeps the greatest of: before or after the correction of its start"};

inline constexpr Param powers{
    .key = "powers",
    .type = Type::choice,
    .initial = "double",
    .choices = "double single",
    .help = "in which precision β₁ᵏ and β₂ᵏ are taken: Keras takes them in float32, where 1 − β₂ᵏ has few digits at first"};

inline constexpr std::array params{beta1,         beta2, epsilon, epsilon_at, amsgrad, greatest, weight_decay_param,
                                   coupled_param, powers};

struct AdamNumbers {
    double beta1, beta2, epsilon;
    int epsilon_at;
    bool amsgrad;
    int greatest;
    int powers = 0;
    bool cautious = false;  // the slice is one tensor then
};

// With k = t + 1:  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  m̂ = m / (1 − β₁ᵏ);  v̂ = v / (1 − β₂ᵏ)
//   outside:  w ← w − η m̂ / (√v̂ + ε)      inside:  w ← w − η m̂ / √(v̂ + ε)      hat:  w ← w − η √(1 − β₂ᵏ) m̂ / (√v + ε)
// amsgrad:  x ← max(x, v), and x stands for v (corrected: x ← max(x, v̂), and x stands for v̂).
template <class Real>
void update(const Slice<Real>& slice, const AdamNumbers& numbers, const WeightDecay& decay);

template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>([&](double b1, double b2, double eps, int place, bool ams, int kept, double lambda, bool coupled,
                              int precision) { update(slice, {b1, b2, eps, place, ams, kept, precision}, {lambda, coupled}); },
                          values);
}

inline constexpr Optimizer entry{
    {{"adam", "Adam", "Divides the running mean of the gradient by the root of the running mean of its square.",
      "Kingma, Ba: Adam: a method for stochastic optimization, ICLR 2015; Reddi, Kale, Kumar: On the convergence of Adam and "
      "beyond, "
      "ICLR 2018 (amsgrad); PyTorch, torch.optim.Adam"},
     params},
    3,
    step<float>,
    step<double>};

}  // namespace eta::adam
