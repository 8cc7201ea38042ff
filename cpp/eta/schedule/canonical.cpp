// This writes a schedule canonically.
#include "eta/language/arguments.hpp"
#include "eta/language/formula_names.hpp"
#include "eta/schedule/aliases.hpp"
#include "eta/schedule/bind.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {

std::size_t canonical(const Tree& tree, std::size_t i, Tree& to, std::span<const Defaults> held) {
    const Node& node = tree[i];
    const auto child = [&](std::size_t inner) { return canonical(tree, inner, to, held); };
    if (node.op == Op::name || node.op == Op::call) {
        const Schedule* schedule = find_function(node.text) ? nullptr : find(schedules, node.text);
        Problems none;
        const auto given = schedule ? match(tree, i, *schedule, {}, none) : std::nullopt;
        if (given) return canonical_call(tree, i, *schedule, *given, to, child, held);
    }
    Node copied = node;
    for (std::size_t& each : copied.children) each = child(each);
    return to.add(std::move(copied));
}

ETA_RARE Tree without_aliases(const Tree& tree, std::span<const Defaults> held) {
    Problems none;
    const auto expanded = expand_aliases(tree, {}, none);
    Tree made;
    made.root = canonical(expanded ? *expanded : tree, tree.root, made, held);
    return made;
}

Tree canonical(const Tree& tree, std::span<const Defaults> held) {
    Tree made;
    if (has_alias(tree)) return without_aliases(tree, held);
    if (!tree.empty()) made.root = canonical(tree, tree.root, made, held);
    return made;
}

}  // namespace eta
