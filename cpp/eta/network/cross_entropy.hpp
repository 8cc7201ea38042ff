// cross_entropy compares the softmax of the logits with the right class.
#pragma once

#include "eta/network/softmax.hpp"

namespace eta::cross_entropy {

constexpr int outputs(int classes) { return classes; }

// With m = max zⱼ:  L = log Σ e^(zⱼ − m) − (z_y − m),   dL/dzⱼ = softmax(z)ⱼ − [j = y]
template <class Real>
BatchLoss gradient(std::span<Real> z, std::span<const std::int32_t> y, Real scale);

template <class Real>
BatchLoss measure(std::span<Real> z, std::span<const std::int32_t> y);

inline constexpr Loss entry{
    {{"cross_entropy", "Cross-entropy", "Softmax of the outputs against the right class, for any number of classes.",
      "Bridle: Probabilistic interpretation of feedforward classification network outputs, 1990"},
     no_params},
    outputs,
    {gradient<float>, measure<float>, softmax<float>},
    {gradient<double>, measure<double>, softmax<double>}};

}  // namespace eta::cross_entropy
