// Compound decay multiplies a factor in after each update of some epochs, as loops in tutorials do, with their rounding.
#pragma once

#include <cmath>
#include <limits>
#include <vector>

#include "eta/math/number.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::compound_schedule {

inline constexpr std::array params{
    base_rate,
    Param{.key = "factor",
          .symbol = "γ",
          .min = 0,
          .max = 10,
          .initial = "0.9",
          .help = "what the rate is multiplied by after an update"},
    Param{.key = "during",
          .symbol = "d",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "1ep",
          .scale = Scale::log,
          .help = "after each of so many updates the rate is multiplied"},
    Param{.key = "every",
          .symbol = "s",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "100ep",
          .scale = Scale::log,
          .help = "updates from the beginning of one such time to the next"},
    Param{.key = "rounding",
          .type = Type::choice,
          .initial = "none",
          .choices = "none tensorflow python",
          .help = "tensorflow: each product is rounded to float32, and subnormal ones are 0; python: it is made in double and "
                  "stored as float32"},
};

// η(t) = η₀·γⁿ, n = min(d, s)·⌊t/s⌋ + min(t mod s, d); with rounding the product is made n times
inline constexpr auto rate = []<class N>(N t, N, N lr, N factor, N during, N every, int) {
    return lr * pow(factor, min(during, every) * floor(t / every) + min(mod(t, every), during));
};

// Returns n of update t.
inline double row(double t, const Values& values) {
    const double during = values[2], every = values[3];
    return min(during, every) * floor(t / every) + min(mod(t, every), during);
}

inline Said say(double t, double, const Values& values) {
    const double n = row(t, values);
    return {"at_products", {print(n), print(rounded(values[0], 6)) + " × " + raised(values[1], n)}};
}

// Lists η₀ after 0, 1, 2, … products, until nothing changes any more or T is reached; it is empty without rounding.
inline std::vector<float> tabulate(double T, const Values& values) {
    std::vector<float> rates;
    const double factor = values[1], max_row = row(T, values);
    if (values[4] == 0) return rates;
    rates.push_back(static_cast<float>(values[0]));
    while (static_cast<double>(rates.size()) <= max_row) {
        const float now = rates.back();
        float next = values[4] == 1 ? now * static_cast<float>(factor) : static_cast<float>(static_cast<double>(now) * factor);
        if (values[4] == 1 && std::abs(next) < std::numeric_limits<float>::min()) next = 0;
        if (next == now) break;
        rates.push_back(next);
    }
    return rates;
}

inline constexpr Schedule entry = [] {
    Schedule made = describe_schedule<params, rate>(
        {"compound", "Compound", "Multiplies the rate after every update of some epochs, and leaves it alone in between.", ""});
    made.tabulate = tabulate;
    made.row = row;
    made.say = say;
    return made;
}();

}  // namespace eta::compound_schedule
