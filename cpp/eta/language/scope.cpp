// This evaluates constants.
#include "eta/language/scope.hpp"

#include <array>
#include <cmath>

#include "eta/language/formula_names.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

// Returns the value of a node that is_constant; a formula sees T ≥ 1.
double value(const Tree& tree, std::size_t i, const Scope& scope) {
    const Node& node = tree[i];
    if (node.op == Op::number) return node.measure == Measure::plain ? node.number : in_updates(node.number, node.measure, scope);
    if (node.op == Op::name) {
        if (node.text == "T") return max(scope.updates, 1);
        if (node.text == "U") return scope.updates_per_epoch;
        return node.text == "lr" ? scope.lr : pi<double>();
    }
    std::array<double, 3> x{};
    for (std::size_t k = 0; k < node.children.size(); ++k) x[k] = value(tree, node.children[k], scope);
    return node.op == Op::call ? find_function(node.text)->apply(x.data()) : operate(node.op, x[0], x[1]);
}

}  // namespace

double in_updates(double x, Measure measure, const Scope& scope) {
    if (measure == Measure::epochs) x = x * scope.updates_per_epoch;
    if (measure == Measure::percent) x = x * scope.updates / 100;
    return floor(x + 0.5);
}

bool is_likely_part(double x) { return x >= 0.001 && x < 1; }

Problem wrong_length(std::string_view key, std::string_view name, double x, std::size_t from, std::size_t to) {
    if (is_likely_part(x)) return {"part_meant", key, from, to, {name, print(x), print(rounded(x * 100, 6)) + "%"}};
    return {"length_not_whole", key, from, to, {name, print(x)}};
}

bool is_constant(const Tree& tree, std::size_t i) {
    const Node& node = tree[i];
    if (node.op == Op::number) return true;
    if (node.op == Op::name) return is_variable(node.text) && node.text != "t";
    if (node.op == Op::call) {
        const Function* function = find_function(node.text);
        if (!function || function->arity != node.children.size()) return false;
    } else if (!is_operation(node.op) && !is_comparison(node.op)) {
        return false;
    }
    for (const std::size_t child : node.children)
        if (!is_constant(tree, child)) return false;
    return true;
}

std::optional<double> constant(const Tree& tree, std::size_t i, const Scope& scope, Problems& problems) {
    const Node& node = tree[i];
    if (!is_constant(tree, i)) {
        problems.push_back({"not_constant", std::string(scope.key), node.from, node.to, {}});
        return {};
    }
    const double x = value(tree, i, scope);
    if (std::isfinite(x)) return x;
    problems.push_back({"not_finite", std::string(scope.key), node.from, node.to, {}});
    return {};
}

}  // namespace eta
