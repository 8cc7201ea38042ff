// A warning is no mistake: it says what a run can never come to, or what was likely meant otherwise. It is data, as a problem is.
#pragma once

#include "eta/describe/problem.hpp"
#include "eta/run/run.hpp"

namespace eta {

// Returns the warnings about a run that was read from these items; places are those of the items.
Problems find_warnings(const Items& items, const Run& run);

}  // namespace eta
