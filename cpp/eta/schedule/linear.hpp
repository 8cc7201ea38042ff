// Linear decay goes from the base rate to a final one.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::linear_schedule {

inline constexpr std::array params{base_rate, final_rate};

// η(t) = η₀ + (η_T − η₀)·t/T
inline constexpr auto rate = []<class N>(N t, N T, N lr, N to) { return lr + (to - lr) * (t / T); };

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"linear", "Linear", "Falls by the same amount at every update.", "https://arxiv.org/abs/1905.04753"});

}  // namespace eta::linear_schedule
