// Schedules made from others: warm-up, stable, decay against its parts, other runs' schedules, noise, and names that stand for texts.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <set>
#include <string>

#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/run/conventions.hpp"
#include "eta/run/handles.hpp"
#include "eta/run/run.hpp"
#include "eta/schedule/aliases.hpp"
#include "eta/schedule/bind.hpp"
#include "eta/schedule/other_names.hpp"
#include "eta/schedule/schedules.hpp"

namespace {

using namespace eta;

std::optional<Curve> curve_of(const std::string& text, double T, Problems& problems, Defaults defaults = {},
                              std::uint64_t seed = 0) {
    const Tree tree = parse(text, problems);
    if (tree.empty()) return {};
    return bind_schedule(tree, {.updates = T, .updates_per_epoch = 10, .lr = 0.5, .defaults = defaults, .seed = seed}, problems);
}

Curve bound(const std::string& text, double T, Defaults defaults = {}, std::uint64_t seed = 0) {
    Problems problems;
    auto curve = curve_of(text, T, problems, defaults, seed);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(curve);
    return *curve;
}

// Both are the same at every update, and after the last.
void check_equal(const Curve& a, const Curve& b, double T) {
    for (std::int64_t t = 0; t <= static_cast<std::int64_t>(T) + 1; ++t) {
        INFO("t=" << t);
        REQUIRE(a.at(t) == b.at(t));
    }
}

Run read(const std::string& text) {
    Problems problems;
    auto run = read_run(text, {}, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(run);
    return std::move(*run);
}

std::set<std::string> paths(const Run& run) {
    std::set<std::string> found;
    for (const Handle& each : handles(run)) found.insert(each.path);
    return found;
}

}  // namespace

TEST_CASE("wsd is a warm-up, a constant rate and a cool-down, bit for bit, in every convention", "[wsd]") {
    for (const Convention& convention : conventions)
        for (const std::string shape : {"linear", "cosine", "sqrt", "exponential", "square"})
            for (const double T : {1.0, 2.0, 3.0, 17.0, 100.0, 801.0})
                for (const auto& [warmup, decay] : {std::pair<std::string, std::string>{"5%", "20%"},
                                                    {"0", "20%"},
                                                    {"5%", "0"},
                                                    {"0", "0"},
                                                    {"60%", "40%"},
                                                    {"70%", "60%"},
                                                    {"100%", "100%"},
                                                    {"3", "900"},
                                                    {"900", "3"}}) {
                    const std::string whole =
                        "wsd(0.3, warmup=" + warmup + ", decay=" + decay + ", shape=" + shape + ", from=0.01, to=0.002)";
                    const std::string chain = "warmup(" + warmup + ", from=0.01) then constant(0.3) then cooldown(" + decay +
                                              ", shape=" + shape + ", to=0.002)";
                    INFO(whole << " T=" << T << " " << convention.words.key);
                    check_equal(bound(whole, T, convention.rows), bound(chain, T, convention.rows), T);
                    const std::string nested = "constant(0.2) for 30% then ", half = " for 50% then linear";
                    check_equal(bound(nested + whole, T, convention.rows), bound(nested + "(" + chain + ")", T, convention.rows),
                                T);
                    check_equal(bound(whole + half, T, convention.rows), bound("(" + chain + ")" + half, T, convention.rows), T);
                }
    check_equal(bound("wsd", 800), bound("warmup then constant then cooldown", 800), 800);
}

TEST_CASE("the numbers of wsd stand on the curve and are dragged there", "[wsd]") {
    const Run run = read("steps=800 schedule=wsd(0.4, to=0.1)");
    const std::string peak = "schedule.warmup schedule.lr";
    CHECK(paths(run) == std::set<std::string>{peak, "schedule.decay", "schedule.from", "schedule.to"});
    const auto all = handles(run);
    for (std::size_t k = 0; k < all.size(); ++k) {
        const Handle& each = all[k];
        const auto dragged = [&](double t, double eta) { return drag(run, k, t, eta, {})->racers[0].schedule; };
        INFO(each.path);
        if (each.path == peak) CHECK((each.t == 40 && each.eta == 0.4));
        if (each.path == peak) CHECK(dragged(100, 0.3) == "wsd(0.3, warmup=100, to=0.1)");
        if (each.path == "schedule.decay") CHECK((each.t == 640 && each.eta == 0.4));
        if (each.path == "schedule.decay") CHECK(dragged(700, 0) == "wsd(0.4, decay=100, to=0.1)");
        if (each.path == "schedule.to") CHECK(dragged(800, 0.05) == "wsd(0.4, to=0.05)");
    }
    CHECK(paths(read("steps=800 schedule=wsd")).contains(peak));
}

TEST_CASE("a cool-down in a line is what it was; every shape begins and ends exactly, and falls all the way", "[cooldown]") {
    const Curve line = bound("constant(0.7) then cooldown(30, to=0.1)", 100);
    for (int k = 0; k < 30; ++k) CHECK(line.at(70 + k) == 0.7 + (0.1 - 0.7) * k / 30);
    for (const std::string shape : {"linear", "cosine", "sqrt", "exponential", "square"}) {
        const Curve curve = bound("constant(0.7) then cooldown(30, to=0.1, shape=" + shape + ")", 100);
        INFO(shape);
        CHECK(curve.at(70) == 0.7);
        CHECK(curve.at(100) == 0.1);
        for (int t = 70; t < 100; ++t) CHECK(curve.at(t + 1) < curve.at(t));
        CHECK(bound("constant(0.7) then cooldown(0, shape=" + shape + ")", 5).at(4) == 0.7);
        CHECK(bound("constant(0.7) then cooldown(0, shape=" + shape + ")", 5).at(5) == 0);
    }
}

TEST_CASE("within runs a schedule as in a run of another length, wherever it stands", "[within]") {
    for (const std::string x : {"cosine", "warmup(5%) then constant then cooldown(20%)", "step(every=2ep)", "points",
                                "repeat(linear, every=10%, stretch=1.5)", "lr * (1 - t/T)^2", "exponential(every=50%)"}) {
        const Curve other = bound(x, 80);
        INFO(x);
        // It is cut, prolonged, a segment, an operand and nested.
        check_equal(bound("within(" + x + ", 80)", 50), other, 49);
        check_equal(bound("within(" + x + ", 80)", 200), other, 200);
        check_equal(bound("within(within(" + x + ", 80), 90)", 70), other, 69);
        const Curve branch = bound("within(" + x + ", 80) for 41 then linear(0.1)", 100), linear = bound("linear(0.1)", 59);
        const Curve twice = bound("2 * within(" + x + ", 80) + 1", 80), cycle = bound("within(" + x + ", 80, past=cycle)", 200);
        for (std::int64_t t = 0; t < 41; ++t) REQUIRE(branch.at(t) == other.at(t));
        for (std::int64_t t = 41; t <= 100; ++t) REQUIRE(branch.at(t) == linear.at(t - 41));
        for (std::int64_t t = 0; t < 80; ++t) REQUIRE(twice.at(t) == 2 * other.at(t) + 1);
        for (std::int64_t t = 0; t < 200; ++t) REQUIRE(cycle.at(t) == other.at(t % 80));
        check_equal(bound("within(" + x + ", 80, past=error)", 80), other, 80);
        check_equal(bound("repeat(within(" + x + ", 80, past=error), every=80)", 200), cycle, 199);
    }
    CHECK(bound("within(linear)", 50).at(25) == bound("linear", 50).at(25));
    CHECK(bound("within(linear, past=cycle)", 1).at(0) == 0.5);
}

TEST_CASE("past its end is a problem only where the run comes there", "[within]") {
    const auto reached = [](const std::string& text, double T) {
        Problems problems;
        curve_of(text, T, problems);
        return !problems.empty() && problems[0].code == "past_end";
    };
    CHECK_FALSE(reached("within(cosine, 80, past=error)", 80));
    CHECK(reached("within(cosine, 80, past=error)", 81));
    CHECK_FALSE(reached("within(cosine, 80, past=error) for 80 then linear", 200));
    CHECK(reached("within(cosine, 80, past=error) for 81 then linear", 200));
    // The run ends before.
    CHECK_FALSE(reached("within(cosine, 80, past=error) for 200 then linear for 5", 60));
    CHECK_FALSE(reached("repeat(within(cosine, 80, past=error), every=200)", 60));
    CHECK_FALSE(reached("repeat(within(cosine, 100, past=error), every=50, stretch=4)", 140));
    CHECK(reached("repeat(within(cosine, 100, past=error), every=50, stretch=4)", 151));
}

TEST_CASE("what is cut off within has no boundaries and no handles there", "[within]") {
    const std::string x = "warmup(5%) then constant then cooldown(20%)";
    CHECK(bound("within(" + x + ", 800) for 412 then linear", 1000).boundaries() == std::vector<std::int64_t>{40, 412});
    CHECK(bound("within(" + x + ", 800)", 1600).boundaries() == std::vector<std::int64_t>{40, 640});
    CHECK(bound("within(" + x + ", 800, past=cycle)", 1600).boundaries() == std::vector<std::int64_t>{40, 640, 800, 840, 1440});
    CHECK(bound("constant for 100 then within(" + x + ", 800)", 1600).boundaries() == std::vector<std::int64_t>{100, 140, 740});
    const Run cut = read("steps=1000 schedule=within(wsd(0.4), 800) for 412 then linear(0.2)");
    for (const Handle& each : handles(cut)) CHECK(((each.t <= 412) || each.node == cut.racers[0].rate->pieces().back().node));
    CHECK(paths(cut).contains("schedule.warmup schedule.lr"));
    CHECK_FALSE(paths(cut).contains("schedule.decay"));
    const Run whole = read("steps=1000 schedule=within(wsd(0.4), 800)");
    CHECK((paths(whole).contains("schedule.decay") && paths(whole).contains("schedule.over")));
    const auto all = handles(whole);
    for (std::size_t k = 0; k < all.size(); ++k)
        if (all[k].path == "schedule.over") CHECK(drag(whole, k, 900, 0, {})->racers[0].schedule == "within(wsd(0.4), over=900)");
}

TEST_CASE("noise is its own at every update and seed, may be asked for in any order, and keeps within its spread", "[noise]") {
    const Curve first = bound("noise(constant(0.5), spread=0.2)", 5000, {}, 1),
                again = bound("noise(constant(0.5), spread=0.2)", 5000, {}, 1);
    const Curve other = bound("noise(constant(0.5), spread=0.2)", 5000, {}, 2);
    std::set<double> values;
    double sum = 0;
    int alike = 0;
    for (std::int64_t t = 4999; t >= 0; --t) {
        const double eta = first.at(t);
        CHECK(eta == again.at(t));
        CHECK((eta >= 0.4 && eta <= 0.6));
        alike += eta == other.at(t);
        values.insert(eta);
        sum += eta;
    }
    CHECK(alike == 0);
    CHECK(values.size() == 5000);
    CHECK(std::abs(sum / 5000 - 0.5) < 4 * 0.1 / std::sqrt(3) / std::sqrt(5000));
    for (const double T : {1.0, 100.0, 1e6})
        CHECK(bound("noise(cosine, spread=0.999)", T).at(static_cast<std::int64_t>(T) - 1) > 0);
    check_equal(bound("noise(cosine, spread=0)", 50), bound("cosine", 50), 50);
}

TEST_CASE("the seed of a run is that of its noise", "[noise]") {
    const auto eta = [](const char* text) { return read(text).racers[0].rate->at(3); };
    CHECK(eta("seed=1 schedule=noise(cosine)") == eta("schedule=noise(cosine)"));
    CHECK(eta("seed=2 schedule=noise(cosine)") != eta("schedule=noise(cosine)"));
    const Run layer = read("seed=7 schedule=constant schedule.1=noise(constant)");
    CHECK(layer.racers[0].layer_rate[0]->at(3) == eta("seed=7 schedule=noise(constant)"));
}

TEST_CASE("an alias is the schedule of its text, and is printed as that", "[alias]") {
    for (const Alias& alias : aliases) {
        const std::string name(alias.words.key), text(alias.text);
        INFO(name);
        Problems problems;
        CHECK(print(canonical(parse(text, problems))) == text);
        for (const double T : {1.0, 2.0, 7.0, 100.0, 801.0}) {
            check_equal(bound(name, T), bound(text, T), T);
            check_equal(bound("constant for 30% then " + name, T), bound("constant for 30% then (" + text + ")", T), T);
            check_equal(bound("0.5 * " + name + " + 0.1", T), bound("0.5 * (" + text + ") + 0.1", T), T);
            check_equal(bound("repeat(" + name + ", every=20%)", T), bound("repeat(" + text + ", every=20%)", T), T);
        }
        const Run run = read("schedule=" + name + " schedule=constant * plateau schedule.2=" + name + "()");
        CHECK(run.racers[0].schedule == text);
        CHECK(run.racers[1].own[0].value == text);
        CHECK(read(run.text).text == run.text);
        CHECK(paths(read("schedule=" + name)) == paths(read("schedule=" + text)));
        CHECK(read("opt=sgd(momentum=" + name + ")").text == read("opt=sgd(momentum=" + text + ")").text);
    }
    const Run inside = read("schedule=(" + std::string("d2z") + ") * plateau schedule=d2z for 50% then linear");
    CHECK(inside.racers[0].schedule == "(warmup then linear) * plateau");
    CHECK(inside.racers[1].schedule == "(warmup then linear) for 50% then linear");
    // Three whole cycles and no fourth.
    for (const double T : {7.0, 100.0, 800.0, 801.0}) CHECK(bound("sgdr", T).boundaries().size() == 2);
}

TEST_CASE("a schedule that is looked for by another's name is answered with its text", "[alias]") {
    const auto meant = [](std::string_view name) {
        Problems problems;
        CHECK_FALSE(bind_schedule(parse(name, problems), {.updates = 100, .updates_per_epoch = 10, .lr = 0.5}, problems));
        REQUIRE(problems.size() == 1);
        REQUIRE(problems[0].code == "unknown_name_near");
        // What is offered is a schedule.
        bound(problems[0].values[1] == "warmup" ? "warmup then cosine" : problems[0].values[1], 100);
        return problems[0].values[1];
    };
    CHECK(meant("CosineAnnealingLR") == "cosine");
    CHECK(meant("cosine_annealing") == "cosine");
    CHECK(meant("CosineAnnealingWarmRestarts") == "repeat(cosine)");
    CHECK(meant("warm_restarts(10)") == "repeat(cosine)");
    CHECK(meant("linear_warmup for 5 then cosine") == "warmup");
    CHECK(meant("ReduceLROnPlateau") == "constant * plateau");
    CHECK(meant("OneCycleLR(max_lr=0.1)") == "one_cycle");
    CHECK(meant("one-cycle") == "one_cycle");
    CHECK(meant("onecycle") == "one_cycle");
    CHECK(meant("inverse_square_root") == "inverse_sqrt");
    CHECK(meant("SGDR") == "sgdr");
    CHECK(meant("WSD") == "wsd");
    for (const Schedule& schedule : schedules) CHECK(meant_by(schedule.words.key).empty());
    for (const Alias& alias : aliases) CHECK(meant_by(alias.words.key).empty());
}

TEST_CASE("an alias inside so many brackets that its text cannot be read again is refused", "[alias]") {
    std::string deep = "sgdr";
    for (int i = 0; i < 63; ++i) deep = "abs(" + deep + ")";
    Problems problems;
    CHECK_FALSE(curve_of(deep, 100, problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "too_deep");
    CHECK(deep.substr(problems[0].from, problems[0].to - problems[0].from) == "sgdr");
}
