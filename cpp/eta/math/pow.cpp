// This computes a power of two doubles.
#include "eta/math/binary.hpp"
#include "eta/math/double_double.hpp"
#include "eta/math/exp.hpp"
#include "eta/math/functions.hpp"
#include "eta/math/horner.hpp"

#include <limits>

namespace eta {
namespace {

// As in log.cpp, but to some 65 bits and more: log x = k·ln 2 + 2s·(1 + z/3 + z²·(1/5 + z/7 + …)), with s = (m−1)/(m+1)
// and z = s². An error here is multiplied by up to 745 before exp sees it. What stands at z² is below 2⁻¹² of the whole,
// so a double is enough for it; the series ends below 2⁻⁷⁰.
DoubleDouble log_of(double x) {
    constexpr double ln2_high = 0x1.62e42fefa38p-1;  // 42 bits: k times it is exact
    constexpr double ln2_low = 0x1.ef35793c7673p-45;
    constexpr DoubleDouble third = {0x1.5555555555555p-2, 0x1.5555555555555p-56};

    const auto [k, m] = split_binary(x);
    const double f = m - 1;  // exact
    const DoubleDouble g = two_sum(m, 1.0);
    const double quotient = f / g.high;
    const DoubleDouble back = two_product(quotient, g.high);
    const DoubleDouble s = fast_two_sum(quotient, (((f - back.high) - back.low) - quotient * g.low) / g.high);

    const DoubleDouble z = multiply(s, s);
    const double w = z.high;
    const double series =
        polynomial(w, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21, 1.0 / 23, 1.0 / 25);
    const double tail = w * w * series;
    const DoubleDouble z_third = multiply(z, third);
    const DoubleDouble rest = fast_two_sum(z_third.high, tail);
    const DoubleDouble whole = fast_two_sum(1.0, rest.high);
    const DoubleDouble half = multiply(s, {whole.high, whole.low + (rest.low + z_third.low)});

    const DoubleDouble sum = two_sum(k * ln2_high, 2 * half.high);
    return fast_two_sum(sum.high, sum.low + (2 * half.low + k * ln2_low));
}

bool is_whole(double y) { return floor(y) == y; }
bool is_odd(double y) { return abs(y) < 0x1p53 && is_whole(y) && !is_whole(y / 2); }

}  // namespace

// |x|^y = exp(y·log|x|), the logarithm and the product in double-double. The special cases are those of C99, F.9.4.4.
double pow(double x, double y) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (y == 0 || x == 1) return 1;
    if (x != x || y != y) return std::numeric_limits<double>::quiet_NaN();

    const double base = abs(x);
    if (x < 0 && base < infinity && !is_whole(y)) return std::numeric_limits<double>::quiet_NaN();
    const double sign = sign_bit(x) && is_odd(y) ? -1 : 1;
    if (base == 0 || base == infinity) return sign * ((base == 0) == (y > 0) ? 0 : infinity);
    if (base == 1) return sign;
    // |log x| > 2⁻⁵⁴, so that such a y is too much for any base (and too much for an exact product).
    if (abs(y) > 0x1p64) return (base > 1) == (y > 0) ? infinity : 0;

    const DoubleDouble log_base = log_of(base);
    const double estimate = y * log_base.high;
    if (estimate > 710) return sign * infinity;
    if (estimate < -746) return sign * 0;
    const DoubleDouble product = two_product(y, log_base.high);
    return sign * exp_of_sum(product.high, product.low + y * log_base.low);
}

}  // namespace eta
