// Numbers become text and are read again: the shortest text that reads back, in one grammar and without a locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eta {

/// Returns the fewest digits that read back as `x`, of these the nearest to it, laid out as by printf's %.15g, or %.16g and %.17g
/// where they are more: 0.1, 1e-07, -0, 1e+15; nan, inf, -inf.
std::string print(double x);
/// Returns the fewest digits that read back as the same float, laid out as by %.6g … %.9g.
std::string print(float x);

/// Returns the number that has that many decimal digits (1 … 17) nearest to `x` as it prints, a half upwards; what is not finite
/// stays as it is.
double rounded(double x, int digits);

/// Counts the characters at the start of `text` that form a number, without a sign: digits [. [digits]] or . digits, and
/// [e|E [+|-] digits]. The count is 0 if there is none; "3ep" gives 1, "2E5%" gives 3, "1.x" and ".5" give 2.
std::size_t number_length(std::string_view text);

/// Reads a number that is the whole of `text`, correctly rounded; what underflows is 0 or subnormal. False, with `x` left
/// alone, if it is not a number of that grammar or is beyond the largest double.
bool read(std::string_view text, double& x);

}  // namespace eta
