// Nested `where` are the cases of one brace: each value with the range of t and the comparisons under which it holds.
#pragma once

#include <limits>
#include <vector>

#include "eta/language/tree.hpp"

namespace eta {

struct Comparison {
    Op op;
    std::size_t left, right;  // nodes
};

// A value holds where low ≤ t < high, or low < t, t ≤ high, and every comparison is true.
struct Case {
    std::size_t value;
    double low, high;  // −∞ and ∞ without a limit
    bool low_itself = true, high_itself = false;
    std::vector<Comparison> others = {};
};

// Returns the cases of the `where` at node i in the order of t, without those that no t with 0 ≤ t < end reaches.
std::vector<Case> cases(const Tree& tree, std::size_t i, double end);

}  // namespace eta
