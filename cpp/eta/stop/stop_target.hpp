// The run stops when a validation metric has reached a value.
#pragma once

#include <array>

#include "eta/stop/stop_entry.hpp"

namespace eta::stop_target {

inline constexpr std::array params{
    Param{.key = "metric",
          .type = Type::choice,
          .initial = "validation_accuracy",
          .choices = metric_param.choices,
          .help = metric_param.help},
    Param{.key = "value",
          .min = 0,
          .max = 1e6,
          .initial = "0.95",
          .help = "the run ends when the accuracy is at least this, or the loss at most"},
};

inline Ended after_update(const Values& values, StopState&, std::int64_t, const Metrics* metrics) {
    if (!metrics) return Ended::running;
    const int metric = static_cast<int>(values[0]);
    const double x = metric_of(*metrics, metric);
    const bool reached = larger_is_better(metric) ? x >= values[1] : x <= values[1];
    return reached ? Ended::target : Ended::running;
}

inline bool is_possible(const Values&, const StopState& state, const Moment& moment) {
    return state.is_new() && (!moment.stopped() || (moment.ended == Ended::target && moment.evaluated));
}

inline constexpr Stop entry{{{"target", "Target", "Stops when a validation metric has reached a value.", ""}, params},
                            after_update,
                            [](const Values&) { return false; },
                            is_possible};

}  // namespace eta::stop_target
