// This draws random streams, distributions and orders.
#include "eta/random/stream.hpp"

#include "eta/math/functions.hpp"
#include "eta/random/philox.hpp"

#include <cassert>
#include <utility>

namespace eta {
namespace {

std::uint32_t low_word(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
std::uint32_t high_word(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }

}  // namespace

// The key is the seed; the counter is (block, stream, substream): no two streams ever see the same pair.
Random::Random(std::uint64_t seed, Stream stream, std::uint64_t substream)
    : key_{low_word(seed), high_word(seed)},
      counter_{0, static_cast<std::uint32_t>(stream), low_word(substream), high_word(substream)} {}

std::uint32_t Random::bits() {
    if (used_ == block_.size()) {
        block_ = philox(counter_, key_);
        ++counter_[0];
        used_ = 0;
    }
    return block_[used_++];
}

std::uint64_t Random::bits64() {
    const std::uint64_t high = bits();
    return high << 32 | bits();
}

double Random::uniform() { return static_cast<double>(bits64() >> 11) * 0x1p-53; }

double Random::uniform(double low, double high) { return low + (high - low) * uniform(); }

// Box and Muller, A note on the generation of random normal deviates (1958): two uniform numbers give two normal ones.
double Random::normal() {
    if (second_normal_) return *std::exchange(second_normal_, std::nullopt);
    const double u = 1 - uniform();  // in (0, 1]
    const double v = uniform();
    const double radius = sqrt(-2 * log(u));
    const double angle = 2 * pi<double>() * v;
    second_normal_ = radius * sin(angle);
    return radius * cos(angle);
}

// Lemire, Fast random integer generation in an interval (2019), for n up to 2³²: the upper word of bits·n, where the
// few lower words that would make some results likelier are drawn again. Above, whole multiples of n are kept.
std::uint64_t Random::below(std::uint64_t n) {
    assert(n > 0);
    if (n <= 0xffffffff) {
        const std::uint32_t min_word = (0 - low_word(n)) % low_word(n);  // 2³² mod n
        std::uint64_t product = n * bits();
        while (low_word(product) < min_word) product = n * bits();
        return product >> 32;
    }
    const std::uint64_t min_word = (0 - n) % n;  // 2⁶⁴ mod n
    std::uint64_t word = bits64();
    while (word < min_word) word = bits64();
    return word % n;
}

void shuffle(std::span<std::uint32_t> values, Random& random) {
    for (std::size_t left = values.size(); left > 1; --left) {
        std::swap(values[left - 1], values[static_cast<std::size_t>(random.below(left))]);
    }
}

std::vector<std::uint32_t> permutation(std::uint32_t n, Random& random) {
    std::vector<std::uint32_t> order(n);
    for (std::uint32_t i = 0; i < n; ++i) order[i] = i;
    shuffle(order, random);
    return order;
}

}  // namespace eta
