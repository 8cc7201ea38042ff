// A warm-up is a line up to the value that the next segment begins with.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::warmup_schedule {

inline constexpr std::array params{
    Param{.key = "over",
          .symbol = "w",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 0,
          .max = 1e7,
          .initial = "5%",
          .help = "updates of the warm-up",
          .handle = HandleAt::time},
    Param{.key = "from",
          .symbol = "η_from",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "the rate it rises from",
          .handle = HandleAt::start},
    Param{.key = "offset",
          .symbol = "o",
          .min = 0,
          .max = 1,
          .initial = "1",
          .help = "1: the first update already uses a part; 0: the first update does nothing, as in PyTorch and Keras"},
};

// η(k) = from + (v − from)·(k + o)/w for k = 0 … w − 1; v is the next segment's value at its start.
inline constexpr auto rate = []<class N>(N k, N w, N v, N, N from, N offset) {
    return where(k < w, from + (v - from) * (k + offset) / w, v);
};

inline constexpr Schedule entry = describe_ramp<params, rate>(
    {"warmup", "Warm-up", "Rises in a line to where the next schedule begins.", "https://arxiv.org/abs/1706.02677"},
    {.neighbour = Ramp::Neighbour::next, .missing = "warmup_needs_next"});

}  // namespace eta::warmup_schedule
