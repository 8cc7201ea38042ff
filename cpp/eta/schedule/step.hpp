// Step decay multiplies by a constant factor after each fixed count of updates.
#pragma once

#include "eta/math/number.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::step_schedule {

inline constexpr std::array params{
    base_rate,
    Param{.key = "factor",
          .symbol = "γ",
          .min = 0,
          .max = 10,
          .initial = "0.5",
          .help = "what the rate is multiplied by at each drop",
          .handle = HandleAt::ratio},
    Param{.key = "every",
          .symbol = "s",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "20%",
          .scale = Scale::log,
          .help = "updates between two drops",
          .handle = HandleAt::time},
};

// η(t) = η₀·γ^⌊t/s⌋
inline constexpr auto rate = []<class N>(N t, N, N lr, N factor, N every) { return lr * pow(factor, floor(t / every)); };

inline Said say(double t, double, const Values& values) {
    const double lr = values[0], factor = values[1], n = floor(t / values[2]);
    if (n == 0) return {"at_before_drops", {print(rounded(lr, 6))}};
    return {"at_drop", {print(n), print(rounded(lr, 6)) + " × " + raised(factor, n)}};
}

inline constexpr Schedule entry = [] {
    Schedule made = describe_schedule<params, rate>(
        {"step", "Step", "Multiplies the rate by a factor every so many updates.", "https://arxiv.org/abs/1512.03385"});
    made.say = say;
    return made;
}();

}  // namespace eta::step_schedule
