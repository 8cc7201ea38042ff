// This sums squares.
#include "eta/math/squares.hpp"

#include <cassert>
#include <cstddef>
#include <cstring>

#include "eta/math/width.hpp"

namespace eta {
namespace {

constexpr std::size_t lanes = 8;
struct Sums {
    double of_a[lanes] = {}, of_difference[lanes] = {};
};

double in_order(const double (&sum)[lanes]) {
    return ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
}

// Loads as many numbers as `bytes` have doubles, as doubles.
template <std::size_t bytes, class Real>
ETA_INLINE void load(Vector<double, bytes>& to, const Real* from) {
    Vector<Real, bytes / sizeof(double) * sizeof(Real)> loaded;
    std::memcpy(&loaded, from, sizeof(loaded));
    to = __builtin_convertvector(loaded, Vector<double, bytes>);
}

// Adds to the sums of a, and to those of a − b if there is a b. All lanes stay in registers: `parts` vectors of each.
template <std::size_t bytes, bool has_b, class Real>
ETA_INLINE void add(const Real* a, const Real* b, std::size_t size, Sums& sums) {
    using V = Vector<double, bytes>;
    constexpr std::size_t step = bytes / sizeof(double), parts = lanes / step;
    V of_a[parts] = {}, of_difference[parts] = {};
    const std::size_t whole = size - size % lanes;
    for (std::size_t i = 0; i < whole; i += lanes) {
        for (std::size_t part = 0; part < parts; ++part) {
            V x, y;
            load<bytes>(x, a + i + part * step);
            of_a[part] += x * x;
            if constexpr (has_b) {
                load<bytes>(y, b + i + part * step);
                of_difference[part] += (x - y) * (x - y);
            }
        }
    }
    std::memcpy(sums.of_a, of_a, sizeof(of_a));
    std::memcpy(sums.of_difference, of_difference, sizeof(of_difference));
    for (std::size_t i = whole; i < size; ++i) {
        const double x = static_cast<double>(a[i]);
        sums.of_a[i - whole] += x * x;
        if constexpr (has_b) {
            const double difference = x - static_cast<double>(b[i]);
            sums.of_difference[i - whole] += difference * difference;
        }
    }
}

#define ETA_ADD(name, bytes, ...)                                                                                \
    __VA_ARGS__ void name(const float* a, std::size_t size, Sums& sums) { add<bytes, false>(a, a, size, sums); } \
    __VA_ARGS__ void name(const float* a, const float* b, std::size_t size, Sums& sums) { add<bytes, true>(a, b, size, sums); }

ETA_ADD(add_128, 16)
#ifdef ETA_HAS_WIDTHS
ETA_ADD(add_256, 32, ETA_FOR_256)
ETA_ADD(add_512, 64, ETA_FOR_512)
#endif

template <class... Numbers>
void add_at_width(Numbers&&... numbers) {
#ifdef ETA_HAS_WIDTHS
    if (vector_width() == 512) return add_512(numbers...);
    if (vector_width() == 256) return add_256(numbers...);
#endif
    add_128(numbers...);
}

}  // namespace

double sum_of_squares(std::span<const float> x) {
    Sums sums;
    add_at_width(x.data(), x.size(), sums);
    return in_order(sums.of_a);
}
double sum_of_squares(std::span<const double> x) {
    Sums sums;
    add<16, false>(x.data(), x.data(), x.size(), sums);
    return in_order(sums.of_a);
}

Squares squares(std::span<const float> a, std::span<const float> b) {
    assert(a.size() == b.size());
    Sums sums;
    add_at_width(a.data(), b.data(), a.size(), sums);
    return {in_order(sums.of_a), in_order(sums.of_difference)};
}
Squares squares(std::span<const double> a, std::span<const double> b) {
    assert(a.size() == b.size());
    Sums sums;
    add<16, true>(a.data(), b.data(), a.size(), sums);
    return {in_order(sums.of_a), in_order(sums.of_difference)};
}

}  // namespace eta
