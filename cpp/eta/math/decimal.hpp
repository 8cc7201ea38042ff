// These conversions between binary and decimal numbers are exact.
#pragma once

#include <cstdint>
#include <string_view>

namespace eta {

// It stands for x = 0.d₀d₁d₂… · 10^point, cut after 18 digits; `more` says that the rest is not 0.
struct Decimal {
    static constexpr int size = 18;
    char digits[size];  // '0' … '9', the first not '0'
    int point;
    bool more;
};

// Returns the digits of a finite x > 0.
Decimal decimal_of(double x);

// Rounds to that many digits (1 … 17), a half to the even one, as printf does; digits beyond them are '0'.
Decimal rounded(Decimal x, int digits);

// A floating-point type holds numbers as whole·2^k with whole < 2^bits and k ≥ min_exponent.
struct Binary {
    int bits, min_exponent;
};
inline constexpr Binary as_double{53, -1074}, as_float{24, -149};

// Returns the number nearest to 0.d₀d₁d₂… · 10^point, a half to the even one; infinite if it is beyond the largest. `digits`
// holds '0' … '9' and may hold one '.', which counts for nothing.
double nearest_number(std::string_view digits, int point, Binary type);

}  // namespace eta
