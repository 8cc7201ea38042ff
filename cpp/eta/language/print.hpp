// A tree becomes text, with the fewest brackets that parse back to the same tree.
#pragma once

#include <string>

#include "eta/language/tree.hpp"

namespace eta {

// parse(print(tree)) is the same tree, for every tree without negative or non-finite numbers (a Symbol records none).
std::string print(const Tree& tree);
std::string print(const Tree& tree, std::size_t node);

// This does the same, and each node's `from` and `to` are set to where it stands in the printed text.
std::string print_with_places(Tree& tree);

}  // namespace eta
