// Gradients against central differences, in double, for every activation, loss and depth; and that a wrong one is seen.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <string>

#include "network_fixture.hpp"

namespace eta {
namespace {

// The largest difference between `claimed` and the central differences of the loss, as a part of the largest gradient.
double relative_error(NetworkFixture<double>& f, std::span<const double> claimed) {
    constexpr double h = 1e-5;
    Buffer<double> ignored(f.w.size());
    double error = 0, largest = 0;
    for (std::size_t i = 0; i < f.w.size(); ++i) {
        const double w = f.w[i];
        f.w[i] = w + h;
        const double above = f.network.loss_and_gradient(f.w, f.x, f.y, ignored);
        f.w[i] = w - h;
        const double below = f.network.loss_and_gradient(f.w, f.x, f.y, ignored);
        f.w[i] = w;
        const double slope = (above - below) / (2 * h);
        error = std::max(error, std::abs(claimed[i] - slope));
        largest = std::max(largest, std::abs(slope));
    }
    return error / largest;
}

std::vector<int> widths(const Loss& loss, int hidden) {
    std::vector<int> all{5};
    for (int i = 0; i < hidden; ++i) all.push_back(std::array{7, 4, 3}[static_cast<std::size_t>(i)]);
    all.push_back(loss.outputs(2) == 1 ? 1 : loss.outputs(3));
    return all;
}

TEST_CASE("gradients equal central differences", "[network]") {
    for (const Activation& activation : activations)
        for (const Loss& loss : losses)
            for (int hidden = 0; hidden <= 3; ++hidden)
                for (const int max_rows : {11, 4}) {  // all rows at once, and in three parts
                    CAPTURE(activation.words.key, loss.words.key, hidden, max_rows);
                    NetworkFixture<double> f(widths(loss, hidden), activation, loss, 11, max_rows);
                    f.loss_and_gradient();
                    CHECK(relative_error(f, f.g) < 1e-6);
                }
}

TEST_CASE("the check sees a wrong gradient", "[network]") {
    SECTION("one element off by a hundred thousandth") {
        NetworkFixture<double> f({5, 7, 3}, tanh_activation::entry, cross_entropy::entry, 11, 11);
        f.loss_and_gradient();
        double& largest = *std::max_element(f.g.begin(), f.g.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
        largest *= 1.00001;
        CHECK(relative_error(f, f.g) > 1e-6);
    }
    SECTION("an activation with another one's derivative") {
        Activation wrong = tanh_activation::entry;
        wrong.twofold.backward = sigmoid_activation::entry.twofold.backward;
        NetworkFixture<double> f({5, 7, 3}, wrong, cross_entropy::entry, 11, 11);
        f.loss_and_gradient();
        CHECK(relative_error(f, f.g) > 1e-2);
    }
    SECTION("a loss that is not divided by the number of rows") {
        Loss wrong = cross_entropy::entry;
        wrong.twofold.gradient = [](std::span<double> z, std::span<const std::int32_t> y, double) {
            return cross_entropy::entry.twofold.gradient(z, y, 1);
        };
        NetworkFixture<double> f({5, 7, 3}, tanh_activation::entry, wrong, 11, 11);
        f.loss_and_gradient();
        CHECK(relative_error(f, f.g) > 1);
    }
}

TEST_CASE("float gradients are those of double, rounded", "[network]") {
    for (const Activation& activation : activations)
        for (const Loss& loss : losses) {
            CAPTURE(activation.words.key, loss.words.key);
            NetworkFixture<float> single(widths(loss, 2), activation, loss, 33, 33);
            NetworkFixture<double> twofold(widths(loss, 2), activation, loss, 33, 33);
            std::copy(single.w.begin(), single.w.end(), twofold.w.begin());
            std::copy(single.x.begin(), single.x.end(), twofold.x.begin());
            CHECK(std::abs(single.loss_and_gradient() - twofold.loss_and_gradient()) < 1e-6);
            for (std::size_t i = 0; i < single.g.size(); ++i) REQUIRE(std::abs(single.g[i] - twofold.g[i]) < 2e-6);
        }
}

}  // namespace
}  // namespace eta
