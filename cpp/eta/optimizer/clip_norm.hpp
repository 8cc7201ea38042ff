// Shortens a gradient that is too long; its direction stays.
#pragma once

#include <array>

#include "eta/math/array.hpp"
#include "eta/optimizer/clip_entry.hpp"

namespace eta::clip_norm {

inline constexpr std::array params{Param{.key = "limit",
                                         .symbol = "c",
                                         .min = 1e-12,
                                         .max = 1e12,
                                         .initial = "1",
                                         .scale = Scale::log,
                                         .help = "the greatest length of the whole gradient, all layers together"},
                                   Param{.key = "epsilon",
                                         .symbol = "ε",
                                         .min = 0,
                                         .max = 1,
                                         .initial = "0",
                                         .help = "added to the length before dividing by it"}};

// g ← g·min(1, c / (‖g‖ + ε))
inline void apply(std::span<float> g, double norm, const Values& values) {
    const double scale = values[0] / (norm + values[1]);
    if (scale >= 1) return;
    array(g) *= static_cast<float>(scale);
}

inline constexpr Clip entry{{{"norm", "By norm", "Shortens a gradient that is too long; its direction stays.",
                              "Pascanu, Mikolov, Bengio: On the difficulty of training recurrent neural networks, ICML 2013; "
                              "PyTorch, torch.nn.utils.clip_grad_norm_; Keras, global_clipnorm; optax.clip_by_global_norm"},
                             params},
                            apply};

}  // namespace eta::clip_norm
