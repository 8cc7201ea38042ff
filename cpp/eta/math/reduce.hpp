// sin and cos share this: an angle is brought between −π/4 and π/4.
#pragma once

#include "eta/math/double_double.hpp"

namespace eta {

/// It holds that x = rest + n·π/2 with |rest| ≤ π/4 (and a rounding) to some 100 bits; quadrant is n modulo 4.
struct Angle {
    DoubleDouble rest;
    unsigned quadrant;
};

/// Reduces any finite x.
Angle reduce(double x);

}  // namespace eta
