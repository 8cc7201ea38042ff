// tanh is the hyperbolic tangent, from -1 to 1.
#pragma once

#include "eta/math/array.hpp"
#include "eta/math/vector_math.hpp"
#include "eta/network/activation_entry.hpp"

namespace eta::tanh_activation {

// f(z) = tanh(z)
template <class Real>
void forward(std::span<Real> z) {
    eta::tanh(z);
}

// f′(z) = 1 − f(z)²
template <class Real>
void backward(std::span<const Real> a, std::span<Real> d) {
    array(d) *= 1 - array(a).square();
}

inline constexpr Activation entry{
    {{"tanh", "Tanh", "An odd curve between -1 and 1, steepest at 0.", "LeCun, Bottou, Orr, Müller: Efficient BackProp, 1998"},
     no_params},
    {forward<float>, backward<float>},
    {forward<double>, backward<double>}};

}  // namespace eta::tanh_activation
