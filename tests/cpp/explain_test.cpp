// An explanation leads from the whole schedule to the rate, each step with its place and its numbers.
#include "eta/schedule/explain.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <string>

#include "eta/math/number.hpp"
#include "eta/report/explained.hpp"
#include "eta/schedule/sums.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

// Each step as “part: sentence”.
std::vector<std::string> said(const std::string& text, std::int64_t t, std::optional<double> factor = {}) {
    const Run run = good("steps=800 schedule=" + text);
    std::vector<std::string> lines;
    for (const Problem& step : explain(*run.racers[0].rate, t, factor))
        lines.push_back(run.racers[0].schedule.substr(step.from, step.to - step.from) + ": " + sentence(step));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a drop is counted, and its power said", "[explain]") {
    CHECK(said("step(0.1, factor=0.9, every=200)", 700) == Lines{"step(0.1, factor=0.9, every=200): Drop 3: 0.1 × 0.9³.",
                                                                 "step(0.1, factor=0.9, every=200): 0.1 * 0.9^floor(700/200) = "
                                                                 "0.0729"});
    CHECK(said("step(0.1, every=200)", 199)[0] == "step(0.1, every=200): Before the first drop: 0.1.");
    CHECK(said("exponential(0.1, rate=0.9, every=100, staircase=true)", 350)[0].ends_with("Drop 3: 0.1 × 0.9³."));
    CHECK(said("exponential(0.1, rate=0.9, every=100)", 350)[0].ends_with("3.5 intervals so far: 0.1 × 0.9³·⁵."));
    CHECK(said("exponential(0.1, delay=100)", 99)[0].ends_with("The decay begins only at update 100."));
    CHECK(said("compound(0.5, during=3, every=10)", 24)[0].ends_with("9 products so far: 0.5 × 0.9⁹."));
}

TEST_CASE("a segment is said with its own t, a ramp with where it leads", "[explain]") {
    CHECK(said("warmup(40) then cosine", 12) ==
          Lines{"warmup(40): Segment 1 of 2: it begins at update 0 and lasts 40; its own t is 12.",
                "warmup(40): Warm-up, update 13 of 40: it rises to 0.5, with which the next segment begins.",
                "warmup(40): 0.5 * 13/40 = 0.1625"});
    CHECK(said("warmup(40) then cosine", 420) ==
          Lines{"cosine: Segment 2 of 2: it begins at update 40 and lasts 760; its own t is 380.",
                "cosine: 0.5 * ((1 + cos(pi * (380/760)))/2) = 0.25"});
    CHECK(said("constant then cooldown(80)", 760)[1] ==
          "cooldown(80): Cool-down, update 41 of 80: it falls from 0.5, with which the previous segment ended.");
    CHECK(said("constant for 100 then (linear for 200 then 0.1)", 700)[1] ==
          "0.1: Segment 2 of 2: it begins at update 300 and lasts 500; its own t is 400.");
}

TEST_CASE("a cycle is said with its number and its factor", "[explain]") {
    CHECK(
        said("repeat(linear, every=100, stretch=2, scale=0.5)", 350) ==
        Lines{"repeat(linear, every=100, stretch=2, scale=0.5): Cycle 3: it begins at update 300 and lasts 400; its own t is 50.",
              "linear: 0.5 - 0.5 * (50/400) = 0.4375",
              "repeat(linear, every=100, stretch=2, scale=0.5): The rate of this cycle is multiplied by 0.25: 0.4375 becomes "
              "0.109375."});
}

TEST_CASE("a count is said to its last digit", "[explain]") {
    const Run run = good("steps=10000000 schedule=repeat(cosine(1), every=3)");
    CHECK(sentence(explain(*run.racers[0].rate, 9999999, {})[0]) ==
          "Cycle 3333334: it begins at update 9999999 and lasts 3; its own t is 0.");
}

TEST_CASE("of a formula the branch that counts is said, of a product each schedule in it", "[explain]") {
    CHECK(said("where(t < 100, lr, 0.2 + t/T/10)", 400) ==
          Lines{"t < 100: This is not true here, so the second value counts.", "0.2 + t/T/10: 0.2 + 400/800/10 = 0.25"});
    CHECK(said("max(0.01, linear) * points(0:1, 400:0.5)", 200) ==
          Lines{"linear: 0.5 - 0.5 * (200/800) = 0.375", "max(0.01, linear): max(0.01, 0.375) = 0.375",
                "points(0:1, 400:0.5): Between the points 0:1 and 400:0.5.",
                "points(0:1, 400:0.5): 1 + (0.5 - 1) * clamp(200/400, 0, 1) = 0.75",
                "max(0.01, linear) * points(0:1, 400:0.5): max(0.01, 0.375) * 0.75 = 0.28125"});
}

TEST_CASE("a listener's factor comes on top, known or not", "[explain]") {
    CHECK(said("linear * plateau", 400).back() == "plateau: Its factor, which only training knows, comes on top of this.");
    CHECK(said("linear * plateau", 400, 0.1).back() == "plateau: The factor 0.1 comes on top: 0.25 becomes 0.025.");
    CHECK(said("linear * plateau", 400).size() == 2);
}

TEST_CASE("past its end a schedule holds, and that is said first", "[explain]") {
    CHECK(said("linear(to=0.1)", 900)[0] ==
          "linear(to=0.1): The schedule ends at update 800: from then on its value there holds.");
}

TEST_CASE("the last step of every explanation has the value of the curve", "[explain]") {
    for (const std::string text : {"cosine", "warmup(9) then cosine", "repeat(cosine, every=30, scale=0.9)", "points",
                                   "polynomial", "linear(0.3, to=0.1) for 100 then exponential", "sqrt(1 - t/T) * 0.3"}) {
        const Run run = good("steps=200 schedule=" + text);
        for (const std::int64_t t : {0, 1, 77, 199}) {
            const Problems steps = explain(*run.racers[0].rate, t);
            REQUIRE(!steps.empty());
            double value = -1;
            REQUIRE(eta::read(steps.back().values.back(), value));
            INFO(text << " at " << t);
            CHECK(value == rounded(run.racers[0].rate->at(t), 6));
        }
    }
}

TEST_CASE("the sums are those of the rates, half its peak holds for good, the largest jump is found", "[explain]") {
    const auto of = [](const std::string& text) { return sums(*good(text).racers[0].rate); };
    const Sums step = of("steps=800 schedule=step(0.5, factor=0.5, every=200)");
    CHECK(step.sum == 200 * (0.5 + 0.25 + 0.125 + 0.0625));
    CHECK(step.squares == 200 * (0.25 + 0.0625 + 0.015625 + 0.00390625));
    CHECK(step.equal == step.sum / 800);
    CHECK((step.half == 200 && step.jump == 200 && step.before_jump == 0.5 && step.after_jump == 0.25));
    // It falls below half its peak in the first cycle too, but not for good.
    CHECK(of("steps=800 schedule=repeat(step(0.5, factor=0.1, every=100), every=400)").half == 500);
    const Sums constant = of("steps=800 schedule=0.25");
    CHECK((constant.sum == 200 && constant.equal == 0.25 && !constant.half && !constant.jump));
    CHECK(of("steps=1 schedule=cosine").sum == 0.5);
}

TEST_CASE("the half-life of an exponential decay is exact, that of a drop is its update, of a line its half", "[explain]") {
    const auto of = [](const std::string& text) { return sums(*good(text).racers[0].rate).half_life; };
    for (const double gamma : {0.5, 0.9, 0.997}) {
        const double exact = -100 * std::log(2) / std::log(gamma);
        const std::string decay = "exponential(0.5, rate=" + print(gamma) + ", every=100)";
        CHECK(std::abs(*of("steps=40000 schedule=" + decay) - exact) <= 1e-12 * exact);
        // Behind a warm-up it begins later.
        CHECK(std::abs(*of("steps=40000 schedule=warmup(50) then " + decay) - 50 - exact) <= 1e-12 * exact);
    }
    CHECK(of("steps=800 schedule=step(0.5, factor=0.5, every=200)") == 200);
    CHECK(std::abs(*of("steps=801 schedule=linear") - 400.5) <= 1e-12 * 400.5);
    CHECK(of("steps=800 schedule=0*t") == 0);
    CHECK(!of("steps=800 schedule=constant"));
}

TEST_CASE("the half-life lies in the update before half its peak is reached for good", "[explain]") {
    for (const std::string text : {"cosine", "wsd", "one_cycle", "noise(linear)", "repeat(cosine, every=77, scale=0.7)", "points",
                                   "compound(rounding=python)", "chebyshev", "rex"}) {
        const Sums found = sums(*good("steps=800 schedule=" + text).racers[0].rate);
        INFO(text);
        REQUIRE(found.half.has_value() == found.half_life.has_value());
        if (found.half) CHECK(std::ceil(*found.half_life) == static_cast<double>(*found.half));
    }
}

TEST_CASE("a layer's share of the rate, a number of the optimizer and the batch are explained too", "[explain]") {
    const Run run = good(
        "hidden=8-8 layer_decay=0.5 opt=adam(beta1=linear(0.9)) batch=points(0:8, 50%:16, shape=step) "
        "schedule.2=linear schedule=linear * plateau");
    const auto all = explained_numbers(run.racers[0], {.t = 400, .factor = 0.5});
    const auto last = [&](std::size_t i) { return sentence(all[i].steps.back()); };
    REQUIRE(all.size() == 4);
    CHECK((all[0].path == "opt.beta1" && all[0].value == 0.45 && last(0) == "0.9 - 0.9 * (400/800) = 0.45"));
    CHECK((all[1].path == "batch" && all[1].value == 16 && last(1) == "Size 2 of 2: it holds from update 400 on."));
    CHECK((all[2].layer == 1 && all[2].value == 0.03125));
    CHECK(last(2) == "Layer 1 of 3 has the racer's rate 0.125 multiplied by 0.25.");
    CHECK((all[3].layer == 2 && all[3].value == 0.125 && last(3) == "The factor 0.5 comes on top: 0.25 becomes 0.125."));
}

TEST_CASE("epochs are counted where the batch changes too", "[explain]") {
    const Racer racer = good("data=moons(samples=100) validation=20 batch=points(0:8, 20:16, shape=step)").racers[0];
    // Ten batches of 8 are one epoch, and so are five of 16.
    CHECK((epochs_at(racer, 5) == 0.5 && epochs_at(racer, 20) == 2 && epochs_at(racer, 22.5) == 2.5));
    CHECK(epochs_at(good("data=moons(samples=100) validation=20 batch=8").racers[0], 5.5) == 0.55);
}

TEST_CASE("a layer with a schedule of its own is explained too", "[explain]") {
    const Run run = good("data=moons hidden=8 steps=100 schedule=linear schedule.2=step(0.1, factor=0.5, every=10)");
    const std::string json = explained(run, {.t = 35, .factor = {}});
    CHECK(json.find(R"("layer":2,"eta":0.0125)") != std::string::npos);
    CHECK(json.find("Drop 3: 0.1 × 0.5³.") != std::string::npos);
}
