// A polynomial is written like its series: polynomial(x, c0, c1, c2) = c0 + c1·x + c2·x².
#pragma once

namespace eta {

/// Returns c0 + c2·x² + c4·x⁴ + … by Horner's rule, given x² and every coefficient.
template <class T>
constexpr T even_terms(T, T c) {
    return c;
}
template <class T>
constexpr T even_terms(T, T c, T) {
    return c;
}
template <class T, class... Rest>
constexpr T even_terms(T square, T c, T, Rest... rest) {
    return c + square * even_terms(square, rest...);
}

/// The even and the odd terms stand apart (Knuth, volume 2, 4.6.4): two short chains of operations run side by side and take
/// three quarters of the time of one long one. There are at least two coefficients.
template <class T, class... Rest>
constexpr T polynomial(T x, T c, Rest... rest) {
    return even_terms(x * x, c, rest...) + x * even_terms(x * x, rest...);
}

}  // namespace eta
