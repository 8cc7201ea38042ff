// A 64-bit hash of numbers and text tells whether two results have the same bits.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace eta {

/// It is FNV-1a, 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv), and not for secrets. Numbers count as their bytes, least
/// significant first, on every machine. Every NaN counts as the same one: its sign and payload differ between machines.
class Hash {
public:
    void add(std::string_view text) {
        for (const char c : text) add_byte(static_cast<unsigned char>(c));
    }
    void add(std::uint32_t word) {
        for (int i = 0; i < 4; ++i) add_byte(static_cast<unsigned char>(word >> (8 * i)));
    }
    void add(std::uint64_t word) {
        for (int i = 0; i < 8; ++i) add_byte(static_cast<unsigned char>(word >> (8 * i)));
    }
    void add(float x) { add(x != x ? std::uint32_t{0x7fc00000} : std::bit_cast<std::uint32_t>(x)); }
    void add(double x) { add(x != x ? std::uint64_t{0x7ff8000000000000} : std::bit_cast<std::uint64_t>(x)); }

    void add(std::span<const float> values) {
        for (const float x : values) add(x);
    }
    void add(std::span<const double> values) {
        for (const double x : values) add(x);
    }

    [[nodiscard]] std::uint64_t value() const { return state_; }

    /// Returns 16 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const {
        std::string digits(16, '0');
        for (std::size_t i = 0; i < 16; ++i) digits[i] = "0123456789abcdef"[(state_ >> (60 - 4 * i)) & 15];
        return digits;
    }

private:
    void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3; }

    std::uint64_t state_ = 0xcbf29ce484222325;
};

}  // namespace eta
