// Why η is what it is at t, step by step: each is a sentence with its numbers and its place in the text, as a problem is.
#pragma once

#include "eta/describe/problem.hpp"
#include "eta/schedule/curve.hpp"

namespace eta {

// Returns the steps from the whole to the value at t ≥ 0. `factor` is the listener's; without it the last step says that it comes on
// top. Places are those of the text that was bound.
Problems explain(const Curve& curve, std::int64_t t, std::optional<double> factor = {});

// Returns the step that says what the listener of `curve` makes of a rate.
Problem listener_step(const Curve& curve, double rate, std::optional<double> factor);

}  // namespace eta
