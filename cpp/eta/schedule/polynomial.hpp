// Polynomial decay starts again with a longer cycle, if wanted, whenever it has ended.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::polynomial_schedule {

inline constexpr std::array params{
    base_rate,
    final_rate,
    Param{.key = "power",
          .symbol = "p",
          .min = 0.01,
          .max = 100,
          .initial = "2",
          .scale = Scale::log,
          .help = "1 is a straight line; more falls faster at first"},
    Param{.key = "over",
          .symbol = "D",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "100%",
          .scale = Scale::log,
          .help = "updates until the final rate is reached",
          .handle = HandleAt::time},
    Param{.key = "cycle",
          .type = Type::flag,
          .initial = "false",
          .help = "after the end jump up and fall again, over the next multiple of the length"},
};

// η(t) = η_T + (η₀ − η_T)·(1 − k/D′)^p; k = min(t, D), D′ = D; with cycle k = t, D′ = D·max(1, ⌈t/D⌉)
inline constexpr auto rate = []<class N>(N t, N, N lr, N to, N power, N over, bool cycle) {
    const N length = cycle ? over * max(N(1), ceil(t / over)) : over;
    return to + (lr - to) * pow(1 - (cycle ? t : min(t, over)) / length, power);
};

inline constexpr Schedule entry =
    describe_schedule<params, rate>({"polynomial", "Polynomial", "Falls along a power of the time that is left.",
                                     "https://keras.io/api/optimizers/learning_rate_schedules/polynomial_decay/"});

}  // namespace eta::polynomial_schedule
