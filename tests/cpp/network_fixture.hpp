// Small networks with random numbers, for the tests of the network.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eta/math/buffer.hpp"
#include "eta/network/activations.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/network/losses.hpp"
#include "eta/network/network.hpp"
#include "eta/random/stream.hpp"

namespace eta {

// `rows` samples with normal inputs and any classes, and weights and biases that are all away from 0.
template <class Real>
struct NetworkFixture {
    Network<Real> network;
    Buffer<Real> w, g, x;
    std::vector<std::int32_t> y;

    NetworkFixture(std::vector<int> widths, const Activation& activation, const Loss& loss, int rows, int max_rows,
                   std::uint64_t seed = 1)
        : network(widths, activation, loss, max_rows),
          w(network.parameters()),
          g(network.parameters()),
          x(static_cast<std::size_t>(rows * widths.front())),
          y(static_cast<std::size_t>(rows)) {
        Random random(seed, Stream::noise);
        for (Real& v : w) v = static_cast<Real>(0.7 * random.normal());
        for (Real& v : x) v = static_cast<Real>(random.normal());
        for (auto& v : y) v = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(network.classes())));
    }

    double loss_and_gradient() { return network.loss_and_gradient(w, x, y, g); }
    std::span<const std::int32_t> classes() const { return y; }
};

}  // namespace eta
