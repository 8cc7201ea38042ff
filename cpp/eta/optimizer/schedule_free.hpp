// schedule_free needs no falling rate: it is trained at y, and evaluated at x, a running mean of where its base optimizer is.
#pragma once

#include "eta/math/functions.hpp"
#include "eta/optimizer/adam.hpp"

namespace eta::schedule_free {

inline constexpr std::array params{
    Param{.key = "base",
          .type = Type::choice,
          .initial = "sgd",
          .choices = "sgd adamw",
          .help = "what moves z: the gradient, or the gradient divided by the root of its running mean square"},
    Param{.key = "beta",
          .symbol = "β",
          .min = 0,
          .max = 1,
          .initial = "0.9",
          .help = "where between z (0) and the mean x (1) the gradient is taken"},
    Param{.key = "beta2",
          .symbol = "β₂",
          .min = 0,
          .max = 0.999999,
          .initial = "0.999",
          .help = "how much of the squared gradient's running mean is kept at each update (adamw)"},
    Param{.key = "epsilon",
          .symbol = "ε",
          .min = 1e-16,
          .max = 1,
          .initial = "1e-8",
          .scale = Scale::log,
          .help = "added to the root, so that nothing is divided by 0 (adamw)"},
    Param{.key = "warmup",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 0,
          .max = 1e7,
          .initial = "0",
          .help = "updates in which the rate rises to η"},
    Param{.key = "r", .min = 0, .max = 10, .initial = "0", .help = "later updates weigh more in the mean: the power of k"},
    Param{.key = "power", .min = 0, .max = 10, .initial = "2", .help = "the power of the greatest rate so far in that weight"},
    weight_decay_param,
    coupled_param,
};

// With k = t + 1 and γ = η min(1, k / warmup):  c = kʳ γₘₐₓᵖ / Σ kʳ γₘₐₓᵖ;  v and v̂ are Adam's
//   z ← z − γ d with d = g + λ y or g / (√v̂ + ε) + λ y;   x ← (1 − c) x + c z;   y ← (1 − β) z + β x
// Not coupled:  y ← y − η λ y before, and d has no λ y; x follows, so that y lies between z and x as before.
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](int base, double beta, double beta2, double epsilon, double warmup, double r, double power, double decay,
            bool coupled) {
            const auto k = static_cast<double>(slice.t + 1);
            const double gamma = slice.eta * (k < warmup ? k / warmup : 1);
            double &greatest = slice.scalars[0], &sum = slice.scalars[1];
            greatest = gamma > greatest ? gamma : greatest;
            const double weight = pow(k, r) * pow(greatest, power);
            sum += weight;
            const double part = sum > 0 ? weight / sum : 0;
            const auto c = static_cast<Real>(part), rate = static_cast<Real>(gamma), of_z = static_cast<Real>(1 - beta);
            const auto root = static_cast<Real>(1 / std::sqrt(1 - pow(beta2, k))), eps = static_cast<Real>(epsilon);
            const auto lambda = static_cast<Real>(coupled ? decay : 0);
            const auto pull = static_cast<Real>(coupled || beta == 0 ? 0 : slice.eta * decay / beta);
            std::array<Real, block_size> direction;
            each_block(slice, {}, [&](const Block<Real>& block) {
                auto z = block.slot(0), x = block.slot(1), y = block.weights(), d = array(direction.data(), block.n);
                if (slice.t == 0) z = y;
                d = block.gradient();
                if (base == 1) {
                    keep_square(block.slot(2), beta2, 1 - beta2, block.gradient());
                    d = d / (root * block.slot(2).sqrt() + eps);
                }
                if (lambda != 0) d += lambda * y;
                if (pull != 0) x -= pull * y;
                z -= rate * d;
                x += c * (z - x);
                y = x + of_z * (z - x);
            });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"schedule_free", "Schedule-free",
      "Takes gradients between its base optimizer's weights and their running mean; the mean is what is evaluated and shown.",
      "Defazio et al.: The road less scheduled, NeurIPS 2024, arXiv 2405.15682; package schedulefree; "
      "keras.optimizers.ScheduleFreeAdamW; optax.contrib.schedule_free"},
     params},
    3,
    step<float>,
    step<double>,
    {.scalars = 2, .evaluated = 1}};

}  // namespace eta::schedule_free
