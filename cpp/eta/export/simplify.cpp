// This shortens formulas.
#include "eta/export/simplify.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "eta/language/formula_names.hpp"
#include "eta/language/shorten.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

constexpr std::size_t max_folded = 8;  // characters of a number that stands in the place of two

bool is_number(const Tree& tree, std::size_t i) { return tree[i].op == Op::number; }
bool is_number(const Tree& tree, std::size_t i, double x) { return is_number(tree, i) && tree[i].number == x; }

bool is_time(const Tree& tree, std::size_t i) { return tree[i].op == Op::name && tree[i].text == "t"; }

// a + −b·c is a − b·c: takes the sign off the first factor, if it has one.
bool take_sign(std::size_t& i, Tree& to) {
    if (to[i].op == Op::negate) return i = to[i].children[0], true;
    const bool is_product = to[i].op == Op::multiply || to[i].op == Op::divide;
    return is_product && take_sign(to.nodes[i].children[0], to);
}

std::size_t operation(Node node, Tree& to) {
    if (const auto same = neutral(to, node)) return *same;
    if (node.op == Op::add && take_sign(node.children[1], to)) node.op = Op::subtract;
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
