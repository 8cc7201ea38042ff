// Everything that is registered, as JSON: what forms, words and documents are made from.
#pragma once

#include <string>

#include "eta/run/keys.hpp"

namespace eta {

// {kinds: {schedule: [entry…], …}, keys, functions, names, problems, columns, limits}. An entry has key, name, summary, source and params.
std::string describe(const Limits& limits);

}  // namespace eta
