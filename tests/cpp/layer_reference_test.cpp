// Initial weights and activations against PyTorch and Keras.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include "eta/network/activations.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/network/losses.hpp"
#include "eta/network/network.hpp"
#include "reference_file.hpp"

namespace {

using namespace eta;

// The largest difference between the two distributions at the reference's quantiles (the middles of 200 parts), of n numbers
// each, would be above this once in a thousand times (Kolmogorov, Smirnov).
double usual_difference(std::size_t n) { return 1.95 * std::sqrt(2 / static_cast<double>(n)); }

void compare(std::vector<float> ours, const std::string& word) {
    if (word == "-") {
        CHECK(std::all_of(ours.begin(), ours.end(), [](float each) { return each == 0; }));
        return;
    }
    const auto theirs = doubles_of(word);
    REQUIRE(theirs.size() == 202);
    std::sort(ours.begin(), ours.end());
    const auto n = static_cast<double>(ours.size());
    const auto part_below = [&](double x) {
        return static_cast<double>(std::lower_bound(ours.begin(), ours.end(), static_cast<float>(x)) - ours.begin()) / n;
    };
    double largest = 0;
    for (int k = 0; k < 200; ++k)
        largest = std::max(largest, std::abs(part_below(theirs[static_cast<std::size_t>(k) + 1]) - (k + 0.5) / 200));
    CHECK(largest < usual_difference(ours.size()));
    // Beyond the other's extremes there is about one number of each sample; a wider bound would put many there.
    CHECK(part_below(theirs.front()) < 20 / n);
    CHECK(1 - part_below(theirs.back()) < 20 / n);
    const double width = theirs.back() - theirs.front();
    CHECK(static_cast<double>(ours.back() - ours.front()) > 0.75 * width);
}

void compare_initialisers(const std::string& framework, std::set<std::string_view>& compared) {
    for (const std::string& line : reference_lines("initialisers-" + framework + ".txt")) {
        const std::size_t biases = line.rfind(' '), weights = line.rfind(' ', biases - 1);
        const std::string text = line.substr(0, weights);
        INFO(text);
        Problems problems;
        const auto run = read_run(text, {}, problems);
        REQUIRE(run);
        const Racer& racer = run->racers[0];
        compared.insert(racer.initialiser->words.key);
        const Network<float> network({20, 10000}, relu_activation::entry, cross_entropy::entry, 1);
        Buffer<float> w(network.parameters());
        network.initialise(w, *racer.initialiser, racer.initialiser_values, 1);
        compare({w.begin(), w.begin() + 200000}, line.substr(weights + 1, biases - weights - 1));
        compare({w.begin() + 200000, w.end()}, line.substr(biases + 1));
    }
}

}  // namespace

TEST_CASE("a layer begins as in PyTorch and Keras: distribution, bounds, biases", "[network][reference]") {
    std::set<std::string_view> compared;
    compare_initialisers("torch", compared);
    CHECK(compared.size() == initialisers.size());
    compared.clear();
    compare_initialisers("keras", compared);
    CHECK(compared.size() == initialisers.size() - 1);  // Keras has no fan_in_uniform
}

TEST_CASE("activations and their derivatives are those of PyTorch and Keras", "[network][reference]") {
    for (const std::string framework : {"torch", "keras"}) {
        std::size_t compared = 0;
        for (const std::string& line : reference_lines("activations-" + framework + ".txt")) {
            const auto words = words_of(line);
            INFO(framework << " " << words[0]);
            const Activation* activation = find(activations, words[0]);
            REQUIRE(activation);
            const auto x = floats_of(words[1]), value = floats_of(words[2]), slope = floats_of(words[3]);
            REQUIRE((x.size() == 400 && value.size() == 400 && slope.size() == 400));
            std::vector<float> a = x, d(x.size(), 1.0f);
            activation->single.forward(a);
            activation->single.backward(a, d);
            double worst = 0, worst_slope = 0;
            for (std::size_t i = 0; i < x.size(); ++i) {
                const auto theirs = static_cast<double>(value[i]);
                worst = std::max(worst, std::abs(static_cast<double>(a[i]) - theirs) / std::max(std::abs(theirs), 1e-30));
                worst_slope = std::max(worst_slope, std::abs(static_cast<double>(d[i]) - static_cast<double>(slope[i])));
            }
            CHECK(worst <= std::ldexp(1, -21));        // four steps of float32 each: TensorFlow's tanh is off by that
            CHECK(worst_slope <= std::ldexp(1, -20));  // of 1 − f², twice the error of f
            ++compared;
        }
        CHECK(compared == activations.size());
    }
}
