// This puts texts in the place of their names.
#include "eta/schedule/aliases.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

// A schedule is looked for first: a first visit has the names of its own schedules, and no alias.
const Alias* alias_at(const Node& node) {
    const bool is_named = node.op == Op::name || node.op == Op::call;
    return is_named && !find(schedules, node.text) ? find(aliases, node.text) : nullptr;
}

// Puts what the alias at node i stands for in its place.
void expand(Tree& tree, std::size_t i, const Alias& alias) {
    Problems none;
    const Tree meant = parse(alias.text, none);
    const std::size_t from = tree[i].from, to = tree[i].to, first = tree.nodes.size();
    const std::size_t root = copy(meant, meant.root, tree);
    tree.nodes[i] = std::exchange(tree.nodes[root], {});  // so that it is found once
    tree.nodes[i].from = from;
    tree.nodes[i].to = to;
    for (std::size_t n = first; n < tree.nodes.size(); ++n) {
        tree.nodes[n].from = from;
        tree.nodes[n].to = to;
    }
}

}  // namespace

bool has_alias(const Tree& tree) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const Node& node) { return alias_at(node) != nullptr; });
}

std::optional<Tree> expand_aliases(const Tree& tree, std::string_view key, Problems& problems) {
    Tree made = tree;
    const Node* last = nullptr;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const Node& node = tree[i];
        const Alias* alias = alias_at(node);
        if (!alias) continue;
        if (!node.children.empty()) {
            problems.push_back({"alias_bare", key, node.from, node.to, {alias->words.key, alias->text}});
            return {};
        }
        expand(made, i, *alias);
        last = &node;
    }
    if (!last) return made;
    // What is printed must be read again: it may be nested too deep now, or too long.
    Problems again;
    parse(print(made), again);
    for (Problem& problem : again) {
        problem.key = key;
        problem.from = last->from;
        problem.to = last->to;
        problems.push_back(problem);
    }
    if (!again.empty()) return {};
    return made;
}

}  // namespace eta
