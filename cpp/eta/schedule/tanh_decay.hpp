// Hyperbolic-tangent decay is a part of an S: flat, steep, flat.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::tanh_decay_schedule {

inline constexpr std::array params{
    peak_rate,
    Param{.key = "to",
          .symbol = "η_T",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "the rate it comes near to at the end"},
    Param{.key = "lower", .symbol = "L", .min = -100, .max = 100, .initial = "-6", .help = "where in the S it begins"},
    Param{.key = "upper", .symbol = "U", .min = -100, .max = 100, .initial = "3", .help = "where in the S it ends"},
};

// η(t) = η_T + (η₀ − η_T)·(1 − tanh(L + (U − L)·t/T))/2
inline constexpr auto rate = []<class N>(N t, N T, N lr, N to, N lower, N upper) {
    return to + (lr - to) * ((1 - tanh(lower + (upper - lower) * (t / T))) / 2);
};

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"tanh_decay", "Hyperbolic tangent", "Holds, falls in an S, and settles.", "https://arxiv.org/abs/1806.01593"});

}  // namespace eta::tanh_decay_schedule
