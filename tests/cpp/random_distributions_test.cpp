// The distributions have their moments and shapes.
#include "eta/random/stream.hpp"
#include "random_statistics.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <vector>

namespace eta {
namespace {

constexpr int draws = 400000;

/// χ² of `draw(random)`, a class from 0 to classes − 1, against equal probabilities.
template <class Draw>
double deviation_from_even(std::size_t classes, Draw draw) {
    Random random(99, Stream::noise);
    std::vector<double> counts(classes), even(classes, 1 / static_cast<double>(classes));
    for (int i = 0; i < draws; ++i) counts[static_cast<std::size_t>(draw(random))] += 1;
    return chi_square_deviation(counts, even);
}

TEST_CASE("each of the 32 bits is as often 0 as 1", "[random]") {
    for (int bit = 0; bit < 32; ++bit) {
        CHECK(std::abs(deviation_from_even(2, [bit](Random& random) { return random.bits() >> bit & 1; })) < 8);
    }
}

TEST_CASE("uniform numbers are even over [0, 1), alone and in pairs", "[random]") {
    CHECK(std::abs(deviation_from_even(1000, [](Random& random) { return random.uniform() * 1000; })) < 5);
    CHECK(std::abs(deviation_from_even(1024, [](Random& random) {
              const double row = std::floor(random.uniform() * 32);
              return row * 32 + std::floor(random.uniform() * 32);
          })) < 5);
    // the lowest bits of the 53 are random too
    CHECK(std::abs(deviation_from_even(256, [](Random& random) {
              const double x = random.uniform() * 0x1p45;
              return (x - std::floor(x)) * 256;
          })) < 5);
    // and uneven ones are seen
    CHECK(deviation_from_even(1000, [](Random& random) { return std::pow(random.uniform(), 1.05) * 1000; }) > 5);
}

TEST_CASE("uniform numbers keep to their bounds", "[random]") {
    Random random(1, Stream::weights);
    double low = 1, high = 0, sum = 0, low_of_range = 1, high_of_range = -1;
    for (int i = 0; i < draws; ++i) {
        const double x = random.uniform(), y = random.uniform(-0.25, 0.5);
        low = std::min(low, x);
        high = std::max(high, x);
        low_of_range = std::min(low_of_range, y);
        high_of_range = std::max(high_of_range, y);
        sum += x;
    }
    CHECK((low >= 0 && low < 1e-4));
    CHECK((high < 1 && high > 1 - 1e-4));
    CHECK((low_of_range >= -0.25 && low_of_range < -0.2499));
    CHECK((high_of_range <= 0.5 && high_of_range > 0.4999));
    CHECK(std::abs(sum / draws - 0.5) < 4 * std::sqrt(1.0 / 12 / draws));
}

TEST_CASE("normal numbers have the moments of a normal distribution", "[random]") {
    Random random(2, Stream::weights);
    double m1 = 0, m2 = 0, m3 = 0, m4 = 0, neighbours = 0, before = 0;
    for (int i = 0; i < draws; ++i) {
        const double x = random.normal();
        m1 += x / draws;
        m2 += x * x / draws;
        m3 += x * x * x / draws;
        m4 += x * x * x * x / draws;
        neighbours += x * before / draws;
        before = x;
    }
    const double sigma = 1 / std::sqrt(static_cast<double>(draws));  // times √Var(xᵏ): 1, √2, √15, √96
    CHECK(std::abs(m1) < 4 * sigma);
    CHECK(std::abs(m2 - 1) < 4 * std::sqrt(2) * sigma);
    CHECK(std::abs(m3) < 4 * std::sqrt(15) * sigma);
    CHECK(std::abs(m4 - 3) < 4 * std::sqrt(96) * sigma);
    CHECK(std::abs(neighbours) < 4 * sigma);
}

TEST_CASE("normal numbers have the shape of a normal distribution", "[random]") {
    // 82 classes: below −4, forty steps of 0.1 on either side of 0, and above 4.
    const auto cumulative = [](double x) { return 0.5 * std::erfc(-x / std::sqrt(2)); };
    std::vector<double> counts(82), probabilities(82);
    for (std::size_t i = 0; i < 82; ++i) {
        const double left = 0.1 * (static_cast<double>(i) - 41), right = left + 0.1;
        probabilities[i] = (i == 81 ? 1 : cumulative(right)) - (i == 0 ? 0 : cumulative(left));
    }
    Random random(3, Stream::noise);
    for (int i = 0; i < draws; ++i) {
        const double place = std::floor(random.normal() * 10) + 41;
        counts[static_cast<std::size_t>(std::min(81.0, std::max(0.0, place)))] += 1;
    }
    CHECK(std::abs(chi_square_deviation(counts, probabilities)) < 5);
}

TEST_CASE("below(n) is unbiased", "[random]") {
    for (const std::size_t n : {1u, 2u, 3u, 6u, 10u, 1000u}) {
        if (n > 1) CHECK(std::abs(deviation_from_even(n, [n](Random& random) { return random.below(n); })) < 5);
        Random random(4, Stream::data);
        for (int i = 0; i < 1000; ++i) CHECK(random.below(n) < n);
    }
    // Without the words that are drawn again, these would be off by a third: in the remainder for 32 bits, where words
    // are multiplied; in the third for 64, where the remainder is taken.
    constexpr std::uint64_t n32 = 0xc0000000, n64 = 0xc000000000000000;
    CHECK(std::abs(deviation_from_even(3, [](Random& random) { return random.below(n32) % 3; })) < 5);
    CHECK(std::abs(deviation_from_even(3, [](Random& random) { return random.below(n64) / (n64 / 3); })) < 5);
    CHECK(deviation_from_even(3, [](Random& random) { return (random.bits() * n32 >> 32) % 3; }) > 5);
    CHECK(deviation_from_even(3, [](Random& random) { return random.bits64() % n64 / (n64 / 3); }) > 5);
    // at the border between the two ways
    Random random(5, Stream::data);
    for (int i = 0; i < 1000; ++i) {
        CHECK(random.below(0xffffffff) < 0xffffffff);
        CHECK(random.below(0x100000000) < 0x100000000);
        CHECK(random.below(0x100000001) < 0x100000001);
    }
}

}  // namespace
}  // namespace eta
