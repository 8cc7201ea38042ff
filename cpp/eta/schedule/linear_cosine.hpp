// A falling line times a wave.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::linear_cosine_schedule {

inline constexpr std::array params{
    base_rate,
    Param{.key = "waves",
          .symbol = "n",
          .min = 0,
          .max = 10000,
          .initial = "0.5",
          .help = "how many whole waves there are; a half one ends low"},
    Param{.key = "alpha",
          .symbol = "α",
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "what is added to the line before it is multiplied by the wave"},
    Param{.key = "beta",
          .symbol = "β",
          .min = 0,
          .max = 1000,
          .initial = "0",
          .help = "what is added to the product; TensorFlow has 0.001"},
};

// η(t) = η₀·((α + 1 − t/T)·(1 + cos(2πn·t/T))/2 + β)
inline constexpr auto rate = []<class N>(N t, N T, N lr, N waves, N alpha, N beta) {
    return lr * ((alpha + (1 - t / T)) * ((1 + cos(2 * pi<N>() * waves * (t / T))) / 2) + beta);
};

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"linear_cosine", "Linear cosine", "Falls along a line times a wave.", "https://arxiv.org/abs/1709.07417"});

}  // namespace eta::linear_cosine_schedule
