// Compound decay: how often it multiplies, and TensorFlow's and Python's rounding of the products.
#include <catch_amalgamated.hpp>

#include <cmath>

#include "reference_file.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

}  // namespace

TEST_CASE("compound multiplies after each of the first updates of every interval", "[schedule]") {
    const Run run = good(
        "steps=40 lr=0.5 schedule=compound(factor=0.5, during=3, every=10) schedule=compound(factor=0.5, during=9, every=4)");
    int products = 0;
    for (std::int64_t t = 0; t < 40; ++t) {
        INFO(t);
        CHECK(run.racers[0].rate->at(t) == std::ldexp(0.5, -products));
        CHECK(run.racers[1].rate->at(t) ==
              std::ldexp(0.5, -static_cast<int>(t)));  // longer than the interval: after every update
        products += t % 10 < 3;
    }
    // By default after every update of one epoch in a hundred.
    const Run usual = good("data=moons epochs=150 schedule=compound");
    const auto U = usual.racers[0].updates_per_epoch;
    CHECK_THAT(usual.racers[0].rate->at(100 * U), Catch::Matchers::WithinRel(0.5 * std::pow(0.9, static_cast<double>(U)), 1e-13));
    CHECK(usual.racers[0].rate->at(100 * U) == usual.racers[0].rate->at(U));
    CHECK_THAT(usual.racers[0].rate->at(102 * U),
               Catch::Matchers::WithinRel(0.5 * std::pow(0.9, 2 * static_cast<double>(U)), 1e-13));
}

TEST_CASE("compound rounds as TensorFlow and Python do", "[schedule][reference]") {
    const auto lines = reference_lines("compound-keras.txt");
    REQUIRE(lines.size() == 12);
    for (std::size_t i = 0; i < lines.size(); i += 2) {
        const auto words = words_of(lines[i]);
        const auto rates = floats_of(lines[i + 1]);
        REQUIRE(rates.size() == 1100);
        const Run run = good("data=moons steps=1100 lr=" + words[1] + " schedule=compound(factor=" + words[2] +
                             ", during=1100, every=1100, rounding=" + words[0] + ")");
        INFO(lines[i]);
        for (std::size_t t = 0; t < rates.size(); ++t) {
            INFO(t);
            CHECK(run.racers[0].rate->at(static_cast<std::int64_t>(t)) == static_cast<double>(rates[t]));
        }
    }
    // 0.1·0.9ⁿ is 0 from the 808th product on, or stuck above it from the 943rd.
    const auto flushed = floats_of(lines[1]), stuck = floats_of(lines[3]);
    CHECK(flushed[807] > 0.0f);
    CHECK(flushed[808] == 0.0f);
    CHECK(stuck[943] == stuck[1099]);
    CHECK(stuck[1099] > 0.0f);
    CHECK(stuck[942] > stuck[943]);
}
