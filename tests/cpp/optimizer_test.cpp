// Optimizers on a quadratic whose path is known, and their first steps by hand.
#include <array>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/math/number.hpp"
#include "eta/optimizer/optimizers.hpp"

namespace eta {
namespace {

using Catch::Matchers::WithinRel;

// The optimizer that a text names, with its numbers.
struct Bound {
    const Optimizer* optimizer = nullptr;
    Values numbers;
};
Bound bound(const std::string& text) {
    Problems problems;
    const Tree tree = parse(text, problems);
    Bound made{.optimizer = find(optimizers, tree[tree.root].text), .numbers = {}};
    REQUIRE(made.optimizer);
    auto values = bind_values(tree, tree.root, *made.optimizer, {}, problems);
    REQUIRE(values);
    made.numbers = std::move(*values);
    return made;
}

// A few weights, and what an optimizer keeps for them.
template <class Real>
struct State {
    std::vector<Real> w, g;
    std::vector<Real> slots;
    std::vector<double> scalars;
    std::int64_t t = 0;

    explicit State(std::vector<Real> start) : w(start), g(start.size()) {}

    Real slot(std::size_t s, std::size_t i = 0) const { return slots[s * w.size() + i]; }

    void step(const Bound& bound, double eta) {
        const Needs& needs = bound.optimizer->needs;
        if (t == 0) {
            slots.assign(w.size() * static_cast<std::size_t>(bound.optimizer->slots), 0);
            scalars.assign(static_cast<std::size_t>(needs.scalars), 0);
            if (needs.evaluated >= 0)
                std::copy(w.begin(), w.end(), slots.begin() + static_cast<std::ptrdiff_t>(w.size()) * needs.evaluated);
        }
        Slice<Real> slice{.w = w, .g = g, .slots = slots.data(), .stride = w.size(), .eta = eta, .t = t++};
        slice.scalars = scalars;
        if constexpr (sizeof(Real) == 4)
            bound.optimizer->step(slice, bound.numbers);
        else
            bound.optimizer->step_double(slice, bound.numbers);
    }
};

// w after `steps` updates on a w²/2 from w = 1, whose gradient is a w.
double on_quadratic(double momentum, bool nesterov, double a, double eta, int steps) {
    const Bound sgd = bound("sgd(" + print(momentum) + ", nesterov=" + (nesterov ? "true" : "false") + ")");
    State<double> state({1});
    for (int k = 0; k < steps; ++k) {
        state.g[0] = a * state.w[0];
        state.step(sgd, eta);
    }
    return state.w[0];
}

// w_t = c₁ λ₁ᵗ + c₂ λ₂ᵗ with λ² − (trace) λ + (determinant) = 0, from w₀ = 1 and w₁.
double two_powers(double trace, double determinant, double w1, int t) {
    const double root = std::sqrt(trace * trace / 4 - determinant), l1 = trace / 2 + root, l2 = trace / 2 - root;
    const double c1 = (w1 - l2) / (l1 - l2);
    return c1 * std::pow(l1, t) + (1 - c1) * std::pow(l2, t);
}

TEST_CASE("sgd on a quadratic is a geometric sequence", "[optimizer]") {
    for (const int t : {0, 1, 2, 10, 100}) CHECK_THAT(on_quadratic(0, false, 2, 0.05, t), WithinRel(std::pow(0.9, t), 1e-12));
    CHECK_THAT(on_quadratic(0, true, 2, 0.05, 10), WithinRel(std::pow(0.9, 10), 1e-12));  // Nesterov without momentum
}

TEST_CASE("momentum on a quadratic is a sum of two geometric sequences", "[optimizer]") {
    const double a = 2, eta = 0.05, mu = 0.3, w1 = 1 - eta * a;
    for (const int t : {1, 2, 3, 10, 50}) {
        CHECK_THAT(on_quadratic(mu, false, a, eta, t), WithinRel(two_powers(1 + mu - eta * a, mu, w1, t), 1e-11));
        const double first = 1 - eta * a * (1 + mu);  // Nesterov: trace = first + μ, determinant = μ (1 − η a)
        CHECK_THAT(on_quadratic(mu, true, a, eta, t), WithinRel(two_powers(first + mu, mu * w1, first, t), 1e-11));
    }
}

TEST_CASE("sgd's first steps by hand", "[optimizer]") {
    State<double> plain({1}), nesterov({1});
    for (auto* state : {&plain, &nesterov}) {
        const Bound numbers = bound(state == &nesterov ? "sgd(0.5, nesterov=true)" : "sgd(0.5)");
        for (const double g : {1.0, 1.0, -2.0}) {
            state->g[0] = g;
            state->step(numbers, 0.1);
        }
    }
    // v = 1, 1.5, −1.25
    CHECK(plain.slot(0) == -1.25);
    CHECK_THAT(plain.w[0], WithinRel(1 - 0.1 * (1 + 1.5 - 1.25), 1e-15));
    CHECK_THAT(nesterov.w[0], WithinRel(1 - 0.1 * (1.5 + 1.75 - 2.625), 1e-15));
}

TEST_CASE("adam's first steps by hand", "[optimizer]") {
    State<double> state({1});
    const Bound numbers = bound("adam(0.8, beta2=0.9, epsilon=0.5)");
    state.g[0] = 2;  // m = 0.4, v = 0.4; corrected 2 and 4: 2 / (2 + 0.5)
    state.step(numbers, 0.1);
    CHECK_THAT(state.w[0], WithinRel(1 - 0.1 * 0.8, 1e-14));
    state.g[0] = -1;  // m = 0.32 − 0.2 = 0.12, v = 0.36 + 0.1 = 0.46; corrected by 1 − 0.64 and 1 − 0.81
    state.step(numbers, 0.1);
    CHECK_THAT(state.slot(0), WithinRel(0.12, 1e-14));
    CHECK_THAT(state.slot(1), WithinRel(0.46, 1e-14));
    CHECK_THAT(state.w[0], WithinRel(0.92 - 0.1 * (0.12 / 0.36) / (std::sqrt(0.46 / 0.19) + 0.5), 1e-14));
}

TEST_CASE("adam steps by the rate while the gradient keeps its sign, whatever its size", "[optimizer]") {
    State<float> state({0, 0, 0});
    const Bound numbers = bound("adam");
    for (int k = 0; k < 100; ++k) {
        state.g = {1e-3f, -1, 1e6f};
        state.step(numbers, 0.01);
    }
    CHECK_THAT(state.w[0], WithinRel(-1, 1e-3));
    CHECK_THAT(state.w[1], WithinRel(1, 1e-4));
    CHECK_THAT(state.w[2], WithinRel(-1, 1e-4));
}

TEST_CASE("the rate is applied as a float, and numbers may change from update to update", "[optimizer]") {
    State<float> state({0});
    state.g = {3};
    state.step(bound("sgd"), 0.1);
    CHECK(state.w[0] == -0.1f * 3);
    state.step(bound("sgd(0.5)"), 0.1);  // v = 0.5 · 3 + 3
    CHECK(state.slot(0) == 4.5f);
    State<float> none({1});
    none.g = {3};
    none.step(bound("sgd"), 1e-60);  // 0 as a float: Keras' rate does the same
    CHECK(none.w[0] == 1.0f);
}

TEST_CASE("every optimizer's numbers do what their words say", "[optimizer]") {
    const auto after = [](const std::string& text, std::vector<double> gradients) {
        State<double> state({1});
        const Bound numbers = bound(text);
        for (const double g : gradients) {
            state.g[0] = g;
            state.step(numbers, 0.1);
        }
        return state.w[0];
    };
    // The first gradient is dampened only if said so; v = 2, 0.5·2 + 0.6·1.
    CHECK_THAT(after("sgd(0.5, dampening=0.4)", {2, 1}), WithinRel(1 - 0.1 * (2 + 1.6), 1e-14));
    CHECK_THAT(after("sgd(0.5, dampening=0.4, dampen_first=true)", {2, 1}), WithinRel(1 - 0.1 * (1.2 + 1.2), 1e-14));
    CHECK_THAT(after("sgd(weight_decay=0.5)", {2}), WithinRel(1 - 0.1 * (2 + 0.5), 1e-14));
    CHECK_THAT(after("sgd(weight_decay=0.5, coupled=false)", {2}), WithinRel(0.95 - 0.1 * 2, 1e-14));
    CHECK_THAT(after("adagrad(epsilon=0.5)", {3}), WithinRel(1 - 0.1 * 3 / 3.5, 1e-14));
    CHECK_THAT(after("adagrad(epsilon=0.5, epsilon_at=inside, start=0.75)", {3}),
               WithinRel(1 - 0.1 * 3 / std::sqrt(10.25), 1e-14));
    CHECK_THAT(after("rmsprop(0.75, epsilon=0.5)", {2}), WithinRel(1 - 0.1 * 2 / 1.5, 1e-14));  // v = 1
    CHECK_THAT(after("rmsprop(0.75, epsilon=0.5, epsilon_at=inside)", {2}), WithinRel(1 - 0.1 * 2 / std::sqrt(1.5), 1e-14));
    CHECK_THAT(after("rmsprop(0.75, epsilon=0.5, centred=true)", {2}),
               WithinRel(1 - 0.1 * 2 / (std::sqrt(0.75) + 0.5), 1e-14));  // ḡ = ½
    CHECK_THAT(after("rmsprop(0.75, epsilon=0.5, corrected=true)", {2}), WithinRel(1 - 0.1 * 2 / 2.5, 1e-14));
    CHECK_THAT(after("lion(0.5)", {3, 0, -1}),
               WithinRel(1 - 0.1 - 0.1 + 0.1, 1e-14));  // m = 0.03, 0.0297; the last sign is the gradient's
    CHECK_THAT(after("lion(0.5, weight_decay=0.2)", {3}), WithinRel(0.98 - 0.1, 1e-14));
    CHECK_THAT(after("adamw(epsilon=0.5, weight_decay=0.2)", {3}), WithinRel(0.98 - 0.1 * 3 / 3.5, 1e-14));
    // m̂ = v̂^½ = 3 after the first update, whatever β; hat: ε is larger by 1/√(1 − β₂).
    CHECK_THAT(after("adam(epsilon=0.5, epsilon_at=inside)", {3}), WithinRel(1 - 0.1 * 3 / std::sqrt(9.5), 1e-14));
    CHECK_THAT(after("adam(beta2=0.75, epsilon=0.5, epsilon_at=hat)", {3}), WithinRel(1 - 0.1 * 3 / 4, 1e-14));
    // With β₁ = 0 the step is g over the root: of v = 2.75 without amsgrad, of the greatest 4.5 or 9 with it.
    CHECK_THAT(after("adam(0, beta2=0.5)", {3, 1}), WithinRel(0.9 - 0.1 / std::sqrt(2.75 / 0.75), 1e-8));
    CHECK_THAT(after("adam(0, beta2=0.5, amsgrad=true)", {3, 1}), WithinRel(0.9 - 0.1 / std::sqrt(4.5 / 0.75), 1e-8));
    CHECK_THAT(after("adam(0, beta2=0.5, amsgrad=true, greatest=corrected)", {3, 1}), WithinRel(0.9 - 0.1 / 3, 1e-8));
    // v̂ is 9 and then 2.75/0.75, so 9 stays; hat: ε is larger by 1/√(1 − β₂²) at the second update.
    CHECK_THAT(after("adam(0, beta2=0.5, amsgrad=true, greatest=corrected, epsilon=0.5, epsilon_at=hat)", {3, 1}),
               WithinRel(1 - 0.1 * 3 / (3 + 0.5 / std::sqrt(0.5)) - 0.1 / (3 + 0.5 / std::sqrt(0.75)), 1e-14));
}

TEST_CASE("Adam's relatives do what their words say", "[optimizer]") {
    const auto after = [](const std::string& text, std::vector<double> gradients) {
        State<double> state({1});
        const Bound numbers = bound(text);
        for (const double g : gradients) {
            state.g[0] = g;
            state.step(numbers, 0.1);
        }
        return state.w[0];
    };
    // m = 1.5 and v̂ = 9; with μ = ½ from the start 1 of the step is the gradient's, ½ / ¾ of m that of the momentum.
    CHECK_THAT(after("nadam(0.5, epsilon=0.5, lacking=0)", {3}), WithinRel(1 - 0.1 * (3 + 1.0) / 3.5, 1e-14));
    const double mu1 = 0.5 * 0.04, mu2 = 0.5 * (1 - 0.96 * 0.96);
    CHECK_THAT(after("nadam(0.5, epsilon=0.5, lacking=1, momentum_decay=1)", {3}),
               WithinRel(1 - 0.1 * (3 + mu2 * 1.5 / (1 - mu1 * mu2)) / 3.5, 1e-14));
    // β₂ = ½ stands for 3 updates at most, which is too few.
    CHECK_THAT(after("radam(0.9, beta2=0.5)", {3, 3}), WithinRel(1 - 0.1 * 3 - 0.1 * 3, 1e-14));
    double w = 1;
    for (int k = 1; k <= 12; ++k) {
        const double power = std::pow(0.9, k), most = 19, length = most - 2 * k * power / (1 - power);
        const double part = std::sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length));
        w -= length > 6 ? 0.1 * part * 3 / 3.5 : 0.1 * 3;
    }
    CHECK_THAT(after("radam(0, beta2=0.9, epsilon=0.5, epsilon_at=outside, threshold=6)", std::vector<double>(12, 3.0)),
               WithinRel(w, 1e-12));
    CHECK_THAT(after("adadelta(0.75, epsilon=0.5)", {2}), WithinRel(1 - 0.1 * std::sqrt(0.5) / std::sqrt(1.5) * 2, 1e-14));
    CHECK_THAT(after("adamax(0, beta2=0.5, epsilon=0.5)", {3, 1}), WithinRel(1 - 0.1 * 3 / 3.5 - 0.1 / 1.75, 1e-14));
    CHECK_THAT(after("adamax(0, beta2=0.5, epsilon=0.5, epsilon_at=outside)", {3, 1}),
               WithinRel(1 - 0.1 * 3 / 3.5 - 0.1 / 2, 1e-14));
    CHECK_THAT(after("lamb(weight_decay=0.2, decay_at=before)", {3}), WithinRel(0.98 - 0.1 * 0.98, 1e-14));
    // z = 0.8 and 0.7; x = 0.8 and their mean 0.75; y lies three quarters of the way from z to x.
    CHECK_THAT(after("schedule_free(beta=0.75)", {2, 1}), WithinRel(0.25 * 0.7 + 0.75 * 0.75, 1e-14));
    // γ = 0.05 and 0.1: the second weighs four times the first; z = 0.9 and 0.8.
    CHECK_THAT(after("schedule_free(beta=1, warmup=2)", {2, 1}), WithinRel(0.9 + 0.8 * (0.8 - 0.9), 1e-14));
}

TEST_CASE("a step may be cut into slices, and float follows double", "[optimizer]") {
    constexpr std::size_t n = 2500;  // more than two of Adam's blocks
    for (const Optimizer& optimizer : optimizers) {
        if (!optimizer.needs.is_elementwise) continue;
        CAPTURE(optimizer.words.key);
        const Bound numbers = bound(std::string(optimizer.words.key));
        State<float> whole{std::vector<float>(n)};
        State<double> twofold{std::vector<double>(n)};
        std::vector<State<float>> parts;
        for (std::size_t i = 0; i < n; i += 7) parts.emplace_back(std::vector<float>(std::min<std::size_t>(7, n - i)));
        for (int t = 0; t < 5; ++t) {
            for (std::size_t i = 0; i < n; ++i) {
                const auto g = static_cast<float>(static_cast<int>((i * 37 + static_cast<std::size_t>(t) * 11) % 101) - 50) / 25;
                whole.g[i] = parts[i / 7].g[i % 7] = g;
                twofold.g[i] = static_cast<double>(g);
            }
            whole.step(numbers, 0.01);
            twofold.step(numbers, 0.01);
            for (auto& part : parts) part.step(numbers, 0.01);
        }
        for (std::size_t i = 0; i < n; ++i) {
            REQUIRE(whole.w[i] == parts[i / 7].w[i % 7]);
            REQUIRE(std::abs(static_cast<double>(whole.w[i]) - twofold.w[i]) < 1e-6);
        }
    }
}

TEST_CASE("what is kept never becomes subnormal, and what is not a number stays so", "[optimizer]") {
    for (const char* text :
         {"sgd(0.5)", "sgd(0.5, rate_in=velocity)", "adam(0.5, beta2=0.5)", "adamw(0.5, beta2=0.5, amsgrad=true)",
          "rmsprop(0.5, centred=true, momentum=0.5)", "lion(0.5, beta2=0.5)", "nadam(0.5, beta2=0.5)", "radam(0.5, beta2=0.5)",
          "adamax(0.5, beta2=0.5)", "adadelta(0.5)", "adagrad"}) {
        CAPTURE(text);
        const Bound numbers = bound(text);
        State<float> state({1, 1});
        state.g = {1, std::nanf("")};
        for (int t = 0; t < 300; ++t) {
            state.step(numbers, 0.1);
            state.g[0] = 0;
            for (const float kept : state.slots) REQUIRE(std::fpclassify(kept) != FP_SUBNORMAL);
        }
        CHECK(state.slot(0) == (numbers.optimizer == find(optimizers, "adagrad") ? 1.0f : 0.0f));  // adagrad's sum stays
        CHECK(std::isfinite(state.w[0]));
        CHECK(std::isnan(state.w[1]));
    }
}

}  // namespace
}  // namespace eta
