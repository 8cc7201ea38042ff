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

TEST_CASE("a number of a layer's own schedule is found by that layer's rate", "[solve]") {
    const std::string text = "hidden=8 schedule=constant schedule.2=linear(0.4) schedule=cosine";
    CHECK(solved(text, "schedule.2.to", 400, 0.3).run.text ==
          "hidden=8 schedule=constant schedule.2=linear(0.4, to=0.2) schedule=cosine");
    CHECK(solved("hidden=8 schedule.2=linear(0.4) schedule=constant schedule=cosine", "2.schedule.2.to", 400, 0.3).run.text ==
          "hidden=8 schedule.2=linear(0.4, to=0.2) schedule=constant schedule=cosine");
    CHECK(solved("hidden=8 schedule=cosine schedule.1=points", "schedule.1.at.2", 400, 0.3).run.text ==
          "hidden=8 schedule.1=points(0%:lr, 50%:0.3, 100%:0) schedule=cosine");
    CHECK(unsolved(text, "2.schedule.2.to", 400, 0.3).code == "no_such_number");
}

TEST_CASE("the decay from layer to layer is found by the rate of the first layer that it reaches", "[solve]") {
    const Solution found = solved("hidden=8-8 layer_decay=0.9 schedule=constant", "layer_decay", 0, 0.125);
    CHECK((found.run.text == "hidden=8-8 layer_decay=0.5" && found.moves == "schedule.1"));
    CHECK(solved("hidden=8-8 layer_decay=0.9 schedule=constant schedule.1=linear", "layer_decay", 0, 0.25).moves == "schedule.2");
    CHECK(unsolved("hidden=none layer_decay=0.9", "layer_decay", 0, 0.25).values ==
          std::vector<std::string>{"0", "layer_decay", "0.5", "schedule.1"});
}

TEST_CASE("a number of the optimizer or of its schedule is found by its own value", "[solve]") {
    CHECK(solved("opt=adam(beta1=points(0%:0.9, 100%:0.5))", "opt.beta1.at.2", 400, 0.8).run.text ==
          "opt=adam(points(0%:0.9, 100%:0.7))");
    CHECK(solved("opt=adamw(weight_decay=linear(0.1))", "opt.weight_decay.to", 400, 0.07).run.text ==
          "opt=adamw(weight_decay=linear(0.1, to=0.04))");
    CHECK(solved("opt=adam", "opt.beta1", 0, 0.8).run.text == "opt=adam(0.8)");
    // The number is one racer's own, and the other keeps its.
    CHECK(solved("opt=sgd(momentum=linear(0.9)) schedule=constant schedule=cosine opt=sgd(momentum=linear(0.5))",
                 "2.opt.momentum.to", 400, 0.4)
              .run.text == "opt=sgd(linear(0.9)) schedule=constant schedule=cosine opt=sgd(linear(0.5, to=0.3))");
    const Problem far = unsolved("opt=sgd(momentum=linear(0.9))", "opt.momentum.to", 400, 0.3);
    CHECK((far.code == "value_out_of_reach" && far.values[3] == "0.45" && far.values[7] == "opt.momentum"));
    CHECK(unsolved("opt=sgd(momentum=linear(0.9))", "opt.momentum", 400, 0.3).code == "no_such_number");
}

TEST_CASE("a batch that changes is found by its size, a drop by its place", "[solve]") {
    CHECK(solved("batch=points(0:8, 50%:16, shape=step)", "batch.at.2", 600, 32).run.text ==
          "batch=points(0:8, 50%:32, shape=step)");
    CHECK(solved("schedule=multistep(300, 600)", "schedule.at.1", 300, 0.5).run.racers[0].rate->at(300) == 0.5);
    CHECK(unsolved("batch=points(0:8, 50%:16, shape=step)", "batch", 600, 32).code == "no_such_number");
}

TEST_CASE("a preset's numbers are found too", "[solve]") {
    const Solution found = solved("preset=default", "2.schedule.every", 600, 0.5);
    CHECK(found.run.racers[1].rate->at(600) == 0.5);
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
