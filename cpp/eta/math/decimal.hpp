// This reads decimal numbers exactly.
#pragma once

#include <string_view>

namespace eta {

// A floating-point type holds numbers as whole·2^k with whole < 2^bits and k ≥ min_exponent.
struct Binary {
    int bits, min_exponent;
};
inline constexpr Binary as_double{53, -1074}, as_float{24, -149};

// Returns the number nearest to 0.d₀d₁d₂… · 10^point, a half to the even one; infinite if it is beyond the largest. `digits`
// holds '0' … '9' and may hold one '.', which counts for nothing.
double nearest_number(std::string_view digits, int point, Binary type);

}  // namespace eta
