// Exact conversions between binary and decimal numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace eta {

// x = 0.d₀d₁d₂… · 10^point, cut after 18 digits; `more` if the rest is not 0.
struct Decimal {
    static constexpr int size = 18;
    char digits[size];  // '0' … '9', the first not '0'
    int point;
    bool more;
};

// Of a finite x > 0.
Decimal decimal_of(double x);

// To so many digits (1 … 17), a half to the even one, as printf does; digits beyond them are '0'.
Decimal rounded(Decimal x, int digits);

// How a floating-point type holds numbers: whole·2^k with whole < 2^bits and k ≥ least.
struct Binary {
    int bits, least;
};
inline constexpr Binary as_double{53, -1074}, as_float{24, -149};

// The number nearest to 0.d₀d₁d₂… · 10^point, a half to the even one; infinite if it is beyond the largest. `digits` holds '0' … '9'
// and may hold one '.', which counts for nothing.
double nearest_number(std::string_view digits, int point, Binary type);

}  // namespace eta
