// A schedule as one formula: its text gives the same rates bit for bit, and mathematics writes it as a reader expects.
#include "eta/schedule/formula.hpp"

#include <catch_amalgamated.hpp>

#include <string>

#include "eta/language/mathml.hpp"
#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/schedule/bind.hpp"
#include "eta/schedule/schedules.hpp"

namespace {

using namespace eta;

Curve bound(const std::string& text, double updates) {
    Problems problems;
    const Tree tree = parse(text, problems);
    auto curve = bind_schedule(tree, {.updates = updates, .updates_per_epoch = 162, .lr = 0.5}, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(curve);
    return std::move(*curve);
}

std::string formula_of(const std::string& text, double updates = 800) {
    const auto tree = formula(bound(text, updates));
    return tree ? print(*tree) : "";
}

void is_the_same(const std::string& text, double updates) {
    const Curve curve = bound(text, updates);
    const auto tree = formula(curve);
    INFO(text << " over " << updates);
    REQUIRE(tree);
    INFO(print(*tree));
    const Curve again = bound(print(*tree), updates);
    for (std::int64_t t = 0; t < curve.updates(); ++t) {
        INFO("t = " << t);
        REQUIRE(again.at(t) == curve.at(t));
    }
}

}  // namespace

TEST_CASE("the formula of every schedule, read as a schedule, gives the same rates bit for bit", "[formula]") {
    for (const Schedule& schedule : schedules) {
        const std::string key(schedule.words.key);
        std::string text = key;
        if (schedule.role == Role::listener || schedule.is_modifier()) continue;
        if (schedule.is_repetition()) text = key + "(cosine)";
        if (schedule.ramp.neighbour == Ramp::Neighbour::next) text = key + " then cosine";
        if (schedule.ramp.neighbour == Ramp::Neighbour::previous) text = "linear(to=0.2) then " + key;
        for (const double updates : {1, 2, 7, 800}) is_the_same(text, updates);
    }
}

TEST_CASE("so does the formula of schedules in one another", "[formula]") {
    for (const std::string text :
         {"warmup(50) then cosine(0.5, to=0.01, power=2, k=1.3)", "warmup(5%) then constant(0.5) then cooldown(20%, to=0.1)",
          "repeat(cosine(0.5), every=100, stretch=2, scale=0.7)", "repeat(linear(0.3), every=40, scale=0.9)",
          "repeat(warmup(5) then step(every=9), every=23)",
          "(constant for 100 then linear) for 300 then exponential(0.2, every=70)",
          "points(0:0.5, 25%:0.1, 100%:0.01, shape=log)", "points(0:0.5, 25%:0.1, 100%:0.01, shape=step) * cosine",
          "max(0.01, exponential(0.5, rate=0.9, every=20, delay=90))", "where(t < 30%, lr, lr/10) + 0.1 * abs(sin(t/9))",
          "warmup(1ep) then step(0.2, factor=0.3, every=90)", "polynomial(0.4, to=0.1, over=90, cycle=true)",
          "compound(0.5, during=3, every=11)", "constant for 0 then cosine", "constant for 100 then linear for 100",
          "repeat(linear(0.3, to=0.1), every=100, cycles=2)", "within(cosine, 300)",
          "clamp(mod(t, 7)/7, 0.1, 0.5) * (1 - t/T)^2"})
        for (const double updates : {3, 800}) is_the_same(text, updates);
}

TEST_CASE("a formula has what counts in it, with its numbers, and nothing that changes nothing", "[formula]") {
    CHECK(formula_of("cosine") == "0.5 * ((1 + cos(pi * (t/800)))/2)");
    CHECK(formula_of("exponential(0.1, rate=0.9, every=100)") == "0.1 * 0.9^(t/100)");
    CHECK(formula_of("warmup(40) then constant") == "where(t < 40, 0.5 * (t + 1)/40, 0.5)");
    CHECK(formula_of("constant then cooldown(100)") == "where(t < 700, 0.5, 0.5 - 0.5 * (t - 700)/100)");
    CHECK(formula_of("repeat(linear, every=200)") == "0.5 - 0.5 * (mod(t, 200)/200)");
    CHECK(formula_of("tanh_decay") == "0.5 * ((1 - tanh(-6 + 9 * (t/800)))/2)");
    CHECK(formula_of("cosine * plateau") == "0.5 * ((1 + cos(pi * (t/800)))/2) * plateau");
}

TEST_CASE("rates rounded one by one, and many cycles of different lengths, have no formula", "[formula]") {
    CHECK(formula_of("compound(0.5, during=3, every=11, rounding=python)").empty());
    CHECK(formula_of("repeat(cosine, every=3, stretch=1.1)").empty());
    CHECK(formula_of("repeat(cosine, every=30, cycles=12)").empty());
    CHECK(formula_of("noise(cosine)").empty());
    CHECK(!formula_of("repeat(cosine, every=30)").empty());
}

TEST_CASE("mathematics writes fractions, powers, floors, roots and cases", "[formula]") {
    const auto tree = [](const std::string& text) {
        Problems none;
        return parse(text, none);
    };
    CHECK(tex(tree("0.1 * 0.9^floor(t/100)")) == "0.1 \\cdot {0.9}^{\\left\\lfloor \\frac{t}{100}\\right\\rfloor }");
    CHECK(tex(tree("(1 + cos(pi*t/T))/2")) == "\\frac{1 + \\cos\\left(\\frac{\\pi \\cdot t}{T}\\right)}{2}");
    CHECK(tex(tree("(t/9)^2 - (t - 1) * -lr")) == "{\\left(\\frac{t}{9}\\right)}^{2}-\\left(t-1\\right) \\cdot -\\mathrm{lr}");
    CHECK(tex(tree("exp(-t)*sqrt(t)*1e-7")) == "{e}^{-t} \\cdot \\sqrt{t} \\cdot 1 \\cdot {10}^{-7}");
    // What a range of t leaves out is not shown; the last case needs no word such as “otherwise”.
    CHECK(tex(tree("where(t < 40, 1, where(t - 40 < 60, 2, where(t < 90, 9, 3)))")) ==
          "\\begin{cases} 1 & t < 40 \\\\ 2 & 40 \\le t < 100 \\\\ 3 & t \\ge 100 \\end{cases}");
    // Cases stand in the order of t, and what lies after the last update is no case.
    CHECK(tex(tree("where(t >= 700, 1, where(t < 300, 2, where(t <= 300, 9, 3)))"), 800) ==
          "\\begin{cases} 2 & t < 300 \\\\ 9 & t = 300 \\\\ 3 & 300 < t < 700 \\\\ 1 & t \\ge 700 \\end{cases}");
    CHECK(tex(tree("where(t < 40, 1, where(t < 800, 2, 3))"), 800) ==
          "\\begin{cases} 1 & t < 40 \\\\ 2 & t \\ge 40 \\end{cases}");
    CHECK(tex(tree("where(t >= 0, lr, 2)")) == "\\mathrm{lr}");
    CHECK(tex(tree("where(mod(t, 2) < 1, 1, 2)")) ==
          "\\begin{cases} 1 & \\operatorname{mod}\\left(t, 2\\right) < 1 \\\\ 2 & \\operatorname{mod}\\left(t, 2\\right) \\ge 1 "
          "\\end{cases}");
    CHECK(mathml(tree("where(t/2 < 1, 2, t)"))
              .find("<mfrac><mrow><mi>t</mi></mrow><mrow><mn>2</mn></mrow></mfrac><mo>&lt;</mo>"
                    "<mn>1</mn>") != std::string::npos);
    CHECK(mathml(tree("max(0, pi^t)")).find("<msup><mrow><mi>π</mi></mrow><mrow><mi>t</mi></mrow></msup>") != std::string::npos);
}
