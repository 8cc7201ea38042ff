// Adam's update, in blocks that stay in the first-level cache.
#include "eta/optimizer/adam.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Core>

#include "eta/math/functions.hpp"

namespace eta::adam {

template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    using Array = Eigen::Array<Real, Eigen::Dynamic, 1>;
    constexpr std::size_t block = 1024;
    apply<params, double>(
        [&, k = static_cast<double>(slice.t + 1)](double beta1, double beta2, double epsilon) {
            const auto b1 = static_cast<Real>(beta1), c1 = static_cast<Real>(1 - beta1);
            const auto b2 = static_cast<Real>(beta2), c2 = static_cast<Real>(1 - beta2);
            const auto rate = static_cast<Real>(slice.eta / (1 - pow(beta1, k)));
            const auto root = static_cast<Real>(1 / std::sqrt(1 - pow(beta2, k)));
            const auto eps = static_cast<Real>(epsilon);
            for (std::size_t at = 0; at < slice.w.size(); at += block) {
                const std::size_t n = std::min(block, slice.w.size() - at);
                const Real* g = slice.g.data() + at;
                Real *w = slice.w.data() + at, *m = slice.slots[0].data() + at, *v = slice.slots[1].data() + at;
                for (std::size_t i = 0; i < n; ++i) {
                    m[i] = without_subnormal(b1 * m[i] + c1 * g[i]);
                    v[i] = without_subnormal(b2 * v[i] + c2 * (g[i] * g[i]));
                }
                // Eigen, because compilers take no SIMD root where std::sqrt might have to set errno.
                const auto size = static_cast<Eigen::Index>(n);
                const Eigen::Map<const Array> M(m, size), V(v, size);
                Eigen::Map<Array>(w, size) -= rate * M / (root * V.sqrt() + eps);
            }
        },
        values);
}

template void step(const Slice<float>&, const Values&);
template void step(const Slice<double>&, const Values&);

}  // namespace eta::adam
