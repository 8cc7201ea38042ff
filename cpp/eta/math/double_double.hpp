// The elementary functions use numbers of about 106 bits inside, each an unevaluated sum of two doubles.
#pragma once

namespace eta {

/// It stands for high + low, with |low| at most half a unit in the last place of high.
struct DoubleDouble {
    double high = 0;
    double low = 0;
};

// These sums and products are free of error: Dekker, A floating-point technique for extending the available precision (1971), and
// Knuth, The Art of Computer Programming, volume 2, 4.2.2. They use no fused multiply-add: not every target has one.

/// Returns a + b exactly, for |a| ≥ |b| or a = 0.
inline DoubleDouble fast_two_sum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

/// Returns a + b exactly.
inline DoubleDouble two_sum(double a, double b) {
    const double sum = a + b;
    const double b_part = sum - a;
    return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// Returns x as a sum of two numbers of at most 26 bits each, for |x| < 2⁹⁹⁵ (Veltkamp).
inline DoubleDouble split(double x) {
    const double scaled = 134217729.0 * x;  // 2²⁷ + 1
    const double high = scaled - (scaled - x);
    return {high, x - high};
}

/// Returns a·b exactly, unless something over- or underflows.
inline DoubleDouble two_product(double a, double b) {
    const double product = a * b;
    const auto [ah, al] = split(a);
    const auto [bh, bl] = split(b);
    return {product, ((ah * bh - product) + ah * bl + al * bh) + al * bl};
}

/// Returns a·b to about 100 bits.
inline DoubleDouble multiply(DoubleDouble a, DoubleDouble b) {
    const auto [high, low] = two_product(a.high, b.high);
    return fast_two_sum(high, low + (a.high * b.low + a.low * b.high));
}

}  // namespace eta
