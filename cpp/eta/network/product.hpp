// The matrix product behind every layer: Eigen's, in pieces that need no memory from the heap.
#pragma once

#include <algorithm>

#include <Eigen/Core>

namespace eta {

template <class Real>
using Matrix = Eigen::Map<Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>>;
template <class Real>
using ConstMatrix = Eigen::Map<const Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>>;
template <class Real>
using Vector = Eigen::Map<Eigen::Matrix<Real, Eigen::Dynamic, 1>>;
template <class Real>
using ConstVector = Eigen::Map<const Eigen::Matrix<Real, Eigen::Dynamic, 1>>;

// C ← C + A B. Eigen packs each factor of a product into memory of its own: on the stack up to EIGEN_STACK_ALLOCATION_LIMIT
// (128 kB), else from the heap, which the hot loop must not ask. So factors are cut to at most 128 kB of floats, the inner size to
// 256 (larger pieces were no faster: 784 × 128 in rows of 32 takes 0.2 ms either way).
template <class A, class B, class C>
void add_product(const A& a, const B& b, C&& c) {
    constexpr Eigen::Index most_inner = 256, most = 32768;
    const Eigen::Index inner = std::max<Eigen::Index>(1, std::min(a.cols(), most_inner)), outer = most / inner;
    for (Eigen::Index k = 0; k < a.cols(); k += inner)
        for (Eigen::Index j = 0; j < c.cols(); j += outer)
            for (Eigen::Index i = 0; i < c.rows(); i += outer) {
                const auto K = std::min(inner, a.cols() - k), J = std::min(outer, c.cols() - j),
                           I = std::min(outer, c.rows() - i);
                c.block(i, j, I, J).noalias() += a.block(i, k, I, K) * b.block(k, j, K, J);
            }
}

// The cache sizes that Eigen cuts its loops by: fixed, because they decide in which order sums are taken, and so their last bits.
inline void fix_cache_sizes() { Eigen::setCpuCacheSizes(32768, 262144, 2097152); }

}  // namespace eta
