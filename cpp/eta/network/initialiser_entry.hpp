// An initialiser draws the weights and biases of one dense layer.
#pragma once

#include <array>
#include <span>

#include "eta/describe/entry.hpp"
#include "eta/random/stream.hpp"

namespace eta {

struct Initialiser : Entry {
    // Draws a layer of `inputs` and `outputs` (both ≥ 1); w has inputs · outputs elements, b has `outputs`. Biases that it leaves
    // stay 0.
    void (*draw)(const Values& values, std::span<double> w, std::span<double> b, int inputs, int outputs, Random& random);
};

inline constexpr std::array normal_params{
    Param{.key = "truncated",
          .type = Type::flag,
          .initial = "false",
          .help = "drawn again beyond two standard deviations, and made wider so that the variance is the same: so does Keras"}};

// w ~ N(0, deviation²). Truncated it lies within ±2 of a normal whose own deviation is such that, cut off there, it is
// `deviation` (0.8796… is the deviation of a standard normal within ±2; keras.initializers.VarianceScaling).
inline void draw_normal(const Values& values, std::span<double> w, double deviation, Random& random) {
    const bool truncated = values[0] != 0;
    if (truncated) deviation /= 0.87962566103423978;
    for (double& v : w) {
        double z = random.normal();
        while (truncated && (z < -2 || z > 2)) z = random.normal();
        v = deviation * z;
    }
}

// w ~ U(−limit, limit)
inline void draw_uniform(std::span<double> w, double limit, Random& random) {
    for (double& v : w) v = random.uniform(-limit, limit);
}

}  // namespace eta
