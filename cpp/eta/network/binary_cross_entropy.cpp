// This is the sigmoid cross-entropy of a batch.
#include "eta/network/binary_cross_entropy.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "eta/math/functions.hpp"
#include "eta/math/vector_math.hpp"

namespace eta::binary_cross_entropy {

namespace {

constexpr std::size_t block = 64;

// Returns log(1 + q), q ≥ 0. What 1 + q loses of q is put back (Kahan's correction).
double log_one_plus(double q) {
    const double u = 1 + q;
    return u == 1 ? q : log(u) * (q / (u - 1));
}

// Calls then(i, e^−|zᵢ|) for each row, and gives the sum of the losses. One logarithm serves a block of rows: q = Π (1 + e) − 1
// is built up from q ← q + e + q e, which loses nothing when every e is tiny, and is at most 2⁶⁴.
template <class Real, class Then>
double losses_of(std::span<const Real> z, std::span<const std::int32_t> y, Then then) {
    double loss = 0;
    Real e[block];
    for (std::size_t first = 0; first < y.size(); first += block) {
        const std::size_t n = std::min(block, y.size() - first);
        for (std::size_t i = 0; i < n; ++i) e[i] = -std::abs(z[first + i]);
        exp(std::span<Real>(e, n));
        double q = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const auto one = static_cast<double>(z[first + i]), small = static_cast<double>(e[i]);
            loss += max(one, 0) - one * y[first + i];
            q += small + q * small;
            then(first + i, e[i]);
        }
        loss += log_one_plus(q);
    }
    return loss;
}

template <class Real>
bool answered(Real z, std::int32_t y) {
    return y == 1 ? z > 0 : z <= 0;
}

}  // namespace

template <class Real>
BatchLoss gradient(std::span<Real> z, std::span<const std::int32_t> y, Real scale) {
    BatchLoss measured;
    measured.loss = losses_of<Real>(z, y, [&](std::size_t i, Real e) {
        measured.correct += answered(z[i], y[i]);
        const Real p = (z[i] < 0 ? e : 1) / (1 + e);  // σ(z)
        z[i] = (p - static_cast<Real>(y[i])) * scale;
    });
    return measured;
}

template <class Real>
BatchLoss measure(std::span<Real> z, std::span<const std::int32_t> y) {
    BatchLoss measured;
    measured.loss = losses_of<Real>(z, y, [&](std::size_t i, Real) { measured.correct += answered(z[i], y[i]); });
    return measured;
}

template <class Real>
void probabilities(std::span<const Real> z, std::span<Real> p, std::size_t rows) {
    for (std::size_t i = 0; i < rows; ++i) {
        p[2 * i] = -z[i];
        p[2 * i + 1] = z[i];
    }
    sigmoid(p);
}

template BatchLoss gradient(std::span<float>, std::span<const std::int32_t>, float);
template BatchLoss gradient(std::span<double>, std::span<const std::int32_t>, double);
template BatchLoss measure(std::span<float>, std::span<const std::int32_t>);
template BatchLoss measure(std::span<double>, std::span<const std::int32_t>);
template void probabilities(std::span<const float>, std::span<float>, std::size_t);
template void probabilities(std::span<const double>, std::span<double>, std::size_t);

}  // namespace eta::binary_cross_entropy
