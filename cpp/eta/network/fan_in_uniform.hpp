// fan_in_uniform is what PyTorch's Linear begins with, biases too.
#pragma once

#include <cmath>

#include "eta/network/initialiser_entry.hpp"

namespace eta::fan_in_uniform {

// w, b ~ U(−l, l) with l = 1 / √inputs
inline void draw(const Values&, std::span<double> w, std::span<double> b, int inputs, int, Random& random) {
    const double limit = 1 / std::sqrt(inputs);
    draw_uniform(w, limit, random);
    draw_uniform(b, limit, random);
}

inline constexpr Initialiser entry{
    {{"fan_in_uniform", "Uniform by inputs", "Uniform weights and biases within 1 / √inputs, as PyTorch's Linear begins.",
      "LeCun, Bottou, Orr, Müller: Efficient BackProp, 1998; PyTorch, torch.nn.Linear"},
     no_params},
    draw};

}  // namespace eta::fan_in_uniform
