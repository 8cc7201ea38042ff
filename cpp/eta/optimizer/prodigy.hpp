// prodigy is Adam that estimates how far the weights must go, and multiplies the rate by it.
#pragma once

#include "eta/math/functions.hpp"
#include "eta/optimizer/adam.hpp"

namespace eta::prodigy {

inline constexpr std::array params{
    adam::beta1,
    adam::beta2,
    adam::epsilon,
    Param{.key = "d0",
          .symbol = "d₀",
          .min = 1e-12,
          .max = 1,
          .initial = "1e-6",
          .scale = Scale::log,
          .help = "the first estimate of the distance, too small on purpose"},
    Param{.key = "coef",
          .min = 1e-3,
          .max = 1e3,
          .initial = "1",
          .scale = Scale::log,
          .help = "multiplies every estimate; it may be changed where the result is too small or too large a rate"},
    Param{.key = "growth",
          .min = 0,
          .max = 1e6,
          .initial = "0",
          .help = "at most this many times the last estimate is the next; 0 sets no limit"},
    Param{.key = "corrected",
          .type = Type::flag,
          .initial = "false",
          .help = "corrects the means for their start at 0, as Adam does"},
    Param{.key = "safeguard_warmup",
          .type = Type::flag,
          .initial = "false",
          .help = "keeps the rate out of the estimate's denominator, for a schedule that warms up"},
    Param{.key = "weight_decay",
          .symbol = "λ",
          .min = 0,
          .max = 10,
          .initial = "0",
          .help = "each update also takes η d λ of every weight away"},
};

struct ProdigyNumbers {
    double beta1, beta2, epsilon, d0, coef, growth;
    bool corrected, safeguard_warmup;
    double weight_decay;
};
inline ProdigyNumbers numbers_of(const Values& values) {
    return apply<params, double>([](auto... number) { return ProdigyNumbers{number...}; }, values);
}

// Returns η of Adam with d: γ = η d √(1 − β₂ᵏ) / (1 − β₁ᵏ), or η d without the correction.
template <class Real>
double rate_of(const Slice<Real>& slice, const ProdigyNumbers& p, double d) {
    const auto k = static_cast<double>(slice.t + 1);
    return slice.eta * d * (p.corrected ? std::sqrt(1 - pow(p.beta2, k)) / (1 - pow(p.beta1, k)) : 1);
}

// What is known of the distance, the same for all layers.
enum Scalar : std::size_t { distance, greatest, numerator, last_distance, scalars };
// What is kept of each weight: Adam's means of d g and of its square, the weighted sum s of gradients, and where it began.
enum Slot : std::size_t { mean, square, sum, first, slots };

// With β₃ = √β₂:  r ← β₃ r + Σ (d / d₀) γ g (w₀ − w);   s ← β₃ s + (d / d₀) γ g (safeguard: d in place of γ)
//   d̂ = coef r / Σ |s|;   d ← max(d, d̂), at most growth times the last.
template <class Real>
void find_distance(std::span<const Slice<Real>> layers, const Values& values) {
    const ProdigyNumbers p = numbers_of(values);
    const double beta3 = std::sqrt(p.beta2);
    const auto known = layers[0].scalars;
    if (layers[0].t == 0) known[distance] = known[greatest] = p.d0;
    const double d = known[distance];
    double r = beta3 * known[numerator], weight = 0;
    for (const Slice<Real>& layer : layers) {
        if (layer.t == 0) std::copy(layer.w.begin(), layer.w.end(), layer.slot(first).begin());
        if (layer.eta == 0) continue;
        const double rate = rate_of(layer, p, d), of_gradient = d / p.d0 * (p.safeguard_warmup ? d : rate);
        const auto s = layer.slot(sum), start = layer.slot(first);
        const auto keeps = static_cast<Real>(beta3), adds = static_cast<Real>(of_gradient);
        double gain = 0;
        for (std::size_t i = 0; i < s.size(); ++i) {
            gain += static_cast<double>(layer.g[i]) * static_cast<double>(start[i] - layer.w[i]);
            s[i] = keeps * s[i] + adds * layer.g[i];
            weight += std::abs(static_cast<double>(s[i]));
        }
        r += d / p.d0 * rate * gain;
    }
    double next = d;
    if (weight > 0) {
        const double estimate = p.coef * r / weight;
        if (d == p.d0) next = std::max(d, estimate);
        known[greatest] = std::max(known[greatest], estimate);
        next = p.growth > 0 ? std::min(known[greatest], next * p.growth) : known[greatest];
        known[numerator] = r;
    }
    known[last_distance] = d;
    known[distance] = next;
    for (const Slice<Real>& layer : layers) std::copy(known.begin(), known.end(), layer.scalars.begin());
}

// m ← β₁ m + (1 − β₁) d g;  v ← β₂ v + (1 − β₂) (d g)²;   w ← w − γ λ w;   w ← w − γ m / (√v + ε d), the last d the new one
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    if (slice.eta == 0) return;
    const ProdigyNumbers p = numbers_of(values);
    const double d = slice.scalars[last_distance], rate = rate_of(slice, p, d);
    const auto eps = static_cast<Real>(p.epsilon * slice.scalars[distance]), gamma = static_cast<Real>(rate);
    const auto pull = static_cast<Real>(rate * p.weight_decay);
    each_block(slice, {}, [&](const Block<Real>& block) {
        const auto m = block.slot(mean), v = block.slot(square);
        keep(m, p.beta1, (1 - p.beta1) * d, block.gradient());
        keep_square(v, p.beta2, (1 - p.beta2) * d * d, block.gradient());
        auto w = block.weights();
        if (pull != 0) w -= pull * w;
        w -= gamma * m / (v.sqrt() + eps);
    });
}

inline constexpr Optimizer entry{
    {{"prodigy", "Prodigy", "Adam that finds its own rate: η multiplies an estimate of how far the weights must go.",
      "Mishchenko, Defazio: Prodigy: an expeditiously adaptive parameter-free learner, ICML 2024, arXiv 2306.06101; "
      "package prodigyopt; optax.contrib.prodigy"},
     params},
    slots,
    step<float>,
    step<double>,
    {.scalars = scalars, .before = find_distance<float>, .is_elementwise = false}};

}  // namespace eta::prodigy
