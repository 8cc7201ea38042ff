// An angle brought between −π/4 and π/4: what sin and cos share.
#pragma once

#include "eta/math/double_double.hpp"

namespace eta {

/// x = rest + n·π/2 with |rest| ≤ π/4 (and a rounding) to some 100 bits; quadrant is n modulo 4.
struct Angle {
    DoubleDouble rest;
    unsigned quadrant;
};

/// Of any finite x.
Angle reduce(double x);

}  // namespace eta
