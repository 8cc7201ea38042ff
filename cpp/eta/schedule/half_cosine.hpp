// The second half of a cosine falls fastest at once and settles gently.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::half_cosine_schedule {

inline constexpr std::array params{base_rate, final_rate};

// η(t) = η_T + (η₀ − η_T)·(1 + cos(π/2·(1 + t/T)))
inline constexpr auto rate = []<class N>(N t, N T, N lr, N to) { return to + (lr - to) * (1 - sin(pi<N>() * (t / T) / 2)); };

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"half_cosine", "Half cosine", "Falls fastest at once and settles gently: the second half of a cosine.",
     "https://github.com/allenai/OLMo-core/blob/main/src/olmo_core/optim/scheduler.py"});

}  // namespace eta::half_cosine_schedule
