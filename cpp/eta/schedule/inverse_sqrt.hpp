// Inverse square-root decay needs no end of the run: it goes on falling, ever more slowly.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::inverse_sqrt_schedule {

inline constexpr std::array params{
    base_rate,
    Param{.key = "over",
          .symbol = "s",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "10%",
          .scale = Scale::log,
          .help = "the time scale: after three times as many updates half the rate is left; behind a warm-up, as long as it",
          .handle = HandleAt::time},
    Param{.key = "floor",
          .symbol = "η_min",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "the rate never falls below this"},
};

// η(t) = max(η_min, η₀·√(s/(s + t)))
inline constexpr auto rate = []<class N>(N t, N, N lr, N over, N minimum) { return max(minimum, lr * sqrt(over / (over + t))); };

inline constexpr Schedule entry =
    describe_schedule<params, rate>({"inverse_sqrt", "Inverse square root", "Falls with the root of the time, without an end.",
                                     "https://arxiv.org/abs/2106.04560"});

}  // namespace eta::inverse_sqrt_schedule
