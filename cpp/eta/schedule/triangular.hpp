// Cyclical rates go up and down between two rates again and again.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::triangular_schedule {

inline constexpr std::array params{
    peak_rate,
    Param{.key = "from",
          .symbol = "η_min",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "lr/4",
          .help = "the rate that each cycle begins and ends with",
          .handle = HandleAt::start},
    Param{.key = "up",
          .symbol = "a",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "10%",
          .scale = Scale::log,
          .help = "updates from the lower rate to the upper one",
          .handle = HandleAt::time},
    Param{.key = "down",
          .symbol = "b",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "10%",
          .scale = Scale::log,
          .help = "updates from the upper rate back to the lower one"},
    Param{.key = "shape",
          .type = Type::choice,
          .initial = "triangular",
          .choices = "triangular triangular2 exp_range",
          .help = "triangular2: each cycle is half as high as the one before; exp_range: it is lower by γ at every update"},
    Param{.key = "gamma",
          .symbol = "γ",
          .min = 0,
          .max = 10,
          .initial = "0.999",
          .help = "of exp_range: what the height is multiplied by at every update"},
};

// η(t) = η_min + (η₀ − η_min)·h·c; x = t − i·(a + b), i = ⌊t/(a + b)⌋; h = x/a up to x = a, then 1 − (x − a)/b;
// c = 1, 2^(−i) or γ^t
inline constexpr auto rate = []<class N>(N t, N, N lr, N from, N up, N down, int shape, N gamma) {
    const N i = floor(t / (up + down)), x = t - i * (up + down);
    const N height = where(x <= up, x / up, 1 - (x - up) / down);
    const N scaled = shape == 0 ? height : shape == 1 ? height * pow(N(0.5), i) : height * pow(gamma, t);
    return from + (lr - from) * scaled;
};

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"triangular", "Cyclical", "Goes up and down between two rates along straight lines.", "https://arxiv.org/abs/1506.01186"});

}  // namespace eta::triangular_schedule
