// This looks at some numbers, and halves where the wanted rate lies between two.
#include "eta/run/solve.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "eta/math/number.hpp"
#include "eta/run/number_path.hpp"
#include "eta/run/scheduled.hpp"

namespace eta {
namespace {

constexpr int samples = 160;

// One number and the rate that it gives.
struct Tried {
    double x = 0, eta = 0;
};

class Solver {
public:
    Solver(const Run& run, const RunNumber& number, std::int64_t t, double eta, const Limits& limits)
        : run_(run), number_(number), t_(t), wanted_(eta), limits_(limits) {}

    // Looks at numbers over the whole range; those of which there is no good run are left out.
    std::vector<Tried> look() const {
        std::vector<Tried> found;
        const double max = std::min(number_.max, number_.is_whole ? limits_.updates : number_.max);
        const bool is_log = number_.scale == Scale::log || max > 100;
        const double least = number_.min > 0 ? number_.min : number_.is_whole ? 1 : max * 1e-12;
        if (number_.min == 0 && is_log) add(0, found);
        for (int k = 0; k <= samples; ++k) {
            const double u = static_cast<double>(k) / samples;
            double x = is_log ? least * pow(max / least, u) : number_.min + (max - number_.min) * u;
            x = std::clamp(number_.is_whole ? std::round(x) : x, number_.min, max);
            if (found.empty() || x > found.back().x) add(x, found);
        }
        return found;
    }

    // Halves between two numbers until there is none in between, and returns the nearer one.
    Tried halve(Tried low, Tried high) const {
        const bool rises = low.eta <= high.eta;
        for (int k = 0; k < 2000; ++k) {
            const double x = number_.is_whole ? std::floor((low.x + high.x) / 2) : low.x + (high.x - low.x) / 2;
            if (x <= low.x || x >= high.x) break;
            const auto middle = tried(x);
            if (!middle) break;
            (rises ? middle->eta <= wanted_ : middle->eta >= wanted_) ? low = *middle : high = *middle;
        }
        return miss(low) <= miss(high) ? low : high;
    }

    // Returns the number with the fewest digits that gives the rate as well.
    Tried shortest(const Tried& found) const {
        for (int digits = 1; digits < 17; ++digits) {
            const double x = rounded(found.x, digits);
            if (x < number_.min || x > number_.max) continue;
            const auto near = tried(x);
            if (near && (miss(*near) <= miss(found) || is_exact(*near))) return *near;
        }
        return found;
    }

    double miss(const Tried& at) const { return std::abs(at.eta - wanted_); }
    bool is_exact(const Tried& at) const { return miss(at) <= 1e-9 * std::abs(wanted_); }
    bool lies_between(const Tried& a, const Tried& b) const {
        return (a.eta <= wanted_ && wanted_ <= b.eta) || (b.eta <= wanted_ && wanted_ <= a.eta);
    }

private:
    std::optional<Tried> tried(double x) const {
        const auto run = with_number(run_, number_, x, limits_);
        if (!run || number_.racer > run->racers.size()) return {};
        const auto value = value_at(run->racers[number_.racer - 1], number_.moves, t_);
        return value ? std::optional(Tried{x, *value}) : std::nullopt;
    }
    void add(double x, std::vector<Tried>& found) const {
        if (const auto at = tried(x)) found.push_back(*at);
    }

    const Run& run_;
    const RunNumber& number_;
    std::int64_t t_;
    double wanted_;
    const Limits& limits_;
};

}  // namespace

std::optional<Solution> solve(const Run& run, std::string_view path, std::int64_t t, double eta, const Limits& limits,
                              Problems& problems) {
    const auto number = find_number(run, path, problems);
    if (!number) return {};
    const Solver solver(run, *number, t, eta, limits);
    const std::vector<Tried> looked = solver.look();
    const bool is_rate = number->moves == "schedule";
    const auto fail = [&](std::string_view of_rate, std::string_view of_value, std::vector<std::string> values) {
        problems.push_back({is_rate ? of_rate : of_value, "path", 0, 0, {}});
        if (!is_rate) values.push_back(number->moves);
        problems.back().values = std::move(values);
        return std::nullopt;
    };
    const auto unmoved = [&](double value) {
        return fail("rate_without_number", "value_without_number", {std::to_string(t), visible(path), print(value)});
    };
    const auto less = [](const Tried& a, const Tried& b) { return a.eta < b.eta; };
    const auto [least, most] = std::minmax_element(looked.begin(), looked.end(), less);
    if (looked.empty() || least->eta == most->eta)
        return unmoved(value_at(run.racers[number->racer - 1], number->moves, t).value_or(0));

    // Of several solutions the smallest number is taken.
    std::optional<Tried> found;
    for (std::size_t k = 1; k < looked.size() && !found; ++k)
        if (solver.lies_between(looked[k - 1], looked[k])) found = solver.halve(looked[k - 1], looked[k]);
    if (!found)
        return fail("rate_out_of_reach", "value_out_of_reach",
                    {print(rounded(eta, 6)), std::to_string(t), visible(path), print(rounded(least->eta, 6)),
                     print(rounded(most->eta, 6)), print(least->x), print(most->x)});
    const Tried best = solver.shortest(*found);
    auto made = with_number(run, *number, best.x, limits);
    if (!made) return unmoved(best.eta);
    return Solution{std::move(*made), number->moves, best.x, best.eta, solver.is_exact(best)};
}

}  // namespace eta
