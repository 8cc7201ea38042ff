// Noise changes each update's rate at random, by at most a part of it.
#pragma once

#include "eta/random/stream.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::noise_schedule {

inline constexpr std::array params{
    Param{.key = "x", .type = Type::schedule, .initial = "", .help = "what is changed"},
    Param{.key = "spread",
          .symbol = "σ",
          .min = 0,
          .max = 0.999,
          .initial = "0.1",
          .help = "the rate is changed by at most this part of it"},
};

// η(t) = x(t)·(1 + σ·u), where u in [−1, 1) is drawn for the run's seed and t: every t has its own, in whatever order they are
// asked for.
inline double at(double x, double t, std::uint64_t seed, const Values& values) {
    Random random(seed, Stream::noise, static_cast<std::uint64_t>(t));
    return x * (1 + values[1] * random.uniform(-1, 1));
}

inline constexpr Schedule entry = describe_modifier(
    {"noise", "Noise", "Changes the rate of every update at random, by at most a part of it.", ""}, params, {at});

}  // namespace eta::noise_schedule
