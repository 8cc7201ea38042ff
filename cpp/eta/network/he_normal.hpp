// he_normal draws normal weights for layers that are followed by a ReLU.
#pragma once

#include <cmath>

#include "eta/network/initialiser_entry.hpp"

namespace eta::he_normal {

// w ~ N(0, 2 / inputs)
inline void draw(const Values& values, std::span<double> w, std::span<double>, int inputs, int, Random& random) {
    draw_normal(values, w, std::sqrt(2.0 / inputs), random);
}

inline constexpr Initialiser entry{{{"he_normal", "He normal", "Normal weights of variance 2 / inputs, which suits ReLU.",
                                     "He, Zhang, Ren, Sun: Delving deep into rectifiers, ICCV 2015"},
                                    normal_params},
                                   draw};

}  // namespace eta::he_normal
