// A polynomial by Horner's rule, written like its series: polynomial(x, c0, c1, c2) = c0 + c1·x + c2·x².
#pragma once

namespace eta {

template <class T>
constexpr T polynomial(T, T c) {
    return c;
}

template <class T, class... Rest>
constexpr T polynomial(T x, T c, Rest... rest) {
    return c + x * polynomial(x, rest...);
}

} // namespace eta
