// Warm-up, stable, decay: a rise, a constant rate, and a fall, as one schedule.
#pragma once

#include "eta/schedule/decay_shape.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::wsd_schedule {

inline constexpr std::array params{
    Param{.key = "lr",
          .symbol = "η₀",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "lr",
          .scale = Scale::log,
          .help = "the rate between warm-up and decay",
          .handle = HandleAt::peak},
    Param{.key = "warmup",
          .symbol = "w",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 0,
          .max = 1e7,
          .initial = "5%",
          .help = "updates of the warm-up",
          .handle = HandleAt::time},
    Param{.key = "decay",
          .symbol = "d",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 0,
          .max = 1e7,
          .initial = "20%",
          .help = "updates of the decay",
          .handle = HandleAt::back},
    decay_shape,
    Param{.key = "from",
          .symbol = "η_from",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "the rate it rises from",
          .handle = HandleAt::start},
    final_rate,
    Param{.key = "offset",
          .symbol = "o",
          .min = 0,
          .max = 1,
          .initial = "1",
          .help = "1: the first update already uses a part; 0: the first update does nothing, as in PyTorch and Keras"},
};

// η(t) = from + (η₀ − from)·(t + o)/w for t < w; η₀ until the decay begins at b = max(w, T − d); then the fall from η₀ to `to` at
// t − b of d. It is `warmup(w) then constant then cooldown(d)`, bit for bit.
inline constexpr auto rate = []<class N>(N t, N T, N lr, N warmup, N decay, int shape, N from, N to, N offset) {
    const N begin = warmup + max(T - (warmup + decay), N(0)), k = t - begin;
    const N rise = from + (lr - from) * (t + offset) / warmup;
    const N fall = where(k < decay, fallen(k, decay, lr, to, shape), to);
    return where(t < warmup, rise, where(t < begin, lr, fall));
};

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"wsd", "WSD", "Warm-up, stable, decay: rises in a line, stays, and falls over the last part of the run.",
     "Hu et al.: MiniCPM, https://arxiv.org/abs/2404.06395; Hägele et al., https://arxiv.org/abs/2405.18392"});

}  // namespace eta::wsd_schedule
