// These tests check where the cycles of a repetition start, the rate in each, and how repetitions nest.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/report/checked_run.hpp"
#include "eta/run/run.hpp"
#include "eta/schedule/bind.hpp"

namespace {

using namespace eta;

std::optional<Curve> bind(const std::string& text, double T, Problems& problems) {
    const Tree tree = parse(text, problems);
    if (tree.empty()) return {};
    return bind_schedule(tree, {.updates = T, .updates_per_epoch = 10, .lr = 0.5}, problems);
}

Curve bound(const std::string& text, double T) {
    Problems problems;
    auto curve = bind(text, T, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(curve);
    return *curve;
}

std::string problem_of(const std::string& text, double T) {
    Problems problems;
    CHECK_FALSE(bind(text, T, problems));
    return problems.empty()
               ? ""
               : std::string(problems[0].code) + " " + text.substr(problems[0].from, problems[0].to - problems[0].from);
}

}  // namespace

TEST_CASE("the cycles of a repetition are runs of its schedule, each with its own length and scale", "[repeat]") {
    struct Case {
        double every, stretch, scale;
    };
    for (const Case& each :
         {Case{100, 2, 0.7}, Case{7, 1.5, 1}, Case{10, 1, 0.5}, Case{3, 1.01, 2}, Case{1, 1.3, 0.9}, Case{50, 1, 0}}) {
        const std::string text = "repeat(cosine(0.5, to=0.1), every=" + std::to_string(static_cast<int>(each.every)) +
                                 ", stretch=" + std::to_string(each.stretch) + ", scale=" + std::to_string(each.scale) + ")";
        const Curve curve = bound(text, 800);
        // The expected starts are sums of unrounded lengths in a wider type.
        long double sum = 0, length = static_cast<long double>(each.every);
        std::vector<std::int64_t> starts{0};
        while (starts.back() <= 800) {
            sum += length;
            length *= static_cast<long double>(each.stretch);
            starts.push_back(static_cast<std::int64_t>(std::floor(sum + 0.5L)));
        }
        std::vector<std::int64_t> expected;
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
            const std::int64_t T = starts[i + 1] - starts[i];
            const Curve one = bound("cosine(0.5, to=0.1)", static_cast<double>(T));
            for (std::int64_t t = starts[i]; t < starts[i + 1] && t <= 800; ++t) {
                INFO(text << " t=" << t);
                const double scale = std::pow(each.scale, static_cast<double>(i));
                REQUIRE_THAT(curve.at(t), Catch::Matchers::WithinRel(scale * one.at(t - starts[i]), 1e-13));
                if (i == 0) REQUIRE(curve.at(t) == one.at(t));
            }
            if (i > 0 && starts[i] < 800) expected.push_back(starts[i]);
        }
        CHECK(curve.boundaries() == expected);
    }
    const Curve example = bound("repeat(cosine(0.5), every=100, stretch=2, scale=0.7)", 800);
    CHECK(example.at(0) == 0.5);
    CHECK_THAT(example.at(100), Catch::Matchers::WithinRel(0.35, 1e-15));
    CHECK_THAT(example.at(300), Catch::Matchers::WithinRel(0.245, 1e-15));
    CHECK(example.boundaries() == std::vector<std::int64_t>{100, 300, 700});
}

TEST_CASE("every restart begins at the peak, where logarithms of other libraries slip", "[repeat]") {
    // The 5th restart of T_0 = 1, T_mult = 3 and the 3rd of 7: PyTorch's step(121) and timm give 0, and so does Keras' float32 at 57.
    CHECK(bound("repeat(cosine, every=1, stretch=3)", 400).at(121) == 0.5);
    CHECK(bound("repeat(cosine, every=1, stretch=7)", 400).at(57) == 0.5);
    int restarts = 0;
    struct Stretch {
        std::string text;
        long double factor;
    };
    const std::vector<Stretch> stretches{
        {"1", 1},      {"1.1", 1.1L}, {"1.25", 1.25L}, {"sqrt(2)", 1.414213562373095048801688724209698L},
        {"1.5", 1.5L}, {"2", 2},      {"2.5", 2.5L},   {"3", 3},
        {"4", 4},      {"5", 5},      {"6", 6},        {"7", 7},
        {"8", 8},      {"9", 9},      {"10", 10}};
    for (const auto& [stretch, factor] : stretches)
        for (const int every : {1, 2, 3, 5, 7, 10, 50, 81}) {
            const double T = 200'000;
            const std::string text = "repeat(cosine, every=" + std::to_string(every) + ", stretch=" + stretch + ")";
            const Curve curve = bound(text, T);
            INFO(text);
            // The expected starts are sums of unrounded lengths in a wider type.
            long double sum = 0, length = static_cast<long double>(every);
            std::vector<std::int64_t> starts;
            while (starts.size() < 2000 && sum + length + 0.5L < 200'000) {
                sum += length;
                length *= factor;
                starts.push_back(static_cast<std::int64_t>(std::floor(sum + 0.5L)));
            }
            for (const std::int64_t t : starts) {
                INFO("t=" << t);
                REQUIRE(curve.at(t) == 0.5);
                if (every > 2) REQUIRE(curve.at(t - 1) < 0.5);
                ++restarts;
            }
            const auto& found = curve.boundaries();
            REQUIRE(found.size() >= starts.size());
            CHECK(std::equal(starts.begin(), starts.end(), found.begin()));
        }
    CHECK(restarts > 15'000);
}

TEST_CASE("a repetition shorter than its first cycle is cut, and one of a single update begins again at each", "[repeat]") {
    const Curve cut = bound("repeat(linear(0.5), every=100)", 40), whole = bound("linear(0.5)", 100);
    for (std::int64_t t = 0; t <= 40; ++t) CHECK(cut.at(t) == whole.at(t));
    CHECK(cut.at(99) == cut.at(40));
    CHECK(cut.boundaries().empty());
    const Curve single = bound("repeat(linear(0.5), every=1, scale=0.5)", 4);
    CHECK(single.at(0) == 0.5);
    CHECK(single.at(3) == 0.0625);
    CHECK(bound("repeat(cosine(0.5))", 1).at(0) == 0.5);
    CHECK(bound("repeat(linear(0.5), every=1)", 1e6).at(999'999) == 0.5);
}

TEST_CASE("after its last cycle a repetition holds the value at that cycle's end", "[repeat]") {
    const Curve curve = bound("repeat(linear(0.4, to=0.2), every=10, stretch=2, scale=0.5, cycles=2)", 100);
    CHECK(curve.at(9) > 0.2);
    CHECK(curve.at(10) == 0.2);
    for (const std::int64_t t : {30, 31, 99, 100, 1000}) CHECK(curve.at(t) == 0.1);
    CHECK(curve.boundaries() == std::vector<std::int64_t>{10});
    CHECK(bound("repeat(linear(0.4), every=10, cycles=1)", 100).at(50) == 0);
}

TEST_CASE("a chain is repeated with its boundaries, and a repetition is a segment as any", "[repeat]") {
    const Curve chain = bound("repeat(warmup(2) then linear(0.4) for 6 then cooldown(20%), every=10)", 25);
    CHECK(chain.boundaries() == std::vector<std::int64_t>{2, 8, 10, 12, 18, 20, 22});
    for (std::int64_t t = 0; t < 15; ++t) CHECK(chain.at(t + 10) == chain.at(t));
    const Curve inside = bound("warmup(5) then repeat(linear(0.4), every=10) for 20 then constant(0.1)", 50);
    CHECK(inside.at(4) == 0.4);
    CHECK(inside.at(15) == 0.4);
    CHECK(inside.at(24) == bound("linear(0.4)", 10).at(9));
    CHECK(inside.at(25) == 0.1);
    CHECK(inside.boundaries() == std::vector<std::int64_t>{5, 15, 25});
    // % refers to its own segment.
    CHECK(bound("constant(0.1) for 60 then repeat(linear(0.4), every=50%)", 100).boundaries() ==
          std::vector<std::int64_t>{60, 80});
    const Curve half = bound("0.5 * repeat(linear(0.4), every=10) + t/1000", 30);
    CHECK(half.at(10) == 0.5 * 0.4 + 0.01);
    const Curve nested = bound("repeat(repeat(linear(0.4), every=4, scale=0.5), every=10, stretch=1.5)", 40);
    CHECK(nested.at(0) == 0.4);
    CHECK(nested.at(4) == 0.2);
    CHECK(nested.at(8) == 0.1);
    CHECK(nested.at(10) == 0.4);
    CHECK(nested.at(22) == 0.05);
    CHECK(nested.boundaries() == std::vector<std::int64_t>{4, 8, 10, 14, 18, 22, 25, 29, 33, 37});
}

TEST_CASE("what cannot be repeated is a problem at its position", "[repeat]") {
    CHECK(problem_of("repeat", 100) == "argument_missing repeat");
    CHECK(problem_of("repeat(every=5)", 100) == "argument_missing repeat(every=5)");
    CHECK(problem_of("repeat(cosine, every=0)", 100) == "out_of_range 0");
    CHECK(problem_of("repeat(cosine, stretch=0.5)", 100) == "out_of_range 0.5");
    CHECK(problem_of("repeat(cosine, cycles=1.5)", 100) == "not_whole 1.5");
    CHECK(problem_of("repeat(warmup(5), every=10)", 100) == "warmup_needs_next warmup(5)");
    CHECK(problem_of("repeat(cosine * plateau, every=10)", 100) == "listener_is_factor plateau");
    CHECK(problem_of("repeat(t - 5, every=10)", 100) == "rate_negative repeat(t - 5, every=10)");
    CHECK(problem_of("repeat(1/t, every=10)", 100) == "rate_not_finite 1/t");
    CHECK(problem_of("repeat(lr, every=1, scale=10)", 1000) == "rate_not_finite repeat(lr, every=1, scale=10)");
    // Each length is bound separately: there are some 3300, of 41 parts each.
    std::string sum = "t";
    for (int i = 0; i < 20; ++i) sum += " + t";
    CHECK(problem_of("repeat(" + sum + ", every=1, stretch=1.001)", 1e7).starts_with("too_many_parts repeat("));
    CHECK(bound("repeat(lr, every=1, stretch=1.001)", 1e6).at(5) == 0.5);
}

TEST_CASE("a repetition is printed canonically, and check lists at most a thousand boundaries", "[repeat]") {
    for (const char* text :
         {"repeat(cosine, every=100)", "repeat(warmup(5) then cosine(0.4), every=1ep, stretch=1.5, scale=0.5, cycles=3)",
          "(repeat(t/T, every=10) + 0.1) * greedy", "repeat(cosine) for 50% then linear"}) {
        Problems problems;
        const auto run = read_run(std::string("schedule=") + text, {}, problems);
        INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
        REQUIRE(run);
        CHECK(run->racers[0].schedule == text);
        CHECK(read_run(run->text, {}, problems)->text == run->text);
    }
    Problems problems;
    CHECK(read_run("schedule=repeat(every=20%, scale=1, x=cosine(0.5, to=0), cycles=0)", {}, problems)->racers[0].schedule ==
          "repeat(cosine(0.5))");
    const std::string many = check("steps=100000 schedule=repeat(linear, every=10)", {});
    CHECK(many.find(",10000]") != std::string::npos);
    CHECK(many.find(",10010") == std::string::npos);
}
