// Every other schedule is compared with the constant rate.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::constant_schedule {

inline constexpr std::array params{base_rate};

// η(t) = η₀
inline constexpr auto rate = []<class N>(N, N, N lr) { return lr; };

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"constant", "Constant", "The rate never changes; the noise of the batches never dies down.", ""});

}  // namespace eta::constant_schedule
