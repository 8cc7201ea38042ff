// he_uniform draws uniform weights for layers that are followed by a ReLU.
#pragma once

#include <cmath>

#include "eta/network/initialiser_entry.hpp"

namespace eta::he_uniform {

// w ~ U(−l, l) with l = √(6 / inputs), the same variance as he_normal
inline void draw(const Values&, std::span<double> w, std::span<double>, int inputs, int, Random& random) {
    draw_uniform(w, std::sqrt(6.0 / inputs), random);
}

inline constexpr Initialiser entry{{{"he_uniform", "He uniform", "Uniform weights of variance 2 / inputs, which suits ReLU.",
                                     "He, Zhang, Ren, Sun: Delving deep into rectifiers, ICCV 2015"},
                                    no_params},
                                   draw};

}  // namespace eta::he_uniform
