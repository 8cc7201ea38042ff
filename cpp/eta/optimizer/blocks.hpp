// Walks through a slice in blocks that stay in the first-level cache, and sees to the weight decay that most optimizers share.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "eta/math/array.hpp"
#include "eta/math/width.hpp"
#include "eta/optimizer/optimizer_entry.hpp"

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

inline constexpr Param corrected_decay_param{
    .key = "corrected_decay",
    .type = Type::flag,
    .initial = "false",
    .help =
        "the pull beside the gradient is η²/η_max λ instead of η λ, so that weights settle where they would at a constant rate"};

struct WeightDecay {
    double lambda = 0;
    bool coupled = true;
    bool together = false;   // left to the optimizer, which subtracts η λ w and its own step at once
    bool corrected = false;  // η²/η_max in place of η

    // Returns the part of a weight that an uncoupled decay takes away.
    template <class Real>
    Real pull(const Slice<Real>& slice) const {
        const double part = corrected && slice.eta_max > 0 ? slice.eta / slice.eta_max : 1;
        return static_cast<Real>(slice.eta * lambda * part);
    }
};

inline constexpr std::size_t block_size = 1024;

// A block is n weights, their gradient (with the coupled decay in it) and slots.
template <class Real>
struct Block {
    Real* w;
    const Real* g;
    Real* slots;
    std::size_t stride, n;

    Array<Real> weights() const { return array(w, n); }
    Array<Real> slot(std::size_t s) const { return array(slots + s * stride, n); }
    ConstArray<Real> gradient() const { return array(g, n); }
};

// coupled:  g ← g + λ w before the update      (L₂ regularisation)
// else      w ← w − η λ w before the update    (Loshchilov, Hutter: Decoupled weight decay regularization, ICLR 2019)
// corrected: η²/η_max for η there              (Defazio: Why gradients rapidly increase near the end of training, arXiv 2506.02285)
template <class Real, class Update>
ETA_INLINE void each_block_inlined(const Slice<Real>& slice, const WeightDecay& decay, const Update& update) {
    std::array<Real, block_size> own;
    const Real lambda = static_cast<Real>(decay.lambda), pull = decay.pull(slice);
    for (std::size_t at = 0; at < slice.w.size(); at += block_size) {
        const std::size_t n = std::min(block_size, slice.w.size() - at);
        Block<Real> block{slice.w.data() + at, slice.g.data() + at, slice.slots + at, slice.stride, n};
        if (decay.lambda != 0 && decay.coupled) {
            array(own.data(), block.n) = block.gradient() + lambda * block.weights();
            block.g = own.data();
        } else if (decay.lambda != 0 && !decay.together) {
            block.weights() -= pull * block.weights();
        }
        update(block);
    }
}
template <class Real, class Update>
void each_block(const Slice<Real>& slice, const WeightDecay& decay, const Update& update) {
    each_block_inlined(slice, decay, update);
}

// x ← a x + b y, without subnormal numbers.
template <class Real>
void keep(Array<Real> x, double a, double b, const ConstArray<Real>& y) {
    x = without_subnormal(static_cast<Real>(a) * x + static_cast<Real>(b) * y);
}

// x ← a x + b y², without subnormal numbers.
template <class Real>
void keep_square(Array<Real> x, double a, double b, const ConstArray<Real>& y) {
    x = without_subnormal(static_cast<Real>(a) * x + static_cast<Real>(b) * y.square());
}

}  // namespace eta
