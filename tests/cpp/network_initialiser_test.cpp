// Initial weights: their bounds and variance, biases 0, one random substream a layer.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>

#include "network_fixture.hpp"

namespace eta {
namespace {

// An initialiser's numbers: `truncated`, where it has it.
Values given(const Initialiser& initialiser, bool truncated = false) {
    Values values;
    if (!initialiser.params.empty()) values.add(truncated);
    return values;
}

TEST_CASE("initial weights have the variance of their paper, and biases are 0", "[network]") {
    struct Expected {
        std::string_view key;
        double variance;
        bool uniform;
    };
    for (const Expected expected : {Expected{"he_normal", 2.0 / 100, false}, Expected{"he_uniform", 2.0 / 100, true},
                                    Expected{"glorot_normal", 2.0 / 300, false}, Expected{"glorot_uniform", 2.0 / 300, true}}) {
        CAPTURE(expected.key);
        const Network<float> network({100, 200}, relu_activation::entry, cross_entropy::entry, 1);
        Buffer<float> w(network.parameters());
        const Initialiser& initialiser = *find(initialisers, expected.key);
        network.initialise(w, initialiser, given(initialiser), 3);
        double mean = 0, square = 0, largest = 0;
        for (std::size_t i = 0; i < 20000; ++i) {
            mean += w[i] / 20000.0;
            square += static_cast<double>(w[i]) * w[i] / 20000;
            largest = std::max(largest, std::abs(static_cast<double>(w[i])));
        }
        CHECK(std::abs(mean) < 4 * std::sqrt(expected.variance / 20000));
        CHECK(std::abs(square / expected.variance - 1) < 0.05);  // five standard errors of a normal's variance
        const double limit = std::sqrt(3 * expected.variance);
        if (expected.uniform)
            CHECK((largest <= limit * 1.0000001 && largest > 0.99 * limit));
        else
            CHECK((largest > 1.5 * limit && largest < 6 * std::sqrt(expected.variance)));
        CHECK(std::all_of(w.begin() + 20000, w.end(), [](float b) { return b == 0; }));
    }
}

TEST_CASE("a layer's draw depends on the seed and on nothing of the other layers", "[network]") {
    const auto weights = [](std::vector<int> widths, std::size_t layer, std::uint64_t seed) {
        const Network<float> network(widths, relu_activation::entry, cross_entropy::entry, 1);
        Buffer<float> w(network.parameters());
        network.initialise(w, he_normal::entry, given(he_normal::entry), seed);
        const Layer& at = network.layers()[layer];
        return std::vector<float>(w.begin() + at.offset, w.begin() + at.offset + at.size);
    };
    CHECK(weights({4, 9, 5, 3}, 1, 1) == weights({70, 9, 5, 2}, 1, 1));
    CHECK(weights({4, 9, 5, 3}, 1, 1) != weights({4, 9, 5, 3}, 1, 2));
    CHECK(weights({4, 9, 5}, 0, 1) == weights({4, 9}, 0, 1));
    CHECK(weights({4, 4, 4}, 0, 1) != weights({4, 4, 4}, 1, 1));
}

}  // namespace
}  // namespace eta
