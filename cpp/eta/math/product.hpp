// The matrix product behind every layer sums in one order whatever the compiler and the processor.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace eta {

// The number of row k and column j stands at r[k · inner + j · outer].
template <class Real>
struct Strided {
    const Real* r;
    std::size_t inner, outer;
};

namespace product {

template <class Real>
inline constexpr std::size_t lanes = 16 / sizeof(Real);

template <class Real>
struct Vector {
    typedef Real Type __attribute__((vector_size(16)));
};

// Loads `count` numbers (1 … lanes) and zeros after them.
template <std::size_t count, class Real>
typename Vector<Real>::Type load(const Real* x) {
    typename Vector<Real>::Type v{};
    std::memcpy(&v, x, count * sizeof(Real));
    return v;
}

// C ← C + L R in one block of C that stays in registers: `wide` vectors by `columns`; the last vector has `last` numbers.
template <std::size_t wide, std::size_t last, std::size_t columns, class Real>
void block(const Real* l, std::size_t rows, Strided<Real> r, std::size_t inner, Real* c) {
    using V = typename Vector<Real>::Type;
    constexpr std::size_t lanes = product::lanes<Real>;
    V sum[columns][wide];
    for (std::size_t j = 0; j < columns; ++j) {
        for (std::size_t i = 0; i + 1 < wide; ++i) sum[j][i] = load<lanes>(c + j * rows + i * lanes);
        sum[j][wide - 1] = load<last>(c + j * rows + (wide - 1) * lanes);
    }
    const Real* column[columns];  // moved on rather than indexed: WebAssembly has no such addresses
    for (std::size_t j = 0; j < columns; ++j) column[j] = r.r + j * r.outer;
    for (std::size_t k = 0; k < inner; ++k, l += rows) {
        V a[wide];
        for (std::size_t i = 0; i + 1 < wide; ++i) a[i] = load<lanes>(l + i * lanes);
        a[wide - 1] = load<last>(l + (wide - 1) * lanes);
        for (std::size_t j = 0; j < columns; ++j) {
            for (std::size_t i = 0; i < wide; ++i) sum[j][i] += a[i] * *column[j];
            column[j] += r.inner;
        }
    }
    for (std::size_t j = 0; j < columns; ++j) {
        for (std::size_t i = 0; i + 1 < wide; ++i) std::memcpy(c + j * rows + i * lanes, &sum[j][i], sizeof(V));
        std::memcpy(c + j * rows + (wide - 1) * lanes, &sum[j][wide - 1], last * sizeof(Real));
    }
}

// It does the rows that fill no vector: none, or at most `count`.
template <std::size_t count, std::size_t columns, class Real>
void rest(const Real* l, std::size_t rows, std::size_t height, Strided<Real> r, std::size_t inner, Real* c) {
    if (height == count) return block<1, count, columns>(l, rows, r, inner, c);
    if constexpr (count > 1) rest<count - 1, columns>(l, rows, height, r, inner, c);
}

// C ← C + L R in four columns of C or in one.
template <std::size_t columns, class Real>
void panel(const Real* l, std::size_t rows, std::size_t height, Strided<Real> r, std::size_t inner, Real* c) {
    constexpr std::size_t lanes = product::lanes<Real>;
    std::size_t i = 0;
    for (; i + 2 * lanes <= height; i += 2 * lanes) block<2, lanes, columns>(l + i, rows, r, inner, c + i);
    for (; i + lanes <= height; i += lanes) block<1, lanes, columns>(l + i, rows, r, inner, c + i);
    rest<lanes - 1, columns>(l + i, rows, height - i, r, inner, c + i);
}

}  // namespace product

// C ← C + L R, with L rows × inner and C rows × columns, a column contiguous. Each number of C is added to for k = 0, 1, … in
// turn. (L is cut into pieces that stay in the first-level cache while all columns are gone through.)
template <class Real>
void add_product(const Real* l, std::size_t rows, Strided<Real> r, std::size_t inner, Real* c, std::size_t columns) {
    constexpr std::size_t max_depth = 256, piece = 4096;
    for (std::size_t k = 0; k < inner; k += max_depth) {
        const std::size_t depth = std::min(max_depth, inner - k);
        const std::size_t high = piece / depth / 8 * 8;
        for (std::size_t i = 0; i < rows; i += high) {
            const std::size_t height = std::min(high, rows - i);
            const Real* left = l + k * rows + i;
            const Real* right = r.r + k * r.inner;
            std::size_t j = 0;
            for (; j + 4 <= columns; j += 4)
                product::panel<4>(left, rows, height, {right + j * r.outer, r.inner, r.outer}, depth, c + j * rows + i);
            for (; j < columns; ++j)
                product::panel<1>(left, rows, height, {right + j * r.outer, r.inner, r.outer}, depth, c + j * rows + i);
        }
    }
}

}  // namespace eta
