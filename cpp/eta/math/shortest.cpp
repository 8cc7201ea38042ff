// The fewest digits come from three products with a power of ten, after Giulietti: The Schubfach way to render doubles, 2020, as
// Bolz has written it (Drachennest). The table of 617 powers would be 9 kB of the page's module: each is computed, exactly,
// when it is first asked for.
#include "eta/math/shortest.hpp"

#include <array>
#include <bit>

#include "eta/math/fraction.hpp"

namespace eta {
namespace {

// It holds the 128 highest bits of a number, the first of them 1.
struct Bits128 {
    std::uint64_t high = 0, low = 0;
};

// These are ⌊log₂ 10ᵏ⌋, ⌊log₁₀ 2ᵏ⌋ and ⌊log₁₀ ¾·2ᵏ⌋ over the range of a double.
int log2_of_power_of_ten(int k) { return (k * 1741647) >> 19; }
int log10_of_power_of_two(int k) { return (k * 1262611) >> 22; }
int log10_of_three_quarters(int k) { return (k * 1262611 - 524031) >> 22; }

// Returns 10ᵏ·2^(127 − ⌊log₂ 10ᵏ⌋), rounded up.
Bits128 computed_power_of_ten(int k) {
    Fraction rest(Big(1), k - log2_of_power_of_ten(k), k);
    Bits128 power;
    for (int i = 0; i < 128; ++i) {
        power.high = power.high << 1 | power.low >> 63;
        power.low = power.low << 1 | static_cast<std::uint64_t>(rest.next_bit());
    }
    if (!rest.over.is_zero() && ++power.low == 0) ++power.high;
    return power;
}

constexpr int min_power = -292, max_power = 324;

const Bits128& power_of_ten(int k) {
    thread_local std::array<Bits128, max_power - min_power + 1> powers;
    Bits128& power = powers[static_cast<std::size_t>(k - min_power)];
    if (power.high == 0) power = computed_power_of_ten(k);
    return power;
}

Bits128 product(std::uint64_t a, std::uint64_t b) {
    constexpr std::uint64_t half = 0xffffffff;
    const std::uint64_t low = (a & half) * (b & half);
    const std::uint64_t one = (a >> 32) * (b & half) + (low >> 32);
    const std::uint64_t other = (a & half) * (b >> 32) + (one & half);
    return {(a >> 32) * (b >> 32) + (one >> 32) + (other >> 32), other << 32 | (low & half)};
}

// Returns power·x/2¹²⁸ with its last bit set where it is not whole, so that comparisons with whole numbers stay right.
std::uint64_t rounded_to_odd(const Bits128& power, std::uint64_t x) {
    const Bits128 low = product(power.low, x);
    Bits128 high = product(power.high, x);
    high.low += low.high;
    if (high.low < low.high) ++high.high;
    return high.high | (high.low > 1 ? 1 : 0);
}

}  // namespace

Shortest shortest(double x, Binary type) {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const int field = static_cast<int>(bits >> 52);
    std::uint64_t whole = bits & 0xfffffffffffff;
    if (field > 0) whole |= std::uint64_t{1} << 52;
    int two = std::max(field, 1) - 1075;  // x = whole·2^two
    const int spare = std::max(53 - type.bits, type.min_exponent - two);
    whole >>= spare;
    two += spare;

    // In quarters of a unit these are the middles to the numbers below and above. What lies on them reads back where x is even.
    const bool near_below = whole == std::uint64_t{1} << (type.bits - 1) && two > type.min_exponent;
    const int ten = near_below ? log10_of_three_quarters(two) : log10_of_power_of_two(two);
    const Bits128& power = power_of_ten(-ten);
    const int shift = two + log2_of_power_of_ten(-ten) + 1;
    const std::uint64_t odd = whole % 2;
    const std::uint64_t from = rounded_to_odd(power, (4 * whole - (near_below ? 1 : 2)) << shift) + odd;
    const std::uint64_t at = rounded_to_odd(power, 4 * whole << shift);
    const std::uint64_t to = rounded_to_odd(power, (4 * whole + 2) << shift) - odd;

    // Of the numbers with one digit less at most one reads back; else of two neighbours one or both do.
    const std::uint64_t unit = at / 4, tens = unit / 10;
    if (tens > 0) {
        const bool lower = from <= 40 * tens, upper = 40 * tens + 40 <= to;
        if (lower != upper) return {tens + upper, ten + 1};
    }
    const bool lower = from <= 4 * unit, upper = 4 * unit + 4 <= to;
    const std::uint64_t middle = 4 * unit + 2;
    const bool up = lower != upper ? upper : at > middle || (at == middle && unit % 2 == 1);
    return {unit + up, ten};
}

}  // namespace eta
