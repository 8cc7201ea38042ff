// The text of a run consists of items: key=value, each with its place and the racer it belongs to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eta/describe/problem.hpp"
#include "eta/language/normal_text.hpp"

namespace eta {

// Racer 0 is what all share; racers count from 1 in the order of their schedule=. The value of a label is the label itself, not
// how it is written.
struct Item {
    std::string key, value;
    std::size_t racer = 0;
    std::size_t from = 0, value_from = 0, to = 0;  // bytes of the text as it is read
};

// Where this character stands in a text, it alone separates the items: so the page joins what was typed into a field with the other
// items, and nothing in a value can end it.
inline constexpr char item_separator = '\x1F';

// Replaces invalid UTF-8 by U+FFFD, one for each maximal broken part (Unicode 15, table 3-8).
std::string valid_utf8(std::string_view text);

// These are the items of a text, the preset's among them (`preset` holds its name): given keys replace the preset's shared ones,
// given racers all of its racers. Duplicates, unknown keys and keys in the wrong place are problems; values are not read.
struct Items {
    std::string preset;       // empty if none is named
    std::vector<Item> given;  // as written
    std::vector<Item> whole;  // with the preset's
    std::size_t racers = 1;
};
std::optional<Items> read_items(const NormalText& text, Problems& problems);

// Returns the items of a text, whatever their keys are.
std::vector<Item> split_items(const NormalText& text, Problems& problems);

}  // namespace eta
