// What holds for every schedule that is registered, at random arguments and lengths of the run.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/schedule/bind.hpp"
#include "eta/schedule/schedules.hpp"

namespace {

using namespace eta;

constexpr double base = 0.5;
const double lengths_of_runs[] = {1, 2, 3, 7, 60, 1000, 1e6};

class Draw {
public:
    explicit Draw(std::uint64_t seed) : engine_(seed) {}
    double uniform(double low, double high) { return low + (high - low) * (static_cast<double>(engine_() >> 11) / (1ULL << 53)); }
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }

private:
    std::mt19937_64 engine_;
};

std::string written(double x) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", x);
    return text;
}

// What a rate is multiplied by again and again is drawn up to 1: what grows for ever is finite nowhere.
double limit_of(const Param& param) { return param.min == 0 && param.max == 10 ? 1 : param.max; }

double number(const Param& param, Draw& draw) {
    const double high = limit_of(param);
    switch (draw.below(8)) {
        case 0:
            return param.min;
        case 1:
            return high;
        case 2:
        case 3:  // over many powers of 10, where it may be so small
            return std::max(param.min, high * std::pow(10, -draw.uniform(0, 8)));
        default:
            return draw.uniform(param.min, std::min(high, param.min + 10));
    }
}

double whole(const Param& param, double T, Draw& draw) {
    return std::floor(std::max(param.min, std::pow(10, draw.uniform(0, std::log10(2 * T + 1)))));
}

std::string length(const Param& param, double T, Draw& draw) {
    return draw.below(2) ? written(draw.uniform(0, 120)) + "%" : std::to_string(static_cast<long>(whole(param, T, draw)));
}

std::string word(std::string_view choices, Draw& draw) {
    const auto count = 1 + std::count(choices.begin(), choices.end(), ' ');
    for (auto skip = draw.below(static_cast<int>(count)); skip > 0; --skip) choices = choices.substr(choices.find(' ') + 1);
    return std::string(choices.substr(0, choices.find(' ')));
}

// The entries of a list, ascending.
std::string entries(const Param& param, double T, Draw& draw) {
    std::string list;
    double at = -1;
    for (int k = 1 + draw.below(5); k > 0; --k) {
        at += whole(param, T, draw) + 1;
        list += (list.empty() ? "" : ", ") + std::to_string(static_cast<long>(at));
        if (param.type == Type::points) list += ":" + written(draw.uniform(0.001, 10));
    }
    return list;
}

std::string value(const Param& param, double T, Draw& draw) {
    if (param.type == Type::flag) return word("false true", draw);
    if (param.type == Type::choice) return word(param.choices, draw);
    if (param.type == Type::length) return length(param, T, draw);
    if (is_list(param.type)) return entries(param, T, draw);
    return written(param.type == Type::integer ? std::floor(draw.uniform(0, 9)) : number(param, draw));
}

// A call with about two of three parameters given; what is a schedule is `inner`.
std::string call(const Schedule& schedule, double T, Draw& draw, const std::string& inner) {
    std::string text;
    for (const bool lists : {true, false})
        for (const Param& param : schedule.params) {
            if (is_list(param.type) != lists || (param.type != Type::schedule && draw.below(3) == 0)) continue;
            const std::string given = param.type == Type::schedule ? inner : value(param, T, draw);
            text += (text.empty() ? "" : ", ") + (lists ? given : std::string(param.key) + "=" + given);
        }
    return std::string(schedule.words.key) + (text.empty() ? "" : "(" + text + ")");
}

struct Bound {
    Tree tree;
    std::optional<Curve> curve;
    Problems problems;
};

Scope scope(double T) { return {.updates = T, .updates_per_epoch = 162, .lr = base}; }

Bound read_bound(const std::string& text, double T) {
    Bound made;
    made.tree = parse(text, made.problems);
    if (!made.tree.empty()) made.curve = bind_schedule(made.tree, scope(T), made.problems);
    return made;
}

std::vector<std::int64_t> times(double T, Draw& draw) {
    std::vector<std::int64_t> list;
    if (T <= 1000)
        for (std::int64_t t = 0; t <= static_cast<std::int64_t>(T) + 3; ++t) list.push_back(t);
    else
        for (int k = 0; k < 60; ++k) list.push_back(static_cast<std::int64_t>(draw.uniform(0, T + 1)));
    return list;
}

// The highest rate that the arguments of a formula allow.
double ceiling(const Schedule& schedule, const Values& values) {
    double rate = 0;
    for (std::size_t p = 0; p < schedule.params.size(); ++p) {
        if (schedule.params[p].unit != Unit::rate) continue;
        const auto list = values.list(p);
        const std::size_t from = schedule.params[p].type == Type::points ? 1 : 0;
        for (std::size_t i = from; i < list.size(); i += from + 1) rate = std::max(rate, list[i]);
    }
    const auto named = [&](std::string_view key) {
        for (std::size_t p = 0; p < schedule.params.size(); ++p)
            if (schedule.params[p].key == key) return values[p];
        return 0.0;
    };
    // Two formulas say themselves by how much they go beyond their rate.
    if (schedule.words.key == "one_cycle") return rate * std::max({1.0, 1 / named("div"), 1 / named("div") / named("final_div")});
    if (schedule.words.key == "linear_cosine") return rate * (1 + named("alpha") + named("beta"));
    return rate;
}

}  // namespace

TEST_CASE("every formula is finite, never negative and within its rates, at random arguments and T", "[schedule][property]") {
    Draw draw(1);
    for (const Schedule& schedule : schedules) {
        if (schedule.role != Role::formula) continue;
        for (const double T : lengths_of_runs)
            for (int k = 0; k < 60; ++k) {
                const std::string text = call(schedule, T, draw, "");
                INFO(text << " T=" << T);
                Bound made = read_bound(text, T);
                INFO((made.problems.empty() ? "" : sentence(made.problems[0])));
                if (!made.curve && schedule.relation) continue;  // its arguments do not go together
                REQUIRE(made.curve);
                const auto values = bind_values(made.tree, made.tree.root, schedule, scope(T), made.problems);
                // A schedule with rounding keeps its rates in float32.
                const double exact = ceiling(schedule, *values);
                const double highest = std::max(exact * (1 + 1e-12), static_cast<double>(static_cast<float>(exact)));
                for (const std::int64_t t : times(T, draw)) {
                    const double rate = made.curve->at(t);
                    INFO("t=" << t << " rate=" << rate);
                    REQUIRE(std::isfinite(rate));
                    REQUIRE(rate >= 0);
                    REQUIRE(rate <= highest);
                }
            }
    }
}

TEST_CASE("a formula's recorded text is the formula, bit for bit, at random arguments and T", "[schedule][property]") {
    Draw draw(2);
    for (const Schedule& schedule : schedules) {
        if (schedule.role != Role::formula) continue;
        for (const double T : lengths_of_runs)
            for (int k = 0; k < 15; ++k) {
                const std::string text = call(schedule, T, draw, "");
                if (text.find("rounding") != std::string::npos) continue;  // its products are a table
                Bound made = read_bound(text, T);
                INFO(text << " T=" << T);
                INFO((made.problems.empty() ? "" : sentence(made.problems[0])));
                if (!made.curve && schedule.relation) continue;  // its arguments do not go together
                REQUIRE(made.curve);
                const auto values = bind_values(made.tree, made.tree.root, schedule, scope(T), made.problems);
                const std::string formula = print(record(schedule, *values));
                const Bound again = read_bound(formula, T);
                INFO(formula);
                REQUIRE(again.curve);
                for (const std::int64_t t : times(T, draw)) REQUIRE(made.curve->at(t) == again.curve->at(t));
            }
    }
}

const Schedule& any_schedule(Draw& draw) {
    return schedules[static_cast<std::size_t>(draw.below(static_cast<int>(schedules.size())))];
}

TEST_CASE("random trees: any t may be asked in any order, and what is printed reads as the same", "[schedule][property]") {
    Draw draw(3);
    const auto formula = [&](double T) {
        const Schedule* schedule = nullptr;
        while (!schedule || schedule->role != Role::formula) schedule = &any_schedule(draw);
        return call(*schedule, T, draw, "");
    };
    int compared = 0;
    for (const double T : lengths_of_runs)
        for (int k = 0; k < 120; ++k) {
            std::string text = formula(T);
            for (int depth = draw.below(3); depth > 0; --depth) {
                const Schedule& other = any_schedule(draw);
                if (other.is_repetition())
                    text = call(other, T, draw, text);
                else if (other.is_ramp() && other.ramp.neighbour == Ramp::Neighbour::next)
                    text = "(" + call(other, T, draw, "") + " then " + text + ")";
                else if (other.is_ramp())
                    text = "(" + text + " then " + call(other, T, draw, "") + ")";
                else if (draw.below(2))
                    text = "(" + text + " for " + written(draw.uniform(0, 100)) + "% then " + formula(T) + ")";
                else
                    text = "max(" + text + ", " + formula(T) + "/2)";
            }
            INFO(text << " T=" << T);
            const Bound made = read_bound(text, T);
            if (!made.curve) continue;  // such as too many cycles
            const std::vector<std::int64_t> all = times(T, draw);
            std::vector<double> rates;
            for (const std::int64_t t : all) rates.push_back(made.curve->at(t));
            const std::string printed = print(canonical(made.tree));
            Problems problems;
            CHECK(print(canonical(parse(printed, problems))) == printed);
            const Bound again = read_bound(printed, T);
            REQUIRE(again.curve);
            for (int ask = 0; ask < 50; ++ask) {
                const auto i = static_cast<std::size_t>(draw.below(static_cast<int>(all.size())));
                REQUIRE(std::isfinite(rates[i]));
                REQUIRE(rates[i] >= 0);
                REQUIRE(again.curve->at(all[i]) == rates[i]);
                ++compared;
            }
        }
    CHECK(compared > 30'000);
}
