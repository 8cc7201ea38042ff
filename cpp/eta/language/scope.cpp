// This evaluates constants.
#include "eta/language/scope.hpp"

#include <array>
#include <cmath>

#include "eta/language/formula_names.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

bool is_condition(const Node& call, std::size_t argument) { return argument == 0 && call.op == Op::call && call.text == "where"; }

// Returns the code of what keeps node i from being a constant, and moves i to where that is; empty if it is one.
std::string_view fault(const Tree& tree, std::size_t& i, bool condition = false) {
    const Node& node = tree[i];
    if (condition && !is_comparison(node.op)) return "comparison_expected";
    if (node.op == Op::number) return {};
    if (node.op == Op::name) return is_variable(node.text) && node.text != "t" ? std::string_view() : "not_constant";
    if ((is_comparison(node.op) && !condition) || node.op == Op::pair || node.op == Op::named) return "not_a_rate";
    const Function* function = node.op == Op::call ? find_function(node.text) : nullptr;
    const bool called = function && function->arity == node.children.size();
    if (!called && !is_operation(node.op) && !condition) return "not_constant";
    for (std::size_t k = 0; k < node.children.size(); ++k) {
        std::size_t child = node.children[k];
        if (const std::string_view code = fault(tree, child, is_condition(node, k)); !code.empty()) return i = child, code;
    }
    return {};
}

// This evaluates a node that is a constant, and finds the innermost part of it that is not finite.
class Evaluation {
public:
    Evaluation(const Tree& tree, const Scope& scope) : tree_(tree), scope_(scope) {}

    double value(std::size_t i) {
        const double x = value_of(tree_[i]);
        if (!std::isfinite(x) && !culprit) culprit = i;
        return x;
    }

    std::optional<std::size_t> culprit;

private:
    // A formula sees T ≥ 1.
    double value_of(const Node& node) {
        if (node.op == Op::number)
            return node.measure == Measure::plain ? node.number : in_updates(node.number, node.measure, scope_);
        if (node.op == Op::name) {
            if (node.text == "T") return max(scope_.updates, 1);
            if (node.text == "U") return scope_.updates_per_epoch;
            return node.text == "lr" ? scope_.lr : pi<double>();
        }
        std::array<double, 3> x{};
        for (std::size_t k = 0; k < node.children.size(); ++k) x[k] = value(node.children[k]);
        return node.op == Op::call ? find_function(node.text)->apply(x.data()) : operate(node.op, x[0], x[1]);
    }

    const Tree& tree_;
    const Scope& scope_;
};

}  // namespace

double in_updates(double x, Measure measure, const Scope& scope) {
    if (measure == Measure::epochs) x = x * scope.updates_per_epoch;
    if (measure == Measure::percent) x = x * scope.updates / 100;
    return floor(x + 0.5);
}

bool counts_updates(const Tree& tree, std::size_t i) {
    const Node& node = tree[i];
    if (node.measure != Measure::plain || (node.op == Op::name && (node.text == "T" || node.text == "U"))) return false;
    for (const std::size_t child : node.children)
        if (!counts_updates(tree, child)) return false;
    return true;
}

bool is_likely_part(double x) { return x >= 0.001 && x < 1; }

Problem wrong_length(std::string_view key, std::string_view name, double x, std::size_t from, std::size_t to) {
    if (is_likely_part(x)) return {"part_meant", key, from, to, {name, print(x), print(rounded(x * 100, 6)) + "%"}};
    return {"length_not_whole", key, from, to, {name, print(x)}};
}

bool is_constant(const Tree& tree, std::size_t i) { return fault(tree, i).empty(); }

std::optional<double> constant(const Tree& tree, std::size_t i, const Scope& scope, Problems& problems) {
    const auto refuse = [&](std::string_view code, const Node& node) {
        problems.push_back({code, std::string(scope.key), node.from, node.to, {}});
        return std::nullopt;
    };
    // What depends on t is underlined whole; a comparison in the wrong place is, itself.
    std::size_t culprit = i;
    const std::string_view code = fault(tree, culprit);
    if (!code.empty()) return refuse(code, tree[code == "not_constant" ? i : culprit]);
    Evaluation evaluation(tree, scope);
    const double x = evaluation.value(i);
    if (evaluation.culprit) return refuse("not_finite", tree[*evaluation.culprit]);
    return x;
}

}  // namespace eta
