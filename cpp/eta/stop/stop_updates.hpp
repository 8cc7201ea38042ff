// The run stops after a number of updates, while the schedules still see the whole run.
#pragma once

#include <array>

#include "eta/stop/stop_entry.hpp"

namespace eta::stop_updates {

inline constexpr std::array params{Param{.key = "after",
                                         .unit = Unit::updates,
                                         .type = Type::length,
                                         .min = 1,
                                         .max = 1e7,
                                         .initial = "50%",
                                         .scale = Scale::log,
                                         .help = "updates that are done; schedules still see the whole run"}};

inline Ended after_update(const Values& values, StopState&, std::int64_t updates, const Metrics*) {
    return static_cast<double>(updates) >= values[0] ? Ended::updates : Ended::running;
}

inline bool is_possible(const Values& values, const StopState& state, const Moment& moment) {
    const bool due = static_cast<double>(moment.updates) >= values[0] && moment.ended != Ended::finished;
    return state.is_new() && moment.stopped() == due && (!due || moment.ended == Ended::updates);
}

inline constexpr Stop entry{{{"updates", "After updates", "Stops after so many updates of a longer run.", ""}, params},
                            after_update,
                            [](const Values&) { return false; },
                            is_possible};

}  // namespace eta::stop_updates
