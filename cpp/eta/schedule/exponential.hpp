// Exponential decay is smooth or in stairs, after a delay and down to a floor.
#pragma once

#include "eta/math/number.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::exponential_schedule {

inline constexpr std::array params{
    base_rate,
    Param{.key = "rate",
          .symbol = "γ",
          .min = 0,
          .max = 10,
          .initial = "0.5",
          .help = "what the rate is multiplied by over each interval",
          .handle = HandleAt::ratio},
    Param{.key = "every",
          .symbol = "s",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "20%",
          .scale = Scale::log,
          .help = "the interval in updates; 1 multiplies at every update",
          .handle = HandleAt::time},
    Param{.key = "staircase",
          .type = Type::flag,
          .initial = "false",
          .help = "whole intervals only: drops instead of a smooth curve"},
    Param{.key = "delay",
          .symbol = "d",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 0,
          .max = 1e7,
          .initial = "0",
          .help = "updates before the decay begins"},
    Param{.key = "floor",
          .symbol = "η_min",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "the rate never falls below this"},
};

// η(t) = max(η_min, η₀·γ^(k/s)), k = max(t − d, 0); in stairs ⌊k/s⌋
inline constexpr auto rate = []<class N>(N t, N, N lr, N gamma, N every, bool staircase, N delay, N minimum) {
    const N intervals = max(t - delay, N(0)) / every;
    return max(minimum, lr * pow(gamma, staircase ? floor(intervals) : intervals));
};

inline Said say(double t, double, const Values& values) {
    const double lr = values[0], gamma = values[1], delay = values[4], intervals = max(t - delay, 0) / values[2];
    if (t < delay) return {"at_delay", {print(delay)}};
    if (values[3] == 0)
        return {"at_intervals",
                {print(rounded(intervals, 4)), print(rounded(lr, 6)) + " × " + raised(gamma, rounded(intervals, 4))}};
    if (intervals < 1) return {"at_before_drops", {print(rounded(lr, 6))}};
    return {"at_drop", {print(floor(intervals)), print(rounded(lr, 6)) + " × " + raised(gamma, floor(intervals))}};
}

inline constexpr Schedule entry = [] {
    Schedule made =
        describe_schedule<params, rate>({"exponential", "Exponential", "Falls by the same proportion over equal intervals.",
                                         "https://keras.io/api/optimizers/learning_rate_schedules/exponential_decay/"});
    made.say = say;
    return made;
}();

}  // namespace eta::exponential_schedule
