// Muon's step has singular values of 1 where Newton–Schulz converges, for layers of any shape; LAMB's has the length of the weights.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <vector>

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/optimizer/optimizers.hpp"

namespace eta {
namespace {

// One update of a layer from w = `start`, whose gradient has no structure.
std::vector<double> after(const std::string& text, std::size_t rows, std::size_t columns, double start, std::vector<double>& g) {
    Problems problems;
    const Tree tree = parse(text, problems);
    const Optimizer* optimizer = find(optimizers, tree[tree.root].text);
    REQUIRE(optimizer);
    const auto values = bind_values(tree, tree.root, *optimizer, {}, problems);
    REQUIRE(values);
    const std::size_t n = (rows + 1) * columns;
    std::vector<double> w(n, start), slots(n * static_cast<std::size_t>(optimizer->slots)), scratch;
    if (optimizer->needs.scratch) scratch.resize(optimizer->needs.scratch(rows, columns));
    g.resize(n);
    for (std::size_t i = 0; i < n; ++i) g[i] = std::sin(static_cast<double>(i * i) + 1);
    Slice<double> slice{.w = w, .g = g, .slots = slots.data(), .stride = n, .eta = 1, .rows = rows, .columns = columns};
    slice.scratch = scratch;
    optimizer->step_double(slice, *values);
    return w;
}

// Σ aᵢ bᵢ over the inputs (or the outputs) of two rows of the other side.
double product(const std::vector<double>& a, const std::vector<double>& b, std::size_t rows, std::size_t columns, bool outputs,
               std::size_t i, std::size_t j) {
    double sum = 0;
    for (std::size_t k = 0; k < (outputs ? rows : columns); ++k)
        sum += outputs ? a[k * columns + i] * b[k * columns + j] : a[i * columns + k] * b[j * columns + k];
    return sum;
}

TEST_CASE("muon's step is the gradient with every singular value 1", "[optimizer]") {
    for (const auto& [rows, columns] : std::vector<std::pair<std::size_t, std::size_t>>{{7, 3}, {3, 7}, {5, 5}, {1, 4}, {4, 1}}) {
        CAPTURE(rows, columns);
        std::vector<double> g;
        auto x = after("muon(0, nesterov=false, steps=20, a=1.875, b=-1.25, c=0.375, scale=none, weight_decay=0)", rows, columns,
                       0, g);
        for (double& each : x) each = -each;
        const bool outputs = columns <= rows;
        for (std::size_t i = 0; i < std::min(rows, columns); ++i)
            for (std::size_t j = 0; j < std::min(rows, columns); ++j) {
                CHECK(std::abs(product(x, x, rows, columns, outputs, i, j) - (i == j ? 1 : 0)) < 1e-9);
                // Of all such steps it is the one that the gradient stretches alone: their product is symmetric.
                CHECK(std::abs(product(x, g, rows, columns, outputs, i, j) - product(x, g, rows, columns, outputs, j, i)) < 1e-9);
            }
        double along = 0;
        for (std::size_t i = 0; i < rows * columns; ++i) along += x[i] * g[i];
        CHECK(along > 0);
        // Biases take AdamW's first step: the rate, against the sign.
        for (std::size_t i = rows * columns; i < x.size(); ++i) CHECK(std::abs(x[i] - (g[i] > 0 ? 1 : -1)) < 1e-4);
    }
}

TEST_CASE("muon's scales are those of the layer's shape", "[optimizer]") {
    std::vector<double> g;
    const auto step = [&](const std::string& scale, std::size_t rows, std::size_t columns) {
        return after("muon(weight_decay=0, scale=" + scale + ")", rows, columns, 0, g)[0];
    };
    for (const auto& [rows, columns] : std::vector<std::pair<std::size_t, std::size_t>>{{8, 2}, {2, 8}}) {
        const double one = step("none", rows, columns), ratio = static_cast<double>(columns) / static_cast<double>(rows);
        CHECK(std::abs(step("original", rows, columns) / one - std::sqrt(std::max(1.0, ratio))) < 1e-12);
        CHECK(std::abs(step("spectral", rows, columns) / one - std::sqrt(ratio)) < 1e-12);
        CHECK(std::abs(step("match_rms", rows, columns) / one - 0.2 * std::sqrt(8)) < 1e-12);
    }
}

TEST_CASE("lamb moves the weights and the biases of a layer each by the rate times their own length", "[optimizer]") {
    std::vector<double> g;
    const auto w = after("lamb", 5, 3, 2, g);
    double weights = 0, biases = 0;
    for (std::size_t i = 0; i < 18; ++i) (i < 15 ? weights : biases) += (w[i] - 2) * (w[i] - 2);
    CHECK(std::abs(std::sqrt(weights) - std::sqrt(15 * 4)) < 1e-12);
    CHECK(std::abs(std::sqrt(biases) - std::sqrt(3 * 4)) < 1e-12);
    // Weights of 0 have no length: the step is Adam's.
    for (const double each : after("lamb", 5, 3, 0, g)) CHECK(std::abs(std::abs(each) - 1) < 1e-4);
}

}  // namespace
}  // namespace eta
