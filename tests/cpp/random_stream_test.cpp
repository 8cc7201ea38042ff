// Streams are independent, reproducible and reached at random; their bits are committed.
#include "eta/random/stream.hpp"

#include "eta/math/hash.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <set>
#include <string>

namespace eta {
namespace {

std::uint64_t first_of(std::uint64_t seed, Stream stream, std::uint64_t substream = 0) {
    return Random(seed, stream, substream).bits64();
}

constexpr Stream streams[] = {Stream::data, Stream::split, Stream::weights, Stream::batches, Stream::noise};

TEST_CASE("the same place gives the same numbers, every other place others", "[random]") {
    CHECK(first_of(7, Stream::batches, 3) == first_of(7, Stream::batches, 3));
    std::set<std::uint64_t> seen;
    std::size_t places = 0;
    const std::uint64_t wholes[] = {0, 1, 2, 3, 1ull << 31, 1ull << 32, 1ull << 40, (1ull << 53) - 1, 1ull << 53};
    for (const std::uint64_t seed : wholes) {
        for (const Stream stream : streams) {
            for (const std::uint64_t substream : wholes) {
                seen.insert(first_of(seed, stream, substream));
                ++places;
            }
        }
    }
    CHECK(seen.size() == places);
}

TEST_CASE("a substream does not depend on what was drawn before", "[random]") {
    Random epoch4(11, Stream::batches, 4);
    const std::uint64_t expected = epoch4.bits64();
    Random epoch3(11, Stream::batches, 3);
    for (int i = 0; i < 1000; ++i) epoch3.bits();
    CHECK(first_of(11, Stream::batches, 4) == expected);
}

TEST_CASE("a copy goes on from where it was made", "[random]") {
    Random random(12, Stream::noise);
    for (int i = 0; i < 5; ++i) random.bits();
    random.normal();  // leaves a second one behind
    Random copy = random;
    for (int i = 0; i < 20; ++i) CHECK(random.normal() == copy.normal());
    CHECK(random.bits() == copy.bits());
}

TEST_CASE("streams and substreams are uncorrelated", "[random]") {
    const auto correlation = [](Random a, Random b) {
        double sum = 0;
        for (int i = 0; i < 100000; ++i) sum += (a.uniform() - 0.5) * (b.uniform() - 0.5);
        return sum / 100000 * 12;
    };
    const double bound = 4 / std::sqrt(100000.0);
    CHECK(correlation(Random(1, Stream::data), Random(1, Stream::data)) > 0.9);  // the measure sees what is the same
    for (const Stream stream : streams) {
        if (stream != Stream::data) CHECK(std::abs(correlation(Random(1, Stream::data), Random(1, stream))) < bound);
        CHECK(std::abs(correlation(Random(1, stream, 0), Random(1, stream, 1))) < bound);
        CHECK(std::abs(correlation(Random(1, stream), Random(2, stream))) < bound);
    }
}

TEST_CASE("every distribution has the committed bits", "[random]") {
    const auto hash_of = [](auto draw) {
        Random random(2026, Stream::weights, 5);
        Hash hash;
        for (int i = 0; i < 100000; ++i) hash.add(draw(random));
        return hash.hex();
    };
    CHECK(hash_of([](Random& random) { return random.bits(); }) == "2f4b3d24dad96918");
    CHECK(hash_of([](Random& random) { return random.uniform(); }) == "3b1a7e450417d615");
    CHECK(hash_of([](Random& random) { return random.uniform(-0.3, 0.1); }) == "4fc34dc967b94e57");
    CHECK(hash_of([](Random& random) { return random.normal(); }) == "adcb3437a0b21bbd");
    CHECK(hash_of([](Random& random) { return random.below(1000000007); }) == "c56daeed3d13c08e");
    CHECK(hash_of([](Random& random) { return random.below(0xc000000000000000); }) == "ed7c8a27508d0418");
}

}  // namespace
}  // namespace eta
