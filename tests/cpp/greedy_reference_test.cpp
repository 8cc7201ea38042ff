// These tests compare the factor of greedy after every evaluation with GreedyLR itself.
#include <catch_amalgamated.hpp>

#include <cmath>

#include "eta/schedule/greedy.hpp"
#include "reference_file.hpp"

namespace {

using namespace eta;

// Returns a listener's factors through the interface that the trainer uses.
std::vector<double> factors_of(const std::string& text, const std::vector<double>& metrics) {
    Problems problems;
    const auto run = read_run(text, {}, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(run);
    const auto& listener = run->racers[0].rate->listener();
    REQUIRE(listener);
    std::vector<std::byte> state(listener->rule->bytes());
    listener->rule->start(state.data());
    std::vector<double> factors;
    for (const double metric : metrics)
        factors.push_back(listener->rule->on_evaluation(listener->values, state.data(), metric, 1));
    return factors;
}

std::vector<double> factors_of(const std::string& text, std::initializer_list<double> metrics) {
    return factors_of(text, std::vector<double>(metrics));
}

}  // namespace

TEST_CASE("greedy raises and lowers the rate where Transformers does", "[greedy][reference]") {
    const auto lines = reference_lines("greedy-transformers.txt");
    int raised = 0, lowered = 0, reset = 0;
    for (std::size_t i = 0; i + 2 < lines.size(); i += 3) {
        const auto floats = floats_of(lines[i + 1]);
        const auto factors = factors_of(lines[i], std::vector<double>(floats.begin(), floats.end()));
        const auto words = words_of(lines[i + 2]);
        const auto expected = doubles_of(words.back());
        INFO(lines[i]);
        REQUIRE(expected.size() + 1 == words.size());
        std::size_t change = 0;
        double now = 1;
        for (std::size_t k = 0; k < factors.size(); ++k) {
            INFO(k);
            const double before = now;
            if (change < expected.size() && words[change] == std::to_string(k)) now = expected[change++];
            REQUIRE(factors[k] == now);
            raised += now > before && now != 1;
            lowered += now < before;
            reset += now == 1 && before < 0.8;
        }
        CHECK(change == expected.size());
    }
    CHECK(lines.size() == 240);
    CHECK(raised > 300);
    CHECK(lowered > 300);
    CHECK(reset > 50);
}

TEST_CASE("greedy stays between its floor and its ceiling, which are parts of the rate", "[greedy]") {
    CHECK(factors_of("schedule=constant * greedy(0.5, patience=0, ceiling=3)", {5, 4, 3, 2}) == std::vector<double>{2, 3, 3, 3});
    CHECK(factors_of("schedule=constant * greedy(0.5, patience=0, floor=0.3)", {5, 6, 6, 6}) ==
          std::vector<double>{2, 1, 0.5, 0.3});
    // A larger accuracy is better.
    CHECK(factors_of("schedule=constant * greedy(0.5, patience=0, metric=validation_accuracy)", {0.5, 0.6, 0.6}) ==
          std::vector<double>{2, 4, 2});
}

TEST_CASE("a metric that is not finite is no improvement and does not enter the mean", "[greedy]") {
    const std::string text = "schedule=constant * greedy(0.5, patience=0, window=2)";
    // The means are 4, –, 3, 2.
    CHECK(factors_of(text, {4, NAN, 2, 2}) == std::vector<double>{2, 1, 2, 4});
    CHECK(factors_of(text, {-INFINITY, 4, INFINITY, 3}) == std::vector<double>{0.5, 1, 0.5, 1});
}
