// This computes the exponential function of a double.
#include "eta/math/exp.hpp"

#include "eta/math/binary.hpp"
#include "eta/math/double_double.hpp"
#include "eta/math/functions.hpp"
#include "eta/math/horner.hpp"

#include <limits>

namespace eta {

// Cody and Waite, Software Manual for the Elementary Functions (1980), chapter 6:
//
//     x = n·ln 2 + r,  |r| ≤ ½·ln 2,        eˣ = 2ⁿ·eʳ,        eʳ = 1 + r + r²·(1/2! + r/3! + r²/4! + …)
//
// ln 2 is subtracted in two parts, the first with 32 bits, so that n times it is exact. The series ends below 2⁻⁵⁷.
double exp_of_sum(double x, double low) {
    if (x != x) return x;
    if (x > 710) return std::numeric_limits<double>::infinity();
    if (x < -746) return 0;

    constexpr double log2_e = 0x1.71547652b82fep+0;
    constexpr double ln2_high = 0x1.62e42feep-1;
    constexpr double ln2_low = 0x1.a39ef35793c76p-33;

    const double n = floor(x * log2_e + 0.5);
    const auto [r, r_low] = two_sum(x - n * ln2_high, low - n * ln2_low);

    const double series = polynomial(r, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880,
                                     1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800);
    const double tail = r * r * series;
    const auto [sum, sum_low] = fast_two_sum(1.0, r);
    return scale(sum + (sum_low + (tail + (r_low + r_low * r))), static_cast<int>(n));
}

double exp(double x) { return exp_of_sum(x, 0); }

}  // namespace eta
