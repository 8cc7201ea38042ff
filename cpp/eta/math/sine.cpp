// This computes the sine and cosine of a double.
#include "eta/math/functions.hpp"
#include "eta/math/horner.hpp"
#include "eta/math/reduce.hpp"

#include <limits>

namespace eta {
namespace {

// Taylor's series on |h| ≤ π/4 ends below 2⁻⁵⁸; l is the low part of the angle and enters to first order.

// sin(h + l) = h + (l·(1 − h²/2) + h³·(−1/3! + h²/5! − …))
double sin_near_zero(double h, double l) {
    const double z = h * h;
    const double series = polynomial(z, -1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800,
                                     -1.0 / 1307674368000, 1.0 / 355687428096000);
    return h + (l * (1 - 0.5 * z) + h * z * series);
}

// cos(h + l) = 1 − h²/2 + (h⁴·(1/4! − h²/6! + …) − h·l), where the rounding of 1 − h²/2 is put back
double cos_near_zero(double h, double l) {
    const double z = h * h;
    const double series = polynomial(z, 1.0 / 24, -1.0 / 720, 1.0 / 40320, -1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200,
                                     1.0 / 20922789888000);
    const double start = 1 - 0.5 * z;
    return start + (((1 - start) - 0.5 * z) + (z * z * series - h * l));
}

// sin(rest + quadrant·π/2)
double sin_of(Angle angle) {
    const auto [h, l] = angle.rest;
    const double value = angle.quadrant % 2 == 0 ? sin_near_zero(h, l) : cos_near_zero(h, l);
    return angle.quadrant < 2 ? value : -value;
}

bool is_finite(double x) { return x - x == 0; }

}  // namespace

double sin(double x) {
    if (!is_finite(x)) return std::numeric_limits<double>::quiet_NaN();
    return x == 0 ? x : sin_of(reduce(x));  // -0 stays -0
}

double cos(double x) {
    if (!is_finite(x)) return std::numeric_limits<double>::quiet_NaN();
    const Angle angle = reduce(x);
    return sin_of({angle.rest, (angle.quadrant + 1) & 3});
}

}  // namespace eta
