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

// x ← a x + b y, and x ← a x + b y², without subnormal numbers.
template <class Real>
ETA_INLINE void keep(Real* __restrict x, double a, double b, const Real* __restrict y, std::size_t n) {
    const auto keeps = static_cast<Real>(a), adds = static_cast<Real>(b);
    for (std::size_t i = 0; i < n; ++i) x[i] = without_subnormal(keeps * x[i] + adds * y[i]);
}
template <class Real>
ETA_INLINE void keep_square(Real* __restrict x, double a, double b, const Real* __restrict y, std::size_t n) {
    const auto keeps = static_cast<Real>(a), adds = static_cast<Real>(b);
    for (std::size_t i = 0; i < n; ++i) x[i] = without_subnormal(keeps * x[i] + adds * (y[i] * y[i]));
}

// d ← rate m / below(x)
template <class Real, class Below>
ETA_INLINE void divide(Real* __restrict d, Real rate, const Real* __restrict m, const Real* __restrict x, std::size_t n,
                       Below below) {
    for (std::size_t i = 0; i < n; ++i) d[i] = rate * m[i] / below(x[i]);
}

// w ← w − d, and w ← w − (d + pull w)
template <class Real>
ETA_INLINE void subtract(Real* __restrict w, const Real* __restrict d, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) w[i] -= d[i];
}
template <class Real>
ETA_INLINE void subtract(Real* __restrict w, const Real* __restrict d, Real pull, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) w[i] -= d[i] + pull * w[i];
}

// These are plain loops, as wide as the function that this is inlined into; amsgrad and cautious are Eigen's.
template <class Real>
ETA_INLINE void update_inlined(const Slice<Real>& slice, const AdamNumbers& numbers, const WeightDecay& decay) {
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
    each_block_inlined(slice, decay, [&](const Block<Real>& block) ETA_INLINE_LAMBDA {
        const std::size_t n = block.n;
        Real *const m = block.slots, *const v = m + block.stride, *const d = step.data();
        const Real* const x = numbers.amsgrad ? v + block.stride : v;
        keep(m, b1, 1 - b1, block.g, n);
        keep_square(v, b2, 1 - b2, block.g, n);
        if (numbers.amsgrad) {
            auto max_square = block.slot(2);
            max_square = max_square.max((corrected ? square : Real(1)) * block.slot(1));
        }
        if (numbers.epsilon_at == 0)
            divide(d, rate, m, x, n, [=](Real square_mean) ETA_INLINE_LAMBDA { return root * std::sqrt(square_mean) + eps; });
        else if (numbers.epsilon_at == 1)
            divide(d, rate, m, x, n,
                   [=](Real square_mean) ETA_INLINE_LAMBDA { return std::sqrt(by_square * square_mean + eps); });
        else
            divide(d, corrected ? rate : hat, m, x, n, [eps = corrected ? eps_of_hat : eps](Real square_mean) ETA_INLINE_LAMBDA {
                return std::sqrt(square_mean) + eps;
            });
        if (numbers.cautious) {
            auto all = array(d, n);
            all /= share;
            keep_agreeing<Real>(all, block.slot(0) * block.gradient());
        }
        if (decay.together)
            subtract(block.w, d, pull, n);
        else
            subtract(block.w, d, n);
    });
}

void update_128(const Slice<float>& slice, const AdamNumbers& numbers, const WeightDecay& decay) {
    update_inlined(slice, numbers, decay);
}
#ifdef ETA_HAS_WIDTHS
ETA_FOR_256 void update_256(const Slice<float>& slice, const AdamNumbers& numbers, const WeightDecay& decay) {
    update_inlined(slice, numbers, decay);
}
#endif

}  // namespace

template <>
void update(const Slice<float>& slice, const AdamNumbers& numbers, const WeightDecay& decay) {
#ifdef ETA_HAS_WIDTHS
    // Divisions and roots are no faster at 512 bits.
    if (vector_width() > 128) return update_256(slice, numbers, decay);
#endif
    update_128(slice, numbers, decay);
}
template <>
void update(const Slice<double>& slice, const AdamNumbers& numbers, const WeightDecay& decay) {
    update_inlined(slice, numbers, decay);
}

}  // namespace eta::adam
