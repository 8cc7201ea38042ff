// glorot_normal draws normal weights for layers that are followed by tanh or sigmoid.
#pragma once

#include <cmath>

#include "eta/network/initialiser_entry.hpp"

namespace eta::glorot_normal {

// w ~ N(0, 2 / (inputs + outputs))
inline void draw(const Values& values, std::span<double> w, std::span<double>, int inputs, int outputs, Random& random) {
    draw_normal(values, w, std::sqrt(2.0 / (inputs + outputs)), random);
}

inline constexpr Initialiser entry{
    {{"glorot_normal", "Glorot normal", "Normal weights of variance 2 / (inputs + outputs), which suits tanh and sigmoid.",
      "Glorot, Bengio: Understanding the difficulty of training deep feedforward neural networks, AISTATS 2010"},
     normal_params},
    draw};

}  // namespace eta::glorot_normal
