// A schedule may run as in another run: cut where that would go on, or prolonged where it would have ended.
#pragma once

#include <limits>

#include "eta/schedule/schedule_entry.hpp"

namespace eta::within_schedule {

inline constexpr std::array params{
    Param{.key = "x", .type = Type::schedule, .initial = "", .help = "what runs so; its T is that of the other run"},
    Param{.key = "over",
          .symbol = "T",
          .unit = Unit::updates,
          .type = Type::length,
          .min = 1,
          .max = 1e7,
          .initial = "100%",
          .scale = Scale::log,
          .help = "updates of the other run",
          .handle = HandleAt::time},
    Param{.key = "past",
          .type = Type::choice,
          .initial = "hold",
          .choices = "hold cycle error",
          .help = "past its end it holds its last value, begins again, or is a mistake that is said"},
};

inline Cycle cycle(double i, const Values& values) { return {i * values[1], values[1], 1}; }
inline double index(double t, const Values& values) { return values[2] == 1 ? floor(t / values[1]) : 0; }
inline double limit(const Values& values) { return values[2] == 2 ? values[1] : std::numeric_limits<double>::infinity(); }

inline constexpr Schedule entry = describe_repetition(
    {"within", "Within", "Runs a schedule as in a run of another length, so that a run can be cut, extended or branched.", ""},
    params, {cycle, index, [](const Values&) { return true; }, limit});

}  // namespace eta::within_schedule
