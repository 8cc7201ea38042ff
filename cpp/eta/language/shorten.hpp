// A recorded formula is shorter without what changes nothing: + 0, · 1, ^1, max(0, x) of an x that is never negative, and v + (0 − x).
#pragma once

#include "eta/language/tree.hpp"

namespace eta {

// Returns a tree of the same value, bit for bit, wherever t ≥ 0 and the value is finite; only the sign of a zero may differ. It
// `folds` functions of numbers into one number, unless they are what is to be shown.
Tree shorten(const Tree& tree, bool folds = true);

// Adds the number x, which may be negative: the grammar has no negative numbers.
std::size_t add_number(Tree& tree, double x);

}  // namespace eta
