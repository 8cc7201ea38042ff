// Clips each number of the gradient by itself, which changes its direction.
#pragma once

#include <algorithm>
#include <array>

#include "eta/optimizer/clip_entry.hpp"

namespace eta::clip_value {

inline constexpr std::array params{Param{.key = "limit",
                                         .symbol = "c",
                                         .min = 1e-12,
                                         .max = 1e12,
                                         .initial = "1",
                                         .scale = Scale::log,
                                         .help = "no number of the gradient is larger than this, whatever its sign"}};

// gᵢ ← min(max(gᵢ, −c), c)
inline void apply(std::span<float> g, double, const Values& values) {
    const auto limit = static_cast<float>(values[0]);
    for (float& each : g) each = std::clamp(each, -limit, limit);
}

inline constexpr Clip entry{{{"value", "By value", "Clips each number of the gradient by itself; its direction changes.",
                              "PyTorch, torch.nn.utils.clip_grad_value_; Keras, clipvalue; optax.clip"},
                             params},
                            apply};

}  // namespace eta::clip_value
