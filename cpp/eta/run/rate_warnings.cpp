// This looks at all rates of a run, once for each kind of warning.
#include "eta/run/rate_warnings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/schedule/bind.hpp"
#include "eta/schedule/formula.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

using Found = std::optional<RateWarning>;

// These are the rates of one racer.
struct Rates {
    const Racer& racer;
    std::vector<double> eta;
    double peak = 0, sum = 0;

    std::size_t T() const { return eta.size(); }
    double operator[](std::size_t t) const { return eta[t]; }
};

std::string count(std::size_t t) { return std::to_string(t); }
std::string text(double x) { return print(rounded(x, 3)); }

bool is_chain(const Tree& tree) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(),
                       [](const Node& node) { return node.op == Op::then || node.op == Op::duration; });
}
// A formula of one's own, without any registered schedule: its waves were hardly planned for this T.
bool is_own_formula(const Tree& tree) {
    return !is_chain(tree) && std::none_of(tree.nodes.begin(), tree.nodes.end(), [](const Node& node) {
        return (node.op == Op::name || node.op == Op::call) && find(schedules, node.text);
    });
}
bool calls(const Tree& tree, std::string_view function) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(),
                       [&](const Node& node) { return node.op == Op::call && node.text == function; });
}

// The same formula over ten times the updates has its peak within these, and past the end. (A curve that rises to its end, such as
// linear(0.1, to=0.5), has its peak there, at T.) Of a chain the lengths of its segments say as much.
Found peak_after_end(const Rates& rates) {
    const std::size_t T = rates.T(), far = 10 * T;
    if (T < 2 || T > 1'000'000 || is_chain(rates.racer.tree) || rates[T - 1] < rates.peak || rates[T - 1] <= rates[T - 2])
        return {};
    const auto tree = formula(*rates.racer.rate);
    if (!tree) return {};
    Problems none;
    // Its T is a number already.
    const auto longer = bind_schedule(*tree, {.updates = static_cast<double>(far), .updates_per_epoch = 1, .lr = 1}, none);
    if (!longer) return {};
    std::size_t at = T - 1;
    for (std::size_t t = T; t < far; ++t)
        if (longer->at(static_cast<std::int64_t>(t)) > longer->at(static_cast<std::int64_t>(at))) at = t;
    if (at <= T || at + 1 >= far) return {};  // it has come, or it rises for ever
    return RateWarning{"peak_after_end",
                       {text(longer->at(static_cast<std::int64_t>(at))), count(at), count(T), text(rates[T - 1])}};
}

// A wave that falls once, and then rises to the end of the run.
Found rises_again(const Rates& rates) {
    const Tree& tree = rates.racer.tree;
    if (!is_own_formula(tree) || calls(tree, "mod") || (!calls(tree, "cos") && !calls(tree, "sin"))) return {};
    const auto low = static_cast<std::size_t>(std::min_element(rates.eta.begin(), rates.eta.end()) - rates.eta.begin());
    const auto high = static_cast<std::size_t>(
        std::max_element(rates.eta.begin(), rates.eta.begin() + static_cast<std::ptrdiff_t>(low) + 1) - rates.eta.begin());
    const double fall = rates[high] - rates[low], rise = rates[rates.T() - 1] - rates[low];
    const auto from = [&](std::size_t t) { return rates.eta.begin() + static_cast<std::ptrdiff_t>(t); };
    const bool falls_once = std::is_sorted(from(high), from(low) + 1, std::greater<>());
    const bool rises_on = std::is_sorted(from(low), rates.eta.end());
    // What is rounded near the lowest point is no rise.
    if (!falls_once || !rises_on || fall <= 0 || rise < 0.05 * fall) return {};
    return RateWarning{"rises_again", {count(low), text(rates[low]), text(rates[rates.T() - 1]), count(rates.T())}};
}

Found first_rate_zero(const Rates& rates) {
    if (rates.T() < 2 || rates[0] != 0 || rates[1] == 0) return {};
    return RateWarning{"first_rate_zero", {}};
}

// The longest row of updates without a rate; the last update alone is the end of a decay, as is any single one.
Found zero_rates(const Rates& rates) {
    std::size_t most = 0, begin = 0, row = 0;
    for (std::size_t t = 0; t < rates.T(); ++t) {
        row = rates[t] == 0 ? row + 1 : 0;
        if (row <= most) continue;
        most = row;
        begin = t + 1 - row;
    }
    if (most < 2 || most == rates.T()) return {};  // a run without any rate is meant so
    return RateWarning{"zero_rates", {count(begin), count(begin + most - 1), count(most)}};
}

// A fall by more than a factor of 10 counts unless little was left; a rise only where a segment begins, since restarts rise.
Found jump(const Rates& rates) {
    constexpr double most = 10 * (1 + 1e-9);  // 0.5 to 0.05 is no more than 10, however it is rounded
    const Tree& tree = rates.racer.tree;
    const bool repeats = std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const Node& node) {
        const Schedule* schedule = find(schedules, node.text);
        return (node.op == Op::name || node.op == Op::call) && schedule && schedule->is_repetition();
    });
    const auto& boundaries = rates.racer.rate->boundaries();
    for (std::size_t t = 1; t < rates.T(); ++t) {
        const double before = rates[t - 1], after = rates[t];
        if (before <= 0 || after <= 0) continue;
        const bool falls = before > most * after && before >= 0.01 * rates.peak;
        const bool begins = std::binary_search(boundaries.begin(), boundaries.end(), static_cast<std::int64_t>(t));
        // A decay that has come near 0 is over, and what follows begins anew.
        const bool decayed = before < 0.01 * rates.peak && t > 1 && rates[t - 2] > before;
        const bool rises = after > most * before && begins && !repeats && !decayed;
        if (falls || rises) return RateWarning{"rate_jumps", {count(t), text(before), text(after)}};
    }
    return {};
}

// A decay by the same factor over equal times, as by a γ that multiplies at every update: a line on a logarithmic axis.
Found decays_to_nothing(const Rates& rates) {
    const std::size_t T = rates.T();
    const auto end = std::find(rates.eta.begin(), rates.eta.end(), 0.0);  // below all numbers
    const auto n = static_cast<std::size_t>(end - rates.eta.begin());
    if (n < 8 || rates[T - 1] >= 1e-6 * rates[0]) return {};
    double least = 0, most = 0;
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
        const double factor = log(rates[(quarter + 1) * (n - 1) / 4] / rates[quarter * (n - 1) / 4]);
        least = quarter == 0 ? factor : std::min(least, factor);
        most = quarter == 0 ? factor : std::max(most, factor);
    }
    if (most >= 0 || least < 1.25 * most) return {};
    const auto gone = std::find_if(rates.eta.begin(), rates.eta.end(), [&](double x) { return x < 1e-6 * rates[0]; });
    return RateWarning{"decays_to_nothing", {count(static_cast<std::size_t>(gone - rates.eta.begin())), count(T)}};
}

Found frozen(const Rates& rates) {
    double spent = 0;
    for (std::size_t t = 0; 3 * t < rates.T(); ++t) {
        spent += rates[t];
        if (spent < 0.99 * rates.sum) continue;
        // A run of a few updates has no third that could be wasted.
        if (3 * (t + 1) >= rates.T() || rates.T() < 10) return {};
        return RateWarning{"frozen", {count(t + 1), count(rates.T())}};
    }
    return {};
}

// A new kind of warning about rates is a function and a line here.
constexpr std::array checks{peak_after_end, rises_again, first_rate_zero, zero_rates, jump, decays_to_nothing, frozen};

}  // namespace

std::vector<RateWarning> find_rate_warnings(const Racer& racer) {
    Rates rates{.racer = racer, .eta = {}};
    for (std::int64_t t = 0; t < racer.updates; ++t) {
        rates.eta.push_back(racer.rate->at(t));
        rates.sum += rates.eta.back();
        rates.peak = std::max(rates.peak, rates.eta.back());
    }
    std::vector<RateWarning> found;
    for (const auto& check : checks)
        if (auto warning = check(rates)) found.push_back(std::move(*warning));
    return found;
}

}  // namespace eta
