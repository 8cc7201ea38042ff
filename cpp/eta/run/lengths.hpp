// Lengths that reach past the end of what they stand in.
#pragma once

#include "eta/run/items.hpp"
#include "eta/run/racer.hpp"

namespace eta {

// Finds the lengths and counts in an item's value that can never come: of its schedules, listeners or stop rule.
void find_long_lengths(const Item& item, const Racer& racer, Defaults defaults, Problems& found);

}  // namespace eta
