// A scope gives constants their values: lengths in updates, and expressions of numbers, T, U, lr and pi.
#pragma once

#include <optional>
#include <string_view>

#include "eta/describe/problem.hpp"
#include "eta/language/defaults.hpp"
#include "eta/language/tree.hpp"

namespace eta {

// A constant may depend on these. `updates` is T, the length of the segment it stands in (at the top: of the run), as written: it
// may be 0.
struct Scope {
    double updates = 0;
    double updates_per_epoch = 0;
    double lr = 0;
    std::string_view key = {};  // the run's key that problems name
    Defaults defaults = {};     // in the place of the declared ones
};

// Says whether a constant counts updates by itself, as 250 and 500/2 do: then it must be whole. One with T, U, ep or % in it is a
// part of a run or of an epoch, and is rounded.
bool counts_updates(const Tree& tree, std::size_t i);

// Returns a length in whole updates, halves rounded up: x, x·U or x·T/100 in that order.
double in_updates(double x, Measure measure, const Scope& scope);

// Says whether a plain number below 1 was likely meant as a part: it is at least a thousandth.
bool is_likely_part(double x);
// Returns the problem of a plain number that counts no whole updates: it names the per cent that was likely meant.
Problem wrong_length(std::string_view key, std::string_view name, double x, std::size_t from, std::size_t to);

// Says whether node i is a number that depends on no t and no registered thing, so that `constant` can give its value. A comparison
// is none: it stands only as where's first argument.
bool is_constant(const Tree& tree, std::size_t i);

// Returns its value, or nothing with a problem added where it has none: it depends on t, is no number, or something in it is not
// finite.
std::optional<double> constant(const Tree& tree, std::size_t i, const Scope& scope, Problems& problems);

}  // namespace eta
