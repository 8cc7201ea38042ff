// A cool-down is a line from the value that the previous segment ended with.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::cooldown_schedule {

inline constexpr std::array params{
    Param{.key = "over",
          .symbol = "c",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 0,
          .max = 1e7,
          .initial = "20%",
          .help = "updates of the cool-down",
          .handle = HandleAt::back},
    Param{.key = "to",
          .symbol = "η_T",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "the rate it falls to",
          .handle = HandleAt::end},
};

// η(k) = v + (to − v)·k/c for k = 0 … c; v is the previous segment's value at its end.
inline constexpr auto rate = []<class N>(N k, N c, N v, N, N to) { return where(k < c, v + (to - v) * k / c, to); };

inline constexpr Schedule entry = describe_ramp<params, rate>(
    {"cooldown", "Cool-down", "Falls in a line from where the previous schedule ended.", "https://arxiv.org/abs/2405.18392"},
    {.neighbour = Ramp::Neighbour::previous, .missing = "cooldown_needs_previous"});

}  // namespace eta::cooldown_schedule
