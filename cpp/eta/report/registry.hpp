// Everything that is registered becomes JSON: forms, words and documents are made from it.
#pragma once

#include <string>

#include "eta/run/keys.hpp"

namespace eta {

// Returns {kinds: {schedule: [entry…], …}, keys, functions, names, problems, columns, limits}. An entry has key, name, summary,
// source and params; a schedule has its role too, and a combinator says what it needs: the next or the previous segment, or a
// schedule as its argument.
std::string describe(const Limits& limits);

}  // namespace eta
