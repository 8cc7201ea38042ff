// Walks through a slice in blocks that stay in the first-level cache, and sees to the weight decay that most optimizers share.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include <Eigen/Core>

#include "eta/optimizer/optimizer.hpp"

namespace eta {

inline constexpr Param weight_decay_param{.key = "weight_decay",
                                          .symbol = "λ",
                                          .min = 0,
                                          .max = 10,
                                          .initial = "0",
                                          .help = "pulls every weight towards 0 by this part of itself"};
inline constexpr Param coupled_param{
    .key = "coupled",
    .type = Type::flag,
    .initial = "true",
    .help = "true: the pull is part of the gradient; false: it is applied beside it, as a part η λ of the weight"};

struct WeightDecay {
    double lambda = 0;
    bool coupled = true;
    bool together = false;  // left to the optimizer, which subtracts η λ w and its own step at once
};

inline constexpr std::size_t block_size = 1024;

template <class Real>
using BlockArray = Eigen::Array<Real, Eigen::Dynamic, 1>;

// n weights, their gradient (with the coupled decay in it) and slots. Arrays rather than loops where there is a root: compilers take
// no SIMD root where std::sqrt might have to set errno.
template <class Real>
struct Block {
    Real* w;
    const Real* g;
    std::array<Real*, max_slots> slots;
    std::size_t n;

    using Map = Eigen::Map<BlockArray<Real>>;
    Map array(Real* x) const { return Map(x, static_cast<Eigen::Index>(n)); }
    Map weights() const { return array(w); }
    Map slot(std::size_t s) const { return array(slots[s]); }
    Eigen::Map<const BlockArray<Real>> gradient() const { return {g, static_cast<Eigen::Index>(n)}; }
};

// coupled:  g ← g + λ w before the update      (L₂ regularisation)
// else      w ← w − η λ w before the update    (Loshchilov, Hutter: Decoupled weight decay regularization, ICLR 2019)
template <class Real, class Update>
void each_block(const Slice<Real>& slice, const WeightDecay& decay, Update update) {
    std::array<Real, block_size> own;
    const auto lambda = static_cast<Real>(decay.lambda), pull = static_cast<Real>(slice.eta * decay.lambda);
    for (std::size_t at = 0; at < slice.w.size(); at += block_size) {
        Block<Real> block{slice.w.data() + at, slice.g.data() + at, {}, std::min(block_size, slice.w.size() - at)};
        for (std::size_t s = 0; s < block.slots.size(); ++s)
            block.slots[s] = slice.slots[s].empty() ? nullptr : slice.slots[s].data() + at;
        if (decay.lambda != 0 && decay.coupled) {
            for (std::size_t i = 0; i < block.n; ++i) own[i] = block.g[i] + lambda * block.w[i];
            block.g = own.data();
        } else if (decay.lambda != 0 && !decay.together) {
            for (std::size_t i = 0; i < block.n; ++i) block.w[i] -= pull * block.w[i];
        }
        update(block);
    }
}

// x ← a x + b y, without subnormal numbers.
template <class Real>
void keep(Real* x, double a, double b, const Real* y, std::size_t n) {
    const auto part = static_cast<Real>(a), rest = static_cast<Real>(b);
    for (std::size_t i = 0; i < n; ++i) x[i] = without_subnormal(part * x[i] + rest * y[i]);
}

// x ← a x + b y², without subnormal numbers.
template <class Real>
void keep_square(Real* x, double a, double b, const Real* y, std::size_t n) {
    const auto part = static_cast<Real>(a), rest = static_cast<Real>(b);
    for (std::size_t i = 0; i < n; ++i) x[i] = without_subnormal(part * x[i] + rest * (y[i] * y[i]));
}

}  // namespace eta
