// Multi-step decay multiplies by a constant factor at each of a list of updates.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::multistep_schedule {

inline constexpr std::array params{
    base_rate,
    Param{.key = "factor",
          .symbol = "γ",
          .min = 0,
          .max = 10,
          .initial = "0.1",
          .help = "what the rate is multiplied by at each drop"},
    Param{.key = "at",
          .symbol = "mᵢ",
          .unit = Unit::updates,
          .type = Type::lengths,
          .min = 0,
          .max = 1e7,
          .initial = "50%, 75%",
          .help = "the updates that are the first after a drop",
          .handle = HandleAt::time},
};

// η(t) = η₀·γⁿ, n = how many mᵢ ≤ t
inline constexpr auto rate = []<class N>(N t, N, N lr, N factor, std::span<const N> at) {
    N drops = 0;
    for (const N& m : at) drops = drops + where(t >= m, N(1), N(0));
    return lr * pow(factor, drops);
};

inline constexpr Schedule entry =
    describe_schedule<params, rate>({"multistep", "Multi-step", "Multiplies the rate by a factor at the updates that are listed.",
                                     "https://arxiv.org/abs/1512.03385"});

}  // namespace eta::multistep_schedule
