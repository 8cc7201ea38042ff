// The matrix products behind every layer: each number of a product is summed in one order, whatever the compiler, the processor and
// the width of its vectors.
#pragma once

#include <cstddef>
#include <cstdint>

namespace eta {

// The number of row k and column j stands at r[k · inner + j · outer].
template <class Real>
struct Strided {
    const Real* r;
    std::size_t inner, outer;
};

// A number that is not 0, and the index of its column.
template <class Real>
struct Nonzero {
    std::uint32_t at;
    Real x;
};

// A matrix without its zeros: row j has those from begin[j] to begin[j + 1], in the order of their columns.
template <class Real>
struct SparseRows {
    const std::uint32_t* begin = nullptr;
    const Nonzero<Real>* all = nullptr;

    explicit operator bool() const { return begin != nullptr; }
    SparseRows from(std::size_t row) const { return {begin + row, all}; }
};

// C = S + L R, with L rows × inner and C rows × columns, a column contiguous. The sum of row i and column j begins with
// S = start[i + j · start_step], or with +0 where there is no `start`; then it is added to for k = 0, 1, … in turn. C may be `start`.
template <class Real, template <class> class Right>
struct ProductWith {
    const Real* l;
    std::size_t rows;
    Right<Real> r;
    std::size_t inner;
    Real* c;
    std::size_t columns;
    const Real* start = nullptr;
    std::size_t start_step = 0;
};

template <class Real>
using Product = ProductWith<Real, Strided>;
void multiply(const Product<float>& product);
void multiply(const Product<double>& product);

// Here column j of R has what row j of `r` has. What is left out is a factor of 0: a sum that begins with +0 does not change by ± 0, so
// this gives the bits of the whole product wherever L is finite. Weights are finite by construction; and a ∂L/∂Z that is not enters
// ∂L/∂b whole, so that its run ends either way. (Where a sum begins with −0, the sign of a zero may differ, and nothing reads it.)
template <class Real>
using SparseProduct = ProductWith<Real, SparseRows>;
void multiply(const SparseProduct<float>& product);
void multiply(const SparseProduct<double>& product);

}  // namespace eta
