// digits: 1797 handwritten digits of 8 × 8 pixels, the bytes of which the program is provided with.
#pragma once

#include <array>

#include "eta/data/data_set_entry.hpp"

namespace eta::digits {

constexpr DataShape whole{1797, 64, 10};

inline constexpr std::array params{Param{.key = "samples",
                                         .unit = Unit::samples,
                                         .type = Type::integer,
                                         .min = 20,
                                         .max = whole.samples,
                                         .initial = "1797",
                                         .scale = Scale::log,
                                         .help = "how many of the images are used, for training and validation together"}};

// Returns the class of each image, then all pixels, 0 … 16, image after image, row after row; empty if the bytes are not the
// file's.
std::vector<std::byte> unpack(std::span<const std::byte> file);

// It takes what `unpack` gives; bytes of another size give an empty table. Pixels become 0 … 1. The samples stand in a fixed
// random order, of which the first are taken where fewer are wanted.
Table make(const Values&, std::span<const std::byte> unpacked);

inline constexpr DataSet entry{
    {{"digits", "Handwritten digits", "1797 scanned digits, 0 to 9, of 8 × 8 pixels.",
      "Alpaydin, Kaynak: Optical recognition of handwritten digits, UCI Machine Learning Repository, 1998 (CC BY 4.0)"},
     params},
    "digits",
    "500",
    [](const Values& values) { return DataShape{static_cast<int>(values[0]), whole.inputs, whole.classes}; },
    make,
    nullptr,
    unpack};

}  // namespace eta::digits
