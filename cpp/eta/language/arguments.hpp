// The arguments of a registered thing are matched with its parameters, checked, turned into numbers, written canonically.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "eta/describe/entry.hpp"
#include "eta/describe/problem.hpp"
#include "eta/language/scope.hpp"
#include "eta/language/tree.hpp"

namespace eta {

// These are the nodes given for each parameter, in the order of the parameters: none if it has its default, several for a list.
using Given = std::vector<std::vector<std::size_t>>;

// Matches node i (a name or a call) with `entry`'s parameters: by place in declared order, then by name, none twice;
// a list takes all that have no name. Returns nothing, with problems added, if they do not fit.
std::optional<Given> match(const Tree& tree, std::size_t i, const Entry& entry, std::string_view key, Problems& problems);

// This is the default of a parameter, as it would be written: the root of each element (one, or a list's).
struct Default {
    Tree tree;
    std::vector<std::size_t> elements;
};
Default initial(const Param& param);

// Adds parameter p's numbers, as given or by default, to `values`. Returns false, with problems added, if one is of the wrong
// type or out of range. A parameter of type schedule adds an empty list and is left to the caller.
bool add_value(const Tree& tree, const std::vector<std::size_t>& given, const Param& param, const Scope& scope, Values& values,
               Problems& problems);

// Returns all parameters' numbers of node i; nothing, with problems added, if something is wrong.
std::optional<Values> bind_values(const Tree& tree, std::size_t i, const Entry& entry, const Scope& scope, Problems& problems);

// Copies node i with its arguments in canonical form to `to`: what equals its default is left out, the first stands by place, the
// rest by name, a list by place. `child` copies an argument (so that schedules inside are made canonical too). Where several
// defaults may hold, only what equals all of them is left out.
template <class Child>
std::size_t canonical_call(const Tree& tree, std::size_t i, const Entry& entry, const Given& given, Tree& to, Child child,
                           std::span<const Defaults> held = {});

// Says whether what is given for a parameter is just its default.
bool is_default(const Tree& tree, const std::vector<std::size_t>& given, const Param& param);
bool is_default(const Tree& tree, const std::vector<std::size_t>& given, const Entry& entry, const Param& param,
                std::span<const Defaults> held);

template <class Child>
std::size_t canonical_call(const Tree& tree, std::size_t i, const Entry& entry, const Given& given, Tree& to, Child child,
                           std::span<const Defaults> held) {
    Node call{.op = Op::call, .text = tree[i].text, .from = tree[i].from, .to = tree[i].to};
    bool has_list = false;
    for (const Param& param : entry.params) has_list = has_list || is_list(param.type);
    for (const bool lists : {true, false})
        for (std::size_t p = 0; p < entry.params.size(); ++p) {
            const Param& param = entry.params[p];
            if (is_list(param.type) != lists || given[p].empty() || is_default(tree, given[p], entry, param, held)) continue;
            const bool by_place = lists || (p == 0 && !has_list);
            for (const std::size_t node : given[p]) {
                const std::size_t value = child(node);
                call.children.push_back(
                    by_place ? value : to.add({.op = Op::named, .text = std::string(param.key), .children = {value}}));
            }
        }
    if (call.children.empty()) call.op = Op::name;
    return to.add(std::move(call));
}

}  // namespace eta
