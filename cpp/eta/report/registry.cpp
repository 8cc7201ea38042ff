// The registry becomes JSON.
#include "eta/report/registry.hpp"

#include <array>

#include "eta/describe/json.hpp"
#include "eta/describe/problem.hpp"
#include "eta/export/exporters.hpp"
#include "eta/language/formula_names.hpp"
#include "eta/language/parse.hpp"
#include "eta/report/columns.hpp"
#include "eta/run/kinds.hpp"

namespace eta {
namespace {

constexpr std::array<std::string_view, 8> type_names{"number", "integer",  "length",  "flag",
                                                     "choice", "schedule", "numbers", "lengths"};
constexpr std::array<std::string_view, 4> unit_names{"none", "rate", "updates", "samples"};
constexpr std::array<std::string_view, 9> form_names{"call",       "schedule", "number", "integer", "widths",
                                                     "validation", "interval", "choice", "text"};

constexpr std::array<std::string_view, 3> neighbour_names{"", "next", "previous"};
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

// What a convention replaces: of a registered thing, or of the key itself where `entry` is empty.
void add_rows(Json& json, Defaults rows) {
    json.key("rows").array();
    for (const DefaultOverride& row : rows)
        json.object().pair("entry", row.entry).pair("param", row.param).pair("initial", row.initial).end_object();
    json.end_array();
}

// What only the entries of one kind say.
struct KindReport {
    std::string_view kind;
    void (*add)(Json& json, const Entry& entry);
};
constexpr std::array kind_reports{
    KindReport{"schedule",
               [](Json& json, const Entry& entry) {
                   const auto& schedule = static_cast<const Schedule&>(entry);
                   json.pair("role", role_names[static_cast<std::size_t>(schedule.role)]);
                   if (schedule.role == Role::combinator)
                       json.pair("needs", schedule.is_repetition() || schedule.is_modifier()
                                              ? "schedule"
                                              : neighbour_names[static_cast<std::size_t>(schedule.ramp.neighbour)]);
               }},
    KindReport{"data",
               [](Json& json, const Entry& entry) {
                   const auto& set = static_cast<const DataSet&>(entry);
                   json.pair("asset", set.asset).pair("validation", set.validation);
               }},
    KindReport{"convention", [](Json& json, const Entry& entry) { add_rows(json, static_cast<const Convention&>(entry).rows); }},
    KindReport{"alias", [](Json& json, const Entry& entry) { json.pair("text", static_cast<const Alias&>(entry).text); }},
    KindReport{"preset", [](Json& json, const Entry& entry) { json.pair("text", static_cast<const Preset&>(entry).text); }},
};

void add_kind(Json& json, const RegisteredKind& kind) {
    json.key(kind.key).array();
    for (std::size_t i = 0; i < kind.table->size(); ++i) {
        json.object();
        add_entry(json, (*kind.table)[i]);
        for (const KindReport& each : kind_reports)
            if (each.kind == kind.key) each.add(json, (*kind.table)[i]);
        json.end_object();
    }
    json.end_array();
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
    json.key("kinds").object();
    for (const RegisteredKind& kind : kinds) add_kind(json, kind);
    json.end_object();
    add_keys(json);
    json.key("functions").array();
    for (const Function& function : functions)
        json.object().pair("key", function.name).pair("arity", function.arity).end_object();
    json.end_array().key("names").array();
    for (const std::string_view name : names) json.value(name);
    json.end_array().key("problems").array();
    for (const ProblemText& each : problem_texts())
        json.object().pair("code", each.code).pair("sentence", each.sentence).end_object();
    json.end_array().key("columns");
    add_columns(json);
    json.key("exporters").array();
    for (const Exporter& each : exporters)
        json.object().pair("key", each.key).pair("name", each.name).pair("file", each.file).end_object();
    json.end_array().key("limits").object();
    json.pair("updates", limits.updates).pair("weights", limits.weights).pair("text", max_run_bytes).pair("nesting", max_nesting);
    json.pair("racers", max_racers)
        .pair("hidden_layers", max_hidden_layers)
        .pair("label", max_label_characters)
        .pair("list", max_list_entries);
    json.end_object().end_object();
    return json.text();
}

}  // namespace eta
