// REX stays high for long and falls ever faster.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::rex_schedule {

inline constexpr std::array params{base_rate, final_rate};

// η(t) = η_T + (η₀ − η_T)·z/(½ + ½·z), z = 1 − t/T
inline constexpr auto rate = []<class N>(N t, N T, N lr, N to) {
    const N left = 1 - t / T;
    return to + (lr - to) * (left / (0.5 + 0.5 * left));
};

inline constexpr Schedule entry =
    describe_schedule<params, rate>({"rex", "REX", "Falls slowly at first and ever faster.", "https://arxiv.org/abs/2107.04197"});

}  // namespace eta::rex_schedule
