// A cosine that never comes to its end is followed by a line that does.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::cosine_tail_schedule {

inline constexpr std::array params{
    base_rate,
    final_rate,
    Param{.key = "floor",
          .symbol = "η_min",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "lr/10",
          .help = "the rate that the cosine would end at"},
    tail_length,
};

// η(t) = v(t) = η_min + (η₀ − η_min)·(1 + cos(π·t/T))/2, and over the last d updates
// v(T − d) + (η_T − v(T − d))·(t − (T − d))/d
inline constexpr auto rate = []<class N>(N t, N T, N lr, N to, N minimum, N tail) {
    const N last = min(tail, T), begin = T - last;
    const N v = minimum + (lr - minimum) * ((1 + cos(pi<N>() * (min(t, begin) / T))) / 2);
    return v + (to - v) * (max(t - begin, N(0)) / max(last, N(1)));
};

inline constexpr Schedule entry =
    describe_schedule<params, rate>({"cosine_tail", "Cosine with a tail", "A cosine that is cut off by a line to the end.",
                                     "https://github.com/allenai/OLMo-core/blob/main/src/olmo_core/optim/scheduler.py"});

}  // namespace eta::cosine_tail_schedule
