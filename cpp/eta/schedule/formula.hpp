// A bound schedule is one formula of t, with its numbers in it: recorded formulas, joined as the text joins them.
#pragma once

#include <optional>

#include "eta/language/tree.hpp"
#include "eta/schedule/curve.hpp"

namespace eta {

// Returns the formula, which gives the curve's value at t = 0 … T − 1 when it is read as a schedule. It is nothing where there is
// none: of rates that are rounded one by one, and of more cycles than a few whose lengths differ. A listener stands in it by its
// name.
std::optional<Tree> formula(const Curve& curve);

// Returns how the value of one part comes from its own t: numbers only. What has an explanation of its own in it is its value.
std::optional<Tree> numbers_at(const Curve& curve, std::size_t part, double t);

// Says whether a part has an explanation of its own: it is a schedule or holds one.
bool holds_schedule(const Curve& curve, std::size_t part);

}  // namespace eta
