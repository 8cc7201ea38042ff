// This finds the class that does the same.
#include "eta/export/own_class.hpp"
#include "eta/describe/later_text.hpp"

#include <array>

#include "eta/language/arguments.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

// A parameter does nothing while the other one is 0.
struct Idle {
    std::string_view param, while_zero;
};
constexpr std::array idle{Idle{"rate_in"_later, "momentum"_later}, Idle{"nesterov"_later, "momentum"_later},
                          Idle{"dampening"_later, "momentum"_later}, Idle{"dampen_first"_later, "dampening"_later},
                          Idle{"coupled"_later, "weight_decay"_later}, Idle{"decay_at"_later, "weight_decay"_later},
                          Idle{"greatest"_later, "amsgrad"_later}, Idle{"momentum_decay"_later, "lacking"_later},
                          // The first base of schedule_free has no mean square.
                          Idle{"beta2", "base"}, Idle{"epsilon"_later, "base"}};

std::string_view word(std::string_view words, std::size_t index) {
    for (; index > 0; --index) words.remove_prefix(words.find(' ') + 1);
    return words.substr(0, words.find(' '));
}

bool has_word(std::string_view words, std::string_view one) { return choice_index(words, one) >= 0; }

std::string python(const Param& param, double x) {
    if (param.type == Type::flag) return x != 0 ? "True" : "False";
    if (param.type == Type::choice) return "\"" + std::string(word(param.choices, static_cast<std::size_t>(x))) + "\"";
    const std::string text = print(x);
    // Keras takes 0 for no number where it wants 0.0.
    const bool whole = text.find_first_not_of("-0123456789"_later) == std::string::npos;
    return param.type == Type::number && whole ? text + ".0" : text;
}

std::string written(const Param& param, const Values& values, std::size_t p) {
    if (!is_list(param.type)) return values.list(p).empty() ? "" : python(param, values[p]);
    std::string text = "[";
    for (const double x : values.list(p)) text += (text.size() > 1 ? ", " : "") + print(x);
    return text + "]";
}

// What the class has for a parameter that it does not take.
std::string value_there(const OwnClass& row, const Param& param, const Scope& scope) {
    for (std::string_view rest = row.fixed; !rest.empty();) {
        const std::string_view pair = word(rest, 0);
        if (pair.substr(0, pair.find('=')) == param.key) {
            const std::string_view value = pair.substr(pair.find('=') + 1);
            if (param.type == Type::choice) return "\"" + std::string(value) + "\"";
            if (param.type == Type::flag) return value == "true" ? "True" : "False";
            return std::string(value) + (param.type == Type::number ? ".0" : "");
        }
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    }
    Values usual;
    Problems none;
    return add_value({}, {}, param, scope, usual, none) ? written(param, usual, 0) : "";
}

bool is_idle(const Entry& entry, const Values& values, std::string_view param) {
    for (const Idle& each : idle) {
        if (each.param != param) continue;
        for (std::size_t p = 0; p < entry.params.size(); ++p)
            if (entry.params[p].key == each.while_zero && values[p] == 0) return true;
    }
    return false;
}

std::vector<std::string> differences(const OwnClass& row, const Entry& entry, const Values& values, const Scope& scope) {
    std::vector<std::string> found;
    for (std::size_t p = 0; p < entry.params.size(); ++p) {
        const Param& param = entry.params[p];
        if (has_word(row.takes, param.key) || is_idle(entry, values, param.key)) continue;
        const std::string here = written(param, values, p), there = value_there(row, param, scope);
        if (here != there)
            found.push_back(fill("$key is $there there, not $here"_later,
                                 {{"key", std::string(param.key)}, {"there", there}, {"here", here}}));
    }
    return found;
}

}  // namespace

double value_of(const Entry& entry, const Values& values, std::string_view param) {
    for (std::size_t p = 0; p < entry.params.size(); ++p)
        if (entry.params[p].key == param) return values[p];
    return 0;
}

Filling arguments_of(const Entry& entry, const Values& values, double T) {
    Filling all{{"T", print(T)}};
    for (std::size_t p = 0; p < entry.params.size(); ++p)
        all.emplace_back(entry.params[p].key, written(entry.params[p], values, p));
    return all;
}

std::optional<NearClass> near_class(std::span<const OwnClass> rows, const Entry& entry, const Values& values,
                                    const Scope& scope) {
    std::optional<NearClass> nearest;
    for (const OwnClass& row : rows) {
        if (row.key != entry.words.key || (row.fits && !row.fits(entry, values))) continue;
        auto found = differences(row, entry, values, scope);
        if (nearest && nearest->differences.size() <= found.size()) continue;
        nearest = NearClass{&row, fill(row.text, arguments_of(entry, values, scope.updates)), std::move(found)};
    }
    return nearest;
}

std::optional<std::string> exact_class(std::span<const OwnClass> rows, const Entry& entry, const Values& values,
                                       const Scope& scope) {
    auto nearest = near_class(rows, entry, values, scope);
    if (!nearest || !nearest->differences.empty()) return {};
    return std::move(nearest->text);
}

}  // namespace eta
