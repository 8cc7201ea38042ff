// A run with one of its numbers replaced is another text, which is read again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "eta/run/run.hpp"

namespace eta {

// Returns the run with the value of one key replaced: racer number `racer`'s own, from 1, or the shared one where it is 0. Nothing if
// that is no good run.
std::optional<Run> rewritten(const Run& run, std::size_t racer, std::string_view key, const std::string& value,
                             const Limits& limits);

// Sets argument `key` of the call of `entry` at `node` to a number.
void set_argument(Tree& tree, std::size_t node, const Entry& entry, std::string_view key, double value);

// Sets entry number `entry`, from 0, of the list of the call at `node`: a point's time and rate, or a length, which has no rate. The
// default's entries are written out.
void set_entry(Tree& tree, std::size_t node, std::size_t entry, std::optional<double> time, std::optional<double> rate);

}  // namespace eta
