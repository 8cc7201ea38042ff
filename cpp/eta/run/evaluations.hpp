// Evaluations come at stated updates.
#pragma once

#include <cstdint>

namespace eta {

// Validation is measured after update max(1, round(k·evaluate)) for k = 1, 2, … and after the last; this returns the first of
// these after `done` updates.
std::int64_t next_evaluation(std::int64_t done, double evaluate, std::int64_t updates);
// Counts those after which at most `done` updates are done.
std::int64_t count_evaluations(std::int64_t done, double evaluate, std::int64_t updates);

}  // namespace eta
