// Power decay falls with a power of the time and ends along a line.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::power_schedule {

inline constexpr std::array params{
    base_rate,
    final_rate,
    Param{.key = "exponent",
          .symbol = "b",
          .min = 0,
          .max = 100,
          .initial = "0.51",
          .help = "the power of the time that the rate is divided by"},
    Param{.key = "over",
          .symbol = "s",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "10%",
          .scale = Scale::log,
          .help = "the time scale; behind a warm-up, as long as it",
          .handle = HandleAt::time},
    tail_length,
};

// η(t) = v(t) = η₀·(1 + t/s)^(−b), and over the last d updates v(T − d) + (η_T − v(T − d))·(t − (T − d))/d
inline constexpr auto rate = []<class N>(N t, N T, N lr, N to, N exponent, N over, N tail) {
    const N last = min(tail, T), begin = T - last;
    const N v = lr * pow(1 + min(t, begin) / over, -exponent);
    return v + (to - v) * (max(t - begin, N(0)) / max(last, N(1)));
};

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"power", "Power", "Falls with a power of the time, whatever the run's length, and ends along a line.",
     "https://arxiv.org/abs/2408.13359"});

}  // namespace eta::power_schedule
