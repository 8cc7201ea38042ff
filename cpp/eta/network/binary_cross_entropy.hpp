// binary_cross_entropy takes one logit, the sigmoid of which is the probability of class 1 of two.
#pragma once

#include "eta/network/loss_entry.hpp"

namespace eta::binary_cross_entropy {

constexpr int outputs(int classes) { return classes == 2 ? 1 : 0; }

// L = max(z, 0) − z y + log(1 + e^−|z|),   dL/dz = σ(z) − y
template <class Real>
BatchLoss gradient(std::span<Real> z, std::span<const std::int32_t> y, Real scale);

// Class 1 is answered where z > 0.
template <class Real>
BatchLoss measure(std::span<Real> z, std::span<const std::int32_t> y);

// p₁ = σ(z), p₀ = σ(−z)
template <class Real>
void probabilities(std::span<const Real> z, std::span<Real> p, std::size_t rows);

inline constexpr Loss entry{
    {{"binary_cross_entropy", "Binary cross-entropy", "Sigmoid of one output against the right one of two classes.", ""},
     no_params},
    outputs,
    {gradient<float>, measure<float>, probabilities<float>},
    {gradient<double>, measure<double>, probabilities<double>}};

}  // namespace eta::binary_cross_entropy
