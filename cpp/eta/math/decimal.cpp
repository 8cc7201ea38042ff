// Decimal digits come from a long division of whole numbers, after Steele, White: How to print floating-point numbers accurately,
// PLDI 1990, and Clinger: How to read floating-point numbers accurately, PLDI 1990. The C library's own are 22 kB of the page's
// module.
#include "eta/math/decimal.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "eta/math/fraction.hpp"

namespace eta {
namespace {

// These are more digits than decide any rounding (767 do).
constexpr std::size_t max_digits = 780;

}  // namespace

Decimal decimal_of(double x) {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const int field = static_cast<int>(bits >> 52 & 0x7ff);
    const std::uint64_t fraction = bits & 0xfffffffffffff;
    const Big whole(field == 0 ? fraction : fraction | std::uint64_t{1} << 52);
    const int k = std::max(field, 1) - 1075;  // x = whole · 2ᵏ
    // Returns ⌊log₁₀ x⌋, or one less where x is a little above a power of ten.
    int ten = static_cast<int>(std::floor((whole.bits() + k - 1) * 0.30102999566398114));
    Fraction rest(whole, k - ten, -ten);
    Big tenfold = rest.under;
    tenfold.multiply(10);
    if (rest.over >= tenfold) {
        rest.under = tenfold;
        ++ten;
    }
    Decimal result{{}, ten + 1, false};
    for (char& digit : result.digits) digit = static_cast<char>('0' + rest.next(10));
    result.more = !rest.over.is_zero();
    return result;
}

Decimal rounded(Decimal x, int digits) {
    bool beyond = x.more;  // the half
    for (int i = digits + 1; i < Decimal::size; ++i) beyond = beyond || x.digits[i] != '0';
    const char next = x.digits[digits];
    const bool up = next > '5' || (next == '5' && (beyond || (x.digits[digits - 1] - '0') % 2 == 1));
    for (int i = digits; i < Decimal::size; ++i) x.digits[i] = '0';
    x.more = false;
    if (!up) return x;
    int i = digits - 1;
    for (; i >= 0 && x.digits[i] == '9'; --i) x.digits[i] = '0';
    if (i >= 0) {
        ++x.digits[i];
    } else {
        x.digits[0] = '1';
        ++x.point;
    }
    return x;
}

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
    for (int i = 0; i <= type.bits; ++i) number = 2 * number + static_cast<std::uint64_t>(rest.next(2));
    if (rest.next(2) == 1 && (!rest.over.is_zero() || number % 2 == 1)) ++number;
    const double nearest = std::ldexp(static_cast<double>(number), two);
    const bool too_large = type.bits == as_float.bits && nearest > static_cast<double>(std::numeric_limits<float>::max());
    return too_large ? std::numeric_limits<double>::infinity() : nearest;
}

}  // namespace eta
