// A schedule is its words, its parameters, and its formula, which is written once for double and for Symbol.
#pragma once

#include <string>
#include <vector>

#include "eta/describe/entry.hpp"
#include "eta/language/symbol.hpp"
#include "eta/schedule/combinator.hpp"
#include "eta/schedule/listener.hpp"

namespace eta {

// A formula gives η from its own t and T and its parameters. A combinator is made from other schedules. A listener follows a
// metric while a racer trains; it is a factor of the whole text.
enum class Role { formula, combinator, listener };

// This is a sentence of cpp/eta/describe/problem.cpp and what fills it; without a code nothing is said.
struct Said {
    std::string_view code;
    std::vector<std::string> values;
};

// Only a formula has the functions here. `at` takes 0 ≤ t ≤ T and T ≥ 1; `record` is run while a Recorder lives.
struct Schedule : Entry {
    Role role = Role::formula;
    double (*at)(double t, double T, const Values& values) = nullptr;
    Symbol (*record)(const Values& values, const ValuesOf<Symbol>& symbols) = nullptr;
    std::string_view (*relation)(const Values& values) = nullptr;  // what ranges cannot say: the code of a problem, or ""
    // Where rounding leaves no closed form, these give the rates by row, made when the schedule is bound, and the row of t (past
    // the end: the last). Without rows the formula holds.
    std::vector<float> (*tabulate)(double T, const Values& values) = nullptr;
    double (*row)(double t, const Values& values) = nullptr;
    Ramp ramp = {};
    Repetition repetition = {};
    Modifier modifier = {};
    Listener listener = {};
    // Says in words how t comes to its rate, before the formula is said with its numbers: "drop 3: 0.1 × 0.9³".
    Said (*say)(double t, double T, const Values& values) = nullptr;

    constexpr bool is_ramp() const { return ramp.neighbour != Ramp::Neighbour::none; }
    constexpr bool is_repetition() const { return repetition.cycle != nullptr; }
    constexpr bool is_modifier() const { return modifier.at != nullptr; }
};

constexpr Schedule describe_repetition(Words words, std::span<const Param> params, Repetition repetition) {
    Schedule made{{words, params}, Role::combinator};
    made.repetition = repetition;
    return made;
}
constexpr Schedule describe_modifier(Words words, std::span<const Param> params, Modifier modifier) {
    Schedule made{{words, params}, Role::combinator};
    made.modifier = modifier;
    return made;
}
constexpr Schedule describe_listener(Words words, std::span<const Param> params, Listener listener) {
    Schedule made{{words, params}, Role::listener};
    made.listener = listener;
    return made;
}

template <const auto& params, auto rate>
double rate_at(double t, double T, const Values& values) {
    return apply<params, double>(rate, values, t, T);
}
// A flag or a choice picks the formula while it is recorded; it is no part of it.
template <Type type>
decltype(auto) recorded_argument(const Values& values, const ValuesOf<Symbol>& symbols, std::size_t p) {
    if constexpr (type == Type::flag || type == Type::choice)
        return argument<double, type>(values, p);
    else
        return argument<Symbol, type>(symbols, p);
}
template <const auto& params, auto rate>
Symbol rate_recorded(const Values& values, const ValuesOf<Symbol>& symbols) {
    return [&]<std::size_t... p>(std::index_sequence<p...>) {
        return rate(Symbol::named("t"), Symbol::named("T"), recorded_argument<params[p].type>(values, symbols, p)...);
    }(std::make_index_sequence<params.size()>{});
}

// `rate` is []<class N>(N t, N T, N p₀, N p₁, …) with an N for each parameter; a flag is a bool, a choice an int, a list a span.
template <const auto& params, auto rate>
constexpr Schedule describe_schedule(Words words, std::string_view (*relation)(const Values&) = nullptr) {
    return {{words, params}, Role::formula, rate_at<params, rate>, rate_recorded<params, rate>, relation};
}

template <const auto& params, auto rate>
double ramp_at(double k, double length, const Values& values, double v) {
    return apply<params, double>(rate, values, k, length, v);
}
template <const auto& params, auto rate>
Symbol ramp_recorded(double length, const Values& values, const ValuesOf<Symbol>& symbols, double v) {
    return [&]<std::size_t... p>(std::index_sequence<p...>) {
        return rate(Symbol::named("t"), Symbol(length), Symbol(v), recorded_argument<params[p].type>(values, symbols, p)...);
    }(std::make_index_sequence<params.size()>{});
}

// `rate` is []<class N>(N k, N length, N v, N p₀, N p₁, …): v is the value of the neighbour that the ramp leads to or away from.
template <const auto& params, auto rate>
constexpr Schedule describe_ramp(Words words, Ramp ramp) {
    Schedule made{{words, params}, Role::combinator};
    made.ramp = ramp;
    made.ramp.at = ramp_at<params, rate>;
    made.ramp.record = ramp_recorded<params, rate>;
    return made;
}

// Returns the tree of a formula with these numbers in it: what its text says, with t and T as names.
Tree record(const Schedule& schedule, const Values& values);
// Returns that of a ramp of this length, which leads to or away from the value v.
Tree record_ramp(const Schedule& schedule, const Values& values, double length, double v);
// Writes γⁿ with its n raised: "0.9³".
std::string raised(double base, double exponent);

// Every curve's first parameter is its base rate, the run's `lr` unless said otherwise.
inline constexpr Param base_rate{.key = "lr",
                                 .symbol = "η₀",
                                 .unit = Unit::rate,
                                 .min = 0,
                                 .max = 1000,
                                 .initial = "lr",
                                 .scale = Scale::log,
                                 .help = "the rate it begins from",
                                 .handle = HandleAt::start};
// Some begin elsewhere, and reach it.
inline constexpr Param peak_rate{.key = "lr",
                                 .symbol = "η₀",
                                 .unit = Unit::rate,
                                 .min = 0,
                                 .max = 1000,
                                 .initial = "lr",
                                 .scale = Scale::log,
                                 .help = "the highest rate",
                                 .handle = HandleAt::peak};
// Some end along a line.
inline constexpr Param tail_length{.key = "tail",
                                   .symbol = "d",
                                   .unit = Unit::updates,
                                   .type = Type::length,
                                   .min = 0,
                                   .max = 1e7,
                                   .initial = "10%",
                                   .help = "updates of the line at the end",
                                   .handle = HandleAt::back};
// This is where a falling curve ends.
inline constexpr Param final_rate{.key = "to",
                                  .symbol = "η_T",
                                  .unit = Unit::rate,
                                  .min = 0,
                                  .max = 1000,
                                  .initial = "0",
                                  .help = "the rate it ends at",
                                  .handle = HandleAt::end};

}  // namespace eta
