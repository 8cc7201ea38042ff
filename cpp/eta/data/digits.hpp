// digits: 1797 handwritten digits of 8 × 8 pixels, the bytes of which the host hands in.
#pragma once

#include "eta/data/data_set.hpp"

namespace eta::digits {

constexpr DataShape shape{1797, 64, 10};

// Pixels, 0 … 16 in the bytes, become 0 … 1. The samples stand in a fixed random order.
Table make(const Values&, std::span<const std::byte> asset);

inline constexpr DataSet entry{
    {{"digits", "Handwritten digits", "1797 scanned digits, 0 to 9, of 8 × 8 pixels.",
      "Alpaydin, Kaynak: Optical recognition of handwritten digits, UCI Machine Learning Repository, 1998 (CC BY 4.0)"},
     no_params},
    "digits",
    "500",
    [](const Values&) { return shape; },
    make};

}  // namespace eta::digits
