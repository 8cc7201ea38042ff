// Binary digits come from a long division of whole numbers, after Clinger: How to read floating-point numbers accurately, PLDI
// 1990. The C library's own are 22 kB of the page's module.
#include "eta/math/decimal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "eta/math/fraction.hpp"

namespace eta {
namespace {

// These are more digits than decide any rounding (767 do).
constexpr std::size_t max_digits = 780;

}  // namespace

double nearest_number(std::string_view digits, int point, Binary type) {
    Big whole(0);
    std::size_t count = 0;
    bool beyond = false;
    for (const char digit : digits) {
        if (digit == '.') continue;
        if (count == max_digits) {
            beyond = beyond || digit != '0';
            continue;
        }
        if (digit == '0' && count == 0) {
            --point;
            continue;
        }
        whole.multiply(10, static_cast<std::uint32_t>(digit - '0'));
        ++count;
    }
    if (count == 0 || point < -400) return 0;
    if (point > 400) return std::numeric_limits<double>::infinity();
    // A last 1 stands for all that was cut off.
    if (beyond) whole.multiply(10, 1);
    const int ten = point - static_cast<int>(count) - (beyond ? 1 : 0);
    Fraction rest(whole, ten, ten);
    int log2 = rest.over.bits() - rest.under.bits();  // ⌊log₂⌋ of the number, or one more
    Fraction unit = rest;
    unit.over.shift(std::max(-log2, 0));
    unit.under.shift(std::max(log2, 0));
    if (!(unit.over >= unit.under)) --log2;
    const int two = std::max(log2 - type.bits + 1, type.min_exponent);
    rest.over.shift(std::max(-two, 0));
    rest.under.shift(std::max(two, 0));
    // In units of 2^two the number is below 2^bits; its binary digits follow one by one.
    rest.under.shift(type.bits);
    std::uint64_t number = 0;
    for (int i = 0; i <= type.bits; ++i) number = 2 * number + static_cast<std::uint64_t>(rest.next_bit());
    if (rest.next_bit() == 1 && (!rest.over.is_zero() || number % 2 == 1)) ++number;
    const double nearest = std::ldexp(static_cast<double>(number), two);
    const bool too_large = type.bits == as_float.bits && nearest > static_cast<double>(std::numeric_limits<float>::max());
    return too_large ? std::numeric_limits<double>::infinity() : nearest;
}

}  // namespace eta
