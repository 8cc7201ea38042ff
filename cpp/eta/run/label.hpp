// A label is any one line of up to 80 characters: plain words stand as they are, everything else as a JSON string.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "eta/describe/problem.hpp"

namespace eta {

// Returns the label that is written so: what begins and ends with a quotation mark is a JSON string. Nothing if it is a broken one.
std::optional<std::string> read_label(std::string_view written);

// Returns the end of the JSON string that begins at `from`, behind its second quotation mark; npos if it has none.
std::size_t json_string_end(std::string_view text, std::size_t from);

// Plain words are what, printed bare, reads back as itself whatever follows, and has nothing in it that cannot be seen.
std::string print_label(std::string_view label);

// Returns the code of what is wrong with a label, or nothing.
std::string_view label_problem(std::string_view label);

}  // namespace eta
