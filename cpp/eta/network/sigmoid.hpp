// sigmoid is the logistic function, from 0 to 1.
#pragma once

#include "eta/math/array.hpp"
#include "eta/math/vector_math.hpp"
#include "eta/network/activation_entry.hpp"

namespace eta::sigmoid_activation {

// f(z) = 1 / (1 + e^−z)
template <class Real>
void forward(std::span<Real> z) {
    eta::sigmoid(z);
}

// f′(z) = f(z) (1 − f(z))
template <class Real>
void backward(std::span<const Real> a, std::span<Real> d) {
    array(d) *= array(a) * (1 - array(a));
}

inline constexpr Activation entry{{{"sigmoid", "Sigmoid", "A curve between 0 and 1, the logistic function.",
                                    "LeCun, Bottou, Orr, Müller: Efficient BackProp, 1998"},
                                   no_params},
                                  {forward<float>, backward<float>},
                                  {forward<double>, backward<double>}};

}  // namespace eta::sigmoid_activation
