// A checked run becomes JSON: its problems, or all that a page needs to know of it before training.
#pragma once

#include <string>
#include <string_view>

#include "eta/run/run.hpp"

namespace eta {

// Returns {problems: [{code, key, from, to, values, sentence}…]}, places in bytes of `text` with invalid UTF-8 replaced; and, if
// there are none, text, items, steps, seed, fair, data, racers and handles.
std::string check(std::string_view text, const Limits& limits);

// The same of a text that has been read: its run, or else its problems.
std::string checked(const Run* run, const Problems& problems);

}  // namespace eta
