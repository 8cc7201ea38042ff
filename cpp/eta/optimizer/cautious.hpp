// A cautious update moves only those weights whose step goes against their gradient, and these the further.
#pragma once

#include "eta/optimizer/blocks.hpp"

namespace eta {

inline constexpr Param cautious_param{
    .key = "cautious",
    .type = Type::flag,
    .initial = "false",
    .help = "leaves out what would go along with the gradient of now, and makes the rest larger by as much"};

// Returns the mean over a tensor of [m g > 0] with m ← β m + (1 − β) g, at least 10⁻³.
// (Liang, Chen, Liu, Liu: Cautious optimizers: improving training with one line of code, arXiv 2411.16085)
template <class Real>
double share_of_agreeing(const Slice<Real>& tensor, double beta) {
    const auto keeps = static_cast<Real>(beta), adds = static_cast<Real>(1 - beta);
    double agreeing = 0;
    each_block(tensor, {}, [&](const Block<Real>& block) {
        const auto g = block.gradient();
        agreeing += static_cast<double>(((keeps * block.slot(0) + adds * g) * g > 0).count());
    });
    return std::max(agreeing / static_cast<double>(tensor.w.size()), 1e-3);
}

// Leaves d where `agreement` is positive, else 0; what is not a number stays so.
template <class Real, class Agreement>
void keep_agreeing(Array<Real> d, const Agreement& agreement) {
    d = (agreement > 0).select(d, (agreement <= 0).select(Real(0), agreement));
}

}  // namespace eta
