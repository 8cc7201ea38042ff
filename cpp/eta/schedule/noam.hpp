// The transformer's schedule rises along a line and falls with the root of the time.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::noam_schedule {

inline constexpr std::array params{
    peak_rate,
    Param{.key = "warmup",
          .symbol = "w",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "10%",
          .scale = Scale::log,
          .help = "updates of the rise; the last of them has the highest rate",
          .handle = HandleAt::time},
};

// η(t) = η₀·min(n/w, √(w/n)), n = t + 1
inline constexpr auto rate = []<class N>(N t, N, N lr, N warmup) { return lr * min((t + 1) / warmup, sqrt(warmup / (t + 1))); };

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"noam", "Noam", "Rises along a line, then falls with the root of the time.", "https://arxiv.org/abs/1706.03762"});

}  // namespace eta::noam_schedule
