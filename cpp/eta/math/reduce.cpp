// This reduces the arguments of the circular functions.
#include "eta/math/reduce.hpp"

#include "eta/math/binary.hpp"
#include "eta/math/functions.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace eta {
namespace {

// Cody and Waite (1980), chapter 8: x − n·π/2 with π/2 in four parts. The first three have 30 bits, so n < 2²³ times one
// is exact; the last is a double, and all have 145 bits together. The closest a double of this size comes to a multiple
// of π/2 is about 2⁻⁶⁰, which still leaves some 60 bits.
Angle reduce_moderate(double x) {
    constexpr double two_over_pi = 0x1.45f306dc9c883p-1;
    constexpr std::array<double, 4> half_pi = {0x1.921fb54p+0, 0x1.10b46118p-30, 0x1.313198ap-61, 0x1.701b839a25205p-92};
    const double n = floor(x * two_over_pi + 0.5);
    const DoubleDouble first = two_sum(x - n * half_pi[0], -(n * half_pi[1]));  // the difference is exact
    const DoubleDouble second = two_sum(first.high, -(n * half_pi[2]));
    const DoubleDouble third = two_sum(second.high, first.low);
    const double low = (third.low + second.low) - n * half_pi[3];
    return {fast_two_sum(third.high, low), static_cast<unsigned>(static_cast<int>(n)) & 3};
}

/// Returns the upper half of a·b.
std::uint64_t high_product(std::uint64_t a, std::uint64_t b) {
    const std::uint64_t a0 = a & 0xffffffff, a1 = a >> 32, b0 = b & 0xffffffff, b1 = b >> 32;
    const std::uint64_t middle = a1 * b0 + (a0 * b0 >> 32);
    const std::uint64_t other = a0 * b1 + (middle & 0xffffffff);
    return a1 * b1 + (middle >> 32) + (other >> 32);
}

// This is 2/π with its point after the first word.
constexpr std::array<std::uint64_t, 21> two_over_pi_words = {
    0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0,
    0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
    0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea,
    0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d};

/// Returns the 64 bits of 2/π that begin `bit` bits after the start of those words.
std::uint64_t two_over_pi_bits(std::size_t bit) {
    const std::size_t word = bit / 64, shift = bit % 64;
    if (shift == 0) return two_over_pi_words[word];
    return two_over_pi_words[word] << shift | two_over_pi_words[word + 1] >> (64 - shift);
}

// Payne and Hanek, Radian reduction for trigonometric functions (1983). With x = m·2ᵉ, m of 53 bits, only a window of
// 2/π matters: bits above it give whole turns, bits below it too little. Of the product's 192 bits the first two are the
// quadrant, the others a fraction of it.
Angle reduce_large(double x) {
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    const int e = static_cast<int>(bits >> 52 & 0x7ff) - 1075;
    const std::uint64_t m = (bits & 0xfffffffffffff) | 0x10000000000000;

    const int first = e - 1 + 63;
    const std::size_t start = static_cast<std::size_t>(first);
    const std::uint64_t w0 = two_over_pi_bits(start), w1 = two_over_pi_bits(start + 64);
    const std::uint64_t w2 = two_over_pi_bits(start + 128);
    const std::uint64_t p2 = m * w2;
    const std::uint64_t up = high_product(m, w2);
    const std::uint64_t p1 = m * w1 + up;
    const std::uint64_t p0 = m * w0 + high_product(m, w1) + (p1 < up ? 1 : 0);

    std::array<std::uint64_t, 3> fraction = {p0 << 2 | p1 >> 62, p1 << 2 | p2 >> 62, p2 << 2};
    const bool over_half = fraction[0] >> 63 != 0;  // then the next quadrant is nearer: 1 − fraction, negative
    if (over_half) {
        for (std::uint64_t& word : fraction) word = ~word;
    }
    const unsigned n = static_cast<unsigned>(p0 >> 62) + (over_half ? 1 : 0);

    DoubleDouble sum;
    double unit = 0x1p-32;
    for (const std::uint64_t word : fraction) {
        for (const std::uint64_t half : {word >> 32, word & 0xffffffff}) {
            const DoubleDouble next = two_sum(sum.high, static_cast<double>(half) * unit);
            sum = {next.high, sum.low + next.low};
            unit *= 0x1p-32;
        }
    }
    const DoubleDouble rest = multiply(fast_two_sum(sum.high, sum.low), {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54});
    const bool negative = over_half != (x < 0);
    return {negative ? DoubleDouble{-rest.high, -rest.low} : rest, (x < 0 ? 0 - n : n) & 3};
}

}  // namespace

Angle reduce(double x) {
    if (abs(x) <= 0.78539816339744828) return {{x, 0}, 0};
    return abs(x) < 0x1p23 ? reduce_moderate(x) : reduce_large(x);
}

}  // namespace eta
