// The registry as JSON.
#include "eta/train/registry.hpp"

#include <array>

#include "eta/data/split.hpp"
#include "eta/data/table.hpp"
#include "eta/describe/json.hpp"
#include "eta/describe/problem.hpp"
#include "eta/language/functions.hpp"
#include "eta/language/parse.hpp"
#include "eta/network/activations.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/network/losses.hpp"
#include "eta/optimizer/clips.hpp"
#include "eta/optimizer/table.hpp"
#include "eta/schedule/table.hpp"
#include "eta/train/conventions.hpp"
#include "eta/train/presets.hpp"
#include "eta/train/stops.hpp"
#include "eta/train/telemetry.hpp"

namespace eta {
namespace {

constexpr std::array<std::string_view, 8> type_names{"number", "integer",  "length",  "flag",
                                                     "choice", "schedule", "numbers", "lengths"};
constexpr std::array<std::string_view, 4> unit_names{"none", "rate", "updates", "samples"};
constexpr std::array<std::string_view, 9> form_names{"call",       "schedule", "number", "integer", "widths",
                                                     "validation", "interval", "choice", "text"};

constexpr std::array<std::string_view, 3> role_names{"formula", "combinator", "listener"};

std::string_view name_of(Type type) { return type == Type::points ? "points" : type_names[static_cast<std::size_t>(type)]; }
std::string_view name_of(Scale scale) { return scale == Scale::log ? "log" : "linear"; }

void add_words(Json& json, std::string_view name, std::string_view words) {
    json.key(name).array();
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        json.value(words.substr(0, end));
        words = end == std::string_view::npos ? std::string_view{} : words.substr(end + 1);
    }
    json.end_array();
}

void add_param(Json& json, const Param& param) {
    json.object().pair("key", param.key).pair("symbol", param.symbol);
    json.pair("unit", unit_names[static_cast<std::size_t>(param.unit)]).pair("type", name_of(param.type));
    if (param.type != Type::flag && param.type != Type::choice && param.type != Type::schedule)
        json.pair("min", param.min).pair("max", param.max);
    json.pair("initial", param.initial).pair("scale", name_of(param.scale)).pair("help", param.help);
    if (param.type == Type::choice) add_words(json, "choices", param.choices);
    if (param.type == Type::flag) add_words(json, "choices", "false true");
    json.end_object();
}

void add_entry(Json& json, const Entry& entry) {
    const Words& words = entry.words;
    json.pair("key", words.key).pair("name", words.name).pair("summary", words.summary).pair("source", words.source);
    json.key("params").array();
    for (const Param& param : entry.params) add_param(json, param);
    json.end_array();
}

// `more` adds what only this kind says.
template <class Table, class More>
void add_kind(Json& json, std::string_view kind, const Table& table, More more) {
    json.key(kind).array();
    for (const auto& entry : table) {
        json.object();
        add_entry(json, entry);
        more(entry);
        json.end_object();
    }
    json.end_array();
}

// What a convention replaces: of a registered thing, or of the key itself where `entry` is empty.
void add_rows(Json& json, Defaults rows) {
    json.key("rows").array();
    for (const Replaced& row : rows)
        json.object().pair("entry", row.entry).pair("param", row.param).pair("initial", row.initial).end_object();
    json.end_array();
}

void add_kinds(Json& json) {
    const auto nothing = [](const auto&) {};
    json.key("kinds").object();
    add_kind(json, "schedule", schedules,
             [&](const Schedule& entry) { json.pair("role", role_names[static_cast<std::size_t>(entry.role)]); });
    add_kind(json, "optimizer", optimizers, nothing);
    add_kind(json, "clip", clips, nothing);
    add_kind(json, "data", data_sets,
             [&](const DataSet& entry) { json.pair("asset", entry.asset).pair("validation", entry.validation); });
    add_kind(json, "activation", activations, nothing);
    add_kind(json, "loss", losses, nothing);
    add_kind(json, "initialiser", initialisers, nothing);
    add_kind(json, "split", splits, nothing);
    add_kind(json, "stop", stops, nothing);
    add_kind(json, "convention", conventions, [&](const Convention& entry) { add_rows(json, entry.rows); });
    add_kind(json, "preset", presets, [&](const Preset& entry) { json.pair("text", entry.text); });
    json.end_object();
}

void add_keys(Json& json) {
    json.key("keys").array();
    for (const Key& key : run_keys) {
        json.object().pair("key", key.key).pair("name", key.name).pair("help", key.help);
        json.pair("type", form_names[static_cast<std::size_t>(key.form)]).pair("initial", key.initial);
        if (key.form == Form::choice)
            add_words(json, "choices", key.kind);
        else if (!key.kind.empty())
            json.pair("kind", key.kind);
        if (key.max > 0) json.pair("min", key.min).pair("max", key.max);
        json.pair("scale", name_of(key.scale)).pair("shared", key.reach == Reach::everywhere).end_object();
    }
    json.end_array();
}

}  // namespace

std::string describe(const Limits& limits) {
    Json json;
    json.object();
    add_kinds(json);
    add_keys(json);
    json.key("functions").array();
    for (const Function& function : functions)
        json.object().pair("key", function.name).pair("arity", function.arity).end_object();
    json.end_array().key("names").array();
    for (const std::string_view name : names) json.value(name);
    json.end_array().key("problems").array();
    for (const ProblemText& each : problem_texts())
        json.object().pair("code", each.code).pair("sentence", each.sentence).end_object();
    json.end_array().key("columns").array();
    for (const Column& column : columns)
        json.object().pair("key", column.key).pair("name", column.name).pair("unit", column.unit).end_object();
    json.end_array().key("limits").object();
    json.pair("updates", limits.updates)
        .pair("weights", limits.weights)
        .pair("text", longest_run)
        .pair("nesting", deepest_nesting);
    json.pair("racers", most_racers)
        .pair("hidden_layers", most_hidden_layers)
        .pair("label", longest_label)
        .pair("list", longest_list);
    json.end_object().end_object();
    return json.text();
}

}  // namespace eta
