// The vectors of the products are as wide as the processor's; no result depends on it (product.hpp).
#pragma once

#include <string>

namespace eta {

// Returns the bits of the widest vectors that this processor has and that products are compiled for: 128, 256 or 512.
int widest_vectors();

// Returns the bits of the vectors that are used: the widest, or what the environment's ETA_WIDTH says. It is chosen once.
int vector_width();

// Says what is wrong with ETA_WIDTH, or nothing.
std::string width_problem();

}  // namespace eta
