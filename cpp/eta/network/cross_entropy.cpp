// This is the softmax cross-entropy of a batch.
#include "eta/network/cross_entropy.hpp"

#include <algorithm>
#include <cstddef>

#include "eta/math/vector_math.hpp"
#include "eta/network/softmax.hpp"

namespace eta::cross_entropy {

template <class Real>
BatchLoss gradient(std::span<Real> z, std::span<const std::int32_t> y, Real scale) {
    const std::size_t width = z.size() / std::max<std::size_t>(1, y.size());
    below_largest(z, width);
    BatchLoss measured = answers<Real>(z, y, width);
    exp(z);
    LogSum logs;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const auto row = z.subspan(i * width, width);
        const Real s = sum<Real>(row);
        logs.add(static_cast<double>(s));
        const Real factor = scale / s;
        for (Real& v : row) v *= factor;
        row[static_cast<std::size_t>(y[i])] -= scale;
    }
    measured.loss += logs.value();
    return measured;
}

template <class Real>
BatchLoss measure(std::span<Real> z, std::span<const std::int32_t> y) {
    const std::size_t width = z.size() / std::max<std::size_t>(1, y.size());
    below_largest(z, width);
    BatchLoss measured = answers<Real>(z, y, width);
    exp(z);
    LogSum logs;
    for (std::size_t i = 0; i < y.size(); ++i) logs.add(static_cast<double>(sum<Real>(z.subspan(i * width, width))));
    measured.loss += logs.value();
    return measured;
}

template BatchLoss gradient(std::span<float>, std::span<const std::int32_t>, float);
template BatchLoss gradient(std::span<double>, std::span<const std::int32_t>, double);
template BatchLoss measure(std::span<float>, std::span<const std::int32_t>);
template BatchLoss measure(std::span<double>, std::span<const std::int32_t>);

}  // namespace eta::cross_entropy
