// A checked run becomes JSON: its problems, or all that a page needs to know of it before training.
#pragma once

#include <string>
#include <string_view>

#include "eta/describe/json.hpp"
#include "eta/run/run.hpp"

namespace eta {

// Returns {problems: [{code, key, from, to, values, sentence}…]}, places in bytes of `text` with invalid UTF-8 replaced; and, if
// there are none, text, items, steps, seed, fair, data, racers, handles, and warnings, which are like problems.
std::string check(std::string_view text, const Limits& limits);

// The same of a text that has been read, without warnings: its run, or else its problems.
std::string checked(const Run* run, const Problems& problems, const Problems* warnings = nullptr);

// Returns problems or warnings alone, as a list.
std::string listed(const Problems& problems);
void add_problems(Json& json, const Problems& problems);

}  // namespace eta
