// relu is the positive part.
#pragma once

#include "eta/math/array.hpp"
#include "eta/network/activation_entry.hpp"

namespace eta::relu_activation {

// f(z) = max(z, 0), so f(0) = 0; what is not a number stays so.
template <class Real>
void forward(std::span<Real> z) {
    auto v = array(z);
    v = (v < 0).select(Real(0), v);
}

// f′(z) = 1 where z > 0, else 0; at 0 too.
template <class Real>
void backward(std::span<const Real> a, std::span<Real> d) {
    array(d) = (array(a) > 0).select(array(d), Real(0));
}

inline constexpr Activation entry{{{"relu", "ReLU", "Lets what is positive pass and makes the rest 0.",
                                    "Nair, Hinton: Rectified linear units improve restricted Boltzmann machines, ICML 2010"},
                                   no_params},
                                  {forward<float>, backward<float>},
                                  {forward<double>, backward<double>}};

}  // namespace eta::relu_activation
