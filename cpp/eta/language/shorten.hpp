// A recorded formula is shorter without what changes nothing: + 0, · 1, ^1, max(0, x) of an x that is never negative, and v + (0 − x).
#pragma once

#include <optional>

#include "eta/language/tree.hpp"

namespace eta {

// Returns a tree of the same value, bit for bit, wherever t ≥ 0 and the value is finite; only the sign of a zero may differ. It
// `folds` functions of numbers into one number, unless they are what is to be shown.
Tree shorten(const Tree& tree, bool folds = true);

// Returns the part of an operation that it is the same as: x of x + 0, 0 + x, x − 0, 1·x, x·1, x/1 and x¹; nothing of others.
std::optional<std::size_t> neutral(const Tree& tree, const Node& node);

// Adds the number x, which may be negative: the grammar has no negative numbers.
std::size_t add_number(Tree& tree, double x);

}  // namespace eta
