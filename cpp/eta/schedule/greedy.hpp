// GreedyLR has a factor that rises while a metric keeps improving and falls when it has stopped.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

#include "eta/schedule/metric.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::greedy_schedule {

inline constexpr std::size_t max_window = 64;

inline constexpr std::array params{
    Param{.key = "factor",
          .symbol = "γ",
          .min = 0.01,
          .max = 1,
          .initial = "0.95",
          .help = "what the rate is multiplied by, or divided by where it rises"},
    Param{.key = "patience",
          .type = Type::integer,
          .min = 0,
          .max = 1e6,
          .initial = "10",
          .help = "evaluations in a row, all better or all without an improvement, that are waited for"},
    metric_param,
    mode_param,
    Param{.key = "threshold", .min = 0, .max = 1e6, .initial = "1e-6", .help = "a gain must be larger than this to count"},
    Param{.key = "relative",
          .type = Type::flag,
          .initial = "false",
          .help = "true: the threshold is a part of the best value, whatever its sign; false: it is the gain itself"},
    Param{.key = "cooldown",
          .type = Type::integer,
          .min = 0,
          .max = 1e6,
          .initial = "0",
          .help = "evaluations after the rate has fallen that do not count"},
    Param{.key = "warmup",
          .type = Type::integer,
          .min = 0,
          .max = 1e6,
          .initial = "0",
          .help = "evaluations after the rate has risen that do not count"},
    Param{.key = "floor", .min = 0, .max = 1, .initial = "0.01", .help = "the factor never falls below this"},
    Param{.key = "ceiling",
          .min = 1,
          .max = 1e6,
          .initial = "10",
          .scale = Scale::log,
          .help = "the factor never rises above this"},
    Param{.key = "window",
          .type = Type::integer,
          .min = 1,
          .max = max_window,
          .initial = "1",
          .help = "evaluations whose mean is compared; 1: each by itself"},
    Param{.key = "reset",
          .type = Type::integer,
          .min = 1,
          .max = 1e6,
          .initial = "500",
          .help = "reductions at the floor after which the factor is 1 and everything begins again"},
    layers_param,
};

struct GreedyState {
    double factor = 1;
    double best = std::numeric_limits<double>::quiet_NaN();
    std::int64_t good = 0, bad = 0;         // evaluations in a row with and without an improvement
    std::int64_t cooling = 0, warming = 0;  // evaluations left that do not count
    std::int64_t at_floor = 0;              // reductions in a row that found the factor at its floor
    std::int64_t measured = 0;              // metrics that went into the window
    double sum = 0;                         // of those in the window
    std::array<double, max_window> last{};  // the window; number k is at k mod its width
};

// Returns the mean of the last `window` metrics. One that is not finite stands for itself and does not go in.
inline double mean(GreedyState& state, double metric, double window) {
    if (window == 1 || !std::isfinite(metric)) return metric;
    const auto width = static_cast<std::int64_t>(window);
    double& place = state.last[static_cast<std::size_t>(state.measured % width)];
    state.sum += metric;
    if (state.measured >= width) state.sum -= place;
    place = metric;
    return state.sum / static_cast<double>(std::min(++state.measured, width));
}

inline void raise(GreedyState& state, double factor, double ceiling, double warmup) {
    state.factor = std::max(state.factor, std::min(state.factor / factor, ceiling));
    state.at_floor = 0;
    state.good = 0;
    state.warming = static_cast<std::int64_t>(warmup);
}

inline void lower(GreedyState& state, double factor, double floor, double cooldown, double reset) {
    state.factor = std::min(state.factor, std::max(state.factor * factor, floor));
    if (state.factor <= floor && static_cast<double>(++state.at_floor) >= reset) state = GreedyState{};
    state.bad = 0;
    state.cooling = static_cast<std::int64_t>(cooldown);
}

inline double on_evaluation(const Values& values, GreedyState& state, double metric, double) {
    return apply<params, double>(
        [&](double factor, double patience, int measured, int mode, double threshold, bool relative, double cooldown,
            double warmup, double floor, double ceiling, double window, double reset, int) {
            const double x = mean(state, metric, window);
            if (state.cooling > 0 || state.warming > 0) {
                --(state.cooling > 0 ? state.cooling : state.warming);
                state.good = state.bad = 0;
                return state.factor;
            }
            const double gain = relative ? threshold * std::abs(state.best) : threshold;
            const bool better = improves(x, state.best, std::isfinite(gain) ? gain : 0, larger_is_better(mode, measured));
            if (better) state.best = x;
            state.good = better ? state.good + 1 : 0;
            state.bad = better ? 0 : state.bad + 1;
            if (static_cast<double>(state.good) > patience)
                raise(state, factor, ceiling, warmup);
            else if (static_cast<double>(state.bad) > patience)
                lower(state, factor, floor, cooldown, reset);
            return state.factor;
        },
        values);
}

inline bool is_possible(const Values& values, const GreedyState& state, std::int64_t evaluations) {
    const auto all = static_cast<double>(evaluations);
    const bool counts = is_count(state.good, all) && is_count(state.bad, all) && is_count(state.measured, all) &&
                        is_count(state.cooling, values[parameter<params>("cooldown")]) &&
                        is_count(state.warming, values[parameter<params>("warmup")]) &&
                        is_count(state.at_floor, values[parameter<params>("reset")]);
    for (const double metric : state.last)
        if (!std::isfinite(metric)) return false;
    return counts && state.factor >= values[parameter<params>("floor")] && state.factor <= values[parameter<params>("ceiling")] &&
           !std::isinf(state.best) && std::isfinite(state.sum);
}

inline constexpr Schedule entry = describe_listener(
    {"greedy", "GreedyLR",
     "Raises the rate by a factor while a validation metric keeps improving, and lowers it when it has stopped.",
     "https://arxiv.org/abs/2512.14527; Transformers, GreedyLR"},
    params, listener_with<GreedyState, params, on_evaluation, is_possible>());

}  // namespace eta::greedy_schedule
