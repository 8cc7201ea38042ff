// A checked run becomes JSON.
#include "eta/report/checked_run.hpp"

#include <algorithm>
#include <array>

#include "eta/describe/json.hpp"
#include "eta/run/handles.hpp"
#include "eta/run/scheduled.hpp"

namespace eta {
namespace {

constexpr std::array<std::string_view, 17> op_names{"number",   "name",          "call",   "named",    "negate", "add",
                                                    "subtract", "multiply",      "divide", "power",    "less",   "less_equal",
                                                    "greater",  "greater_equal", "pair",   "duration", "then"};

constexpr std::size_t max_listed = 1000;  // boundaries of a racer

ETA_RARE void add_problem(Json& json, const Problem& problem) {
    json.object().pair("code", problem.code).pair("key", problem.key).pair("from", problem.from).pair("to", problem.to);
    json.key("values").array();
    for (const std::string& value : problem.values) json.value(value);
    json.end_array().pair("sentence", sentence(problem)).end_object();
}

void add_item(Json& json, const Item& item) {
    json.object().pair("key", item.key).pair("value", item.value).pair("racer", item.racer).end_object();
}

void add_tree(Json& json, const Tree& tree, std::size_t i) {
    const Node& node = tree[i];
    json.object().pair("op", op_names[static_cast<std::size_t>(node.op)]).pair("text", node.text);
    json.pair("from", node.from).pair("to", node.to).key("children").array();
    for (const std::size_t child : node.children) add_tree(json, tree, child);
    json.end_array().end_object();
}

ETA_RARE void add_difference(Json& json, const Difference& difference) {
    json.object().pair("key", difference.key).pair("entry", difference.entry).pair("param", difference.param);
    json.pair("here", difference.here).pair("plain", difference.plain).end_object();
}

void add_racer(Json& json, const Racer& racer) {
    json.object().pair("label", racer.label).pair("schedule", racer.schedule).pair("lr", racer.lr).pair("batch", racer.batch);
    json.pair("updates", racer.updates).pair("updates_per_epoch", racer.updates_per_epoch).pair("evaluate", racer.evaluate);
    json.pair("weights", racer.weights).pair("stop", racer.stop->words.key).pair("listens", racer.rate->listener().has_value());
    json.key("widths").array();
    for (const int width : racer.widths) json.value(width);
    json.end_array().pair("convention", racer.convention).key("differences").array();
    for (const Difference& each : racer.differences) add_difference(json, each);
    json.end_array().key("boundaries").array();
    const auto& boundaries = racer.rate->boundaries();
    for (std::size_t i = 0; i < std::min(boundaries.size(), max_listed); ++i) json.value(boundaries[i]);
    json.end_array().key("scheduled").array();
    for (const std::string& path : scheduled(racer)) json.value(path);
    json.end_array().key("own").array();
    for (const Item& item : racer.own) add_item(json, item);
    json.end_array().key("tree");
    add_tree(json, racer.tree, racer.tree.root);
    json.end_object();
}

// The order is that in which `drag` counts.
void add_handles(Json& json, const Run& run) {
    json.key("handles").array();
    for (const Handle& each : handles(run)) {
        json.object().pair("racer", each.racer).pair("path", each.path).pair("t", each.t).pair("eta", each.eta);
        json.pair("moves_t", each.moves_t).pair("moves_eta", each.moves_eta);
        json.pair("scale_t", each.scale_t == Scale::log ? "log" : "linear")
            .pair("scale_eta", each.scale_eta == Scale::log ? "log" : "linear");
        json.end_object();
    }
    json.end_array();
}

void add_run(Json& json, const Run& run) {
    std::int64_t steps = 0;
    for (const Racer& racer : run.racers) steps = std::max(steps, racer.updates);
    json.pair("text", run.text).key("items").array();
    for (const Item& item : run.items) add_item(json, item);
    json.end_array().pair("steps", steps).pair("seed", run.seed).pair("fair", run.fair);
    json.key("data").object().pair("key", run.data->words.key).pair("asset", run.data->asset_for(run.data_values));
    json.pair("samples", run.shape.samples).pair("inputs", run.shape.inputs).pair("classes", run.shape.classes);
    json.pair("training", run.training).pair("validation", run.validation).end_object();
    json.key("racers").array();
    for (const Racer& racer : run.racers) add_racer(json, racer);
    json.end_array();
    add_handles(json, run);
}

}  // namespace

void add_problems(Json& json, const Problems& problems) {
    json.array();
    for (const Problem& problem : problems) add_problem(json, problem);
    json.end_array();
}

std::string check(std::string_view text, const Limits& limits) {
    Problems problems, warnings;
    const auto run = read_run(valid_utf8(text), limits, problems, &warnings);
    return checked(run ? &*run : nullptr, problems, &warnings);
}

std::string checked(const Run* run, const Problems& problems, const Problems* warnings) {
    Json json;
    json.object().key("problems");
    add_problems(json, problems);
    if (run) add_run(json, *run);
    if (run && warnings) add_problems(json.key("warnings"), *warnings);
    json.end_object();
    return json.text();
}

std::string listed(const Problems& problems) {
    Json json;
    add_problems(json, problems);
    return json.text();
}

}  // namespace eta
