// This is RMSprop's update.
#include "eta/optimizer/rmsprop.hpp"

#include "eta/math/functions.hpp"

namespace eta::rmsprop {

template <class Real>
void update(const Slice<Real>& slice, const RmspropNumbers& numbers, const Momentum& momentum, const WeightDecay& decay) {
    const double rho = numbers.smoothing;
    const auto correction = static_cast<Real>(numbers.corrected ? 1 / (1 - pow(rho, static_cast<double>(slice.t + 1))) : 1);
    const auto eps = static_cast<Real>(numbers.epsilon);
    std::array<Real, block_size> direction;
    each_block(slice, decay, [&](const Block<Real>& block) {
        auto v = block.slot(0), mean = block.slot(2), d = array(direction.data(), block.n);
        if (slice.t == 0) v = static_cast<Real>(numbers.start);
        keep_square(v, rho, 1 - rho, block.gradient());
        d = correction * v;
        if (numbers.centred) {
            keep(mean, rho, 1 - rho, block.gradient());
            // This is a variance; rounding alone makes it negative.
            d = (d - (correction * mean).square()).max(Real(0));
        }
        if (numbers.epsilon_at == 0)
            d = block.gradient() / (d.sqrt() + eps);
        else
            d = block.gradient() / (d + eps).sqrt();
        move<Real>(block.weights(), block.slot(1), array(std::as_const(direction).data(), block.n), slice.eta, momentum);
    });
}

template void update(const Slice<float>&, const RmspropNumbers&, const Momentum&, const WeightDecay&);
template void update(const Slice<double>&, const RmspropNumbers&, const Momentum&, const WeightDecay&);

}  // namespace eta::rmsprop
