// This computes exp, tanh and sigmoid of each element.
#include "eta/math/vector_math.hpp"

#include "eta/math/functions.hpp"
#include "eta/math/horner.hpp"

#include <bit>
#include <cstdint>

namespace eta {
namespace {

float magnitude(float x) { return std::bit_cast<float>(std::bit_cast<std::uint32_t>(x) & 0x7fffffff); }

float with_sign_of(float sign, float value) {
    return std::bit_cast<float>((std::bit_cast<std::uint32_t>(sign) & 0x80000000) | std::bit_cast<std::uint32_t>(value));
}

/// A mask picks yes or no: a conditional expression would become jumps, which keep a loop from becoming SIMD code.
float select(bool condition, float yes, float no) {
    const std::uint32_t mask = 0 - static_cast<std::uint32_t>(condition);
    return std::bit_cast<float>((std::bit_cast<std::uint32_t>(yes) & mask) | (std::bit_cast<std::uint32_t>(no) & ~mask));
}

/// Returns 2ᵏ for −126 ≤ k ≤ 127; k is unsigned, so that that of a nan may be anything.
float power_of_two(std::uint32_t k) { return std::bit_cast<float>((k + 127) << 23); }

// This is exp.cpp in float. Adding 1.5·2²³ rounds to a whole number and leaves it in the low bits. Beyond −104 and 89 the
// result is 0 and inf anyway; the comparisons are such that nan stays.
// It is inlined whatever the compiler thinks of its length: a loop with a call in it cannot become SIMD code.
[[gnu::always_inline]] inline float exp_of(float x) {
    constexpr float log2_e = 0x1.715476p+0f;
    constexpr float ln2_high = 0x1.62e4p-1f;  // 15 bits: n times it is exact
    constexpr float ln2_low = 0x1.7f7d1cp-20f;
    constexpr float rounder = 0x1.8p23f;

    x = select(x > 89, 89, x);
    x = select(x < -104, -104, x);
    const float shifted = x * log2_e + rounder;
    const float n = shifted - rounder;
    const float r = (x - n * ln2_high) - n * ln2_low;
    const float tail = r * r * polynomial(r, 1.f / 2, 1.f / 6, 1.f / 24, 1.f / 120, 1.f / 720, 1.f / 5040);

    const std::uint32_t k = std::bit_cast<std::uint32_t>(shifted) - std::bit_cast<std::uint32_t>(rounder);
    const std::uint32_t half = static_cast<std::uint32_t>(static_cast<std::int32_t>(k) >> 1);
    return (1 + (r + tail)) * power_of_two(half) * power_of_two(k - half);
}

// This is tanh.cpp in float, with the continued fraction cut off after 9:
// tanh a = a − a·z·(315 + 14z)/(945 + 420z + 15z²) below 0.75, relative error under 2⁻²⁶. One division serves both.
float tanh_of(float x) {
    const float a = magnitude(x);
    const float z = a * a;
    const bool near_zero = a < 0.75f;
    const float start = select(near_zero, a, 1);
    const float above = select(near_zero, a * z * (315 + 14 * z), 2);
    const float below = select(near_zero, polynomial(z, 945.f, 420.f, 15.f), exp_of(2 * a) + 1);
    return with_sign_of(x, start - above / below);
}

// With a = |x|, e = e⁻ᵃ and q = 1/(1 + eᵃ), the result is q for x < 0 and 1 − q otherwise. From 0.7 on
// q = e − e²/(1 + e), below q = ½ − ½·tanh(a/2): both subtract something smaller from something exact to a rounding.
float sigmoid_of(float x) {
    const float a = magnitude(x);
    const float e = exp_of(-a);
    const float z = 0.25f * a * a;
    const bool near_zero = a < 0.7f;
    const float start = select(near_zero, 0.5f, e);
    const float above = select(near_zero, 0.25f * a * polynomial(z, 945.f, 105.f, 1.f), e * e);
    const float below = select(near_zero, polynomial(z, 945.f, 420.f, 15.f), 1 + e);
    const float q = start - above / below;
    return select(x < 0, q, 1 - q);
}

double sigmoid_of(double x) {
    const double e = exp(-abs(x));
    return (x < 0 ? e : 1) / (1 + e);
}

}  // namespace

void exp(std::span<float> x) {
    for (float& value : x) value = exp_of(value);
}
void tanh(std::span<float> x) {
    for (float& value : x) value = tanh_of(value);
}
void sigmoid(std::span<float> x) {
    for (float& value : x) value = sigmoid_of(value);
}

void exp(std::span<double> x) {
    for (double& value : x) value = exp(value);
}
void tanh(std::span<double> x) {
    for (double& value : x) value = tanh(value);
}
void sigmoid(std::span<double> x) {
    for (double& value : x) value = sigmoid_of(value);
}

}  // namespace eta
