// This leaves out what changes nothing.
#include "eta/language/simplify.hpp"

#include <cmath>
#include <utility>

namespace eta {
namespace {

class Simplifier {
public:
    explicit Simplifier(const Tree& from) : from_(from) {}

    std::size_t write(std::size_t i) {
        Node node = from_[i];
        for (std::size_t& child : node.children) child = write(child);
        const auto& of = node.children;
        if (node.op == Op::add && is(of[0], 0)) return of[1];
        if ((node.op == Op::add || node.op == Op::subtract) && is(of[1], 0)) return of[0];
        if (node.op == Op::multiply && is(of[0], 1)) return of[1];
        if ((node.op == Op::multiply || node.op == Op::divide || node.op == Op::power) && is(of[1], 1)) return of[0];
        if (node.op == Op::add && from_zero(of[1])) return made.add({.op = Op::subtract, .children = {of[0], turned(of[1])}});
        if ((node.op == Op::add || node.op == Op::subtract) && are_counts(of[0], of[1])) {
            const double x = made[of[0]].number, y = made[of[1]].number;
            if (node.op == Op::add || x >= y) return made.add({.op = Op::number, .number = node.op == Op::add ? x + y : x - y});
        }
        if (node.op == Op::call && node.text == "max") {
            if (is(of[0], 0) && is_never_negative(of[1])) return of[1];
            if (is(of[1], 0) && is_never_negative(of[0])) return of[0];
        }
        return made.add(std::move(node));
    }

    Tree made;

private:
    bool is(std::size_t i, double x) const { return made[i].op == Op::number && made[i].number == x; }

    bool are_counts(std::size_t a, std::size_t b) const {
        const auto is_count = [&](const Node& node) {
            return node.op == Op::number && node.measure == Measure::plain && node.number == std::floor(node.number);
        };
        return is_count(made[a]) && is_count(made[b]) && made[a].number < 1e9 && made[b].number < 1e9;
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
};

}  // namespace

Tree simplify(const Tree& tree) {
    if (tree.empty()) return {};
    Simplifier simplifier(tree);
    simplifier.made.root = simplifier.write(tree.root);
    return std::move(simplifier.made);
}

std::size_t add_number(Tree& tree, double x) {
    const std::size_t number = tree.add({.op = Op::number, .number = std::abs(x)});
    return std::signbit(x) && x != 0 ? tree.add({.op = Op::negate, .children = {number}}) : number;
}

}  // namespace eta
