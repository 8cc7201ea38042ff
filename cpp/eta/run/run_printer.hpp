// This writes a checked run canonically.
#pragma once

#include "eta/run/run.hpp"

namespace eta {

// Sets the text and the items of `run`, and each racer's own items; `items` are those that `run` was read from without a problem.
void print_run(const Items& items, Run& run);

}  // namespace eta
