// glorot_uniform draws uniform weights for layers that are followed by tanh or sigmoid.
#pragma once

#include <cmath>

#include "eta/network/initialiser_entry.hpp"

namespace eta::glorot_uniform {

// w ~ U(−l, l) with l = √(6 / (inputs + outputs)), the same variance as glorot_normal
inline void draw(const Values&, std::span<double> w, std::span<double>, int inputs, int outputs, Random& random) {
    draw_uniform(w, std::sqrt(6.0 / (inputs + outputs)), random);
}

inline constexpr Initialiser entry{
    {{"glorot_uniform", "Glorot uniform", "Uniform weights of variance 2 / (inputs + outputs), which suits tanh and sigmoid.",
      "Glorot, Bengio: Understanding the difficulty of training deep feedforward neural networks, AISTATS 2010"},
     no_params},
    draw};

}  // namespace eta::glorot_uniform
