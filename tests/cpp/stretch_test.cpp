// These tests check a stretch of a curve: its pairs are exact, also when there are few, and its extent and drops cover all
// updates.
#include <catch_amalgamated.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "eta/run/run.hpp"
#include "eta/schedule/stretch.hpp"

namespace {

using namespace eta;

Curve curve_of(int steps, const std::string& schedule) {
    Problems problems;
    const auto run = read_run("data=moons steps=" + std::to_string(steps) + " schedule=" + schedule, {}, problems);
    INFO(schedule << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(run);
    return *run->racers[0].rate;
}

}  // namespace

TEST_CASE("with room for every update each has its pair, with the factor that holds there", "[stretch]") {
    const Curve rate = curve_of(50, "cosine");
    const std::array factors{10.0, 0.5, 30.0, 0.125};
    const Stretch found = stretch(rate, factors, 5, 45, 40);
    REQUIRE(found.t.size() == 40);
    for (std::size_t i = 0; i < 40; ++i) {
        const auto t = static_cast<std::int64_t>(i) + 5;
        CHECK(found.t[i] == static_cast<double>(t));
        CHECK(found.eta[i] == rate.at(t, t < 10 ? 1 : t < 30 ? 0.5 : 0.125));
    }
    CHECK(found.drops == std::vector<double>{10, 30});
}

TEST_CASE("with few points the first, the last, the smallest and the largest value stay", "[stretch]") {
    const Curve rate =
        curve_of(1000, "where(t < 400, 0.5, where(t < 401, 9, 0.25)) + where(t < 700, 0, where(t < 701, -0.25, 0))");
    const Stretch found = stretch(rate, {}, 0, 1000, 4);
    CHECK(found.t == std::vector<double>{0, 400, 700, 999});
    CHECK(found.eta == std::vector<double>{0.5, 9, 0, 0.25});
    CHECK(found.min == 0.25);
    CHECK(found.max == 9);
    CHECK(found.has_zero);
    // The rate returns at once, so that a spike is no drop.
    CHECK(found.drops.empty());
}

TEST_CASE("a value that is not finite is listed between those that are, and does not count for the extent", "[stretch]") {
    const Curve rate = curve_of(1000, "where(t < 500, 0.5, where(t < 600, 1 / (0 * t), 0.25))");
    const Stretch found = stretch(rate, {}, 0, 1000, 8);
    CHECK(found.t == std::vector<double>{0, 499, 500, 600, 999});
    CHECK(!std::isfinite(found.eta[2]));
    CHECK(found.min == 0.25);
    CHECK(found.max == 0.5);
    CHECK(!found.has_zero);
    const Stretch inside = stretch(rate, {}, 510, 590, 8);
    CHECK(inside.t == std::vector<double>{510, 589});
    CHECK(std::isinf(inside.min));
    CHECK(inside.max == 0);
}

TEST_CASE("an empty stretch has nothing, and one update has itself", "[stretch]") {
    const Curve rate = curve_of(10, "linear");
    CHECK(stretch(rate, {}, 10, 10, 4).t.empty());
    CHECK(stretch(rate, {}, 9, 10, 0).t == std::vector<double>{9});
}
