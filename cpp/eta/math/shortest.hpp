// These are the fewest decimal digits that read back as the number.
#pragma once

#include <cstdint>

#include "eta/math/decimal.hpp"

namespace eta {

// It stands for whole · 10^ten; there may be zeros at the end of `whole`.
struct Shortest {
    std::uint64_t whole;
    int ten;
};

// Returns of all decimal numbers with the fewest digits that read back as the finite x > 0 the one nearest to it. x is a number of
// `type`.
Shortest shortest(double x, Binary type);

}  // namespace eta
