// These are independent random streams, and the distributions drawn from them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace eta {

/// What random numbers are for. Each has its own, so that changing one draw leaves the others alone. The numbers are
/// part of published results: never reorder.
enum class Stream : std::uint32_t { data = 0, split = 1, weights = 2, batches = 3, noise = 4, labels = 5 };

/// This is the sequence that belongs to (seed, stream, substream): the same on every machine, independent of every other one.
/// Substream e of `batches` is the order of epoch e, so an epoch is reached without drawing those before it.
/// After 2³⁴ words it repeats. Copying it copies its place.
class Random {
public:
    Random(std::uint64_t seed, Stream stream, std::uint64_t substream = 0);

    /// Returns 32 random bits.
    std::uint32_t bits();
    /// Returns 64 random bits.
    std::uint64_t bits64();
    /// Returns a number in [0, 1), a multiple of 2⁻⁵³.
    double uniform();
    /// Returns a number between low and high; it is high itself only through rounding.
    double uniform(double low, double high);
    /// Returns a normal number of mean 0 and variance 1; by Box and Muller, |x| < 8.6.
    double normal();
    /// Returns one of 0 … n − 1, each exactly as likely; n ≥ 1.
    std::uint64_t below(std::uint64_t n);

private:
    std::array<std::uint32_t, 2> key_;
    std::array<std::uint32_t, 4> counter_;
    std::array<std::uint32_t, 4> block_{};
    std::size_t used_ = 4;
    std::optional<double> second_normal_;
};

/// Puts the values into a random order, every order equally likely (Fisher and Yates).
void shuffle(std::span<std::uint32_t> values, Random& random);

/// Returns 0 … n − 1 in a random order.
std::vector<std::uint32_t> permutation(std::uint32_t n, Random& random);

}  // namespace eta
