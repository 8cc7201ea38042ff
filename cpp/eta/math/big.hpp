// A whole number of up to 4096 bits serves for decimal numbers that no double can hold.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace eta {

// Nothing here looks for an overflow: decimal.cpp, its one user, stays below 2⁴⁰⁹⁶.
class Big {
public:
    explicit Big(std::uint64_t x) {
        words_[0] = static_cast<std::uint32_t>(x);
        words_[1] = static_cast<std::uint32_t>(x >> 32);
        size_ = 2;
        trim();
    }

    bool is_zero() const { return size_ == 0; }

    int bits() const { return size_ == 0 ? 0 : static_cast<int>(32 * size_) - std::countl_zero(words_[size_ - 1]); }

    // x ← x·factor + more
    void multiply(std::uint32_t factor, std::uint32_t more = 0) {
        std::uint64_t carry = more;
        for (std::size_t i = 0; i < size_; ++i) {
            carry += std::uint64_t{words_[i]} * factor;
            words_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) words_[size_++] = static_cast<std::uint32_t>(carry);
    }

    void multiply_by_power_of_five(int n) {
        for (; n >= 13; n -= 13) multiply(1220703125);  // 5¹³, the last power below 2³²
        for (; n > 0; --n) multiply(5);
    }

    // x ← x·2ⁿ
    void shift(int n) {
        for (; n >= 31; n -= 31) multiply(1U << 31);
        multiply(1U << n);
    }

    bool operator>=(const Big& y) const {
        if (size_ != y.size_) return size_ > y.size_;
        for (std::size_t i = size_; i-- > 0;)
            if (words_[i] != y.words_[i]) return words_[i] > y.words_[i];
        return true;
    }

    // y must not be larger.
    void subtract(const Big& y) {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            const std::uint64_t less = borrow + (i < y.size_ ? y.words_[i] : 0);
            borrow = words_[i] < less;
            words_[i] -= static_cast<std::uint32_t>(less);
        }
        trim();
    }

private:
    void trim() {
        while (size_ > 0 && words_[size_ - 1] == 0) --size_;
    }

    std::array<std::uint32_t, 128> words_;  // those from size_ on are not set
    std::size_t size_;                      // without leading zeros
};

}  // namespace eta
