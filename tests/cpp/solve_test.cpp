// The number that makes a rate what it shall be is found wherever it stands in a run, or it is said why there is none.
#include "eta/run/solve.hpp"

#include <catch_amalgamated.hpp>

#include <string>

#include "run_fixture.hpp"

namespace {

using namespace eta;

Solution solved(const std::string& text, std::string_view path, std::int64_t t, double eta) {
    Problems problems;
    auto found = solve(good(text), path, t, eta, {}, problems);
    INFO(text << " " << path << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(found);
    // What is printed gives that rate.
    CHECK(good(found->run.text).text == found->run.text);
    return std::move(*found);
}

Problem unsolved(const std::string& text, std::string_view path, std::int64_t t, double eta) {
    Problems problems;
    CHECK(!solve(good(text), path, t, eta, {}, problems));
    REQUIRE(problems.size() == 1);
    return problems[0];
}

}  // namespace

TEST_CASE("a number with an exact solution is found in its shortest form", "[solve]") {
    CHECK(solved("schedule=step(0.5, every=200)", "schedule.factor", 450, 0.05 * 0.1).run.text ==
          "schedule=step(0.5, factor=0.1, every=200)");
    CHECK(solved("schedule=linear", "lr", 400, 0.1).run.text == "lr=0.2 schedule=linear");
    CHECK(solved("schedule=linear", "schedule.to", 400, 0.3).x == 0.1);
    CHECK(solved("schedule=points", "schedule.at.2", 400, 0.3).run.text == "schedule=points(0%:lr, 50%:0.3, 100%:0)");
    CHECK(solved("schedule=warmup(100) then constant", "schedule.over", 49, 0.25).is_exact);
    CHECK(solved("schedule=linear", "steps", 400, 0.3).run.text == "steps=1000 schedule=linear");
}

TEST_CASE("a path names the racer, and that racer's own number is changed", "[solve]") {
    CHECK(solved("schedule=constant schedule=linear", "2.schedule.to", 400, 0.3).run.text ==
          "schedule=constant schedule=linear(to=0.1)");
    CHECK(solved("schedule=constant schedule=linear lr=0.4", "2.lr", 400, 0.1).run.text ==
          "schedule=constant schedule=linear lr=0.2");
}

TEST_CASE("a solution between two numbers is found to nine digits", "[solve]") {
    const Solution found = solved("schedule=cosine(0.5)", "schedule.power", 500, 0.03);
    CHECK(found.is_exact);
    CHECK(std::abs(found.eta - 0.03) <= 1e-9 * 0.03);
}

TEST_CASE("a whole number gives the nearest rate, and says what that is", "[solve]") {
    const Solution found = solved("schedule=exponential(0.5, every=100)", "schedule.every", 300, 0.1234);
    CHECK((!found.is_exact && found.x == 149 && std::abs(found.eta - 0.1234) < 0.001));
    CHECK(found.eta == found.run.racers[0].rate->at(300));
}

TEST_CASE("what cannot be reached, has no effect or is no number is said in words", "[solve]") {
    const Problem far = unsolved("schedule=linear(0.5, to=0.1)", "schedule.to", 400, 0.2);
    CHECK((far.code == "rate_out_of_reach" && far.values[3] == "0.25" && far.values[5] == "0"));
    CHECK(unsolved("schedule=linear", "seed", 400, 0.2).values == std::vector<std::string>{"400", "seed", "0.25"});
    CHECK(unsolved("schedule=linear", "schedule.factor", 400, 0.2).code == "no_such_number");
    CHECK(unsolved("schedule=linear", "3.lr", 400, 0.2).code == "no_such_racer");
    CHECK(unsolved("schedule=points", "schedule.at.4", 400, 0.2).code == "no_such_number");
    CHECK(unsolved("schedule=linear", "", 400, 0.2).code == "no_such_number");
}
