// A stop rule gets every evaluation and says whether the run is over.
#pragma once

#include <cstdint>
#include <limits>

#include "eta/describe/entry.hpp"
#include "eta/schedule/metric.hpp"
#include "eta/stop/ended.hpp"

namespace eta {

// A rule remembers this; the checkpoint holds it too.
struct StopState {
    double best = std::numeric_limits<double>::quiet_NaN();
    std::int64_t best_update = -1;  // updates done when `best` was measured; −1: nothing was
    std::int64_t waited = 0;        // evaluations since
};

struct Stop : Entry {
    // Called after every update; `metrics` is what its evaluation gave, or null where there was none. Ended::running lets the run
    // go on.
    Ended (*after_update)(const Values& values, StopState& state, std::int64_t updates, const Metrics* metrics);
    // It says whether the weights of the best evaluation are put back when the run ends.
    bool (*restores)(const Values& values);
};

}  // namespace eta
