// This shortens formulas.
#include "eta/export/simplify.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "eta/language/formula_names.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

constexpr std::size_t max_folded = 8;  // characters of a number that stands in the place of two

bool is_number(const Tree& tree, std::size_t i) { return tree[i].op == Op::number; }
bool is_number(const Tree& tree, std::size_t i, double x) { return is_number(tree, i) && tree[i].number == x; }

bool is_time(const Tree& tree, std::size_t i) { return tree[i].op == Op::name && tree[i].text == "t"; }

// Returns the node that stands for an operation with 0 or 1, or the tree's size.
std::size_t neutral(const Tree& tree, const Node& node) {
    const std::size_t none = tree.nodes.size(), a = node.children[0], b = node.children.size() > 1 ? node.children[1] : none;
    if (b == none) return none;
    const Op op = node.op;
    if ((op == Op::add || op == Op::subtract) && is_number(tree, b, 0)) return a;
    if ((op == Op::add && is_number(tree, a, 0)) || (op == Op::multiply && is_number(tree, a, 1))) return b;
    if ((op == Op::multiply || op == Op::divide || op == Op::power) && is_number(tree, b, 1)) return a;
    return none;
}

std::size_t add_number(Tree& to, double x) {
    if (x >= 0) return to.add({.number = x});
    const std::size_t positive = to.add({.number = -x});
    return to.add({.op = Op::negate, .children = {positive}});
}

std::size_t operation(Node node, Tree& to) {
    const std::size_t simpler = neutral(to, node);
    if (simpler < to.nodes.size()) return simpler;
    bool folds = true;
    for (const std::size_t each : node.children) folds = folds && is_number(to, each);
    if (folds && node.op != Op::negate) {
        const double x = operate(node.op, to[node.children[0]].number, to[node.children[1]].number);
        if (std::isfinite(x) && print(x).size() <= max_folded) return add_number(to, x);
    }
    return to.add(std::move(node));
}

// Says whether a condition holds, if that is known before t is.
std::optional<bool> is_true(const Tree& tree, const Node& condition, double end) {
    const std::size_t a = condition.children[0], b = condition.children[1];
    if (!is_number(tree, b)) return {};
    const double limit = tree[b].number;
    if (is_number(tree, a)) return operate(condition.op, tree[a].number, limit) != 0;
    if (!is_time(tree, a) || (limit > 0 && limit < end)) return {};
    if (condition.op == Op::less) return limit > 0;
    if (condition.op == Op::greater_equal) return limit <= 0;
    return {};
}

std::size_t call(Node node, double end, Tree& to) {
    const Function* function = find_function(node.text);
    if (!function) return to.add(std::move(node));
    if (node.text == "where") {
        const auto known = is_true(to, to[node.children[0]], end);
        return known ? node.children[*known ? 1 : 2] : to.add(std::move(node));
    }
    if (node.text == "max" && is_time(to, node.children[0]) && is_number(to, node.children[1], 0)) return node.children[0];
    std::array<double, 3> x{};
    for (std::size_t k = 0; k < node.children.size(); ++k) {
        if (!is_number(to, node.children[k])) return to.add(std::move(node));
        x[k] = to[node.children[k]].number;
    }
    const double value = function->apply(x.data());
    return std::isfinite(value) ? add_number(to, value) : to.add(std::move(node));
}

}  // namespace

std::size_t simplify(const Tree& from, std::size_t i, const Known& known, Tree& to) {
    const Node& node = from[i];
    if (node.op == Op::name && node.text == "T") return to.add({.number = known.T});
    Node made = node;
    for (std::size_t& each : made.children) each = simplify(from, each, known, to);
    if (node.op == Op::call) return call(std::move(made), known.end, to);
    return is_operation(node.op) ? operation(std::move(made), to) : to.add(std::move(made));
}

}  // namespace eta
