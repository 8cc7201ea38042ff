// This computes the natural logarithm of a double.
#include "eta/math/binary.hpp"
#include "eta/math/functions.hpp"
#include "eta/math/horner.hpp"

#include <limits>

namespace eta {

// With x = 2ᵏ·(1 + f), s = f/(2 + f) and z = s²:
//
//     log x = k·ln 2 + log(1 + f),        log(1 + f) = 2·artanh s = 2s + s·R,        R = 2z/3 + 2z²/5 + 2z³/7 + …
//
// |s| ≤ 0.172, so the series ends below 2⁻⁵⁸. Since 2s = f − s·f and s·f = f²/2 − s·f²/2, it is added up as
// f − (f²/2 − s·(f²/2 + R)): f is exact, what follows it is small. (This arrangement is that of K. C. Ng in fdlibm's
// e_log.c, 1993.)
double log(double x) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (x != x || x == infinity) return x;
    if (x == 0) return -infinity;
    if (x < 0) return std::numeric_limits<double>::quiet_NaN();

    constexpr double ln2_high = 0x1.62e42feep-1;  // 32 bits: k times it is exact
    constexpr double ln2_low = 0x1.a39ef35793c76p-33;

    const auto [k, m] = split_binary(x);
    const double f = m - 1;
    const double s = f / (2 + f);
    const double z = s * s;
    const double series =
        polynomial(z, 2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21);
    const double R = z * series;
    const double half_square = 0.5 * f * f;
    return k * ln2_high + (f - (half_square - (s * (half_square + R) + k * ln2_low)));
}

}  // namespace eta
