// The network's values: by hand, in parts, at the ends of the range; layers, weights' places, initial weights.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>

#include "eta/data/sparse_table.hpp"
#include "network_fixture.hpp"

namespace eta {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST_CASE("layers lie one after another in the flat vector", "[network]") {
    const Network<float> network({3, 5, 2}, relu_activation::entry, cross_entropy::entry, 4);
    REQUIRE(network.layers().size() == 2);
    CHECK(network.parameters() == 3 * 5 + 5 + 5 * 2 + 2);
    CHECK(network.layers()[0].offset == 0);
    CHECK(network.layers()[0].size == 20);
    CHECK(network.layers()[1].offset == 20);
    CHECK(network.layers()[1].size == 12);
    CHECK(Network<float>({3, 4}, relu_activation::entry, cross_entropy::entry, 4).layers().size() == 1);
    CHECK(Network<float>({3, 1}, relu_activation::entry, binary_cross_entropy::entry, 4).classes() == 2);
}

TEST_CASE("a network computed by hand", "[network]") {
    Network<double> network({2, 2, 2}, *find(activations, "relu"), *find(losses, "cross_entropy"), 1);
    // z₁ = (1·3 + 2·(−1) + 0.5, −1·3 + 1·(−1) + 0) = (1.5, −4), a = (1.5, 0), z₂ = (2·1.5 + 0.1, −1·1.5 − 0.1) = (3.1, −1.6)
    const Buffer<double> w(std::span<const double>(std::vector<double>{1, -1, 2, 1, 0.5, 0, 2, -1, 7, 7, 0.1, -0.1}));
    const Buffer<double> x(std::span<const double>(std::vector<double>{3, -1}));
    const std::vector<std::int32_t> y{1};
    Buffer<double> g(w.size()), p(2);
    const double p0 = 1 / (1 + std::exp(-4.7));
    CHECK_THAT(network.loss_and_gradient(w, x, y, g), WithinRel(std::log(1 + std::exp(4.7)), 1e-14));
    // ∂L/∂z₂ = (p₀, −p₀); ∂L/∂z₁ = (2 p₀ + p₀, 0)
    const std::vector<double> expected{9 * p0, 0, -3 * p0, 0, 3 * p0, 0, 1.5 * p0, -1.5 * p0, 0, 0, p0, -p0};
    for (std::size_t i = 0; i < g.size(); ++i) CHECK_THAT(g[i], WithinRel(expected[i], 1e-13));
    network.predict(w, x, p);
    CHECK_THAT(p[0], WithinRel(p0, 1e-14));
    CHECK_THAT(p[0] + p[1], WithinRel(1, 1e-14));
    CHECK(network.evaluate(w, x, y).accuracy == 0);
    CHECK(network.evaluate(w, x, std::vector<std::int32_t>{0}).accuracy == 1);
}

TEST_CASE("activations at points that are known", "[network]") {
    std::vector<double> a{-2, 0, 3}, d{5, 5, 5};
    find(activations, "relu")->twofold.forward(a);
    CHECK(a == std::vector<double>{0, 0, 3});
    find(activations, "relu")->twofold.backward(a, d);
    CHECK(d == std::vector<double>{0, 0, 5});
    std::vector<float> z{0, 1000, -1000};
    find(activations, "tanh")->single.forward(z);
    CHECK(z == std::vector<float>{0, 1, -1});
    z = {0, 1000, -1000};
    find(activations, "sigmoid")->single.forward(z);
    CHECK(z == std::vector<float>{0.5f, 1, 0});
    std::vector<float> nan{std::nanf("")};
    for (const Activation& activation : activations) {
        activation.single.forward(nan);
        CHECK(std::isnan(nan[0]));
    }
}

TEST_CASE("a softmax of a softmax never costs less than its bound", "[network]") {
    const Loss& twice = *find(losses, "double_softmax");
    CHECK(twice.outputs(10) == 10);
    std::vector<double> z(10, 0.0);
    const std::vector<std::int32_t> y{3};
    const auto loss = [&](double right) {
        std::fill(z.begin(), z.end(), 0.0);
        z[3] = right;
        return twice.twofold.measure(z, y);
    };
    CHECK_THAT(loss(1000).loss, WithinRel(std::log(1 + 9 * std::exp(-1.0)), 1e-14));
    CHECK_THAT(loss(1000).loss, WithinAbs(1.4612, 5e-5));
    CHECK_THAT(loss(0).loss, WithinRel(std::log(10), 1e-14));
    CHECK(loss(1000).correct == 1);
    CHECK(loss(-1).correct == 0);
    // What it answers, and the probabilities it gives, are those of one softmax.
    std::vector<double> p(10), once(10);
    twice.twofold.probabilities(z, p, 1);
    find(losses, "cross_entropy")->twofold.probabilities(z, once, 1);
    CHECK(p == once);
}

TEST_CASE("losses know their outputs and hold at the ends of the range", "[network]") {
    const Loss &many = *find(losses, "cross_entropy"), &binary = *find(losses, "binary_cross_entropy");
    CHECK(many.outputs(2) == 2);
    CHECK(many.outputs(10) == 10);
    CHECK(binary.outputs(2) == 1);
    CHECK(binary.outputs(3) == 0);
    const std::vector<std::int32_t> y{0, 1, 1, 0};
    const auto binary_loss = [&](std::vector<double> z) { return binary.twofold.measure(z, std::span(y).first(z.size())); };
    CHECK(binary_loss({800}).loss == 800);
    CHECK(binary_loss({-800}).loss == 0);
    CHECK_THAT(binary_loss({-50}).loss, WithinRel(std::exp(-50), 1e-12));  // log(1 + e⁻⁵⁰), not 0
    CHECK_THAT(binary_loss({-50, 40}).loss, WithinRel(std::exp(-50) + std::exp(-40), 1e-12));
    CHECK(binary_loss({0, 0, 3, -1}).correct == 3);  // 0 is answered by class 0
    CHECK_THAT(binary_loss({0, 0, 3, -1}).loss,
               WithinRel(2 * std::log(2) + std::log1p(std::exp(-3)) + std::log1p(std::exp(-1)), 1e-14));
    const auto many_loss = [&](std::vector<double> z) { return many.twofold.measure(z, std::span(y).first(z.size() / 2)); };
    CHECK(many_loss({1000, -1000}).loss == 0);
    CHECK(many_loss({-1000, 1000}).loss == 2000);
    CHECK(many_loss({3, 3, 3, 3}).correct == 1);  // of equals the first is the answer
    CHECK(many_loss({1, 0, std::nan(""), 5, 5, std::nan("")}).correct == 1);
    CHECK(std::isnan(many_loss({infinity, 0}).loss));
    std::vector<double> equal(3000 * 2, 0.0);  // so many rows that their sums' product would overflow
    CHECK_THAT(many.twofold.gradient(equal, std::vector<std::int32_t>(3000), 1).loss, WithinRel(3000 * std::log(2), 1e-14));
}

TEST_CASE("a result does not depend on how many rows are worked on at once", "[network]") {
    NetworkFixture<double> whole({5, 7, 3}, tanh_activation::entry, cross_entropy::entry, 150, 150),
        parts({5, 7, 3}, tanh_activation::entry, cross_entropy::entry, 150, 7);
    CHECK_THAT(whole.loss_and_gradient(), WithinRel(parts.loss_and_gradient(), 1e-13));
    for (std::size_t i = 0; i < whole.g.size(); ++i) REQUIRE(std::abs(whole.g[i] - parts.g[i]) < 1e-13);
    const Evaluation a = whole.network.evaluate(whole.w, whole.x, whole.y), b = parts.network.evaluate(parts.w, parts.x, parts.y);
    CHECK(a.loss == b.loss);
    CHECK(a.accuracy == b.accuracy);
    CHECK_THAT(a.loss, WithinRel(whole.loss_and_gradient(), 1e-13));
    CHECK(whole.network.evaluate(whole.w, std::span<const double>(), {}).accuracy == 0);
    Buffer<double> p(150 * 3);
    whole.network.predict(whole.w, whole.x, p);
    double right = 0;
    for (std::size_t i = 0; i < 150; ++i) right += std::max_element(&p[3 * i], &p[3 * i] + 3) - &p[3 * i] == whole.y[i];
    CHECK(a.accuracy == right / 150);
}

TEST_CASE("without the zeros of its inputs a network gives the same bits", "[network]") {
    NetworkFixture<float> f({60, 33, 3}, tanh_activation::entry, cross_entropy::entry, 150, 150);
    Table table = zeros({150, 60, 3});
    for (std::size_t i = 0; i < f.x.size(); ++i) table.x[i] = f.x[i] < 0.3f ? 0 : f.x[i];
    std::vector<std::uint32_t> rows(150);
    std::iota(rows.begin(), rows.end(), 0u);
    const SparseTable sparse(table);
    SparseBatch batch(sparse, 150);
    batch.gather(sparse, rows);
    Buffer<float> g(f.g.size());
    const double loss = f.network.loss_and_gradient(f.w, Inputs<float>(batch.by_row(), batch.by_input()), f.y, g);
    CHECK(f.network.loss_and_gradient(f.w, table.x, f.y, f.g) == loss);
    CHECK(std::ranges::equal(f.g, g));
    const Evaluation with = f.network.evaluate(f.w, table.x, f.y), without = f.network.evaluate(f.w, sparse.rows(), f.y);
    CHECK(with.loss == without.loss);
    CHECK(with.accuracy == without.accuracy);
}

TEST_CASE("wide layers, cut into pieces, give what plain sums give", "[network]") {
    NetworkFixture<double> f({517, 301, 3}, *find(activations, "identity"), cross_entropy::entry, 130, 130);
    f.loss_and_gradient();
    // The gradient of the first layer's weights from the biases' gradients of each row alone.
    Buffer<double> one(f.g.size());
    std::vector<double> sum(f.g.size());
    for (std::size_t row = 0; row < 130; ++row) {
        f.network.loss_and_gradient(f.w, std::span<const double>(f.x).subspan(row * 517, 517), f.classes().subspan(row, 1), one);
        const auto bias = std::span<const double>(one).subspan(517 * 301, 301);
        for (std::size_t i = 0; i < 517; ++i)
            for (std::size_t o = 0; o < 301; ++o) sum[i * 301 + o] += bias[o] * f.x[row * 517 + i] / 130;
    }
    for (std::size_t k = 0; k < std::size_t{517} * 301; ++k) REQUIRE(std::abs(sum[k] - f.g[k]) < 1e-12);
}

}  // namespace
}  // namespace eta
