// This reads the values of keys.
#include "eta/run/values.hpp"

#include <cmath>

#include "eta/language/tokens.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

ETA_RARE void fail(Problems& problems, std::string_view code, const Item& item, std::initializer_list<std::string_view> values) {
    problems.push_back({code, item.key, item.value_from, item.to, values});
}

}  // namespace

std::optional<double> read_number(const Item& item, const Key& key, Problems& problems) {
    const bool negative = item.value.starts_with("-");
    double x = 0;
    const std::string low = print(key.min), high = print(key.max);
    if (!read(std::string_view(item.value).substr(negative ? 1 : 0), x) || (key.form == Form::whole && x != std::floor(x))) {
        fail(problems, key.form == Form::whole ? "whole_expected" : "number_expected", item, {item.key, low, high});
        return {};
    }
    if (negative) x = -x;
    if (x >= key.min && x <= key.max) return x + 0.0;  // −0 is 0
    fail(problems, "key_out_of_range", item, {item.key, low, high, item.value});
    return {};
}

std::optional<std::vector<int>> read_widths(const Item& item, Problems& problems) {
    std::vector<int> widths;
    if (item.value == "none") return widths;
    std::string_view rest = item.value;
    while (true) {
        const std::string_view part = rest.substr(0, rest.find('-'));
        double x = 0;
        const bool digits = part.find_first_not_of("0123456789") == std::string_view::npos;
        if (!digits || part.size() > 9 || !read(part, x) || x < 1)
            return fail(problems, "widths_expected", item, {}), std::nullopt;
        widths.push_back(static_cast<int>(x));
        if (widths.size() > max_hidden_layers)
            return fail(problems, "too_many_layers", item, {std::to_string(max_hidden_layers)}), std::nullopt;
        if (part.size() == rest.size()) return widths;
        rest = rest.substr(part.size() + 1);
    }
}

std::optional<int> read_choice(const Item& item, const Key& key, Problems& problems) {
    const int index = choice_index(key.kind, item.value);
    if (index >= 0) return index;
    std::string list(key.kind);
    for (std::size_t at = 0; (at = list.find(' ', at)) != std::string::npos; at += 2) list.replace(at, 1, ", ");
    fail(problems, "not_a_choice", item, {item.key, list});
    return {};
}

std::optional<Amount> read_amount(const Item& item, const Key& key, Problems& problems) {
    const Lexeme token = next_token(item.value, 0);
    const bool whole = token.kind == Token::number && token.to == item.value.size() && token.number > 0;
    if (key.form == Form::validation) {
        const bool counted = token.measure == Measure::plain && token.number == std::floor(token.number);
        if (whole && (counted || token.measure == Measure::percent)) return Amount{token.number, token.measure};
        if (whole && token.measure == Measure::plain && is_likely_part(token.number))
            return problems.push_back(wrong_length(item.key, item.key, token.number, item.value_from, item.to)), std::nullopt;
        return fail(problems, "validation_expected", item, {}), std::nullopt;
    }
    if (whole && token.number <= key.max) return Amount{token.number, token.measure};
    return fail(problems, "length_value_expected", item, {item.key}), std::nullopt;
}

std::optional<AnyCall> read_call(const Item& item, const Key& key, Entries table, Problems& problems) {
    AnyCall call{.entry = nullptr, .tree = parse(item.value, problems, item.value_from, item.key)};
    if (call.tree.empty()) return {};
    const Node& root = call.tree[call.tree.root];
    if (root.op == Op::name || root.op == Op::call) call.entry = table.find(root.text);
    if (call.entry) return call;
    std::string list;
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < table.size(); ++i) {
        known.push_back(table[i].words.key);
        list += (list.empty() ? "" : ", ") + std::string(table[i].words.key);
    }
    if (root.op != Op::name && root.op != Op::call) {
        problems.push_back({"call_expected", item.key, item.value_from, item.to, {item.key, list}});
        return {};
    }
    const std::string_view near = nearest(root.text, known);
    if (near.empty())
        problems.push_back({"unknown_value", item.key, root.from, root.to, {key.kind, root.text, list}});
    else
        problems.push_back({"unknown_value_near", item.key, root.from, root.to, {key.kind, root.text, near}});
    return {};
}

std::string print(const Amount& amount) {
    const char* const endings[] = {"", "ep", "%"};
    return print(amount.number) + endings[static_cast<std::size_t>(amount.measure)];
}

}  // namespace eta
