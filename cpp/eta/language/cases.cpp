// This finds the cases of nested `where`.
#include "eta/language/cases.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "eta/language/formula_names.hpp"

namespace eta {
namespace {

bool is_where(const Node& node) { return node.op == Op::call && node.text == "where"; }

Op opposite(Op op) {
    return op == Op::less         ? Op::greater_equal
           : op == Op::less_equal ? Op::greater
           : op == Op::greater    ? Op::less_equal
                                  : Op::less;
}

// A comparison of t, or of t less a number, with a number narrows the range; any other is kept as it is.
Case narrowed(const Tree& tree, Case range, const Comparison& comparison) {
    const Node& left = tree[comparison.left];
    const Node& right = tree[comparison.right];
    const bool shifted = left.op == Op::subtract && tree[left.children[1]].op == Op::number;
    const Node& time = shifted ? tree[left.children[0]] : left;
    if (time.op != Op::name || time.text != "t" || right.op != Op::number) {
        range.others.push_back(comparison);
        return range;
    }
    const double limit = right.number + (shifted ? tree[left.children[1]].number : 0);
    if (comparison.op == Op::less || comparison.op == Op::less_equal) {
        if (limit <= range.high) {
            range.high_itself = comparison.op == Op::less_equal && (limit < range.high || range.high_itself);
            range.high = limit;
        }
    } else if (limit >= range.low) {
        range.low_itself = comparison.op == Op::greater_equal && (limit > range.low || range.low_itself);
        range.low = limit;
    }
    return range;
}

void collect(const Tree& tree, std::size_t i, const Case& range, std::vector<Case>& found) {
    const bool is_empty = range.low > range.high || (range.low == range.high && !(range.low_itself && range.high_itself));
    if (is_empty) return;
    if (!is_where(tree[i])) {
        found.push_back(range);
        found.back().value = i;
        return;
    }
    const auto& of = tree[i].children;
    const Node& condition = tree[of[0]];
    const Comparison comparison{condition.op, condition.children[0], condition.children[1]};
    collect(tree, of[1], narrowed(tree, range, comparison), found);
    collect(tree, of[2], narrowed(tree, range, {opposite(comparison.op), comparison.left, comparison.right}), found);
}

}  // namespace

std::vector<Case> cases(const Tree& tree, std::size_t i, double end) {
    std::vector<Case> found;
    collect(tree, i, {.value = i, .low = 0, .high = end}, found);
    for (Case& each : found)
        if (each.high == end) each.high = std::numeric_limits<double>::infinity();
    std::ranges::stable_sort(found, {}, [](const Case& each) { return std::pair(each.low, !each.low_itself); });
    return found;
}

}  // namespace eta
