// exp of a number given in two parts: what exp and pow share.
#pragma once

namespace eta {

/// e^(x + low), for |low| ≤ 2⁻⁵²·|x|; 0 and inf where it underflows and overflows, nan for nan.
double exp_of_sum(double x, double low);

}  // namespace eta
