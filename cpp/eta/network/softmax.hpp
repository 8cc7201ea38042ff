// The losses with a softmax share these functions, each on rows × width numbers, a row contiguous.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eta/math/functions.hpp"
#include "eta/math/vector_math.hpp"
#include "eta/network/loss_entry.hpp"

namespace eta {

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

// Returns Σ log sᵢ, of numbers of 1 and more, with one logarithm for many of them.
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

// Takes zⱼ − m and returns how many rows are answered correctly, and Σ −(z_y − m).
template <class Real>
BatchLoss answers(std::span<const Real> z, std::span<const std::int32_t> y, std::size_t width) {
    BatchLoss measured;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const auto row = z.subspan(i * width, width);
        const auto right = static_cast<std::size_t>(y[i]);
        measured.loss -= static_cast<double>(row[right]);
        // The first of the largest is the answer: nothing before the right one is 0, everything else at most 0 (and a number).
        bool answered = row[right] == 0;
        for (std::size_t j = 0; j < width; ++j) answered = answered && (j < right ? row[j] < 0 : row[j] <= 0);
        measured.correct += answered;
    }
    return measured;
}

// Makes softmax(z) of what below_largest left.
template <class Real>
void softmax_below_largest(std::span<Real> z, std::size_t width) {
    exp(z);
    for (std::size_t at = 0; at < z.size(); at += width) {
        const auto row = z.subspan(at, width);
        const Real s = sum<Real>(row);
        for (Real& v : row) v /= s;
    }
}

// A network with such a loss gives pⱼ = e^(zⱼ − m) / Σ e^(zₖ − m), for `rows` rows.
template <class Real>
void softmax(std::span<const Real> z, std::span<Real> p, std::size_t rows) {
    const std::size_t width = z.size() / std::max<std::size_t>(1, rows);
    std::copy(z.begin(), z.end(), p.begin());
    below_largest(p, width);
    softmax_below_largest(p, width);
}

}  // namespace eta
