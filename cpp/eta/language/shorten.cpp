// This leaves out what changes nothing.
#include "eta/language/shorten.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "eta/language/formula_names.hpp"

namespace eta {
namespace {

bool is_number(const Tree& tree, std::size_t i, double x) { return tree[i].op == Op::number && tree[i].number == x; }

class Shortener {
public:
    Shortener(const Tree& from, bool folds) : from_(from), folds_(folds) {}

    std::size_t write(std::size_t i) {
        Node node = from_[i];
        for (std::size_t& child : node.children) child = write(child);
        const auto& of = node.children;
        if (const auto same = neutral(made, node)) return *same;
        if (node.op == Op::add && from_zero(of[1])) return made.add({.op = Op::subtract, .children = {of[0], turned(of[1])}});
        if (node.op == Op::subtract && made[of[1]].op == Op::negate)
            node = {.op = Op::add, .children = {of[0], made[of[1]].children[0]}};
        if (const auto x = folded(node)) return made.add({.op = Op::number, .number = *x});
        if (node.op == Op::call && node.text == "max") {
            if (is(of[0], 0) && is_never_negative(of[1])) return of[1];
            if (is(of[1], 0) && is_never_negative(of[0])) return of[0];
        }
        return made.add(std::move(node));
    }

    Tree made;

private:
    bool is(std::size_t i, double x) const { return is_number(made, i, x); }

    // Returns what numbers alone give, where that is a whole number or a function's value: 760 for 800 − 40, but 0.5/25 stays.
    std::optional<double> folded(const Node& node) const {
        const Function* function = node.op == Op::call && node.text != "where" ? find_function(node.text) : nullptr;
        if (function && !folds_) return {};
        if (!function && !(is_operation(node.op) && node.children.size() == 2)) return {};
        std::array<double, 3> x{};
        for (std::size_t k = 0; k < node.children.size(); ++k) {
            const Node& child = made[node.children[k]];
            if (child.op != Op::number || child.measure != Measure::plain) return {};
            x[k] = child.number;
        }
        const double value = function ? function->apply(x.data()) : operate(node.op, x[0], x[1]);
        const bool is_short = value == std::floor(value) && value < 1e9;
        return value >= 0 && (function ? std::isfinite(value) : is_short) ? std::optional(value) : std::nullopt;
    }

    // Says whether node i is (0 − x)·y/z: v + (0 − x)·y/z is v − x·y/z.
    bool from_zero(std::size_t i) const {
        const Node& node = made[i];
        if (node.op == Op::multiply || node.op == Op::divide) return from_zero(node.children[0]);
        return node.op == Op::subtract && is(node.children[0], 0);
    }
    std::size_t turned(std::size_t i) {
        Node node = made[i];
        if (node.op == Op::subtract) return node.children[1];
        node.children[0] = turned(node.children[0]);
        return made.add(std::move(node));
    }

    bool is_never_negative(std::size_t i) const {
        const Node& node = made[i];
        const auto all = [&] {
            for (const std::size_t child : node.children)
                if (!is_never_negative(child)) return false;
            return true;
        };
        if (node.op == Op::number) return node.number >= 0;
        if (node.op == Op::name) return node.text == "t" || node.text == "T" || node.text == "pi";
        if (node.op == Op::power) return is_never_negative(node.children[0]);
        if (node.op == Op::add || node.op == Op::multiply || node.op == Op::divide) return all();
        return node.op == Op::call && (node.text == "floor" || node.text == "sqrt" || node.text == "min") && all();
    }

    const Tree& from_;
    bool folds_;
};

}  // namespace

Tree shorten(const Tree& tree, bool folds) {
    if (tree.empty()) return {};
    Shortener shortener(tree, folds);
    shortener.made.root = shortener.write(tree.root);
    return std::move(shortener.made);
}

std::optional<std::size_t> neutral(const Tree& tree, const Node& node) {
    if (node.children.size() != 2) return {};
    const std::size_t a = node.children[0], b = node.children[1];
    const Op op = node.op;
    if ((op == Op::add && is_number(tree, a, 0)) || (op == Op::multiply && is_number(tree, a, 1))) return b;
    if ((op == Op::add || op == Op::subtract) && is_number(tree, b, 0)) return a;
    if ((op == Op::multiply || op == Op::divide || op == Op::power) && is_number(tree, b, 1)) return a;
    return {};
}

std::size_t add_number(Tree& tree, double x) {
    const std::size_t number = tree.add({.op = Op::number, .number = std::abs(x)});
    return std::signbit(x) && x != 0 ? tree.add({.op = Op::negate, .children = {number}}) : number;
}

}  // namespace eta
