// identity is no activation, so that any depth is one linear map.
#pragma once

#include "eta/network/activation_entry.hpp"

namespace eta::identity_activation {

// f(z) = z
template <class Real>
void forward(std::span<Real>) {}

// f′(z) = 1
template <class Real>
void backward(std::span<const Real>, std::span<Real>) {}

inline constexpr Activation entry{
    {{"identity", "Identity", "Changes nothing: the network stays a linear map, whatever its depth.", ""}, no_params},
    {forward<float>, backward<float>},
    {forward<double>, backward<double>}};

}  // namespace eta::identity_activation
