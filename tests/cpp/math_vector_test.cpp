// The functions over arrays: accuracy and bits over the floats, special values, sums in their order.
#include "eta/math/squares.hpp"
#include "eta/math/vector_math.hpp"

#include "eta/math/buffer.hpp"
#include "eta/math/functions.hpp"
#include "eta/math/hash.hpp"
#include "eta/random/stream.hpp"

#include <bit>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace eta {
namespace {

struct Elementwise {
    std::string name;
    void (*single)(std::span<float>);
    void (*twice)(std::span<double>);
    double (*exact)(double);
    const char* hash;  // over the floats below
};

double exact_sigmoid(double x) { return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)); }

const std::vector<Elementwise> functions = {
    {"exp", exp, exp, exp, "b35d4fcb0843d873"},
    {"tanh", tanh, tanh, tanh, "64965aa17639a0c8"},
    {"sigmoid", sigmoid, sigmoid, exact_sigmoid, "106a823d97a4f006"},
};

/// A million floats spread over all bit patterns: both signs, every exponent, subnormal ones, inf and nan.
Buffer<float> all_kinds_of_floats() {
    Buffer<float> x(1048573);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::bit_cast<float>(static_cast<std::uint32_t>(i * 4096 + i % 4096));
    return x;
}

double error_in_ulp(float value, double exact) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const float nearest = static_cast<float>(exact);
    if (std::isnan(nearest)) return std::isnan(value) ? 0 : infinity;
    if (std::isinf(nearest)) return value == nearest ? 0 : infinity;
    const float size = std::abs(nearest);
    const double ulp = size < 0x1p-126f ? 0x1p-149 : std::ldexp(1.0, std::ilogb(size) - 23);
    return std::abs(static_cast<double>(value) - exact) / ulp;
}

TEST_CASE("the float functions are within 2 ulp and have the committed bits", "[math]") {
    const Buffer<float> x = all_kinds_of_floats();
    for (const Elementwise& f : functions) {
        INFO(f.name);
        Buffer<float> y = x;
        f.single(y);
        double worst = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double error = error_in_ulp(y[i], f.exact(static_cast<double>(x[i])));
            if (!(error <= worst)) worst = error;
        }
        CHECK(worst <= 2);
        CHECK(worst > 0.49);  // else nothing was measured
        Hash hash;
        hash.add(y);
        CHECK(hash.hex() == f.hash);
    }
}

TEST_CASE("an element's result does not depend on its neighbours", "[math]") {
    Random random(3, Stream::data);
    Buffer<float> x(37);  // so that there are whole vectors and a rest
    for (float& value : x) value = static_cast<float>(random.uniform(-12, 12));
    x[5] = std::numeric_limits<float>::quiet_NaN();
    x[6] = std::numeric_limits<float>::infinity();
    for (const Elementwise& f : functions) {
        INFO(f.name);
        Buffer<float> together = x;
        f.single(together);
        for (std::size_t i = 0; i < x.size(); ++i) {
            float alone = x[i];
            f.single(std::span(&alone, 1));
            if (i != 5) CHECK(std::bit_cast<std::uint32_t>(alone) == std::bit_cast<std::uint32_t>(together[i]));
        }
        CHECK(std::isnan(together[5]));
    }
}

TEST_CASE("the array functions at their limits, in float and double", "[math]") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    struct Case {
        std::size_t function;
        double x, value;
    };
    const Case cases[] = {{0, 0, 1},   {0, infinity, infinity}, {0, -infinity, 0},  {0, 1000, infinity}, {0, -1000, 0},
                          {1, 0, 0},   {1, infinity, 1},        {1, -infinity, -1}, {1, 1e30, 1},        {1, -1e30, -1},
                          {2, 0, 0.5}, {2, infinity, 1},        {2, -infinity, 0},  {2, 1e30, 1},        {2, -1e30, 0},
                          {2, 40, 1}};
    for (const Case& c : cases) {
        INFO(functions[c.function].name << " of " << c.x);
        float single = static_cast<float>(c.x);
        double twice = c.x;
        functions[c.function].single(std::span(&single, 1));
        functions[c.function].twice(std::span(&twice, 1));
        CHECK(static_cast<double>(single) == c.value);
        CHECK(twice == c.value);
    }
    float minus_zero = -0.0f;
    tanh(std::span(&minus_zero, 1));
    CHECK(std::signbit(minus_zero));
    exp(std::span<float>());
}

TEST_CASE("the double functions over arrays are those of one double", "[math]") {
    std::vector<double> x = {-700, -3.5, -0.1, 0, 0.1, 3.5, 700};
    for (const Elementwise& f : functions) {
        INFO(f.name);
        std::vector<double> y = x;
        f.twice(y);
        for (std::size_t i = 0; i < x.size(); ++i) CHECK(std::abs(y[i] - f.exact(x[i])) <= 4e-16 * y[i] * (y[i] < 0 ? -1 : 1));
    }
}

TEST_CASE("sums are taken in eight lanes", "[math]") {
    Random random(4, Stream::data);
    for (const std::size_t size : {0u, 1u, 7u, 8u, 9u, 61u, 1000u}) {
        Buffer<float> a(size), b(size);
        Buffer<double> c(size), d(size);
        double lanes[8] = {}, distances[8] = {};
        for (std::size_t i = 0; i < size; ++i) {
            a[i] = static_cast<float>(random.normal());
            b[i] = static_cast<float>(random.normal());
            c[i] = static_cast<double>(a[i]);
            d[i] = static_cast<double>(b[i]);
            lanes[i % 8] += c[i] * c[i];
            distances[i % 8] += (c[i] - d[i]) * (c[i] - d[i]);
        }
        const auto add = [](const double* s) { return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7])); };
        CHECK(sum_of_squares(a) == add(lanes));  // to the bit
        CHECK(sum_of_squares(c) == add(lanes));
        CHECK(squares(a, b).of_difference == add(distances));
        CHECK(squares(a, b).of_a == add(lanes));
        CHECK(squares(c, d).of_difference == add(distances));
        CHECK(squares(c, d).of_a == add(lanes));
    }
    const std::vector<float> large(3, 1e30f);  // float squares would overflow
    CHECK(sum_of_squares(large) > 2.9e60);
}

}  // namespace
}  // namespace eta
