// This compares racers with the first.
#include "eta/report/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "eta/describe/json.hpp"
#include "eta/train/trainer.hpp"

namespace eta {
namespace {

bool same_rate(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

void add_numbers(Json& json, const Racer& racer) {
    json.key("numbers").array();
    for (const auto& [difference, written] : framework_numbers(racer)) {
        json.object().pair("key", difference.key).pair("entry", difference.entry).pair("param", difference.param);
        json.pair("here", difference.here).pair("plain", difference.plain).pair("written", written).end_object();
    }
    json.end_array();
}

void add_rate(Json& json, const RateDifference& found) {
    json.key("rate").object().pair("updates", found.updates).pair("count", found.count).key("parts").array();
    for (const auto& [from, to] : found.parts) json.array().value(from).value(to).end_array();
    json.end_array().pair("t", found.t).pair("here", found.here).pair("first", found.first).end_object();
}

void add_steps(Json& json, const StepDifference& found) {
    json.key("steps").object().pair("here", found.here).pair("first", found.first).pair("updates", found.updates);
    json.pair("t", found.t).pair("here_at", found.here_at).pair("first_at", found.first_at).end_object();
}

double step_of(Trainer& trainer) {
    return trainer.advance(1) == 1 ? static_cast<double>(trainer.telemetry().column("update_norm")[0]) : NAN;
}

}  // namespace

RateDifference compare_rates(const Racer& first, const Racer& other) {
    RateDifference found;
    double most = -1;
    bool apart = false;
    for (std::int64_t t = 0; t < std::min(first.updates, other.updates); ++t) {
        const double a = first.rate->at(t), b = other.rate->at(t);
        const bool was_apart = std::exchange(apart, !same_rate(a, b));
        if (!apart) continue;
        ++found.updates;
        if (!was_apart && ++found.count <= static_cast<std::int64_t>(max_parts)) found.parts.push_back({t, t});
        if (found.count <= static_cast<std::int64_t>(max_parts)) found.parts.back().second = t;
        if (!(std::abs(b - a) > most)) continue;
        most = std::abs(b - a);
        found.t = t;
        found.here = b;
        found.first = a;
    }
    return found;
}

StepDifference compare_steps(const Run& run, std::size_t other, const Samples& samples) {
    Trainer a(run, run.racers[0], samples), b(run, run.racers[other], samples);
    StepDifference found;
    const std::int64_t updates = std::min({run.racers[0].updates, run.racers[other].updates, max_compared_steps});
    while (found.updates < updates && found.t < 0) {
        const double first = step_of(a), here = step_of(b);
        if (std::isnan(first) || std::isnan(here)) break;
        if (found.updates == 0) found.here = here, found.first = first;
        if (std::abs(here - first) > std::max(here, first) / 1000)
            found.t = found.updates, found.here_at = here, found.first_at = first;
        ++found.updates;
    }
    return found;
}

std::string comparison(const Run& run, const std::vector<StepDifference>& steps) {
    Json json;
    json.object().pair("text", run.text).key("racers").array();
    for (std::size_t k = 0; k < run.racers.size(); ++k) {
        const Racer& racer = run.racers[k];
        json.object().pair("convention", racer.convention).pair("updates", racer.updates);
        add_numbers(json, racer);
        if (k > 0) add_rate(json, compare_rates(run.racers[0], racer));
        if (k > 0 && k <= steps.size()) add_steps(json, steps[k - 1]);
        json.end_object();
    }
    json.end_array().end_object();
    return json.text();
}

}  // namespace eta
