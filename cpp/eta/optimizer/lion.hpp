// lion takes a step of the same size for every weight, in the direction of the sign of a running mean.
#pragma once

#include "eta/optimizer/blocks.hpp"
#include "eta/optimizer/cautious.hpp"

namespace eta::lion {

inline constexpr std::array params{
    Param{.key = "beta1",
          .symbol = "β₁",
          .min = 0,
          .max = 1,
          .initial = "0.9",
          .help = "the running mean's part in the sign; the gradient has the rest"},
    Param{.key = "beta2",
          .symbol = "β₂",
          .min = 0,
          .max = 0.999999,
          .initial = "0.99",
          .help = "how much of the gradient's running mean is kept at each update"},
    Param{.key = "weight_decay",
          .symbol = "λ",
          .min = 0,
          .max = 10,
          .initial = "0",
          .help = "each update also takes η λ of every weight away"},
    corrected_decay_param,
    cautious_param,
};

// w ← w − η λ w;   w ← w − η sign(β₁ m + (1 − β₁) g);   m ← β₂ m + (1 − β₂) g
template <class Real>
void step_slice(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double beta1, double beta2, double lambda, bool corrected, bool cautious) {
            const auto eta = static_cast<Real>(slice.eta / (cautious ? share_of_agreeing(slice, beta1) : 1));
            std::array<Real, block_size> step;
            const auto b1 = static_cast<Real>(beta1), rest = static_cast<Real>(1 - beta1);
            each_block(slice, {lambda, false, false, corrected}, [&](const Block<Real>& block) {
                auto m = block.slot(0), w = block.weights();
                const auto c = b1 * m + rest * block.gradient();
                auto d = array(step.data(), block.n);
                d = (c > 0).select(eta, (c < 0).select(-eta, c));  // 0 at 0; what is not a number stays so
                if (cautious) keep_agreeing<Real>(d, c * block.gradient());
                w -= d;
                keep(m, beta2, 1 - beta2, block.gradient());
            });
        },
        values);
}

template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    if (values[parameter<params>("cautious")] == 0) return step_slice(slice, values);
    each_tensor(slice, [&](const Slice<Real>& tensor) { step_slice(tensor, values); });
}

inline constexpr Optimizer entry{
    {{"lion", "Lion", "Moves every weight by the rate itself, in the direction of the sign of a running mean.",
      "Chen et al.: Symbolic discovery of optimization algorithms, arXiv 2302.06675"},
     params},
    1,
    step<float>,
    step<double>,
    {.eta_max = [](const Values& values) { return values[parameter<params>("corrected_decay")] != 0; }}};

}  // namespace eta::lion
