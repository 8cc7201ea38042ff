// These functions read the values of a run's keys: each gives its value, or adds a problem at its place.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eta/describe/entries.hpp"
#include "eta/describe/problem.hpp"
#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/run/items.hpp"
#include "eta/run/keys.hpp"

namespace eta {

std::optional<double> read_number(const Item& item, const Key& key, Problems& problems);  // of form number or whole
std::optional<std::vector<int>> read_widths(const Item& item, Problems& problems);        // hidden widths; none is empty
std::optional<int> read_choice(const Item& item, const Key& key, Problems& problems);

// This is a number with its measure: of validation a number of samples or %, of an interval updates, ep or %; more than 0.
struct Amount {
    double number = 0;
    Measure measure = Measure::plain;
};
std::optional<Amount> read_amount(const Item& item, const Key& key, Problems& problems);
std::string print(const Amount& amount);

// This is a registered thing in an item's value, with the tree that names it.
struct AnyCall {
    const Entry* entry = nullptr;
    Tree tree;
};
template <class T>
struct Call {
    const T* entry = nullptr;
    Tree tree;
};

// Finds what the item's value names in a table; its arguments are not read yet.
std::optional<AnyCall> read_call(const Item& item, const Key& key, Entries table, Problems& problems);

template <class T>
std::optional<Call<T>> read_call(const Item& item, const Key& key, const EntriesOf<T>& table, Problems& problems) {
    auto call = read_call(item, key, static_cast<const Entries&>(table), problems);
    if (!call) return {};
    return Call<T>{static_cast<const T*>(call->entry), std::move(call->tree)};
}

}  // namespace eta
