// A framework's own classes stand for what is registered here, where they do the same.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eta/describe/entry.hpp"
#include "eta/export/fill.hpp"
#include "eta/language/scope.hpp"

namespace eta {

// One row of a framework's table: the class for `key` if all parameters that it does not take have the value in `fixed`
// ("epsilon_at=hat …"), or else their default.
struct OwnClass {
    std::string_view key;
    std::string_view takes;  // parameters, separated by spaces
    std::string_view fixed;
    std::string_view text;  // how it is called: $name is the value of a parameter, $T the updates
    // What the class asks of the values beyond that, or null.
    bool (*fits)(const Entry& entry, const Values& values) = nullptr;
};

// Returns the value of a parameter that the entry has.
double value_of(const Entry& entry, const Values& values, std::string_view param);

// Returns the values of all parameters as Python writes them, and T.
Filling arguments_of(const Entry& entry, const Values& values, double T);

// Returns the first row's call that does just what the entry does with these values.
std::optional<std::string> exact_class(std::span<const OwnClass> rows, const Entry& entry, const Values& values,
                                       const Scope& scope);

// Returns the first row for the entry whose differences are fewest, with them: "epsilon_at is hat there, not outside".
struct NearClass {
    std::string text;
    std::vector<std::string> differences;
};
std::optional<NearClass> near_class(std::span<const OwnClass> rows, const Entry& entry, const Values& values, const Scope& scope);

}  // namespace eta
