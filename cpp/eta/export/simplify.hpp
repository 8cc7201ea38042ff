// A recorded formula, made as short as it can be without another value at any update.
#pragma once

#include "eta/language/tree.hpp"

namespace eta {

// What is known of the names in a formula: T, and that 0 ≤ t < end.
struct Known {
    double T, end;
};

// Appends the part of `from` below node i to `to`, with T in the place of its name, without what adds 0 or multiplies by 1, with
// the one branch of a `where` that can be, and with the result where two numbers give a short one. Returns the new node.
std::size_t simplify(const Tree& from, std::size_t i, const Known& known, Tree& to);

}  // namespace eta
