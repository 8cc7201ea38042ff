// A rate falls from one value to another in one of these shapes, as the last part of warm-up, stable, decay does.
#pragma once

#include "eta/describe/param.hpp"
#include "eta/math/functions.hpp"

namespace eta {

// With u = k/c the part of the fall that is left is 1 − u, (1 + cos πu)/2, 1 − √u, 2·0.5ᵘ − 1 or 1 − u².
inline constexpr Param decay_shape{
    .key = "shape",
    .type = Type::choice,
    .initial = "linear",
    .choices = "linear cosine sqrt exponential square",
    .help = "how it falls; sqrt: fast at first; square: fast at last; exponential: by half as much again and again"};

// Returns v + (to − v)·f(k/c), where f is the part that has fallen: v itself at k = 0. It takes 0 ≤ k < c.
template <class N>
N fallen(N k, N c, N v, N to, int shape) {
    const N u = k / c;
    return shape == 0   ? v + (to - v) * k / c
           : shape == 1 ? v + (to - v) * ((1 - cos(pi<N>() * u)) / 2)
           : shape == 2 ? v + (to - v) * sqrt(u)
           : shape == 3 ? v + (to - v) * (2 - 2 * pow(N(0.5), u))
                        : v + (to - v) * (u * u);
}

}  // namespace eta
