// The hash: its published test vectors, numbers as bytes, one nan.
#include "eta/math/hash.hpp"

#include "eta/math/buffer.hpp"

#include <bit>
#include <catch_amalgamated.hpp>
#include <limits>

namespace eta {
namespace {

template <class... Values>
std::string hash_of(const Values&... values) {
    Hash hash;
    (hash.add(values), ...);
    return hash.hex();
}

TEST_CASE("the hash has the published values of FNV-1a", "[math]") {
    // From the authors' test suite (isthe.com/chongo/tech/comp/fnv).
    CHECK(Hash().hex() == "cbf29ce484222325");
    CHECK(hash_of("a") == "af63dc4c8601ec8c");
    CHECK(hash_of("b") == "af63df4c8601f1a5");
    CHECK(hash_of("foobar") == "85944171f73967e8");
    CHECK(hash_of("foo", "bar") == hash_of("foobar"));
}

TEST_CASE("numbers count as their bytes, least significant first", "[math]") {
    CHECK(hash_of(std::uint32_t{0x64636261}) == hash_of("abcd"));
    CHECK(hash_of(std::uint64_t{0x6867666564636261}) == hash_of("abcdefgh"));
    CHECK(hash_of(std::bit_cast<float>(0x64636261)) == hash_of("abcd"));
    CHECK(hash_of(std::bit_cast<double>(0x6867666564636261)) == hash_of("abcdefgh"));
    CHECK(hash_of(1.0f) != hash_of(1.0));
    CHECK(hash_of(0.0f) != hash_of(-0.0f));

    Buffer<float> values(3);
    values[1] = 1.5f;
    CHECK(hash_of(values) == hash_of(0.0f, 1.5f, 0.0f));
    Buffer<float> next = values;
    next[2] = 0x1p-149f;
    CHECK(hash_of(values) != hash_of(next));  // one bit
}

TEST_CASE("every nan counts as the same one", "[math]") {
    for (const std::uint32_t bits : {0x7fc00000u, 0xffc00000u, 0x7f800001u, 0xffffffffu}) {
        CHECK(hash_of(std::bit_cast<float>(bits)) == hash_of(std::uint32_t{0x7fc00000}));
    }
    for (const std::uint64_t bits : {0x7ff8000000000000u, 0xfff8000000000000u, 0xffffffffffffffffu}) {
        CHECK(hash_of(std::bit_cast<double>(bits)) == hash_of(std::uint64_t{0x7ff8000000000000}));
    }
    CHECK(hash_of(std::numeric_limits<float>::infinity()) != hash_of(std::numeric_limits<float>::quiet_NaN()));
}

}  // namespace
}  // namespace eta
