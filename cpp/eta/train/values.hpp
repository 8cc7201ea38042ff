// Reading the values of a run's keys: each gives its value, or adds a problem at its place.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eta/describe/problem.hpp"
#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/train/items.hpp"
#include "eta/train/keys.hpp"

namespace eta {

std::optional<double> read_number(const Item& item, const Key& key, Problems& problems);  // of form number or whole
std::optional<std::vector<int>> read_widths(const Item& item, Problems& problems);        // hidden widths; none is empty
std::optional<int> read_choice(const Item& item, const Key& key, Problems& problems);

// A number with its measure: of validation a number of samples or %, of an interval updates, ep or %; more than 0.
struct Amount {
    double number = 0;
    Measure measure = Measure::plain;
};
std::optional<Amount> read_amount(const Item& item, const Key& key, Problems& problems);
std::string print(const Amount& amount);

// The node of a registered thing in an item's value, and which one it is.
template <class T>
struct Call {
    const T* entry = nullptr;
    Tree tree;
};

// What the item's value names in a table; its arguments are not looked at yet.
template <class Table>
auto read_call(const Item& item, const Key& key, const Table& table, Problems& problems)
    -> std::optional<Call<std::remove_cvref_t<decltype(table[0])>>> {
    using T = std::remove_cvref_t<decltype(table[0])>;
    Call<T> call{.entry = nullptr, .tree = parse(item.value, problems, item.value_from, item.key)};
    if (call.tree.empty()) return {};
    const Node& root = call.tree[call.tree.root];
    std::string list;
    std::vector<std::string_view> known;
    for (const T& each : table) {
        known.push_back(each.words.key);
        list += (list.empty() ? "" : ", ") + std::string(each.words.key);
    }
    if (root.op != Op::name && root.op != Op::call) {
        problems.push_back({"call_expected", item.key, item.value_from, item.to, {item.key, list}});
        return {};
    }
    call.entry = find(table, root.text);
    if (call.entry) return call;
    const std::string_view near = nearest(root.text, known);
    if (near.empty())
        problems.push_back({"unknown_value", item.key, root.from, root.to, {std::string(key.kind), root.text, list}});
    else
        problems.push_back(
            {"unknown_value_near", item.key, root.from, root.to, {std::string(key.kind), root.text, std::string(near)}});
    return {};
}

}  // namespace eta
