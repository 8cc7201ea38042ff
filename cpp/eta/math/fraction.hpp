// A positive number as a fraction of whole numbers gives its binary digits one by one.
#pragma once

#include <algorithm>

#include "eta/math/big.hpp"

namespace eta {

// It holds that over/under = whole · 2^two · 5^five, both of them whole.
struct Fraction {
    Big over, under{1};

    Fraction(const Big& whole, int two, int five) : over(whole) {
        over.multiply_by_power_of_five(std::max(five, 0));
        over.shift(std::max(two, 0));
        under.multiply_by_power_of_five(std::max(-five, 0));
        under.shift(std::max(-two, 0));
    }

    // Returns the next binary digit: over/under < 2 before, over/under ← 2·(over/under − digit) after.
    int next_bit() {
        const bool bit = over >= under;
        if (bit) over.subtract(under);
        over.shift(1);
        return bit ? 1 : 0;
    }
};

}  // namespace eta
