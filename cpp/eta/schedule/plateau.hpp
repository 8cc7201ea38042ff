// A plateau is a factor that falls when a metric has stopped improving.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "eta/schedule/metric.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::plateau_schedule {

inline constexpr std::array params{
    Param{.key = "factor", .symbol = "γ", .min = 0, .max = 1, .initial = "0.1", .help = "what the rate is multiplied by"},
    Param{.key = "patience",
          .type = Type::integer,
          .min = 0,
          .max = 1e6,
          .initial = "10",
          .help = "evaluations without an improvement that are waited for"},
    metric_param,
    mode_param,
    Param{.key = "threshold", .min = 0, .max = 1e6, .initial = "1e-4", .help = "a gain must be larger than this to count"},
    Param{.key = "relative",
          .type = Type::flag,
          .initial = "true",
          .help = "true: the threshold is a part of the best value, whatever its sign; false: it is the gain itself"},
    Param{.key = "cooldown",
          .type = Type::integer,
          .min = 0,
          .max = 1e6,
          .initial = "0",
          .help = "evaluations after a reduction that do not count as waiting"},
    Param{.key = "floor", .min = 0, .max = 1, .initial = "0", .help = "the factor never falls below this"},
    Param{
        .key = "fires",
        .type = Type::choice,
        .initial = "beyond",
        .choices = "beyond at equal",
        .help =
            "beyond: when more than patience evaluations were bad (PyTorch); at: with the last of them (Keras); equal: also when "
            "patience is 0 and the metric improves (optax)"},
    Param{.key = "cooldown_counts",
          .type = Type::choice,
          .initial = "all",
          .choices = "all less_one",
          .help = "all: so many evaluations are left out (PyTorch, optax); less_one: the last of them counts again (Keras)"},
    Param{.key = "eps",
          .symbol = "ε",
          .unit = Unit::rate,
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "the rate is lowered only by more than this; 0: always (PyTorch has 1e-8)"},
    layers_param,
};

struct PlateauState {
    double factor = 1;
    double best = std::numeric_limits<double>::quiet_NaN();
    std::int64_t bad = 0;      // evaluations in a row without an improvement
    std::int64_t cooling = 0;  // evaluations of the cool-down that are left
};

// A metric that is not finite never counts as an improvement.
inline double on_evaluation(const Values& values, PlateauState& state, double metric, double rate) {
    return apply<params, double>(
        [&](double factor, double patience, int measured, int mode, double threshold, bool relative, double cooldown,
            double floor, int fires, int cooldown_counts, double eps, int) {
            const double gain = relative ? threshold * std::abs(state.best) : threshold;
            const bool better = improves(metric, state.best, std::isfinite(gain) ? gain : 0, larger_is_better(mode, measured));
            if (cooldown_counts == 1 && state.cooling > 0) {
                --state.cooling;
                state.bad = 0;
            }
            if (better) state.best = metric;
            state.bad = better ? 0 : state.bad + 1;
            if (state.cooling > 0) {
                if (cooldown_counts == 0) --state.cooling;
                state.bad = 0;
                return state.factor;
            }
            const auto bad = static_cast<double>(state.bad);
            const bool fired = fires == 0 ? bad > patience : fires == 1 ? !better && bad >= patience : bad == patience;
            if (!fired) return state.factor;
            state.bad = 0;
            state.cooling = static_cast<std::int64_t>(cooldown);
            const double lower = std::min(state.factor, std::max(state.factor * factor, floor));
            if (eps == 0 || (state.factor - lower) * rate > eps) state.factor = lower;
            return state.factor;
        },
        values);
}

inline bool is_possible(const Values& values, const PlateauState& state, std::int64_t evaluations) {
    return state.factor >= 0 && state.factor <= 1 && !std::isinf(state.best) &&
           is_count(state.bad, static_cast<double>(evaluations)) &&
           is_count(state.cooling, values[parameter<params>("cooldown")]);
}

inline constexpr Schedule entry =
    describe_listener({"plateau", "Plateau", "Lowers the rate by a factor whenever a validation metric has stopped improving.",
                       "PyTorch, torch.optim.lr_scheduler.ReduceLROnPlateau; Keras, callbacks.ReduceLROnPlateau; "
                       "optax.contrib.reduce_on_plateau"},
                      params, listener_with<PlateauState, params, on_evaluation, is_possible>());

}  // namespace eta::plateau_schedule
