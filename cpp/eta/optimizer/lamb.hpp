// lamb gives each tensor of a layer a step that is η of its own length.
#pragma once

#include "eta/math/functions.hpp"
#include "eta/math/squares.hpp"
#include "eta/optimizer/adam.hpp"

namespace eta::lamb {

inline constexpr std::array params{
    adam::beta1,
    adam::beta2,
    Param{.key = "epsilon",
          .symbol = "ε",
          .min = 1e-16,
          .max = 1,
          .initial = "1e-6",
          .scale = Scale::log,
          .help = "added to the root, so that nothing is divided by 0"},
    Param{.key = "weight_decay",
          .symbol = "λ",
          .min = 0,
          .max = 10,
          .initial = "0",
          .help = "pulls every weight towards 0 by this part of itself"},
    Param{.key = "decay_at",
          .type = Type::choice,
          .initial = "inside",
          .choices = "inside before",
          .help = "inside: the pull is part of the step whose length is set; before: weights shrink by η λ, then are updated"},
};

// m, v, m̂ and v̂ are Adam's;  u = m̂ / (√v̂ + ε) + λ w;   w ← w − η ‖w‖ / ‖u‖ u, each norm that of the tensor; a norm of 0
// leaves the ratio out.
template <class Real>
void step_tensor(const Slice<Real>& slice, double beta1, double beta2, double epsilon, const WeightDecay& decay, double inside) {
    const double k = static_cast<double>(slice.t + 1);
    const auto mean = static_cast<Real>(1 / (1 - pow(beta1, k))), eps = static_cast<Real>(epsilon);
    const auto root = static_cast<Real>(1 / std::sqrt(1 - pow(beta2, k))), lambda = static_cast<Real>(inside);
    std::array<Real, block_size> direction;
    const auto find_direction = [&](const Block<Real>& block) {
        auto u = array(direction.data(), block.n);
        u = mean * block.slot(0) / (root * block.slot(1).sqrt() + eps);
        if (lambda != 0) u += lambda * block.weights();
        return u;
    };
    double of_weights = 0, of_step = 0;
    each_block(slice, decay, [&](const Block<Real>& block) {
        keep(block.slot(0), beta1, 1 - beta1, block.gradient());
        keep_square(block.slot(1), beta2, 1 - beta2, block.gradient());
        find_direction(block);
        of_weights += sum_of_squares(std::span<const Real>(block.w, block.n));
        of_step += sum_of_squares(std::span<const Real>(direction.data(), block.n));
    });
    const double ratio = of_weights > 0 && of_step > 0 ? std::sqrt(of_weights / of_step) : 1;
    const auto rate = static_cast<Real>(slice.eta * ratio);
    each_block(slice, {}, [&](const Block<Real>& block) { block.weights() -= rate * find_direction(block); });
}

template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double beta1, double beta2, double epsilon, double lambda, int decay_at) {
            const WeightDecay before{decay_at == 1 ? lambda : 0, false};
            each_tensor(slice, [&](const Slice<Real>& tensor) {
                step_tensor(tensor, beta1, beta2, epsilon, before, decay_at == 0 ? lambda : 0);
            });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"lamb", "LAMB", "Adam whose step is, for a layer's weights and for its biases, the rate times their own length.",
      "You et al.: Large batch optimization for deep learning: training BERT in 76 minutes, ICLR 2020; optax.lamb"},
     params},
    2,
    step<float>,
    step<double>,
    {.is_elementwise = false}};

}  // namespace eta::lamb
