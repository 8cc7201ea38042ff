// A problem says as data what is wrong with a text: a code, the place it is about, and the values that its sentence names.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eta/describe/left_out.hpp"

namespace eta {

// `from` and `to` are byte offsets into the text that was checked, from ≤ to; `key` is the run's key it stands under (may be
// empty). `values` fill {0}, {1}, … of the sentence: numbers as printed, or names.
struct Problem {
    // It is not in line, since it is called in sixty places.
    Problem(std::string_view code, std::string_view key, std::size_t from, std::size_t to,
            std::initializer_list<std::string_view> values);

    std::string_view code;
    std::string key;
    std::size_t from, to;
    std::vector<std::string> values;
};
using Problems = std::vector<Problem>;

// Each code has one sentence in English: what is wrong and what would be right.
struct ProblemText {
    std::string_view code;
    English sentence;
};
std::span<const ProblemText> problem_texts();

// Returns the English sentence of a problem, its values filled in.
std::string sentence(const Problem& problem);

// Returns the name among `names` that differs from `word` by at most a third of its letters, in whatever case; empty if none is that near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> names);

}  // namespace eta
