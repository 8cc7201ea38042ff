// relu: the positive part.
#pragma once

#include <cstddef>

#include "eta/network/activation.hpp"

namespace eta::relu_activation {

// f(z) = max(z, 0), so f(0) = 0; what is not a number stays so.
template <class Real>
void forward(std::span<Real> z) {
    for (Real& v : z) v = v < 0 ? Real(0) : v;
}

// f′(z) = 1 where z > 0, else 0; at 0 too.
template <class Real>
void backward(std::span<const Real> a, std::span<Real> d) {
    for (std::size_t i = 0; i < d.size(); ++i) d[i] = a[i] > 0 ? d[i] : Real(0);
}

inline constexpr Activation entry{{{"relu", "ReLU", "Lets what is positive pass and makes the rest 0.",
                                    "Nair, Hinton: Rectified linear units improve restricted Boltzmann machines, ICML 2010"},
                                   no_params},
                                  {forward<float>, backward<float>},
                                  {forward<double>, backward<double>}};

}  // namespace eta::relu_activation
