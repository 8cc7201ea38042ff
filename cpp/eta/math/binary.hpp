// These functions take a double apart and put it together: its sign, powers of two, x = 2ᵏ·m.
#pragma once

#include <bit>
#include <cstdint>

namespace eta {

/// This is true for -0 and for negative numbers.
inline bool sign_bit(double x) { return (std::bit_cast<std::uint64_t>(x) >> 63) != 0; }

/// Returns `magnitude` ≥ 0 (or nan) with the sign of `sign`.
inline double with_sign_of(double sign, double magnitude) { return sign_bit(sign) ? -magnitude : magnitude; }

/// Returns 2ᵏ for −1022 ≤ k ≤ 1023.
inline double power_of_two(int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52); }

/// Returns y·2ᵏ, rounded once, for −2044 ≤ k ≤ 2046 and y near 1. It takes two factors, since 2ᵏ alone may not be a double.
inline double scale(double y, int k) {
    const int half = k / 2;
    return y * power_of_two(half) * power_of_two(k - half);
}

struct Parts {
    int k;
    double m;
};

/// It holds that x = 2ᵏ·m with √½ ≤ m < √2 (to a rounding), for finite x > 0.
inline Parts split_binary(double x) {
    const bool subnormal = x < 0x1p-1022;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(subnormal ? x * 0x1p54 : x);
    const int exponent = static_cast<int>(bits >> 52) - 1023 - (subnormal ? 54 : 0);
    const double m = std::bit_cast<double>((bits & 0xfffffffffffff) | 0x3ff0000000000000);  // 1 ≤ m < 2
    return m < 1.4142135623730951 ? Parts{exponent, m} : Parts{exponent + 1, m / 2};
}

}  // namespace eta
