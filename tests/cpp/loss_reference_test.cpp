// Losses, their gradients and accuracies against Keras.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <set>

#include "article.hpp"
#include "eta/network/losses.hpp"

namespace {

using namespace eta;

double norm(const std::vector<float>& x) {
    double sum = 0;
    for (const float each : x) sum += static_cast<double>(each) * static_cast<double>(each);
    return std::sqrt(sum);
}

}  // namespace

TEST_CASE("losses, gradients and accuracies are Keras'", "[network][reference]") {
    constexpr std::size_t rows = 37;
    std::set<std::string> compared;
    for (const std::string& line : reference_lines("losses-keras.txt")) {
        const auto words = words_of(line);
        INFO(line.substr(0, 50));
        const Loss* loss = find(losses, words[0]);
        REQUIRE(loss);
        compared.insert(words[0]);
        const int count = std::atoi(words[1].c_str()), spread = std::atoi(words[2].c_str());
        const auto seed = static_cast<std::uint32_t>(std::atoi(words[3].c_str()));
        std::vector<float> z(rows * static_cast<std::size_t>(loss->outputs(count)));
        for (std::size_t i = 0; i < z.size(); ++i)
            z[i] = static_cast<float>(spread * ((article::mixed(i, seed) >> 8) / 8388608.0 - 1));
        std::vector<std::int32_t> y;
        for (std::size_t i = 0; i < rows; ++i)
            y.push_back(static_cast<std::int32_t>(article::mixed(i, seed + 1) % static_cast<std::uint32_t>(count)));
        const std::vector<float> theirs = floats_of(words[6]), again = z;
        const double cost = static_cast<double>(floats_of(words[4])[0]), right = static_cast<double>(floats_of(words[5])[0]);

        const BatchLoss measured = loss->single.gradient(z, y, 1.0f / rows);
        CHECK_THAT(measured.loss / rows, Catch::Matchers::WithinRel(cost, 1e-6));
        CHECK_THAT(static_cast<double>(measured.correct) / rows, Catch::Matchers::WithinRel(right, 1e-6));
        REQUIRE(theirs.size() == z.size());
        std::vector<float> apart(z.size());
        for (std::size_t i = 0; i < z.size(); ++i) apart[i] = z[i] - theirs[i];
        // A softmax of a softmax subtracts numbers near 1 in each row: four steps of that, at this scale, over all rows.
        const double rounding = words[0] == "double_softmax" ? std::sqrt(rows) * 4 * std::ldexp(1.0 / rows, -24) : 0;
        INFO("gradient " << norm(apart) << " of " << norm(theirs));
        CHECK(norm(apart) <= 1e-6 * norm(theirs) + rounding);

        std::vector<float> logits = again;
        const BatchLoss alone = loss->single.measure(logits, y);
        CHECK_THAT(alone.loss / rows, Catch::Matchers::WithinRel(cost, 1e-6));
        CHECK(alone.correct == measured.correct);
    }
    CHECK(compared.size() == losses.size());
}
