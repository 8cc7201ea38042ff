// exp and pow share the exp of a number that is given in two parts.
#pragma once

namespace eta {

/// Returns e^(x + low), for |low| ≤ 2⁻⁵²·|x|; 0 and inf where it underflows and overflows, nan for nan.
double exp_of_sum(double x, double low);

}  // namespace eta
