// The buffer: alignment, zeros, ownership, spans.
#include "eta/math/buffer.hpp"

#include <catch_amalgamated.hpp>
#include <cstdint>
#include <numeric>
#include <ranges>
#include <vector>

namespace eta {
namespace {

template <class T>
std::uintptr_t misalignment(const Buffer<T>& buffer) {
    return reinterpret_cast<std::uintptr_t>(buffer.data()) % 64;
}

TEST_CASE("a buffer starts on a 64-byte boundary and is all zero", "[math]") {
    std::vector<Buffer<float>> kept;  // so that addresses vary
    for (std::size_t size = 1; size < 300; ++size) {
        {
            Buffer<float> dirty(size);  // memory that is likely to be handed out again
            std::fill(dirty.begin(), dirty.end(), 7.0f);
        }
        kept.emplace_back(size);
        CHECK(misalignment(kept.back()) == 0);
        CHECK(kept.back().size() == size);
        CHECK(std::ranges::all_of(kept.back(), [](float x) { return x == 0; }));
        CHECK(misalignment(Buffer<double>(size)) == 0);
        CHECK(misalignment(Buffer<unsigned char>(size)) == 0);
    }
}

TEST_CASE("a buffer is copied, moved and assigned as a value", "[math]") {
    Buffer<double> first(5);
    std::iota(first.begin(), first.end(), 1.0);

    Buffer<double> copy = first;
    copy[0] = 9;
    CHECK(first[0] == 1);
    CHECK(copy.size() == 5);
    CHECK(copy[4] == 5);
    CHECK(misalignment(copy) == 0);

    const double* place = first.data();
    Buffer<double> moved = std::move(first);
    CHECK(moved.data() == place);
    CHECK(first.empty());  // NOLINT: a moved-from buffer is promised to be empty
    CHECK(first.data() == nullptr);

    copy = Buffer<double>(2);
    CHECK(copy.size() == 2);
    copy = moved;
    CHECK(std::ranges::equal(copy, moved));
    CHECK(copy.data() != moved.data());
    const Buffer<double>& itself = copy;
    copy = itself;
    CHECK(std::ranges::equal(copy, moved));
}

TEST_CASE("a buffer is a span wherever one is asked for", "[math]") {
    const auto sum = [](std::span<const float> values) { return std::accumulate(values.begin(), values.end(), 0.0f); };
    const auto set = [](std::span<float> values) { std::ranges::fill(values, 2.0f); };
    Buffer<float> buffer(4);
    set(buffer);
    const Buffer<float> constant = buffer;
    CHECK(sum(buffer) == 8);
    CHECK(sum(constant) == 8);
    CHECK(sum(Buffer<float>(std::span<const float>(buffer).first(3))) == 6);
    static_assert(!std::is_convertible_v<const Buffer<float>&, std::span<float>>);
    static_assert(!std::is_convertible_v<std::size_t, Buffer<float>>);
}

TEST_CASE("an empty buffer is allowed", "[math]") {
    const Buffer<float> none;
    const Buffer<float> zero(0);
    CHECK(none.empty());
    CHECK(zero.empty());
    CHECK(zero.begin() == zero.end());
    CHECK(Buffer<float>(zero).empty());
}

}  // namespace
}  // namespace eta
