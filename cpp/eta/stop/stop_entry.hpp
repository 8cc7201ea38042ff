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

    bool is_new() const { return best != best && best_update == -1 && waited == 0; }
};

// This is where a run stands that a checkpoint tells of.
struct Moment {
    std::int64_t updates = 0;  // that are done
    Ended ended = Ended::running;
    std::int64_t evaluations = 0;  // that were due so far
    std::int64_t since_best = 0;   // of these, after StopState::best_update
    bool evaluated = false;        // one is due at this update

    bool stopped() const { return ended >= Ended::updates; }
};

struct Stop : Entry {
    // Called after every update; `metrics` is what its evaluation gave, or null where there was none. Ended::running lets the run
    // go on.
    Ended (*after_update)(const Values& values, StopState& state, std::int64_t updates, const Metrics* metrics);
    // It says whether the weights of the best evaluation are put back when the run ends.
    bool (*restores)(const Values& values);
    // It says whether a run can stand there with this state.
    bool (*is_possible)(const Values& values, const StopState& state, const Moment& moment);
};

}  // namespace eta
