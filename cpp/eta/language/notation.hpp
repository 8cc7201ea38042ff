// A tree becomes a formula as mathematics writes it: fractions, powers, cases. A notation says how each is marked up.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "eta/language/cases.hpp"
#include "eta/language/formula_names.hpp"
#include "eta/language/tree.hpp"
#include "eta/math/number.hpp"

namespace eta {

// Mark has static functions of strings that are marked up already: number, name, sign, scientific, fraction, power, root, fenced,
// row, call and cases. A case is its value and its condition.
template <class Mark>
class Notation {
public:
    Notation(const Tree& tree, double end) : tree_(tree), end_(end) {}

    std::string whole() const { return tree_.empty() ? "" : of(tree_.root, loosest); }

private:
    static constexpr int loosest = 0, sum = 1, product = 2, unary = 3, atom = 4;

    // How tightly what is written for a node holds together.
    int binds(std::size_t i) const {
        const Node& node = tree_[i];
        switch (node.op) {
            case Op::add:
            case Op::subtract:
                return sum;
            case Op::multiply:
                return product;
            case Op::negate:
            case Op::divide:
            case Op::power:
                return unary;
            case Op::number:
                return shown(node).find('e') == std::string::npos ? atom : product;
            case Op::call:
                return node.text == "where" ? loosest : node.text == "exp" ? unary : atom;
            default:
                return atom;
        }
    }

    std::string of(std::size_t i, int at_least) const {
        const std::string body = bare(i);
        return binds(i) < at_least ? Mark::fenced("(", body, ")") : body;
    }

    std::string bare(std::size_t i) const {
        const Node& node = tree_[i];
        const auto& child = node.children;
        switch (node.op) {
            case Op::number:
                return number(node);
            case Op::name:
                return Mark::name(node.text);
            case Op::negate:
                return Mark::row({Mark::sign("-"), of(child[0], unary)});
            case Op::add:
                return Mark::row({of(child[0], sum), Mark::sign("+"), of(child[1], sum)});
            case Op::subtract:
                return Mark::row({of(child[0], sum), Mark::sign("-"), of(child[1], product)});
            case Op::multiply:
                return Mark::row({of(child[0], product), Mark::sign("*"), of(child[1], product)});
            case Op::divide:
                return Mark::fraction(of(child[0], loosest), of(child[1], loosest));
            case Op::power:
                return Mark::power(of(child[0], atom), of(child[1], loosest));
            case Op::call:
                return call(node, i);
            default:
                return compared({node.op, child[0], child[1]});
        }
    }

    std::string call(const Node& node, std::size_t i) const {
        if (node.text == "where") return braced(i);
        std::vector<std::string> arguments;
        arguments.reserve(node.children.size());
        for (const std::size_t each : node.children) arguments.push_back(of(each, loosest));
        if (node.text == "floor") return Mark::fenced("⌊", arguments[0], "⌋");
        if (node.text == "ceil") return Mark::fenced("⌈", arguments[0], "⌉");
        if (node.text == "abs") return Mark::fenced("|", arguments[0], "|");
        if (node.text == "sqrt") return Mark::root(arguments[0]);
        if (node.text == "exp") return Mark::power(Mark::name("e"), arguments[0]);
        return Mark::call(node.text == "log" ? "ln" : node.text, arguments);
    }

    std::string braced(std::size_t i) const {
        std::vector<typename Mark::Line> lines;
        for (const Case& each : cases(tree_, i, end_)) lines.push_back({of(each.value, loosest), condition(each)});
        // The cases of one value have no brace.
        return lines.size() == 1 ? lines[0].value : Mark::cases(lines);
    }

    std::string condition(const Case& each) const {
        std::vector<std::string> all;
        const bool from = each.low > 0 || !each.low_itself, to = each.high < std::numeric_limits<double>::infinity();
        const std::string t = Mark::name("t"), low = figure(each.low), high = to ? figure(each.high) : "";
        const std::string until = Mark::sign(each.high_itself ? "<=" : "<");
        if (each.low == each.high)
            all.push_back(Mark::row({t, Mark::sign("="), low}));
        else if (from && to)
            all.push_back(Mark::row({low, Mark::sign(each.low_itself ? "<=" : "<"), t, until, high}));
        else if (from)
            all.push_back(Mark::row({t, Mark::sign(each.low_itself ? ">=" : ">"), low}));
        else if (to)
            all.push_back(Mark::row({t, until, high}));
        for (const Comparison& other : each.others) all.push_back(compared(other));
        std::string joined;
        for (const std::string& one : all) joined += (joined.empty() ? "" : Mark::sign(",")) + one;
        return joined;
    }

    std::string compared(const Comparison& comparison) const {
        const std::string_view sign = comparison.op == Op::less         ? "<"
                                      : comparison.op == Op::less_equal ? "<="
                                      : comparison.op == Op::greater    ? ">"
                                                                        : ">=";
        return Mark::row({of(comparison.left, sum), Mark::sign(sign), of(comparison.right, sum)});
    }

    // Twelve digits are all that a reader's numbers have; 0.1·3 has more by its rounding.
    static std::string figure(double x) { return Mark::number(eta::print(rounded(x, 12))); }
    static std::string shown(const Node& node) { return eta::print(rounded(node.number, 12)); }
    static std::string number(const Node& node) {
        const std::string text = shown(node);
        const std::size_t e = text.find('e');
        if (e == std::string::npos) return Mark::number(text);
        const bool negative = text[e + 1] == '-';
        std::string digits = text.substr(e + (text[e + 1] == '-' || text[e + 1] == '+' ? 2 : 1));
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
        const std::string raised = negative ? Mark::row({Mark::sign("-"), Mark::number(digits)}) : Mark::number(digits);
        return Mark::row({Mark::number(text.substr(0, e)), Mark::sign("*"), Mark::power(Mark::number("10"), raised)});
    }

    const Tree& tree_;
    double end_;
};

}  // namespace eta
