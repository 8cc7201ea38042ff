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

// Sets argument `key` of the schedule at `node` to a number.
void set_argument(Tree& tree, std::size_t node, std::string_view key, double value);

// Sets the time or the rate of point number `point`, from 0, of the list of points at `node`; the default's points are written out.
void set_point(Tree& tree, std::size_t node, std::size_t point, std::optional<double> time, std::optional<double> rate);

}  // namespace eta
