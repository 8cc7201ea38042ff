// double_softmax is a cross-entropy that takes probabilities for logits, as `from_logits=True` does on the output of a softmax.
#pragma once

#include "eta/network/softmax.hpp"

namespace eta::double_softmax {

constexpr int outputs(int classes) { return classes; }

// With p = softmax(z), q = softmax(p), r = q − [j = y]:  L = log Σ e^pⱼ − p_y,   dL/dzᵢ = pᵢ (rᵢ − Σ pⱼ rⱼ)
// L is never below log(1 + (K − 1)/e): 1.4612 for K = 10 classes.
template <class Real>
BatchLoss gradient(std::span<Real> z, std::span<const std::int32_t> y, Real scale);

template <class Real>
BatchLoss measure(std::span<Real> z, std::span<const std::int32_t> y);

inline constexpr Loss entry{
    {{"double_softmax", "Softmax twice", "Cross-entropy that takes the softmax's probabilities for logits: it never gets small.",
      "Keras, SparseCategoricalCrossentropy(from_logits=True) on the output of a softmax"},
     no_params},
    outputs,
    {gradient<float>, measure<float>, softmax<float>},
    {gradient<double>, measure<double>, softmax<double>}};

}  // namespace eta::double_softmax
