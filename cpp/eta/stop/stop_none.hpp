// The run goes on to its end.
#pragma once

#include "eta/stop/stop_entry.hpp"

namespace eta::stop_none {

inline constexpr Stop entry{
    {{"none", "None", "The run does all its updates.", ""}, no_params},
    [](const Values&, StopState&, std::int64_t, const Metrics*) { return Ended::running; },
    [](const Values&) { return false; },
    [](const Values&, const StopState& state, const Moment& moment) { return state.is_new() && !moment.stopped(); }};

}  // namespace eta::stop_none
