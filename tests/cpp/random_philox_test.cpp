// Philox gives the known answers of its authors.
#include "eta/random/philox.hpp"

#include <bit>
#include <catch_amalgamated.hpp>

namespace eta {
namespace {

using Counter = std::array<std::uint32_t, 4>;

TEST_CASE("philox gives the known answers", "[random]") {
    // Random123 1.14.0, tests/kat_vectors, philox4x32 with 10 rounds.
    static_assert(philox({0, 0, 0, 0}, {0, 0}) == Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(philox({ones, ones, ones, ones}, {ones, ones}) == Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("each bit of counter and key changes about half of the answer", "[random]") {
    const Counter counter = {1, 2, 3, 4};
    const std::array<std::uint32_t, 2> key = {5, 6};
    const Counter answer = philox(counter, key);
    int changed = 0;
    for (std::size_t bit = 0; bit < 192; ++bit) {
        Counter other_counter = counter;
        std::array<std::uint32_t, 2> other_key = key;
        const std::uint32_t flip = 1u << (bit % 32);
        if (bit < 128)
            other_counter[bit / 32] ^= flip;
        else
            other_key[bit / 32 - 4] ^= flip;
        const Counter other = philox(other_counter, other_key);
        int here = 0;
        for (std::size_t i = 0; i < 4; ++i) here += std::popcount(answer[i] ^ other[i]);
        CHECK(here > 30);  // of 128; 6 standard deviations below the mean
        changed += here;
    }
    CHECK(std::abs(changed / (192.0 * 128) - 0.5) < 0.02);
}

}  // namespace
}  // namespace eta
