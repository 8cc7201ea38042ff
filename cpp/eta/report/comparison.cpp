// This compares racers with the first.
#include "eta/report/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "eta/describe/json.hpp"

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

// Returns the factor that holds at update t.
double factor_at(const Factors& factors, std::int64_t t) {
    const auto next = std::upper_bound(factors.begin(), factors.end(), t,
                                       [](std::int64_t update, const Factor& each) { return update < each.update; });
    return next == factors.begin() ? 1 : std::prev(next)->factor;
}

Factors listened(const Run& run, const Racer& racer, const Samples& samples) {
    if (!racer.rate->listener()) return {};
    Trainer trainer(run, racer, samples);
    while (trainer.ended() == Ended::running) trainer.advance(Trainer::max_updates_at_once);
    return {trainer.factors().begin(), trainer.factors().end()};
}

double step_of(Trainer& trainer) {
    return trainer.advance(1) == 1 ? static_cast<double>(trainer.telemetry().column("update_norm")[0]) : NAN;
}

StepDifference compare_step(const Run& run, const Racer& other, const Samples& samples) {
    Trainer a(run, run.racers[0], samples), b(run, other, samples);
    StepDifference found;
    const std::int64_t updates = std::min({run.racers[0].updates, other.updates, max_compared_steps});
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

}  // namespace

RateDifference compare_rates(const Racer& first, const Racer& other, const Factors& of_first, const Factors& of_other) {
    RateDifference found;
    double most = -1;
    bool apart = false;
    for (std::int64_t t = 0; t < std::min(first.updates, other.updates); ++t) {
        const double a = first.rate->at(t, factor_at(of_first, t)), b = other.rate->at(t, factor_at(of_other, t));
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

Trained compare_steps(const Run& run, const Samples& samples) {
    Trained trained;
    for (const Racer& racer : run.racers) {
        trained.factors.push_back(listened(run, racer, samples));
        trained.steps.push_back(&racer == &run.racers[0] ? StepDifference{} : compare_step(run, racer, samples));
    }
    return trained;
}

std::string comparison(const Run& run, const Trained* trained) {
    Json json;
    json.object().pair("text", run.text).key("racers").array();
    for (std::size_t k = 0; k < run.racers.size(); ++k) {
        const Racer& racer = run.racers[k];
        json.object().pair("convention", racer.convention).pair("updates", racer.updates);
        add_numbers(json, racer);
        if (k > 0)
            add_rate(json, trained ? compare_rates(run.racers[0], racer, trained->factors[0], trained->factors[k])
                                   : compare_rates(run.racers[0], racer));
        if (k > 0 && trained) add_steps(json, trained->steps[k]);
        json.end_object();
    }
    json.end_array().end_object();
    return json.text();
}

}  // namespace eta
