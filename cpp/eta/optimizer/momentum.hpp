// sgd and rmsprop share this velocity: a step along what is kept of the last steps.
#pragma once

#include "eta/math/array.hpp"
#include "eta/optimizer/optimizer_entry.hpp"

namespace eta {

inline constexpr std::string_view rate_places = "step velocity";

inline constexpr Param momentum_param{.key = "momentum",
                                      .symbol = "μ",
                                      .min = 0,
                                      .max = 1,
                                      .initial = "0",
                                      .help = "the part of the last velocity that is kept; 0 is none"};
inline constexpr Param nesterov_param{.key = "nesterov",
                                      .type = Type::flag,
                                      .initial = "false",
                                      .help = "moves on from where the velocity leads to (only with momentum)"};
inline constexpr Param rate_in_param{
    .key = "rate_in",
    .type = Type::choice,
    .initial = "step",
    .choices = rate_places,
    .help = "step: the velocity is multiplied by the rate of now; velocity: each gradient keeps the rate of its own time"};

struct Momentum {
    double mu;
    bool nesterov;
    int rate_in;  // 0 step, 1 velocity
};

// step:      v ← μ v + d;    w ← w − η v, with Nesterov w ← w − η (d + μ v)
// velocity:  v ← μ v + η d;  w ← w − v,   with Nesterov w ← w − (η d + μ v)
// d is the direction; all have one length, and `d` may not overlap `w` or `v`.
template <class Real>
void move(Array<Real> w, Array<Real> v, const ConstArray<Real>& d, double rate, const Momentum& momentum) {
    const auto mu = static_cast<Real>(momentum.mu), eta = static_cast<Real>(rate);
    if (momentum.rate_in == 0) {
        v = without_subnormal(mu * v + d);
        if (momentum.nesterov)
            w -= eta * (d + mu * v);
        else
            w -= eta * v;
    } else {
        v = without_subnormal(mu * v + eta * d);
        if (momentum.nesterov)
            w -= eta * d + mu * v;
        else
            w -= v;
    }
}

}  // namespace eta
