// Step decay multiplies by a constant factor after each fixed count of updates.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::step_schedule {

inline constexpr std::array params{
    base_rate,
    Param{.key = "factor",
          .symbol = "γ",
          .min = 0,
          .max = 10,
          .initial = "0.5",
          .help = "what the rate is multiplied by at each drop",
          .handle = HandleAt::ratio},
    Param{.key = "every",
          .symbol = "s",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "20%",
          .scale = Scale::log,
          .help = "updates between two drops",
          .handle = HandleAt::time},
};

// η(t) = η₀·γ^⌊t/s⌋
inline constexpr auto rate = []<class N>(N t, N, N lr, N factor, N every) { return lr * pow(factor, floor(t / every)); };

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"step", "Step", "Multiplies the rate by a factor every so many updates.", "https://arxiv.org/abs/1512.03385"});

}  // namespace eta::step_schedule
