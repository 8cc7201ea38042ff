// Chebyshev's steps are the best ones for a bowl whose curvatures are known to lie between two numbers.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::chebyshev_schedule {

inline constexpr std::array params{
    peak_rate,
    Param{.key = "ratio",
          .symbol = "m",
          .min = 1e-6,
          .max = 1,
          .initial = "0.05",
          .scale = Scale::log,
          .help = "the least curvature as a part of the greatest; the last rate as a part of the first"},
    Param{.key = "order",
          .type = Type::choice,
          .initial = "falling",
          .choices = "falling fractal",
          .help = "fractal: large and small rates alternate, so that no large ones come together"},
};

// The fractal order of n = 2^L ≥ T places interlaces that of half as many with its mirror image: 0; 0 1; 0 3 1 2; … So each bit
// of t below T, from the highest, halves the middle φ = (σ + ½)/n of the place, and one that is set mirrors it.
inline constexpr auto fractal = []<class N>(N t, N T) {
    N middle = 0.5;
    for (int k = 23; k >= 0; --k) {
        const double bit = 1 << k;
        const N set = mod(floor(t / bit), N(2));
        middle = middle * where(T > bit, N(0.5), N(1)) * (1 - 2 * set) + set;
    }
    return middle;
};

// η(t) = η₀·m/(c − r·cos πφ), c = (1 + m)/2, r = (1 − m)/2; φ = (t + ½)/T, or the middle of the place in the fractal order
inline constexpr auto rate = []<class N>(N t, N T, N lr, N m, int order) {
    const N k = min(t, T - 1);
    const N middle = order == 0 ? (k + 0.5) / T : fractal(k, T);
    return lr * m / ((1 + m) / 2 - (1 - m) / 2 * cos(pi<N>() * middle));
};

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"chebyshev", "Chebyshev", "The rates that would bring a bowl down fastest.", "https://arxiv.org/abs/2103.01338"});

}  // namespace eta::chebyshev_schedule
