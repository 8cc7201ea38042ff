// Stop rules and listeners follow these metrics; this says what counts as an improvement of one.
#pragma once

#include <cmath>

#include "eta/describe/param.hpp"

namespace eta {

// One evaluation on the validation samples gave these.
struct Metrics {
    double loss, accuracy;
};

inline constexpr Param metric_param{.key = "metric",
                                    .type = Type::choice,
                                    .initial = "validation_loss",
                                    .choices = "validation_loss validation_accuracy",
                                    .help = "what is measured on the validation samples"};

inline constexpr Param mode_param{.key = "mode",
                                  .type = Type::choice,
                                  .initial = "auto",
                                  .choices = "auto min max",
                                  .help = "whether smaller or larger is better; auto: as the metric says"};

// A framework's plateau lowers every group of parameters, whatever rate each has.
inline constexpr Param layers_param{.key = "layers",
                                    .type = Type::choice,
                                    .initial = "all",
                                    .choices = "all rest",
                                    .help = "all: the schedules of layers are multiplied too; rest: only the layers without one"};

// Returns the chosen metric; what is better is larger for accuracy and smaller for loss.
constexpr double metric_of(const Metrics& metrics, int metric) { return metric == 0 ? metrics.loss : metrics.accuracy; }
constexpr bool larger_is_better(int metric) { return metric == 1; }
constexpr bool larger_is_better(int mode, int metric) { return mode == 0 ? larger_is_better(metric) : mode == 2; }

// Says whether x is better than `best` by more than `gain` (≥ 0). A number that is not finite is never better, and any other is
// better than a best that is not finite.
inline bool improves(double x, double best, double gain, bool larger) {
    if (!std::isfinite(x)) return false;
    if (!std::isfinite(best)) return true;
    return larger ? x > best + gain : x < best - gain;
}

}  // namespace eta
