// Reads the digits' pixels out of the bits that cpp/assets/make_digits.py writes; whoever changes one changes the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace eta::digits {

// This is an arithmetic decoder. Martin: Range encoding, 1979, in the binary form of LZMA (Pavlov; its specification, 2015).
class BitReader {
public:
    explicit BitReader(std::span<const std::byte> bytes) : bytes_(bytes) {
        for (int i = 0; i < 4; ++i) code_ = code_ << 8 | next();
    }

    // Says whether all bytes have been read.
    bool at_end() const { return at_ == bytes_.size(); }

    // Reads a bit that is 1 in `chance` of 2¹⁶ cases (1 … 2¹⁶ − 1).
    bool bit(int chance) {
        const std::uint32_t bound = (range_ >> 16) * static_cast<std::uint32_t>(chance);
        const bool one = code_ < bound;
        if (!one) code_ -= bound;
        range_ = one ? bound : range_ - bound;
        for (; range_ < 1U << 24; range_ <<= 8) code_ = code_ << 8 | next();
        return one;
    }

private:
    std::uint32_t next() { return at_ < bytes_.size() ? std::to_integer<std::uint32_t>(bytes_[at_++]) : 0; }

    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    std::uint32_t range_ = 0xffffffff, code_ = 0;
};

// The chance of a bit is mixed from what was found of it in each of several contexts. Mahoney: Adaptive weighing of context
// models for lossless data compression, 2005. Chances are in 2⁻¹⁶ and their log odds in 2⁻⁸, so that every machine reads the same
// bits.
class PixelReader {
public:
    explicit PixelReader(std::span<const std::byte> bytes);

    // Says whether all bytes have been read.
    bool at_end() const { return bits_.at_end(); }

    // Reads the pixel at `to`, 0 … 16, of an image of class `c`. Before `to` stand at least 72 bytes: the pixels up to here.
    void read(std::byte* to, std::size_t place, std::size_t c);

private:
    static constexpr std::size_t contexts = 4, nodes = 32, places = 64;
    static constexpr int max_log_odds = 2816;                                // where a chance becomes 1 or 2¹⁶ − 1
    static constexpr std::int64_t first = 21000, bias = 256, learning = 12;  // weights are in 2⁻¹⁶
    using Weights = std::array<std::int64_t, contexts + 1>;
    struct Found {
        std::uint16_t chance = 1 << 15, times = 0;
    };

    bool bit(unsigned node);

    BitReader bits_;
    std::vector<Found> found_;
    std::array<Weights, nodes> by_node_;
    std::array<Weights, places * nodes> by_place_;
    std::array<int, 4096> odds_;
    std::array<int, std::size_t{2} * max_log_odds> chance_;
    std::array<int, 256> rate_;
    std::array<std::uint32_t, contexts> keys_{};
    std::size_t place_ = 0;
};

}  // namespace eta::digits
