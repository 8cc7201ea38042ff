// What is known of a schedule becomes JSON.
#include "eta/report/explained.hpp"

#include <cmath>
#include <limits>

#include "eta/describe/json.hpp"
#include "eta/language/mathml.hpp"
#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/report/checked_run.hpp"
#include "eta/run/scheduled.hpp"
#include "eta/schedule/explain.hpp"
#include "eta/schedule/formula.hpp"
#include "eta/schedule/sums.hpp"

namespace eta {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();  // null in JSON
constexpr std::size_t max_formula = 20'000;                        // bytes of its text; a longer one nobody reads

void add_formula(Json& json, const Curve& rate) {
    const auto tree = formula(rate);
    const std::string text = tree ? print(*tree) : "";
    if (text.empty() || text.size() > max_formula) return void(json.pair("formula", none));
    const auto end = static_cast<double>(rate.updates());
    json.key("formula").object().pair("text", text).pair("tex", tex(*tree, end)).pair("mathml", mathml(*tree, end)).end_object();
}

void add_sums(Json& json, const Racer& racer) {
    const Sums found = sums(*racer.rate);
    json.key("sums").object().pair("sum", found.sum).pair("squares", found.squares).pair("equal", found.equal);
    json.pair("peak", found.peak);
    const double half = found.half ? static_cast<double>(*found.half) : none;
    json.pair("half", half).pair("half_epochs", found.half ? epochs_at(racer, half) : none).key("jump");
    if (found.jump)
        json.object().pair("t", *found.jump).pair("from", found.before_jump).pair("to", found.after_jump).end_object();
    else
        json.value(none);
    json.pair("half_life", found.half_life.value_or(none));
    json.pair("half_life_epochs", found.half_life ? epochs_at(racer, *found.half_life) : none).end_object();
}

void add_steps(Json& json, std::string_view name, double value, const Problems& steps) {
    json.pair(name, value).key("steps");
    add_problems(json, steps);
}

void add_racer(Json& json, const Racer& racer, const Question& question) {
    json.object().pair("schedule", racer.schedule);
    if (!question.t) {
        add_formula(json, *racer.rate);
        add_sums(json, racer);
        json.end_object();
        return;
    }
    json.pair("t", *question.t);
    add_steps(json, "eta", racer.rate->at(*question.t, question.factor.value_or(1)),
              explain(*racer.rate, *question.t, question.factor));
    const auto numbers = explained_numbers(racer, question);
    json.key("layers").array();
    for (const ExplainedNumber& each : numbers) {
        if (!each.layer) continue;
        json.object().pair("layer", *each.layer);
        add_steps(json, "eta", each.value, each.steps);
        json.end_object();
    }
    json.end_array().key("numbers").array();
    for (const ExplainedNumber& each : numbers) {
        if (each.layer) continue;
        json.object().pair("path", each.path);
        add_steps(json, "value", each.value, each.steps);
        json.end_object();
    }
    json.end_array().end_object();
}

// Says from where on the size of the batch holds.
Problem size_step(const Racer& racer, std::int64_t t) {
    const std::vector<BatchSize> sizes = racer.batches.sizes();
    std::size_t k = 0;
    while (k + 1 < sizes.size() && sizes[k + 1].start <= t) ++k;
    return {"at_size", "", 0, 0, {std::to_string(k + 1), std::to_string(sizes.size()), std::to_string(sizes[k].start)}};
}

Problem share_step(const Racer& racer, std::size_t layer, double rate) {
    return {"at_share",
            "",
            0,
            0,
            {std::to_string(layer + 1), std::to_string(racer.layer_rate.size()), print(rounded(rate, 6)),
             print(rounded(racer.layer_share[layer], 6))}};
}

Problems steps_of(const Curve& curve, std::int64_t t) {
    Problems steps = explain(curve, t);
    for (Problem& step : steps) step.from = step.to = 0;
    return steps;
}

Problems steps_to_layer(const Racer& racer, std::size_t layer, const Question& question) {
    const std::int64_t t = *question.t;
    const auto& own = racer.layer_rate[layer];
    if (!own) return {share_step(racer, layer, racer.rate->at(t, question.factor.value_or(1)))};
    Problems steps = steps_of(*own, t);
    if (racer.rate->lowers_layers()) steps.push_back(listener_step(*racer.rate, own->at(t), question.factor));
    return steps;
}

}  // namespace

std::vector<ExplainedNumber> explained_numbers(const Racer& racer, const Question& question) {
    std::vector<ExplainedNumber> all;
    for (const std::string& path : scheduled(racer)) {
        const auto p = parameter_of(racer, path);
        const auto layer = layer_of(racer, path);
        all.push_back({path,
                       layer ? std::optional(static_cast<int>(*layer) + 1) : std::nullopt,
                       value_at(racer, path, *question.t, question.factor.value_or(1)).value_or(0),
                       {}});
        all.back().steps = layer ? steps_to_layer(racer, *layer, question)
                           : p   ? steps_of(racer.numbers[*p], *question.t)
                                 : Problems{size_step(racer, *question.t)};
    }
    return all;
}

double epochs_at(const Racer& racer, double t) {
    if (racer.updates_per_epoch > 0) return t / static_cast<double>(racer.updates_per_epoch);
    const BatchPlan::Place place = racer.batches.at(static_cast<std::int64_t>(t));
    const double part = (t - std::floor(t)) * static_cast<double>(place.rows) + static_cast<double>(place.offset);
    return static_cast<double>(place.epoch) + part / static_cast<double>(racer.batches.samples());
}

std::string explained(const Run& run, const Question& question) {
    Json json;
    json.object().key("racers").array();
    for (const Racer& racer : run.racers) add_racer(json, racer, question);
    json.end_array().end_object();
    return json.text();
}

std::string explained(const Racer& racer, const Question& question) {
    Json json;
    add_racer(json, racer, question);
    return json.text();
}

}  // namespace eta
