// Softmax cross-entropy of a batch.
#include "eta/network/cross_entropy.hpp"

#include <algorithm>
#include <cstddef>

#include "eta/math/functions.hpp"
#include "eta/math/vector_math.hpp"

namespace eta::cross_entropy {

namespace {

template <class Real>
Real largest(std::span<const Real> row) {
    Real m = row[0];
    for (const Real v : row) m = v > m ? v : m;
    return m;
}

// Makes zⱼ − m of every zⱼ.
template <class Real>
void below_largest(std::span<Real> z, std::size_t width) {
    for (std::size_t at = 0; at < z.size(); at += width) {
        const auto row = z.subspan(at, width);
        const Real m = largest<Real>(row);
        for (Real& v : row) v -= m;
    }
}

template <class Real>
Real sum(std::span<const Real> row) {
    Real s = 0;
    for (const Real v : row) s += v;
    return s;
}

// Σ log sᵢ, of numbers of 1 and more, with one logarithm for many of them.
class LogSum {
public:
    void add(double s) {
        product_ *= s;
        if (product_ > 1e200) {
            sum_ += log(product_);
            product_ = 1;
        }
    }
    double value() const { return sum_ + log(product_); }

private:
    double sum_ = 0, product_ = 1;
};

}  // namespace

template <class Real>
double gradient(std::span<Real> z, std::span<const std::int32_t> y, Real scale) {
    const std::size_t width = z.size() / std::max<std::size_t>(1, y.size());
    double loss = 0;
    below_largest(z, width);
    for (std::size_t i = 0; i < y.size(); ++i) loss -= static_cast<double>(z[i * width + static_cast<std::size_t>(y[i])]);
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
    return loss + logs.value();
}

template <class Real>
Measured measure(std::span<Real> z, std::span<const std::int32_t> y) {
    const std::size_t width = z.size() / std::max<std::size_t>(1, y.size());
    Measured measured;
    below_largest(z, width);
    for (std::size_t i = 0; i < y.size(); ++i) {
        const auto row = z.subspan(i * width, width);
        const auto right = static_cast<std::size_t>(y[i]);
        measured.loss -= static_cast<double>(row[right]);
        // The first of the largest is the answer: nothing before the right one is 0, everything else at most 0 (and a number).
        bool answered = row[right] == 0;
        for (std::size_t j = 0; j < width; ++j) answered = answered && (j < right ? row[j] < 0 : row[j] <= 0);
        measured.right += answered;
    }
    exp(z);
    LogSum logs;
    for (std::size_t i = 0; i < y.size(); ++i) logs.add(static_cast<double>(sum<Real>(z.subspan(i * width, width))));
    measured.loss += logs.value();
    return measured;
}

template <class Real>
void probabilities(std::span<const Real> z, std::span<Real> p, std::size_t rows) {
    const std::size_t width = z.size() / std::max<std::size_t>(1, rows);
    std::copy(z.begin(), z.end(), p.begin());
    below_largest(p, width);
    exp(p);
    for (std::size_t at = 0; at < p.size(); at += width) {
        const auto row = p.subspan(at, width);
        const Real s = sum<Real>(row);
        for (Real& v : row) v /= s;
    }
}

template double gradient(std::span<float>, std::span<const std::int32_t>, float);
template double gradient(std::span<double>, std::span<const std::int32_t>, double);
template Measured measure(std::span<float>, std::span<const std::int32_t>);
template Measured measure(std::span<double>, std::span<const std::int32_t>);
template void probabilities(std::span<const float>, std::span<float>, std::size_t);
template void probabilities(std::span<const double>, std::span<double>, std::size_t);

}  // namespace eta::cross_entropy
