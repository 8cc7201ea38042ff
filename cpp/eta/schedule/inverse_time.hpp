// Inverse-time decay divides by a number that grows by the same amount over equal intervals.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::inverse_time_schedule {

inline constexpr std::array params{
    base_rate,
    Param{.key = "rate",
          .symbol = "k",
          .min = 0,
          .max = 1000,
          .initial = "1",
          .help = "by how much the divisor grows over each interval"},
    Param{.key = "every",
          .symbol = "s",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "20%",
          .scale = Scale::log,
          .help = "the interval in updates",
          .handle = HandleAt::time},
    Param{.key = "staircase",
          .type = Type::flag,
          .initial = "false",
          .help = "whole intervals only: drops instead of a smooth curve"},
};

// η(t) = η₀/(1 + k·t/s); in stairs k·⌊t/s⌋
inline constexpr auto rate = []<class N>(N t, N, N lr, N k, N every, bool staircase) {
    const N intervals = t / every;
    return lr / (1 + k * (staircase ? floor(intervals) : intervals));
};

inline constexpr Schedule entry =
    describe_schedule<params, rate>({"inverse_time", "Inverse time", "Falls fast at first and ever more slowly, without an end.",
                                     "https://keras.io/api/optimizers/learning_rate_schedules/inverse_time_decay/"});

}  // namespace eta::inverse_time_schedule
