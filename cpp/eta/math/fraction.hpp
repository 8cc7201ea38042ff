// A positive number as a fraction of whole numbers gives its digits one by one, to any base.
#pragma once

#include <algorithm>
#include <cstdint>

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

    // Returns the next digit to the base: over/under < base before, over/under ← base·(over/under − digit) after.
    int next(std::uint32_t base) {
        int digit = 0;
        for (; over >= under; ++digit) over.subtract(under);
        over.multiply(base);
        return digit;
    }
};

}  // namespace eta
