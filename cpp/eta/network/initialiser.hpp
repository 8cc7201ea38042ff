// What an initialiser is: a way to draw the weights of one dense layer. Biases start at 0.
#pragma once

#include <span>

#include "eta/describe/entry.hpp"
#include "eta/random/stream.hpp"

namespace eta {

struct Initialiser : Entry {
    // Draws the weights of a layer of `inputs` and `outputs` (both ≥ 1); w has inputs · outputs elements.
    void (*draw)(std::span<double> w, int inputs, int outputs, Random& random);
};

// w ~ N(0, deviation²)
inline void draw_normal(std::span<double> w, double deviation, Random& random) {
    for (double& v : w) v = deviation * random.normal();
}

// w ~ U(−limit, limit)
inline void draw_uniform(std::span<double> w, double limit, Random& random) {
    for (double& v : w) v = random.uniform(-limit, limit);
}

}  // namespace eta
