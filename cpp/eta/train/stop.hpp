// What a stop rule is: it hears every evaluation and says whether the run is over.
#pragma once

#include <cstdint>
#include <limits>

#include "eta/describe/entry.hpp"
#include "eta/schedule/metric.hpp"
#include "eta/train/ended.hpp"

namespace eta {

// What a rule remembers, in the checkpoint too.
struct StopState {
    double best = std::numeric_limits<double>::quiet_NaN();
    std::int64_t best_update = -1;  // updates done when `best` was measured; −1: nothing was
    std::int64_t waited = 0;        // evaluations since
};

struct Stop : Entry {
    // Called after every update with `heard` null, and after every evaluation with what it gave. Ended::running: go on.
    Ended (*hear)(const Values& values, StopState& state, std::int64_t updates, const Heard* heard);
    // Whether the weights of the best evaluation are put back when the run ends.
    bool (*restores)(const Values& values);
};

}  // namespace eta
