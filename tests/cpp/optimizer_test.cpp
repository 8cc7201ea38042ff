// Optimizers on a quadratic whose path is known, and their first steps by hand.
#include <catch_amalgamated.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "eta/math/buffer.hpp"
#include "eta/optimizer/table.hpp"

namespace eta {
namespace {

using Catch::Approx;

Values values(std::vector<double> numbers) {
    Values all;
    for (const double number : numbers) all.add(number);
    return all;
}

// One weight, or a few, and what an optimizer keeps for them.
template <class Real>
struct State {
    std::vector<Real> w, g, first, second;
    std::int64_t t = 0;

    explicit State(std::vector<Real> start) : w(start), g(start.size()), first(start.size()), second(start.size()) {}

    void step(const Optimizer& optimizer, const Values& numbers, double eta) {
        const Slice<Real> slice{w, g, {std::span<Real>(first), std::span<Real>(second)}, eta, t++};
        if constexpr (sizeof(Real) == 4)
            optimizer.step(slice, numbers);
        else
            optimizer.step_double(slice, numbers);
    }
};

// w after `steps` updates on a w²/2 from w = 1, whose gradient is a w.
double on_quadratic(const Values& numbers, double a, double eta, int steps) {
    State<double> state({1});
    for (int k = 0; k < steps; ++k) {
        state.g[0] = a * state.w[0];
        state.step(sgd::entry, numbers, eta);
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
    for (const int t : {0, 1, 2, 10, 100})
        CHECK(on_quadratic(values({0, 0}), 2, 0.05, t) == Approx(std::pow(0.9, t)).epsilon(1e-12));
    CHECK(on_quadratic(values({0, 1}), 2, 0.05, 10) == Approx(std::pow(0.9, 10)).epsilon(1e-12));  // Nesterov without momentum
}

TEST_CASE("momentum on a quadratic is a sum of two geometric sequences", "[optimizer]") {
    const double a = 2, eta = 0.05, mu = 0.3, w1 = 1 - eta * a;
    for (const int t : {1, 2, 3, 10, 50}) {
        CHECK(on_quadratic(values({mu, 0}), a, eta, t) == Approx(two_powers(1 + mu - eta * a, mu, w1, t)).epsilon(1e-11));
        const double first = 1 - eta * a * (1 + mu);  // Nesterov: trace = first + μ, determinant = μ (1 − η a)
        CHECK(on_quadratic(values({mu, 1}), a, eta, t) == Approx(two_powers(first + mu, mu * w1, first, t)).epsilon(1e-11));
    }
}

TEST_CASE("sgd's first steps by hand", "[optimizer]") {
    State<double> plain({1}), nesterov({1});
    for (auto* state : {&plain, &nesterov}) {
        const Values numbers = values({0.5, state == &nesterov ? 1.0 : 0.0});
        for (const double g : {1.0, 1.0, -2.0}) {
            state->g[0] = g;
            state->step(sgd::entry, numbers, 0.1);
        }
    }
    // v = 1, 1.5, −1.25
    CHECK(plain.first[0] == -1.25);
    CHECK(plain.w[0] == Approx(1 - 0.1 * (1 + 1.5 - 1.25)).epsilon(1e-15));
    CHECK(nesterov.w[0] == Approx(1 - 0.1 * (1.5 + 1.75 - 2.625)).epsilon(1e-15));
}

TEST_CASE("adam's first steps by hand", "[optimizer]") {
    State<double> state({1});
    const Values numbers = values({0.8, 0.9, 0.5});
    state.g[0] = 2;  // m = 0.4, v = 0.4; corrected 2 and 4: 2 / (2 + 0.5)
    state.step(adam::entry, numbers, 0.1);
    CHECK(state.w[0] == Approx(1 - 0.1 * 0.8).epsilon(1e-14));
    state.g[0] = -1;  // m = 0.32 − 0.2 = 0.12, v = 0.36 + 0.1 = 0.46; corrected by 1 − 0.64 and 1 − 0.81
    state.step(adam::entry, numbers, 0.1);
    CHECK(state.first[0] == Approx(0.12).epsilon(1e-14));
    CHECK(state.second[0] == Approx(0.46).epsilon(1e-14));
    CHECK(state.w[0] == Approx(0.92 - 0.1 * (0.12 / 0.36) / (std::sqrt(0.46 / 0.19) + 0.5)).epsilon(1e-14));
}

TEST_CASE("adam steps by the rate while the gradient keeps its sign, whatever its size", "[optimizer]") {
    State<float> state({0, 0, 0});
    const Values numbers = values({0.9, 0.999, 1e-8});
    for (int k = 0; k < 100; ++k) {
        state.g = {1e-3f, -1, 1e6f};
        state.step(adam::entry, numbers, 0.01);
    }
    CHECK(state.w[0] == Approx(-1).epsilon(1e-3));
    CHECK(state.w[1] == Approx(1).epsilon(1e-4));
    CHECK(state.w[2] == Approx(-1).epsilon(1e-4));
}

TEST_CASE("the rate is applied as a float, and numbers may change from update to update", "[optimizer]") {
    State<float> state({0});
    state.g = {3};
    state.step(sgd::entry, values({0, 0}), 0.1);
    CHECK(state.w[0] == -0.1f * 3);
    state.step(sgd::entry, values({0.5, 0}), 0.1);  // v = 0.5 · 3 + 3
    CHECK(state.first[0] == 4.5f);
    State<float> none({1});
    none.g = {3};
    none.step(sgd::entry, values({0, 0}), 1e-60);  // 0 as a float: Keras' rate does the same
    CHECK(none.w[0] == 1.0f);
}

TEST_CASE("a step may be cut into slices, and float follows double", "[optimizer]") {
    constexpr std::size_t n = 2500;  // more than two of Adam's blocks
    for (const Optimizer& optimizer : optimizers) {
        CAPTURE(optimizer.words.key);
        const Values numbers = optimizer.slots == 2 ? values({0.9, 0.999, 1e-8}) : values({0.9, 1});
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
            whole.step(optimizer, numbers, 0.01);
            twofold.step(optimizer, numbers, 0.01);
            for (auto& part : parts) part.step(optimizer, numbers, 0.01);
        }
        for (std::size_t i = 0; i < n; ++i) {
            REQUIRE(whole.w[i] == parts[i / 7].w[i % 7]);
            REQUIRE(std::abs(static_cast<double>(whole.w[i]) - twofold.w[i]) < 1e-6);
        }
    }
}

TEST_CASE("what is kept never becomes subnormal, and what is not a number stays so", "[optimizer]") {
    for (const Optimizer& optimizer : optimizers) {
        CAPTURE(optimizer.words.key);
        const Values numbers = optimizer.slots == 2 ? values({0.5, 0.5, 1e-8}) : values({0.5, 0});
        State<float> state({1, 1});
        state.g = {1, std::nanf("")};
        for (int t = 0; t < 300; ++t) {
            state.step(optimizer, numbers, 0.1);
            state.g[0] = 0;
            REQUIRE(std::fpclassify(state.first[0]) != FP_SUBNORMAL);
            REQUIRE(std::fpclassify(state.second[0]) != FP_SUBNORMAL);
        }
        CHECK(state.first[0] == 0.0f);
        CHECK(std::isfinite(state.w[0]));
        CHECK(std::isnan(state.w[1]));
    }
}

}  // namespace
}  // namespace eta
