// A text with places in it is filled.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace eta {

using Filling = std::vector<std::pair<std::string_view, std::string>>;

// Returns `text` with what `with` names in the place of every $name; a $ before another name stays.
std::string fill(std::string_view text, const Filling& with);

// Returns each line of `text` that is not empty, moved to the right.
std::string indented(std::string_view text, std::size_t spaces = 4);

}  // namespace eta
