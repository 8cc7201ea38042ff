// adamw is Adam whose weight decay stands beside the gradient.
#pragma once

#include "eta/optimizer/adam.hpp"
#include "eta/optimizer/cautious.hpp"

namespace eta::adamw {

inline constexpr std::array params{
    adam::beta1,
    adam::beta2,
    adam::epsilon,
    Param{.key = "weight_decay",
          .symbol = "λ",
          .min = 0,
          .max = 10,
          .initial = "0.01",
          .help = "each update also takes η λ of every weight away"},
    adam::epsilon_at,
    adam::amsgrad,
    adam::greatest,
    Param{.key = "decay_at",
          .type = Type::choice,
          .initial = "before",
          .choices = "before with",
          .help = "before: weights shrink, then are updated; with: both at once, which rounds once"},
    corrected_decay_param,
    cautious_param,
};

// First w ← w − η λ w, then Adam's update is made from the gradient without the decay.
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double b1, double b2, double eps, double lambda, int place, bool ams, int kept, int decay_at, bool corrected,
            bool cautious) {
            const WeightDecay decay{lambda, false, decay_at == 1, corrected};
            if (!cautious) return adam::update(slice, {b1, b2, eps, place, ams, kept}, decay);
            each_tensor(
                slice, [&](const Slice<Real>& tensor) { adam::update(tensor, {b1, b2, eps, place, ams, kept, 0, true}, decay); });
        },
        values);
}

inline constexpr Optimizer entry{
    {{"adamw", "AdamW", "Adam whose weights shrink by a part of their own at every update, whatever the gradient.",
      "Loshchilov, Hutter: Decoupled weight decay regularization, ICLR 2019; PyTorch, torch.optim.AdamW"},
     params},
    3,
    step<float>,
    step<double>,
    {.eta_max = [](const Values& values) { return values[parameter<params>("corrected_decay")] != 0; }}};

}  // namespace eta::adamw
