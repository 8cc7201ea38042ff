// rmsprop divides the gradient by the root of its running mean square, if wanted centred and with momentum.
#pragma once

#include "eta/optimizer/blocks.hpp"
#include "eta/optimizer/momentum.hpp"

namespace eta::rmsprop {

inline constexpr std::array params{
    Param{.key = "smoothing",
          .symbol = "ρ",
          .min = 0,
          .max = 0.999999,
          .initial = "0.9",
          .help = "how much of the running means is kept at each update"},
    Param{.key = "epsilon",
          .symbol = "ε",
          .min = 1e-16,
          .max = 1,
          .initial = "1e-8",
          .scale = Scale::log,
          .help = "added to the root, so that nothing is divided by 0"},
    Param{.key = "epsilon_at",
          .type = Type::choice,
          .initial = "outside",
          .choices = "outside inside",
          .help = "where ε is added: outside the root or inside it"},
    Param{.key = "centred",
          .type = Type::flag,
          .initial = "false",
          .help = "takes the variance of the gradient, not its mean square"},
    Param{.key = "corrected",
          .type = Type::flag,
          .initial = "false",
          .help = "corrects the means for their start at 0, as Adam does"},
    Param{
        .key = "start", .symbol = "v₀", .min = 0, .max = 1e6, .initial = "0", .help = "the mean square before the first update"},
    momentum_param,
    nesterov_param,
    rate_in_param,
    weight_decay_param,
    coupled_param,
};

struct RmspropNumbers {
    double smoothing, epsilon;
    int epsilon_at;
    bool centred, corrected;
    double start;
};

// v ← ρ v + (1 − ρ) g²;  centred: ḡ ← ρ ḡ + (1 − ρ) g, s = v − ḡ², else s = v;
//   corrected: v / (1 − ρᵏ) and ḡ / (1 − ρᵏ) stand in their places
//   outside:  d = g / (√s + ε)      inside:  d = g / √(s + ε)      then a step along d, with momentum as in sgd.
template <class Real>
void update(const Slice<Real>& slice, const RmspropNumbers& numbers, const Momentum& momentum, const WeightDecay& decay);

template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double rho, double eps, int place, bool centred, bool corrected, double start, double mu, bool nesterov, int rate_in,
            double lambda, bool coupled) {
            update(slice, {rho, eps, place, centred, corrected, start}, {mu, nesterov, rate_in}, {lambda, coupled});
        },
        values);
}

inline constexpr Optimizer entry{
    {{"rmsprop", "RMSprop", "Divides the gradient by the root of the running mean of its square.",
      "Tieleman, Hinton: Lecture 6.5, Neural networks for machine learning, 2012; Graves: arXiv 1308.0850 (centred); "
      "PyTorch, torch.optim.RMSprop"},
     params},
    3,
    step<float>,
    step<double>};

}  // namespace eta::rmsprop
