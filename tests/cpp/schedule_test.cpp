// Each schedule against a closed form written here independently, at values other than the defaults for every parameter.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <functional>
#include <numbers>
#include <set>
#include <string>

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/random/stream.hpp"
#include "eta/schedule/bind.hpp"
#include "eta/schedule/schedules.hpp"

namespace {

using namespace eta;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

constexpr double updates_per_epoch = 162;

Curve bound(const std::string& text, double T, double lr = 0.5) {
    Problems problems;
    const Tree tree = parse(text, problems);
    auto curve = tree.empty() ? std::nullopt
                              : bind_schedule(tree, {.updates = T, .updates_per_epoch = updates_per_epoch, .lr = lr}, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(curve);
    return *curve;
}

struct Case {
    std::string text;
    std::function<double(double t, double T)> closed;  // for 0 ≤ t ≤ T
};

// A constant 0.4 falls to 0.02 in the last 8 of T updates; `left` is the part of the fall that is left at u.
double falling(double t, double T, double (*left)(double u)) {
    const double k = t - std::fmax(T - 8, 0);
    return k <= 0 ? 0.4 : k < 8 ? 0.02 + 0.38 * left(k / 8) : 0.02;
}

// The closed forms use the C library's functions, so they share nothing with the core's.
const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"constant(0.3)", [](double, double) { return 0.3; }},
        {"step(0.4, factor=0.3, every=7)", [](double t, double) { return 0.4 * std::pow(0.3, std::floor(t / 7)); }},
        {"exponential(0.4, rate=0.8, every=9)", [](double t, double) { return 0.4 * std::pow(0.8, t / 9); }},
        {"exponential(0.4, rate=0.8, every=9, staircase=true, delay=4, floor=0.02)",
         [](double t, double) { return std::fmax(0.02, 0.4 * std::pow(0.8, std::floor(std::fmax(0, t - 4) / 9))); }},
        {"linear(0.4, to=0.1)", [](double t, double T) { return 0.4 * (1 - t / T) + 0.1 * t / T; }},
        {"polynomial(0.4, to=0.1, power=3, over=30)",
         [](double t, double) { return 0.1 + 0.3 * std::pow(1 - std::fmin(t, 30) / 30, 3); }},
        {"polynomial(0.4, to=0.1, power=1.5, over=12, cycle=true)",
         [](double t, double) { return 0.1 + 0.3 * std::pow(1 - t / (12 * std::fmax(1, std::ceil(t / 12))), 1.5); }},
        {"cosine(0.4, to=0.1, power=2, k=1.3)",
         [](double t, double T) {
             return 0.1 + 0.3 * std::pow(0.5 * (1 + std::cos(std::numbers::pi * std::pow(t / T, 1.3))), 2);
         }},
        {"multistep(5, 9, 300, factor=0.3, lr=0.4)",
         [](double t, double) {
             return t < 5 ? 0.4 : t < 9 ? 0.12 : t < 300 ? 0.036 : 0.0108;
         }},
        {"multistep(5, 9, 300, factor=0.3, lr=0.4, boundary=after)",
         [](double t, double) {
             return t <= 5 ? 0.4 : t <= 9 ? 0.12 : t <= 300 ? 0.036 : 0.0108;
         }},
        {"inverse_time(0.4, rate=1.7, every=9, staircase=false)", [](double t, double) { return 0.4 * 9 / (9 + 1.7 * t); }},
        {"inverse_time(0.4, rate=1.7, every=9, staircase=true)",
         [](double t, double) { return 0.4 / (1 + 1.7 * std::trunc(t / 9)); }},
        {"inverse_sqrt(0.4, over=7, floor=0.05)", [](double t, double) { return std::fmax(0.05, 0.4 / std::sqrt(1 + t / 7)); }},
        {"noam(0.4, warmup=7)", [](double t, double) { return t < 7 ? 0.4 * (t + 1) / 7 : 0.4 * std::pow(7 / (t + 1), 0.5); }},
        {"power(0.4, to=0.01, exponent=0.7, over=7, tail=12)",
         [](double t, double T) {
             const auto curve = [](double k) { return 0.4 * std::exp(-0.7 * std::log1p(k / 7)); };
             const double begin = std::fmax(T - 12, 0), u = (t - begin) / std::fmin(12, T);
             return t <= begin ? curve(t) : (1 - u) * curve(begin) + u * 0.01;
         }},
        {"rex(0.4, to=0.1)", [](double t, double T) { return 0.1 + 0.3 * (1 - t / T) / (1 - t / T / 2); }},
        {"tanh_decay(0.4, to=0.1, lower=-2, upper=4)",
         [](double t, double T) { return 0.1 + 0.3 / (1 + std::exp(2 * (-2 + 6 * t / T))); }},
        {"one_cycle(0.4, part=0.37, div=5, final_div=20, shape=linear)",
         [](double t, double T) {
             const double m = std::floor(0.37 * T);
             return t < m ? 0.08 + 0.32 * t / m : m == T ? 0.4 : 0.4 - 0.396 * (t - m) / (T - m);
         }},
        {"one_cycle(0.4, part=0.2, div=5, final_div=20, shape=cosine, phases=three, back=0.7, peak=before)",
         [](double t, double T) {
             const double e = T - 1, m = std::fmin(std::fmax(0.2 * T - 1, 0), e), b = std::fmin(std::fmax(0.7 * T - 2, m), e);
             const auto wave = [&](double from, double to, double u) {
                 return from + (to - from) * std::pow(std::sin(std::numbers::pi * u / 2), 2);
             };
             if (t < m) return wave(0.08, 0.4, t / m);
             if (t == m) return 0.4;
             if (t >= e) return 0.004;
             return t < b ? wave(0.4, 0.08, (t - m) / (b - m)) : wave(0.08, 0.004, (t - b) / (e - b));
         }},
        {"triangular(0.4, from=0.1, up=3, down=8, shape=triangular2)",
         [](double t, double) {
             const double x = std::fmod(t, 11);
             return 0.1 + 0.3 * std::ldexp(x < 3 ? x / 3 : (11 - x) / 8, -static_cast<int>(t / 11));
         }},
        {"triangular(0.4, from=0.1, up=3, down=8, shape=exp_range, gamma=0.97)",
         [](double t, double) {
             const double x = std::fmod(t, 11);
             return 0.1 + 0.3 * (x < 3 ? x / 3 : (11 - x) / 8) * std::exp(t * std::log(0.97));
         }},
        {"half_cosine(0.4, to=0.1)",
         [](double t, double T) { return 0.1 + 0.3 * (1 + std::cos(std::numbers::pi * (T + t) / (2 * T))); }},
        {"cosine_tail(0.4, to=0.02, floor=0.1, tail=12)",
         [](double t, double T) {
             const auto curve = [&](double k) { return 0.1 + 0.3 * std::pow(std::cos(std::numbers::pi * k / T / 2), 2); };
             const double begin = std::fmax(T - 12, 0), u = (t - begin) / std::fmin(12, T);
             return t <= begin ? curve(t) : (1 - u) * curve(begin) + u * 0.02;
         }},
        {"linear_cosine(0.4, waves=2.5, alpha=0.1, beta=0.03)",
         [](double t, double T) {
             const double wave = std::pow(std::cos(2.5 * std::numbers::pi * t / T), 2);
             return 0.4 * 0.03 + 0.4 * wave * (1.1 - t / T);
         }},
        {"chebyshev(0.4, ratio=0.2, order=falling)",
         [](double t, double T) {
             const double theta = std::numbers::pi * (2 * std::fmin(t, T - 1) + 1) / (2 * T);
             return 0.4 * 0.2 / (0.6 - 0.4 * std::cos(theta));
         }},
        {"chebyshev(0.4, ratio=0.2, order=fractal)",
         [](double t, double T) {
             static std::vector<double> places;  // as the paper builds them: each list is interlaced with its mirror image
             if (t == 0) places = {0};
             while (static_cast<double>(places.size()) < T) {
                 std::vector<double> twice;
                 for (const double place : places) {
                     twice.push_back(place);
                     twice.push_back(2 * static_cast<double>(places.size()) - 1 - place);
                 }
                 places = twice;
             }
             const double place = places[static_cast<std::size_t>(std::fmin(t, T - 1))];
             const double theta = std::numbers::pi * (place + 0.5) / static_cast<double>(places.size());
             return 0.4 * 0.2 / (0.6 - 0.4 * std::cos(theta));
         }},
        {"compound(0.4, factor=0.8, during=3, every=11, rounding=none)",
         [](double t, double) {
             double eta = 0.4;
             for (double k = 0; k < t; ++k)
                 if (std::fmod(k, 11) < 3) eta *= 0.8;
             return eta;
         }},
        {"points(5:0.4, 20:0.1, 50:0.2, shape=step)", [](double t, double) { return t < 20   ? 0.4
                                                                                    : t < 50 ? 0.1
                                                                                             : 0.2; }},
        {"points(5:0.4, 20:0.1, 50:0.2, shape=linear)",
         [](double t, double) {
             return t < 5 ? 0.4 : t < 20 ? 0.4 - 0.3 * (t - 5) / 15 : t < 50 ? 0.1 + 0.1 * (t - 20) / 30 : 0.2;
         }},
        {"points(5:0.4, 20:0.1, shape=cosine)",
         [](double t, double) {
             const double u = t < 5 ? 0 : t < 20 ? (t - 5) / 15 : 1;
             return 0.25 + 0.15 * std::cos(std::numbers::pi * u);
         }},
        {"points(5:0.4, 20:0.1, shape=log)",
         [](double t, double) { return t < 5    ? 0.4
                                       : t < 20 ? 0.4 * std::pow(0.25, (t - 5) / 15)
                                                : 0.1; }},
        {"points(5:0.4, 20:0.1, 50:0.3, shape=step, boundary=after)",
         [](double t, double) { return t <= 20   ? 0.4
                                       : t <= 50 ? 0.1
                                                 : 0.3; }},
        {"warmup(8, counts=apart) then linear(0.4, to=0.1)",
         [](double t, double T) { return t < 8 ? 0.4 * (t + 1) / 8 : 0.4 - 0.3 * (t - 8) / T; }},
        {"warmup(8, counts=apart) then linear(0.4, to=0.1) then cooldown(4)",
         [](double t, double T) {
             // They are cut, so that the cool-down has no time.
             const double body = std::fmax(T - 4, 0);
             if (t < 8) return 0.4 * (t + 1) / 8;
             return t < 8 + body ? 0.4 - 0.3 * (t - 8) / body : (body > 0 ? 0.1 : 0.4) * (1 - std::fmin((t - 8 - body) / 4, 1));
         }},
        {"warmup(8, from=0.05, offset=0.5) then linear(0.4, to=0.1)",
         [](double t, double T) { return t < 8 ? 0.05 + 0.35 * (t + 0.5) / 8 : 0.4 - 0.3 * (t - 8) / std::fmax(T - 8, 1); }},
        {"linear(0.4, to=0.1) then cooldown(8, to=0.02)",
         [](double t, double T) {
             const double body = std::fmax(T - 8, 0);
             // An empty body still begins: its value at its T = 0 is its first.
             const double v = body > 0 ? 0.1 : 0.4;
             return t < body ? 0.4 - 0.3 * t / body : v + (0.02 - v) * std::fmin((t - body) / 8, 1);
         }},
        {"constant(0.4) then cooldown(8, to=0.02, shape=cosine)",
         [](double t, double T) { return falling(t, T, [](double u) { return (1 + std::cos(std::numbers::pi * u)) / 2; }); }},
        {"constant(0.4) then cooldown(8, to=0.02, shape=sqrt)",
         [](double t, double T) { return falling(t, T, [](double u) { return 1 - std::sqrt(u); }); }},
        {"constant(0.4) then cooldown(8, to=0.02, shape=exponential)",
         [](double t, double T) { return falling(t, T, [](double u) { return 2 * std::pow(0.5, u) - 1; }); }},
        {"constant(0.4) then cooldown(8, to=0.02, shape=square)",
         [](double t, double T) { return falling(t, T, [](double u) { return 1 - u * u; }); }},
        {"wsd(0.4, warmup=6, decay=9, shape=square, from=0.05, to=0.02, offset=0.5)",
         [](double t, double T) {
             const double k = t - std::fmax(6, T - 9), u = k / 9;
             if (t < 6) return 0.05 + 0.35 * (t + 0.5) / 6;
             return k < 0 ? 0.4 : k < 9 ? 0.02 + 0.38 * (1 - u * u) : 0.02;
         }},
        {"within(over=13, past=cycle, x=linear(0.4, to=0.1))",
         [](double t, double) { return 0.4 - 0.3 * std::fmod(t, 13) / 13; }},
        {"within(over=13, past=hold, x=linear(0.4, to=0.1))", [](double t, double) { return 0.4 - 0.3 * std::fmin(t, 13) / 13; }},
        {"noise(spread=0.3, x=linear(0.4, to=0.1))",
         [](double t, double T) {
             const double u = 2 * Random(0, Stream::noise, static_cast<std::uint64_t>(t)).uniform() - 1;
             return (0.4 - 0.3 * t / T) * (1 + 0.3 * u);
         }},
        {"repeat(every=11, stretch=1.5, scale=0.5, cycles=3, x=linear(0.4, to=0.1))",
         [](double t, double) {
             // The cycles are 11, 16.5 and 24.75 updates long; their ends are rounded to 11, 28 and 52.
             const double from = t < 11 ? 0 : t < 28 ? 11 : 28, to = t < 11 ? 11 : t < 28 ? 28 : 52;
             const double scale = t < 11 ? 1 : t < 28 ? 0.5 : 0.25;
             return scale * (0.4 - 0.3 * std::fmin((t - from) / (to - from), 1));
         }},
    };
    return all;
}

}  // namespace

TEST_CASE("every schedule is its closed form, at boundaries, at T, past T, and for T = 1", "[schedule]") {
    for (const Case& each : cases())
        for (const double T : {1.0, 2.0, 8.0, 9.0, 60.0, 1000.0}) {
            const Curve curve = bound(each.text, T);
            for (double t = 0; t <= T; ++t) {
                INFO(each.text << " T=" << T << " t=" << t);
                REQUIRE_THAT(curve.at(static_cast<std::int64_t>(t)),
                             WithinRel(each.closed(t, T), 1e-12) || WithinAbs(each.closed(t, T), 1e-15));
            }
            const double last = curve.at(static_cast<std::int64_t>(T));
            CHECK(curve.at(static_cast<std::int64_t>(T) + 1) == last);
            CHECK(curve.at(100'000'000) == last);
        }
}

TEST_CASE("every registered schedule has such a closed form, with every parameter written", "[schedule]") {
    for (const Schedule& schedule : schedules)
        for (const Param& param : schedule.params) {
            if (schedule.role == Role::listener) continue;  // its factor is no function of t
            bool written = false;
            for (const Case& each : cases()) {
                const auto at = each.text.find(std::string(schedule.words.key) + "(");
                if (at == std::string::npos) continue;
                const std::string arguments = each.text.substr(at, each.text.find(')', at) - at);
                written = written || arguments.find(std::string(param.key) + "=") != std::string::npos ||
                          &param == &schedule.params.front() || is_list(param.type);
            }
            INFO(schedule.words.key << "." << param.key);
            CHECK(written);
        }
}

TEST_CASE("the architecture's examples have their numbers", "[schedule]") {
    const auto eta = [](const char* text, std::int64_t t) { return bound(text, 800).at(t); };
    CHECK(eta("cosine(0.5)", 0) == 0.5);
    CHECK_THAT(eta("cosine(0.5)", 400), WithinRel(0.25, 1e-12));
    CHECK_THAT(eta("cosine(0.5)", 799), WithinRel(1.93e-6, 2e-3));
    CHECK_THAT(eta("warmup(50) then cosine(0.5)", 0), WithinRel(0.01, 1e-12));
    CHECK(eta("warmup(50) then cosine(0.5)", 49) == 0.5);
    CHECK(eta("warmup(50) then cosine(0.5)", 50) == 0.5);
    CHECK_THAT(eta("warmup(50) then cosine(0.5)", 425), WithinRel(0.25, 1e-12));
    CHECK_THAT(eta("constant(0.5) for 60% then linear(0.5, to=0)", 640), WithinRel(0.25, 1e-12));
    const Curve trapezium = bound("warmup(5%) then constant(0.5) then cooldown(20%)", 800);
    CHECK(trapezium.boundaries() == std::vector<std::int64_t>{40, 640});
    CHECK_THAT(trapezium.at(720), WithinRel(0.25, 1e-12));
    CHECK_THAT(trapezium.at(799), WithinRel(0.003125, 1e-12));
    const Curve stairs = bound("warmup(1ep) then step(0.2, factor=0.3, every=90)", 800);
    CHECK(stairs.at(251) == 0.2);
    CHECK_THAT(stairs.at(252), WithinRel(0.06, 1e-12));
    CHECK_THAT(eta("points(0:0.5, 25%:0.1, 100%:0.01, shape=log)", 100), WithinRel(0.2236, 1e-4));
    CHECK(eta("where(t < 30%, lr, lr/10)", 239) == 0.5);
    CHECK(eta("where(t < 30%, lr, lr/10)", 240) == 0.05);
}

TEST_CASE("a formula's recorded tree, printed and parsed again, gives the compiled value bit for bit", "[schedule]") {
    int compared = 0;
    for (const Case& each : cases())
        for (const double T : {1.0, 9.0, 60.0, 1000.0}) {
            Problems problems;
            const Tree tree = parse(each.text, problems);
            const Node& root = tree[tree.root];
            const Schedule* schedule = find(schedules, root.text);
            if (!schedule || schedule->role != Role::formula) continue;
            const Scope scope{.updates = T, .updates_per_epoch = updates_per_epoch, .lr = 0.5};
            const auto values = bind_values(tree, tree.root, *schedule, scope, problems);
            REQUIRE(values);
            const Tree recorded = record(*schedule, *values);
            const std::string text = print(recorded);
            const Curve compiled = bound(each.text, T), formula = bound(text, T);
            CHECK(same(parse(text, problems), recorded));
            for (std::int64_t t = 0; t <= static_cast<std::int64_t>(T); ++t) {
                INFO(text << " t=" << t);
                REQUIRE(compiled.at(t) == formula.at(t));
                ++compared;
            }
        }
    CHECK(compared > 8000);
}

TEST_CASE("every schedule by its bare name is a good rate for any run", "[schedule]") {
    for (const Schedule& schedule : schedules) {
        const std::string key(schedule.words.key);
        const std::string text = key == "warmup"                   ? "warmup then cosine"
                                 : key == "cooldown"               ? "constant then cooldown"
                                 : schedule.role == Role::listener ? "constant * " + key
                                 : key == "repeat"                 ? "repeat(cosine)"
                                 : key == "within"                 ? "within(cosine)"
                                 : key == "noise"                  ? "noise(cosine(lr/2))"
                                                                   : key;
        for (const double T : {1.0, 2.0, 3.0, 7.0, 800.0, 1e6})
            for (const std::int64_t t : {std::int64_t{0}, static_cast<std::int64_t>(T / 2), static_cast<std::int64_t>(T) - 1,
                                         static_cast<std::int64_t>(T)}) {
                const double rate = bound(text, T).at(t);
                INFO(text << " T=" << T << " t=" << t);
                CHECK(std::isfinite(rate));
                CHECK(rate >= 0);
                CHECK(rate <= 0.5);
            }
    }
}

TEST_CASE("segments: lengths, remains, empty and overlong ones", "[schedule]") {
    CHECK(bound("warmup(0) then constant(0.5)", 10).at(0) == 0.5);
    CHECK(bound("warmup(10) then constant(0.5)", 10).at(9) == 0.5);
    CHECK(bound("warmup(100) then constant(0.5)", 10).at(9) == 0.05);  // cut by the end of the run
    CHECK(bound("constant(0.5) then cooldown(0)", 10).at(9) == 0.5);
    CHECK(bound("constant(0.5) then cooldown(0, to=0.1)", 10).at(10) == 0.1);
    CHECK(bound("constant(0.5) then cooldown(10)", 10).at(5) == 0.25);              // nothing remains for the constant
    CHECK(bound("constant(0.5) for 4 then constant(0.1) for 2", 10).at(9) == 0.1);  // holds after its end
    CHECK(bound("cosine(0.5) for 0 then constant(0.1)", 10).at(0) == 0.1);
    CHECK(bound("(constant(0.4) for 50% then constant(0.2)) for 50% then constant(0.1)", 80).boundaries() ==
          std::vector<std::int64_t>{20, 40});
    // % of the enclosing T for warm-up, of its own T for a segment's arguments: 50% of 60 updates is 30.
    const Curve nested = bound("warmup(25%) then step(0.5, factor=0.1, every=50%)", 80);
    CHECK(nested.at(49) == 0.5);
    CHECK_THAT(nested.at(50), WithinRel(0.05, 1e-12));
    // t and T are the segment's own.
    CHECK(bound("constant(0.5) for 30 then t/T", 80).at(55) == 0.5);
    CHECK(bound("(warmup(4) then constant(0.5)) * 2", 8).at(1) == 0.5);
    // A warm-up rises to what the next warm-up begins with.
    CHECK(bound("warmup(4) then warmup(4) then constant(0.8)", 12).at(3) == 0.2);
}

TEST_CASE("lengths are rounded to whole updates, halves up, and never below the least", "[schedule]") {
    CHECK(bound("step(1, factor=0.5, every=1%)", 50).at(1) == 0.5);        // 0.5 → 1
    CHECK(bound("step(1, factor=0.5, every=0.001%)", 50).at(3) == 0.125);  // never below 1
    CHECK(bound("warmup(2.5%) then constant(1)", 100).at(0) == 1.0 / 3);   // 2.5 → 3
    CHECK(bound("warmup(0.01ep) then constant(1)", 100).at(0) == 0.5);     // 1.62 → 2
}

TEST_CASE("what is no schedule is said at its place", "[schedule]") {
    struct Wrong {
        std::string text;
        std::string_view code;
        std::string about;
    };
    const Wrong wrong[] = {
        {"foo", "unknown_name", "foo"},
        {"cosin", "unknown_name_near", "cosin"},
        {"cosine(0.5, 0.1, 1, 1, 1)", "too_many_arguments", "1"},
        {"cosine(0.5, lr=0.5)", "argument_twice", "lr=0.5"},
        {"cosine(to=1, 0.5)", "place_after_name", "0.5"},
        {"cosine(from=0.5)", "unknown_parameter", "from=0.5"},
        {"cosine(-1)", "out_of_range", "-1"},
        {"cosine(1001)", "out_of_range", "1001"},
        {"cosine(to=t)", "not_constant", "t"},
        {"cosine(to=linear)", "not_constant", "linear"},
        {"step(every=0)", "out_of_range", "0"},
        {"step(every=2.5)", "length_not_whole", "2.5"},
        {"step(every=-3)", "out_of_range", "-3"},
        {"exponential(staircase=1)", "not_a_choice", "1"},
        {"points(shape=round)", "not_a_choice", "round"},
        {"multistep(5, 5)", "not_ascending", "5"},
        {"multistep(7, 5)", "not_ascending", "5"},
        {"multistep(-5)", "out_of_range", "-5"},
        {"multistep(2.5)", "length_not_whole", "2.5"},
        {"multistep(5:0.1)", "point_unexpected", "5:0.1"},
        {"multistep(5, factor=11)", "out_of_range", "11"},
        {"inverse_time(every=0)", "out_of_range", "0"},
        {"noam(warmup=0)", "out_of_range", "0"},
        {"power(exponent=-1)", "out_of_range", "-1"},
        {"power(tail=-1)", "out_of_range", "-1"},
        {"tanh_decay(lower=200)", "out_of_range", "200"},
        {"one_cycle(part=30)", "out_of_range", "30"},
        {"one_cycle(div=0)", "out_of_range", "0"},
        {"one_cycle(shape=round)", "not_a_choice", "round"},
        {"one_cycle(phases=3)", "not_a_choice", "3"},
        {"triangular(up=0)", "out_of_range", "0"},
        {"chebyshev(ratio=0)", "out_of_range", "0"},
        {"points(0.5)", "point_expected", "0.5"},
        {"points(5:0.1, 5:0.2)", "not_ascending", "5:0.2"},
        {"points(50%:0.1, 49:0.2)", "not_ascending", "49:0.2"},
        {"points(0:0.1, 5:0, shape=log)", "log_needs_positive", "points(0:0.1, 5:0, shape=log)"},
        {"1/0", "not_finite", "1/0"},
        {"cosine(1/0)", "not_finite", "1/0"},
        {"lr * (1/t)", "rate_not_finite", "(1/t)"},
        {"log(t - 5)", "rate_not_finite", "log(t - 5)"},
        {"t - 10", "rate_negative", "t - 10"},
        {"constant(0.1) for 50 then -1e-10", "rate_negative", "constant(0.1) for 50 then -1e-10"},
        {"-1e-10", "rate_negative", "-1e-10"},
        {"where(t < T - 1, 0, -1e-300)", "rate_negative", "where(t < T - 1, 0, -1e-300)"},
        {"where(t, 1, 2)", "comparison_expected", "t"},
        {"floor(1, 2)", "wrong_arity", "floor(1, 2)"},
        {"floor", "wrong_arity", "floor"},
        {"max(t < 1, 2)", "not_a_rate", "t < 1"},
        {"max(1 < 2, 3)", "not_a_rate", "1 < 2"},
        {"constant(1<2)", "not_a_rate", "1<2"},
        {"constant(lr * max(2, 1 >= 2))", "not_a_rate", "1 >= 2"},
        {"cosine(to=0<1)", "not_a_rate", "0<1"},
        {"constant(1:2)", "not_a_rate", "1:2"},
        {"step(every=10<20)", "not_a_rate", "10<20"},
        {"points(0:max(1<2, 0.5))", "not_a_rate", "1<2"},
        {"points(max(1<2, 5):0.5)", "not_a_rate", "1<2"},
        {"repeat(1<2, every=10)", "not_a_rate", "1<2"},
        {"repeat(cosine, every=10 <= 20)", "not_a_rate", "10 <= 20"},
        {"warmup(10<20) then constant", "not_a_rate", "10<20"},
        {"constant * plateau(1<2)", "not_a_rate", "1<2"},
        {"where(1, 2, 3)", "comparison_expected", "1"},
        {"constant(where(1, 2, 3))", "comparison_expected", "1"},
        {"where(1 < 2, 3 < 4, 5)", "not_a_rate", "3 < 4"},
        {"constant(where(1 < max(2 < 3, 4), 5, 6))", "not_a_rate", "2 < 3"},
        {"t(3)", "no_parameters", "t(3)"},
        {"0.5^(T^1000)", "not_finite", "(T^1000)"},
        {"cosine(0.5^(T^1000))", "not_finite", "(T^1000)"},
        {"constant(min(1/0, 0.5))", "not_finite", "1/0"},
        {"max(0.1, 0/0)", "not_finite", "0/0"},
        {"where(0/0 < 1, 0.5, 0.1)", "not_finite", "0/0"},
        {"where(t < 5, 0.5, log(0) + t)", "not_finite", "log(0)"},
        {"step(every=max(1, 10/(1/0)))", "not_finite", "(1/0)"},
        {"cosine * 1/1e308ep", "not_finite", "1e308ep"},
        {"cosine for 1e308ep then linear", "not_finite", "1e308ep"},
        {"warmup(50)", "warmup_needs_next", "warmup(50)"},
        {"cosine then warmup(50)", "warmup_needs_next", "warmup(50)"},
        {"cooldown", "cooldown_needs_previous", "cooldown"},
        {"cooldown then cosine", "cooldown_needs_previous", "cooldown"},
        {"warmup(5) then cooldown(5)", "warmup_before_cooldown", "cooldown(5)"},
        {"warmup(5) for 3 then cosine", "combinator_with_for", "warmup(5) for 3"},
        {"linear for 3 then warmup(5) * 2", "segment_only", "warmup(5)"},
        {"max(warmup(5), 0.1)", "segment_only", "warmup(5)"},
        {"cosine then linear", "two_open_segments", "linear"},
        {"cosine for 2.5 then linear", "length_not_whole", "2.5"},
        {"constant then cooldown(shape=log)", "not_a_choice", "log"},
        {"wsd(shape=5)", "not_a_choice", "5"},
        {"wsd(warmup=-1)", "out_of_range", "-1"},
        {"wsd(decay=0.2)", "part_meant", "0.2"},
        {"within", "argument_missing", "within"},
        {"within(over=5)", "argument_missing", "within(over=5)"},
        {"within(cosine, 0)", "out_of_range", "0"},
        {"within(cosine, 0.5)", "part_meant", "0.5"},
        {"within(cosine, 80, past=stop)", "not_a_choice", "stop"},
        {"within(cosine, 80, past=error)", "past_end", "within(cosine, 80, past=error)"},
        {"constant for 10 then within(cosine, 89, past=error)", "past_end", "within(cosine, 89, past=error)"},
        {"repeat(within(cosine, 20, past=error), every=21)", "past_end", "within(cosine, 20, past=error)"},
        {"within(cosine * plateau, 80)", "listener_is_factor", "plateau"},
        {"noise", "argument_missing", "noise"},
        {"noise(cosine, spread=1)", "out_of_range", "1"},
        {"noise(cosine, spread=-0.1)", "out_of_range", "-0.1"},
        {"noise(warmup(5))", "warmup_needs_next", "warmup(5)"},
        {"noise(cosine * greedy)", "listener_is_factor", "greedy"},
        {"d2z(0.5)", "alias_bare", "d2z(0.5)"},
        {"max(sgdr(every=5), 0.1)", "alias_bare", "sgdr(every=5)"},
        {"trapezoit", "unknown_name_near", "trapezoit"},
    };
    for (const Wrong& each : wrong) {
        Problems problems;
        const Tree tree = parse(each.text, problems);
        REQUIRE(problems.empty());
        INFO(each.text);
        CHECK_FALSE(bind_schedule(tree, {.updates = 100, .updates_per_epoch = updates_per_epoch, .lr = 0.5}, problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].code == each.code);
        CHECK(each.text.substr(problems[0].from, problems[0].to - problems[0].from) == each.about);
    }
}

TEST_CASE("a long list is allowed to its limit and refused past it", "[schedule]") {
    const auto points = [](int count) {
        std::string text = "points(0:0.5";
        for (int i = 1; i < count; ++i) text += ", " + std::to_string(i) + ":0.1";
        return text + ")";
    };
    CHECK(bound(points(32), 100).at(50) == 0.1);
    Problems problems;
    CHECK_FALSE(bind_schedule(parse(points(33), problems), {.updates = 100, .updates_per_epoch = 10, .lr = 0.5}, problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "list_too_long");
}
