// Sigmoid cross-entropy of a batch.
#include "eta/network/binary_cross_entropy.hpp"

#include <cmath>
#include <cstddef>

#include "eta/math/functions.hpp"
#include "eta/math/vector_math.hpp"

namespace eta::binary_cross_entropy {

namespace {

// log(1 + e), 0 ≤ e ≤ 1. What 1 + e loses of e is put back (Kahan's correction).
double log_one_plus(double e) {
    const double u = 1 + e;
    return u == 1 ? e : log(u) * (e / (u - 1));
}

double loss_of(double z, double y) { return max(z, 0) - z * y + log_one_plus(exp(-std::abs(z))); }

}  // namespace

template <class Real>
double gradient(std::span<Real> z, std::span<const std::int32_t> y, Real scale) {
    double loss = 0;
    for (std::size_t i = 0; i < y.size(); ++i) loss += loss_of(static_cast<double>(z[i]), y[i]);
    sigmoid(z);
    for (std::size_t i = 0; i < y.size(); ++i) z[i] = (z[i] - static_cast<Real>(y[i])) * scale;
    return loss;
}

template <class Real>
Measured measure(std::span<Real> z, std::span<const std::int32_t> y) {
    Measured measured;
    for (std::size_t i = 0; i < y.size(); ++i) {
        measured.loss += loss_of(static_cast<double>(z[i]), y[i]);
        measured.right += y[i] == 1 ? z[i] > 0 : z[i] <= 0;
    }
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

template double gradient(std::span<float>, std::span<const std::int32_t>, float);
template double gradient(std::span<double>, std::span<const std::int32_t>, double);
template Measured measure(std::span<float>, std::span<const std::int32_t>);
template Measured measure(std::span<double>, std::span<const std::int32_t>);
template void probabilities(std::span<const float>, std::span<float>, std::size_t);
template void probabilities(std::span<const double>, std::span<double>, std::size_t);

}  // namespace eta::binary_cross_entropy
