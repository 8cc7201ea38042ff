// The two articles' runs for comparison with Keras: the same weights, data and batches as tests/reference/articles.py makes.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "eta/data/data_sets.hpp"
#include "eta/math/buffer.hpp"
#include "eta/network/network.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "reference_file.hpp"

namespace eta::article {

inline constexpr std::size_t batch = 32, training = 800;

inline std::uint32_t mixed(std::size_t number, std::uint32_t seed) {
    auto h = static_cast<std::uint32_t>(number) + seed * 0x9e3779b9u;
    h = (h ^ h >> 16) * 0x85ebca6bu;
    h = (h ^ h >> 13) * 0xc2b2ae35u;
    return h ^ h >> 16;
}

template <class Real>
void start(const Network<Real>& network, std::span<Real> w) {
    std::uint32_t seed = 10;
    for (const Layer& layer : network.layers()) {
        const double limit = std::sqrt(6.0 / (layer.inputs + layer.outputs));
        for (std::size_t i = 0; i < layer.weights(); ++i)
            w[layer.offset + i] = static_cast<float>(limit * ((mixed(i, seed) >> 8) / 8388608.0 - 1));
        ++seed;
    }
}

inline std::vector<std::size_t> rows(std::int64_t t, std::size_t n) {
    const std::size_t per_epoch = (n + batch - 1) / batch, at = static_cast<std::size_t>(t);
    const auto seed = static_cast<std::uint32_t>(1000 + at / per_epoch);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return mixed(a, seed) < mixed(b, seed); });
    const auto first = order.begin() + static_cast<std::ptrdiff_t>(at % per_epoch * batch);
    return {first, first + std::min<std::ptrdiff_t>(batch, order.end() - first)};
}

inline Table features() {
    Table table = zeros({1000, 100, 2});
    for (std::size_t i = 0; i < 1000; ++i) {
        const auto y = static_cast<int>(mixed(i, 1) & 1);
        for (std::size_t k = 0; k < 100; ++k) {
            int sum = -4 * 32768;
            for (std::uint32_t part = 0; part < 4; ++part) sum += static_cast<int>(mixed(i * 100 + k, 2 + part) >> 16);
            if (k < 10) sum += 12000 * (k % 2 == 0 ? 1 : -1) * (2 * y - 1);
            table.x[i * 100 + k] = static_cast<float>(sum) / 16384;
        }
        table.y[i] = mixed(i, 7) % 20 == 0 ? 1 - y : y;
    }
    return table;
}

inline Table mnist() {
    std::vector<std::byte> bytes(1000000);
    std::FILE* file = std::fopen(ETA_SOURCE_DIR "/build/assets/mnist_1000.bin", "rb");
    if (!file) return {};
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
    Values values;
    values.add(1000);
    return mnist::entry.make(values, bytes);
}

// Those of a layer's numbers that are in the reference file.
inline std::vector<std::size_t> sampled(std::size_t layer, std::int64_t t, std::size_t size, std::size_t count) {
    std::vector<std::size_t> all;
    for (std::size_t k = 0; k < count; ++k)
        all.push_back(mixed(k, static_cast<std::uint32_t>(100 * t) + static_cast<std::uint32_t>(layer)) % size);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

// A network with its optimizer, in either precision, that takes the batches it is given.
template <class Real>
struct Model {
    Model(const Racer& of, const Table& samples)
        : racer(of), table(samples), network(of.widths, *of.activation, *of.loss, batch), w(network.parameters()), g(w.size()) {
        slots = Buffer<Real>(w.size() * static_cast<std::size_t>(racer.optimizer->slots));
        start<Real>(network, w);
    }

    // The loss before the update.
    double update(std::int64_t t, double eta) {
        const auto chosen = rows(t, training);
        const auto inputs = static_cast<std::size_t>(table.shape.inputs);
        Buffer<Real> x(chosen.size() * inputs);
        std::vector<std::int32_t> y;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            std::copy_n(table.x.data() + chosen[i] * inputs, inputs, x.data() + i * inputs);
            y.push_back(table.y[chosen[i]]);
        }
        const double loss = network.loss_and_gradient(w, x, y, g);
        Values numbers;
        for (const Curve& number : racer.numbers) numbers.add(number.at(t));
        const Slice<Real> slice{.w = w, .g = g, .slots = slots.data(), .stride = w.size(), .eta = eta, .t = t};
        if constexpr (sizeof(Real) == sizeof(float))
            racer.optimizer->step(slice, numbers);
        else
            racer.optimizer->step_double(slice, numbers);
        return loss;
    }

    std::span<const Real> slot(std::size_t s) const { return std::span<const Real>(slots).subspan(s * w.size(), w.size()); }
    std::vector<double> kept(std::span<const Real> all, std::int64_t t, std::size_t count) const {
        std::vector<double> numbers;
        for (std::size_t l = 0; l < network.layers().size(); ++l)
            for (const std::size_t i : sampled(l, t, network.layers()[l].size, count))
                numbers.push_back(static_cast<double>(all[network.layers()[l].offset + i]));
        return numbers;
    }

    const Racer& racer;
    const Table& table;
    Network<Real> network;
    Buffer<Real> w, g;
    Buffer<Real> slots;
};

}  // namespace eta::article
