// Warm restarts run a schedule again and again, each time for longer or from a lower rate.
#pragma once

#include <cmath>

#include "eta/schedule/schedule_entry.hpp"

namespace eta::repeat_schedule {

inline constexpr std::array params{
    Param{.key = "x", .type = Type::schedule, .initial = "", .help = "what is repeated; its t and T are those of one cycle"},
    Param{.key = "every",
          .symbol = "s",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "20%",
          .scale = Scale::log,
          .help = "updates of the first cycle",
          .handle = HandleAt::time},
    Param{.key = "stretch",
          .symbol = "m",
          .min = 1,
          .max = 100,
          .initial = "1",
          .help = "what the length of each cycle is multiplied by to give the next one's"},
    Param{.key = "scale",
          .symbol = "γ",
          .min = 0,
          .max = 10,
          .initial = "1",
          .help = "what the rate is multiplied by from one cycle to the next",
          .handle = HandleAt::ratio},
    Param{.key = "cycles",
          .type = Type::integer,
          .min = 0,
          .max = 1e7,
          .initial = "0",
          .help = "how many cycles there are, after which the last value holds; 0: they never end"},
};

// Returns s·(mⁱ − 1)/(m − 1), rounded to whole updates; s·i where m is 1.
inline double start(double i, double every, double stretch) {
    if (stretch == 1) return every * i;
    return floor(every * ((pow(stretch, i) - 1) / (stretch - 1)) + 0.5);
}

inline Cycle cycle(double i, const Values& values) {
    const double every = values[1], stretch = values[2], scale = values[3], from = start(i, every, stretch);
    return {from, start(i + 1, every, stretch) - from, pow(scale, i)};
}

inline double index(double t, const Values& values) {
    const double every = values[1], stretch = values[2], cycles = values[4];
    double i = floor(stretch == 1 ? t / every : log(1 + t * (stretch - 1) / every) / log(stretch));
    // The logarithm and the rounding of a start may be off by one.
    while (i > 0 && start(i, every, stretch) > t) --i;
    while (start(i + 1, every, stretch) <= t) ++i;
    return cycles > 0 ? min(i, cycles - 1) : i;
}

inline constexpr Schedule entry = describe_repetition(
    {"repeat", "Repeat", "Starts a schedule again and again, each time longer or from a lower rate if wanted.",
     "Loshchilov, Hutter: SGDR: Stochastic gradient descent with warm restarts, https://arxiv.org/abs/1608.03983"},
    params, {cycle, index, [](const Values& values) { return values[2] == 1; }});

}  // namespace eta::repeat_schedule
