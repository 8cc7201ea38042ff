// These functions work on whole arrays: exp, tanh, sigmoid of each element in place.
#pragma once

#include <span>

namespace eta {

// The float versions are for training. They have no branch and no table, so compilers turn them into SIMD code, and an
// element's result does not depend on its neighbours or on whether that happened. Each is within 2 ulp of the exact
// value for every float, gives subnormal results, and follows C99 for zeros, infinities and NaN.

void exp(std::span<float> x);
void tanh(std::span<float> x);
void sigmoid(std::span<float> x);  // 1/(1 + exp(-x)); 0 at -inf, 1 at inf

// The double versions are for checking gradients: the same call in a network whose scalar is double. They are within 2 ulp
// (sigmoid: 3 ulp).

void exp(std::span<double> x);
void tanh(std::span<double> x);
void sigmoid(std::span<double> x);

}  // namespace eta
