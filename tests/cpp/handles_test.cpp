// Handles stand on the curve, and dragging one gives the text whose curve goes there.
#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "eta/run/handles.hpp"
#include "eta/schedule/schedules.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

std::size_t find_handle(const Run& run, std::string_view path, std::size_t racer) {
    const auto list = handles(run);
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].path == path && list[i].racer == racer) return i;
    FAIL("no handle " << path << " of racer " << racer << " in " << run.text);
    return 0;
}

std::string text_of(const std::optional<Run>& run) { return run ? run->text : std::string(); }

std::string dragged(const std::string& text, std::string_view path, std::size_t racer, double t, double eta) {
    const Run run = good(text);
    return text_of(drag(run, find_handle(run, path, racer), t, eta, {}));
}

}  // namespace

TEST_CASE("dragging the shared base rate edits lr, once for all racers", "[handles]") {
    const Run run = good("");
    std::size_t shared = 0;
    for (const Handle& each : handles(run)) shared += each.path == "lr";
    CHECK(shared == 1);
    CHECK(dragged("", "lr", 0, 0, 0.7) == "preset=default lr=0.7");
    CHECK(dragged("preset=default lr=0.7", "lr", 0, 5, 0.5) == "preset=default");
    CHECK(dragged("", "lr", 0, 0, 0.123456) == "preset=default lr=0.123");
    CHECK(dragged("", "lr", 0, 0, -3) == "preset=default lr=0");
    CHECK(dragged("", "lr", 0, 0, 1e9) == "preset=default lr=1000");
    CHECK(dragged("schedule=cosine schedule=linear lr=0.2", "lr", 2, 0, 0.4) == "schedule=cosine schedule=linear lr=0.4");
    // A schedule that states its own rate keeps it in its text.
    CHECK(dragged("schedule=cosine(0.3) schedule=linear", "schedule.lr", 1, 0, 0.4) == "schedule=cosine(0.4) schedule=linear");
    // A formula is scaled.
    CHECK(dragged("schedule=2 * lr * 0.9^floor(t/100)", "lr", 0, 0, 0.5) == "lr=0.25 schedule=2 * lr * 0.9^floor(t/100)");
}

TEST_CASE("drops, ends, warm-ups and points are dragged along their own axes", "[handles]") {
    const std::string step = "schedule=step(factor=0.1, every=250) schedule=cosine";
    CHECK(dragged(step, "schedule.every schedule.factor", 1, 300.4, 0.1) ==
          "schedule=step(factor=0.2, every=300) schedule=cosine");
    CHECK(dragged(step, "schedule.every schedule.factor", 1, -20, 0.05) == "schedule=step(factor=0.1, every=1) schedule=cosine");
    CHECK(dragged("", "schedule.every schedule.factor", 2, 100, 0.05) ==
          "preset=default schedule=constant schedule=step(factor=0.1, every=100) schedule=cosine");
    CHECK(dragged("schedule=cosine", "schedule.to", 1, 0, 0.05) == "schedule=cosine(to=0.05)");
    CHECK(dragged("schedule=warmup(50) then cosine", "schedule.over", 1, 80, 0) == "schedule=warmup(80) then cosine");
    // Of a repetition the first cycle is dragged, and where the second begins.
    const std::string repeat = "schedule=repeat(cosine, every=100, stretch=2, scale=0.5)";
    CHECK(dragged(repeat, "schedule.every schedule.scale", 1, 150, 0.3) ==
          "schedule=repeat(cosine, every=150, stretch=2, scale=0.6)");
    CHECK(dragged(repeat, "schedule.to", 1, 100, 0.05) == "schedule=repeat(cosine(to=0.05), every=100, stretch=2, scale=0.5)");
    CHECK(dragged("schedule=constant for 50 then " + repeat.substr(9), "schedule.to", 1, 150, 0.05) ==
          "schedule=constant for 50 then repeat(cosine(to=0.05), every=100, stretch=2, scale=0.5)");
    CHECK(dragged("schedule=warmup(50) then cosine", "lr", 0, 50, 0.25) == "lr=0.25 schedule=warmup(50) then cosine");
    CHECK(dragged("schedule=constant then cooldown", "schedule.over", 1, 700, 0) == "schedule=constant then cooldown(100)");
    // Of a list each length is dragged, as far as its neighbours.
    const std::string multistep = "schedule=multistep(200, 500)";
    CHECK(dragged(multistep, "schedule.at.1", 1, 300, 0) == "schedule=multistep(300, 500)");
    CHECK(dragged(multistep, "schedule.at.1", 1, 600, 0) == "schedule=multistep(499, 500)");
    CHECK(dragged("schedule=multistep", "schedule.at.2", 1, 700, 0) == "schedule=multistep(50%, 700)");
    // A peak is dragged both ways; where it stands may be a part of the run.
    CHECK(dragged("schedule=noam", "schedule.warmup schedule.lr", 1, 100, 0.3) == "schedule=noam(0.3, warmup=100)");
    CHECK(dragged("schedule=one_cycle", "schedule.part schedule.lr", 1, 412, 0.3) == "schedule=one_cycle(0.3, part=0.515)");
    CHECK(dragged("schedule=triangular", "schedule.up schedule.lr", 1, 100, 0.4) == "schedule=triangular(0.4, up=100)");
    CHECK(dragged("schedule=triangular", "schedule.from", 1, 0, 0.05) == "schedule=triangular(from=0.05)");
    CHECK(dragged("schedule=power", "schedule.tail", 1, 600, 0) == "schedule=power(tail=200)");
    for (const double t : {1.0, 7.0, 123.0, 333.0, 799.0}) {
        const Run run = good(dragged("schedule=one_cycle", "schedule.part schedule.lr", 1, t, 0.5));
        CHECK(handles(run)[find_handle(run, "schedule.part schedule.lr", 1)].t == t);
    }
    const std::string points = "schedule=points(0:0.5, 400:0.1, 800:0.01, shape=log)";
    CHECK(dragged(points, "schedule.at.2", 1, 500, 0.2) == "schedule=points(0:0.5, 500:0.2, 800:0.01, shape=log)");
    CHECK(dragged(points, "schedule.at.2", 1, 900, 0.2) == "schedule=points(0:0.5, 799:0.2, 800:0.01, shape=log)");
    CHECK(dragged(points, "schedule.at.1", 1, 900, 0.2) == "schedule=points(399:0.2, 400:0.1, 800:0.01, shape=log)");
    // It comes as near to a neighbour as the next update, from either side, and stays where there is no room.
    CHECK(dragged(points, "schedule.at.2", 1, 799, 0.2) == "schedule=points(0:0.5, 799:0.2, 800:0.01, shape=log)");
    CHECK(dragged(points, "schedule.at.2", 1, 800, 0.2) == "schedule=points(0:0.5, 799:0.2, 800:0.01, shape=log)");
    CHECK(dragged(points, "schedule.at.2", 1, 1, 0.2) == "schedule=points(0:0.5, 1:0.2, 800:0.01, shape=log)");
    CHECK(dragged(points, "schedule.at.2", 1, 0, 0.2) == "schedule=points(0:0.5, 1:0.2, 800:0.01, shape=log)");
    CHECK(dragged(points, "schedule.at.3", 1, 0, 0.2) == "schedule=points(0:0.5, 400:0.1, 401:0.2, shape=log)");
    const std::string beside = "schedule=points(10:0.5, 11:0.1, 12:0.01)";
    for (const double t : {0.0, 11.0, 500.0})
        CHECK(dragged(beside, "schedule.at.2", 1, t, 0.2) == "schedule=points(10:0.5, 11:0.2, 12:0.01)");
    CHECK(dragged("schedule=points", "schedule.at.2", 1, 300, 0.3) == "schedule=points(0%:lr, 300:0.3, 100%:0)");
}

TEST_CASE("the points that a schedule is multiplied by are dragged on its curve", "[handles]") {
    const std::string text = "schedule=linear(0.8, to=0.8) * points(0:1, 300:0.1, 500:0.01, shape=step)";
    const Run run = good(text);
    const Handle drop = handles(run)[find_handle(run, "schedule.at.2", 1)];
    CHECK(drop.t == 300);
    CHECK(drop.eta == run.racers[0].rate->at(300));
    CHECK(dragged(text, "schedule.at.2", 1, 250, 0.4) ==
          "schedule=linear(0.8, to=0.8) * points(0:1, 250:0.5, 500:0.01, shape=step)");
    // It stays between its neighbours, of which the first has no handle: the curve begins there.
    CHECK(dragged(text, "schedule.at.2", 1, -9, 0.08) ==
          "schedule=linear(0.8, to=0.8) * points(0:1, 1:0.1, 500:0.01, shape=step)");
    CHECK(dragged(text, "schedule.at.2", 1, 900, 0.08) ==
          "schedule=linear(0.8, to=0.8) * points(0:1, 499:0.1, 500:0.01, shape=step)");
    for (const Handle& each : handles(run)) CHECK(each.path != "schedule.at.1");
    // The base rate keeps its ring.
    find_handle(good("schedule=cosine * points(0:1, 300:0.1, shape=step)"), "lr", 0);
}

TEST_CASE("every handle stands on its curve, and a drag to where it stands changes no rate", "[handles]") {
    std::vector<std::string> texts{"",
                                   "schedule=warmup(50) then cosine(to=0.01)",
                                   "schedule=warmup then constant then cooldown",
                                   "schedule=exponential(rate=0.7, every=90)",
                                   "schedule=points(0:0.5, 25%:0.1, 100%:0.01)",
                                   "schedule=polynomial(to=0.1, over=300)",
                                   "schedule=step then cooldown schedule=cosine lr=0.3"};
    for (const Schedule& schedule : schedules)
        if (schedule.role == Role::formula) texts.push_back("schedule=" + std::string(schedule.words.key));
    for (const std::string& text : texts) {
        const Run run = good(text);
        const auto list = handles(run);
        CHECK_FALSE(list.empty());
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Handle& each = list[i];
            const Racer& racer = run.racers[each.racer == 0 ? 0 : each.racer - 1];
            INFO(text << " " << each.path << " at " << each.t);
            CHECK(each.t >= 0);
            CHECK(each.t <= 800);
            const std::string again = text_of(drag(run, i, each.t, each.eta, {}));
            REQUIRE_FALSE(again.empty());
            const Run moved = good(again);
            const Racer& same = moved.racers[each.racer == 0 ? 0 : each.racer - 1];
            for (std::int64_t t = 0; t <= 800; t += 40)
                CHECK_THAT(same.rate->at(t), Catch::Matchers::WithinRel(racer.rate->at(t), 2e-2) ||
                                                 Catch::Matchers::WithinAbs(racer.rate->at(t), 1e-9));
        }
    }
    CHECK(!drag(good(""), 999, 0, 0, {}));
    // Inside a formula nothing stands on the curve but what scales the whole.
    REQUIRE(handles(good("schedule=(warmup(50) then cosine) * 2")).size() == 1);
    CHECK(handles(good("schedule=(warmup(50) then cosine) * 2"))[0].path == "lr");
    // Points have no base rate, wherever they begin.
    for (const Handle& each : handles(good("schedule=points(100:0.5, 800:0.1)"))) CHECK(each.path != "lr");
}
