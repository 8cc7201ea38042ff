// This is the softmax cross-entropy of a softmax.
#include "eta/network/double_softmax.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "eta/math/functions.hpp"
#include "eta/math/vector_math.hpp"
#include "eta/network/softmax.hpp"

namespace eta::double_softmax {

namespace {

// It takes a row at a time: e^p is at most e, so nothing need be taken off. Wide rows are worked on in blocks.
constexpr std::size_t block = 64;

// Calls then(first, e^p of a block) for the blocks of one row.
template <class Real, class Then>
void in_blocks(std::span<const Real> p, Then then) {
    std::array<Real, block> e;
    for (std::size_t first = 0; first < p.size(); first += block) {
        const auto part = p.subspan(first, std::min(block, p.size() - first));
        const auto exponentials = std::span<Real>(e).first(part.size());
        std::copy(part.begin(), part.end(), exponentials.begin());
        exp(exponentials);
        then(first, exponentials);
    }
}

template <class Real>
Real sum_of_exponentials(std::span<const Real> p) {
    Real sum = 0;
    in_blocks<Real>(p, [&](std::size_t, std::span<const Real> e) {
        for (const Real v : e) sum += v;
    });
    return sum;
}

// Makes p of z; adds what each row's loss is without its logarithm. Gives the width of a row.
template <class Real>
std::size_t to_probabilities(std::span<Real> z, std::span<const std::int32_t> y, BatchLoss& measured) {
    const std::size_t width = z.size() / std::max<std::size_t>(1, y.size());
    below_largest(z, width);
    measured.correct = answers<Real>(z, y, width).correct;
    softmax_below_largest(z, width);
    for (std::size_t i = 0; i < y.size(); ++i)
        measured.loss -= static_cast<double>(z[i * width + static_cast<std::size_t>(y[i])]);
    return width;
}

}  // namespace

template <class Real>
BatchLoss gradient(std::span<Real> z, std::span<const std::int32_t> y, Real scale) {
    BatchLoss measured;
    const std::size_t width = to_probabilities(z, y, measured);
    LogSum logs;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const auto p = z.subspan(i * width, width);
        const auto right = static_cast<std::size_t>(y[i]);
        const Real sum = sum_of_exponentials<Real>(p);
        logs.add(static_cast<double>(sum));
        const auto r = [&](std::size_t j, Real e) { return e / sum - (j == right ? Real(1) : Real(0)); };
        Real mean = 0;  // Σ pⱼ rⱼ
        in_blocks<Real>(p, [&](std::size_t first, std::span<const Real> e) {
            for (std::size_t j = 0; j < e.size(); ++j) mean += p[first + j] * r(first + j, e[j]);
        });
        in_blocks<Real>(p, [&](std::size_t first, std::span<const Real> e) {
            for (std::size_t j = 0; j < e.size(); ++j) p[first + j] *= (r(first + j, e[j]) - mean) * scale;
        });
    }
    measured.loss += logs.value();
    return measured;
}

template <class Real>
BatchLoss measure(std::span<Real> z, std::span<const std::int32_t> y) {
    BatchLoss measured;
    const std::size_t width = to_probabilities(z, y, measured);
    LogSum logs;
    for (std::size_t i = 0; i < y.size(); ++i)
        logs.add(static_cast<double>(sum_of_exponentials<Real>(z.subspan(i * width, width))));
    measured.loss += logs.value();
    return measured;
}

template BatchLoss gradient(std::span<float>, std::span<const std::int32_t>, float);
template BatchLoss gradient(std::span<double>, std::span<const std::int32_t>, double);
template BatchLoss measure(std::span<float>, std::span<const std::int32_t>);
template BatchLoss measure(std::span<double>, std::span<const std::int32_t>);

}  // namespace eta::double_softmax
