// Cosine decay is half a wave from the base rate to the final one.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::cosine_schedule {

inline constexpr std::array params{
    base_rate,
    final_rate,
    Param{.key = "power",
          .symbol = "p",
          .min = 0.01,
          .max = 100,
          .initial = "1",
          .scale = Scale::log,
          .help = "the wave's height to this power; more falls faster"},
    Param{.key = "k",
          .symbol = "k",
          .min = 0.01,
          .max = 100,
          .initial = "1",
          .scale = Scale::log,
          .help = "time to this power; more holds the rate longer"},
};

// η(t) = η_T + (η₀ − η_T)·((1 + cos(π·(t/T)^k))/2)^p
inline constexpr auto rate = []<class N>(N t, N T, N lr, N to, N power, N k) {
    return to + (lr - to) * pow((1 + cos(pi<N>() * pow(t / T, k))) / 2, power);
};

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"cosine", "Cosine", "Holds at first, falls fastest in the middle, and settles gently.", "https://arxiv.org/abs/1608.03983"});

}  // namespace eta::cosine_schedule
