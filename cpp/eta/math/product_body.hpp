// This is the source of the products at every width (width.hpp says what it may not have).
#pragma once

#include <algorithm>
#include <cstring>

#include "eta/math/product.hpp"
#include "eta/math/width.hpp"

namespace eta::product {

template <class Real, std::size_t bytes>
inline constexpr std::size_t lanes = bytes / sizeof(Real);

constexpr std::size_t narrowest = 16;

// Loads vector v of `wide` side by side, the last of which has `last` numbers, with zeros after its numbers. (A vector is copied as a
// whole: written in parts it would have to be in memory.)
template <std::size_t wide, std::size_t last, std::size_t bytes, class Real>
ETA_INLINE void load(Vector<Real, bytes>& to, const Real* x, std::size_t v) {
    const Real* from = x + v * lanes<Real, bytes>;
    Vector<Real, bytes> loaded{};
    if (v + 1 < wide || last == lanes<Real, bytes>)
        std::memcpy(&loaded, from, bytes);
    else
        for (std::size_t i = 0; i < last; ++i) loaded[i] = from[i];
    to = loaded;
}
template <std::size_t wide, std::size_t last, std::size_t bytes, class Real>
ETA_INLINE void store(const Vector<Real, bytes> (&from)[wide], Real* x) {
    constexpr std::size_t n = lanes<Real, bytes>;
    for (std::size_t v = 0; v < wide; ++v) {
        const Vector<Real, bytes> stored = from[v];
        if (v + 1 < wide || last == n)
            std::memcpy(x + v * n, &stored, bytes);
        else
            for (std::size_t i = 0; i < last; ++i) x[v * n + i] = stored[i];
    }
}
template <std::size_t wide, std::size_t last, std::size_t bytes, class Real>
ETA_INLINE void begin(Vector<Real, bytes> (&sum)[wide], const Real* start) {
    for (std::size_t v = 0; v < wide; ++v) sum[v] = Vector<Real, bytes>{};
    if (!start) return;
    for (std::size_t v = 0; v < wide; ++v) load<wide, last, bytes>(sum[v], start, v);
}

// C = S + L R, or a piece of it.
template <class Real>
struct Tile {
    const Real* l;
    std::size_t l_step;
    Strided<Real> r;
    std::size_t inner;
    Real* c;
    std::size_t c_step;
    const Real* start;
    std::size_t start_step;
};

// `count` columns of C are worked on at once; a block of them stays in registers.
template <std::size_t count>
struct Dense {
    template <std::size_t bytes, std::size_t wide, std::size_t last, class Real>
    ETA_INLINE static void block(const Tile<Real>& tile, std::size_t i) {
        Vector<Real, bytes> sum[count][wide];
        for (std::size_t j = 0; j < count; ++j)
            begin<wide, last, bytes>(sum[j], tile.start ? tile.start + j * tile.start_step + i : nullptr);
        const Real* column[count];  // moved on rather than indexed: WebAssembly has no such addresses
        for (std::size_t j = 0; j < count; ++j) column[j] = tile.r.r + j * tile.r.outer;
        const Real* l = tile.l + i;
        for (std::size_t k = 0; k < tile.inner; ++k, l += tile.l_step) {
            Vector<Real, bytes> a[wide];
            for (std::size_t v = 0; v < wide; ++v) load<wide, last, bytes>(a[v], l, v);
            for (std::size_t j = 0; j < count; ++j) {
                for (std::size_t v = 0; v < wide; ++v) sum[j][v] += a[v] * *column[j];
                column[j] += tile.r.inner;
            }
        }
        for (std::size_t j = 0; j < count; ++j) store<wide, last, bytes>(sum[j], tile.c + j * tile.c_step + i);
    }
};

// One column of C and what is not 0 of R's.
template <class Real>
struct SparseTile {
    const Real* l;
    std::size_t l_step;
    const Nonzero<Real>*first, *end;
    Real* c;
    const Real* start;
};

struct Sparse {
    template <std::size_t bytes, std::size_t wide, std::size_t last, class Real>
    ETA_INLINE static void block(const SparseTile<Real>& tile, std::size_t i) {
        Vector<Real, bytes> sum[wide];
        begin<wide, last, bytes>(sum, tile.start ? tile.start + i : nullptr);
        for (const Nonzero<Real>* each = tile.first; each != tile.end; ++each) {
            const Real* l = tile.l + each->at * tile.l_step + i;
            for (std::size_t v = 0; v < wide; ++v) {
                Vector<Real, bytes> a;
                load<wide, last, bytes>(a, l, v);
                sum[v] += a * each->x;
            }
        }
        store<wide, last, bytes>(sum, tile.c + i);
    }
};

// It goes down the rows from i to `end` in blocks of `wide` vectors, then of fewer, then of narrower ones.
template <class Kernel, std::size_t bytes, std::size_t wide, class Real, template <class> class Tile>
ETA_INLINE void down(const Tile<Real>& tile, std::size_t i, std::size_t end) {
    constexpr std::size_t n = lanes<Real, bytes>;
    for (; i + wide * n <= end; i += wide * n) Kernel::template block<bytes, wide, n>(tile, i);
    if constexpr (wide > 1)
        down<Kernel, bytes, wide / 2>(tile, i, end);
    else if constexpr (bytes > narrowest)
        down<Kernel, bytes / 2, 1>(tile, i, end);
    else {
        // The rows that fill no vector: two, then one.
        if (n > 2 && i + 2 <= end) Kernel::template block<narrowest, 1, n / 2>(tile, i), i += 2;
        if (i < end) Kernel::template block<narrowest, 1, 1>(tile, i);
    }
}

// So many vectors of one column are summed at once, which hides how long an addition takes. The page's module is to be small.
#ifdef ETA_FOR_PAGE
constexpr std::size_t single_wide = 1, sparse_wide = 4;
#else
constexpr std::size_t single_wide = 2, sparse_wide = 8;
#endif

// L is cut into pieces that stay in the first-level cache while all columns are gone through.
template <std::size_t bytes, class Real>
ETA_INLINE void whole(const Product<Real>& p) {
    // Of one row and columns that lie side by side, the columns are the rows of the same product.
    const bool turned = p.rows == 1 && p.r.outer == 1 && (!p.start || p.start_step == 1);
    const std::size_t rows = turned ? p.columns : p.rows, columns = turned ? 1 : p.columns;
    Tile<Real> all{p.l, p.rows, p.r, p.inner, p.c, p.rows, p.start, p.start_step};
    if (turned) all = {p.r.r, p.r.inner, {p.l, 1, 0}, p.inner, p.c, rows, p.start, rows};
    constexpr std::size_t max_depth = 64, piece = 4096;
    const std::size_t depths = std::max<std::size_t>(1, (p.inner + max_depth - 1) / max_depth);
    for (std::size_t part = 0; part < depths; ++part) {
        const std::size_t k = part * max_depth, depth = std::min(max_depth, p.inner - k);
        const std::size_t high = piece / std::max<std::size_t>(1, depth) / 64 * 64;
        for (std::size_t i = 0; i < rows; i += high) {
            const std::size_t end = std::min(i + high, rows);
            Tile<Real> tile = all;
            tile.l += k * all.l_step;
            tile.r.r += k * all.r.inner;
            tile.inner = depth;
            if (part > 0) tile.start = all.c, tile.start_step = all.c_step;
            std::size_t j = 0;
            for (; j + 4 <= columns; j += 4) {
                down<Dense<4>, bytes, 2>(tile, i, end);
                tile.r.r += 4 * all.r.outer, tile.c += 4 * all.c_step;
                if (tile.start) tile.start += 4 * tile.start_step;
            }
            for (; j < columns; ++j) {
                down<Dense<1>, bytes, single_wide>(tile, i, end);
                tile.r.r += all.r.outer, tile.c += all.c_step;
                if (tile.start) tile.start += tile.start_step;
            }
        }
    }
}

template <std::size_t bytes, class Real>
ETA_INLINE void whole(const SparseProduct<Real>& p) {
    constexpr std::size_t piece = 8192, at_once = 64;
    const std::size_t depth = std::max<std::size_t>(16, piece / std::max<std::size_t>(1, p.rows));
    const Nonzero<Real>* next[at_once];
    for (std::size_t first = 0; first < p.columns; first += at_once) {
        const std::size_t count = std::min(at_once, p.columns - first);
        for (std::size_t j = 0; j < count; ++j) next[j] = p.r.all + p.r.begin[first + j];
        for (std::size_t k = 0; k == 0 || k < p.inner; k += depth) {
            for (std::size_t j = 0; j < count; ++j) {
                const Nonzero<Real>* const last = p.r.all + p.r.begin[first + j + 1];
                const Nonzero<Real>* end = last;
                if (k + depth < p.inner)
                    for (end = next[j]; end != last && end->at < k + depth;) ++end;
                Real* c = p.c + (first + j) * p.rows;
                const Real* start = k > 0 ? c : p.start ? p.start + (first + j) * p.start_step : nullptr;
                down<Sparse, bytes, sparse_wide>(SparseTile<Real>{p.l, p.rows, next[j], end, c, start}, 0, p.rows);
                next[j] = end;
            }
        }
    }
}

}  // namespace eta::product
