// This is Adam's update.
#include "eta/optimizer/adam.hpp"

#include <cmath>

#include "eta/math/functions.hpp"
#include "eta/optimizer/cautious.hpp"

namespace eta::adam {

namespace {

// Returns 1 − βᵏ, by which a running mean that began at 0 is too small; it is in single precision where the weights are.
template <class Real>
double start(double beta, double k, int powers) {
    if (powers == 0 || sizeof(Real) > sizeof(float)) return 1 - pow(beta, k);
    return static_cast<double>(1 - static_cast<float>(pow(static_cast<double>(static_cast<float>(beta)), k)));
}

}  // namespace

template <class Real>
void update(const Slice<Real>& slice, const AdamNumbers& numbers, const WeightDecay& decay) {
    const double b1 = numbers.beta1, b2 = numbers.beta2, k = static_cast<double>(slice.t + 1);
    const double start1 = start<Real>(b1, k, numbers.powers), start2 = start<Real>(b2, k, numbers.powers);
    const bool corrected = numbers.amsgrad && numbers.greatest == 1;  // the slot's numbers need no correction any more
    const auto rate = static_cast<Real>(slice.eta / start1), hat = static_cast<Real>(slice.eta * std::sqrt(start2) / start1);
    const auto root = static_cast<Real>(corrected ? 1 : 1 / std::sqrt(start2));
    const auto square = static_cast<Real>(1 / start2), by_square = corrected ? Real(1) : square;
    const auto eps = static_cast<Real>(numbers.epsilon), eps_of_hat = static_cast<Real>(numbers.epsilon / std::sqrt(start2));
    const Real pull = decay.pull(slice);
    const auto share = static_cast<Real>(numbers.cautious ? share_of_agreeing(slice, b1) : 1);
    std::array<Real, block_size> step;
    each_block(slice, decay, [&](const Block<Real>& block) {
        const auto m = block.slot(0), v = block.slot(1);
        keep(m, b1, 1 - b1, block.gradient());
        keep_square(v, b2, 1 - b2, block.gradient());
        auto w = block.weights(), max_square = block.slot(numbers.amsgrad ? 2 : 0), d = array(step.data(), block.n);
        if (corrected)
            max_square = max_square.max(square * v);
        else if (numbers.amsgrad)
            max_square = max_square.max(v);
        const auto x = numbers.amsgrad ? max_square : v;
        if (numbers.epsilon_at == 0)
            d = rate * m / (root * x.sqrt() + eps);
        else if (numbers.epsilon_at == 1)
            d = rate * m / (by_square * x + eps).sqrt();
        else if (corrected)
            d = rate * m / (x.sqrt() + eps_of_hat);
        else
            d = hat * m / (x.sqrt() + eps);
        if (numbers.cautious) {
            d /= share;
            keep_agreeing<Real>(d, m * block.gradient());
        }
        if (decay.together)
            w -= d + pull * w;
        else
            w -= d;
    });
}

template void update(const Slice<float>&, const AdamNumbers&, const WeightDecay&);
template void update(const Slice<double>&, const AdamNumbers&, const WeightDecay&);

}  // namespace eta::adam
