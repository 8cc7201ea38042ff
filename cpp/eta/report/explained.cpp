// What is known of a schedule becomes JSON.
#include "eta/report/explained.hpp"

#include <limits>

#include "eta/describe/json.hpp"
#include "eta/language/mathml.hpp"
#include "eta/language/print.hpp"
#include "eta/report/checked_run.hpp"
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
    json.pair("half", half).pair("half_epochs", half / static_cast<double>(racer.updates_per_epoch)).key("jump");
    if (found.jump)
        json.object().pair("t", *found.jump).pair("from", found.before_jump).pair("to", found.after_jump).end_object();
    else
        json.value(none);
    json.end_object();
}

void add_steps(Json& json, const Curve& rate, const Problems& steps, const Question& question) {
    json.pair("eta", rate.at(*question.t, question.factor.value_or(1))).key("steps");
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
    add_steps(json, *racer.rate, explain(*racer.rate, *question.t, question.factor), question);
    json.key("layers").array();
    for (std::size_t layer = 0; layer < racer.layer_rate.size(); ++layer) {
        if (!racer.layer_rate[layer]) continue;
        json.object().pair("layer", layer + 1);
        add_steps(json, *racer.layer_rate[layer], explain_layer(racer, layer, *question.t), {question.t, {}});
        json.end_object();
    }
    json.end_array().end_object();
}

}  // namespace

Problems explain_layer(const Racer& racer, std::size_t layer, std::int64_t t) {
    Problems steps = explain(*racer.layer_rate[layer], t);
    for (Problem& step : steps) step.from = step.to = 0;
    return steps;
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
