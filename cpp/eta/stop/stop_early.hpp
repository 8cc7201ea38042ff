// The run stops when a validation metric has not improved for some evaluations.
#pragma once

#include <array>
#include <cmath>

#include "eta/stop/stop_entry.hpp"

namespace eta::stop_early {

inline constexpr std::array params{
    metric_param,
    Param{.key = "patience",
          .type = Type::integer,
          .min = 1,
          .max = 1e6,
          .initial = "10",
          .scale = Scale::log,
          .help = "evaluations in a row without an improvement after which the run ends"},
    Param{.key = "min_delta", .min = 0, .max = 1e6, .initial = "0", .help = "a gain must be larger than this to count"},
    Param{.key = "restore",
          .type = Type::flag,
          .initial = "true",
          .help = "at the end the weights of the best evaluation are put back"},
};

inline Ended after_update(const Values& values, StopState& state, std::int64_t updates, const Metrics* metrics) {
    if (!metrics) return Ended::running;
    const int metric = static_cast<int>(values[0]);
    const double x = metric_of(*metrics, metric);
    if (improves(x, state.best, values[2], larger_is_better(metric))) {
        state.best = x;
        state.best_update = updates;
        state.waited = 0;
        return Ended::running;
    }
    return static_cast<double>(++state.waited) >= values[1] ? Ended::early : Ended::running;
}

inline bool is_possible(const Values& values, const StopState& state, const Moment& moment) {
    const bool has_best = state.best_update == -1 ? std::isnan(state.best) : std::isfinite(state.best);
    if (!has_best || state.waited != moment.since_best) return false;
    const bool due = static_cast<double>(state.waited) >= values[1] && moment.ended != Ended::finished;
    return moment.stopped() == due && (!due || (moment.ended == Ended::early && moment.evaluated));
}

inline constexpr Stop entry{{{"early", "Early stopping", "Stops when a validation metric has not improved for some evaluations.",
                              "Prechelt: Early stopping – but when?, 1998; Keras, callbacks.EarlyStopping"},
                             params},
                            after_update,
                            [](const Values& values) { return values[3] != 0; },
                            is_possible};

}  // namespace eta::stop_early
