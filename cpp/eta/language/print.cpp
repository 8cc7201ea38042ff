// A tree becomes text.
#include "eta/language/print.hpp"

#include <array>
#include <functional>

#include "eta/math/number.hpp"

namespace eta {
namespace {

// This says how tightly an operation binds, and what its operands must bind at least; smaller binds looser.
struct Syntax {
    int binds;
    std::string_view sign;
    int left, right;
};

constexpr int loosest = 0, segment = 1, sum = 2, product = 3, unary = 4, primary = 6;

constexpr Syntax form(Op op) {
    switch (op) {
        case Op::then:
            return {loosest, " then ", segment, segment};
        case Op::duration:
            return {segment, " for ", sum, primary};
        case Op::add:
            return {sum, " + ", sum, product};
        case Op::subtract:
            return {sum, " - ", sum, product};
        case Op::multiply:
            return {product, " * ", product, unary};
        case Op::divide:
            return {product, "/", product, unary};
        case Op::negate:
            return {unary, "-", unary, unary};
        case Op::power:
            return {5, "^", primary, unary};
        case Op::less:
            return {loosest, " < ", loosest, sum};
        case Op::less_equal:
            return {loosest, " <= ", loosest, sum};
        case Op::greater:
            return {loosest, " > ", loosest, sum};
        case Op::greater_equal:
            return {loosest, " >= ", loosest, sum};
        case Op::pair:
            return {loosest, ":", loosest, sum};
        case Op::named:
            return {loosest, "=", loosest, loosest};
        case Op::number:
        case Op::name:
        case Op::call:
            break;
    }
    return {primary, "", loosest, loosest};
}

using OnPlaced = std::function<void(std::size_t node, std::size_t from, std::size_t to)>;

class Printer {
public:
    Printer(const Tree& tree, OnPlaced place) : tree_(tree), place_(std::move(place)) {}

    void write(std::size_t index, int at_least) {
        const Node& node = tree_[index];
        const Syntax shape = form(node.op);
        const std::size_t from = text.size();
        const bool brackets = shape.binds < at_least;
        if (brackets) text += '(';
        body(node, shape);
        if (brackets) text += ')';
        if (place_) place_(index, from, text.size());
    }

    std::string text;

private:
    void body(const Node& node, const Syntax& shape) {
        if (node.op == Op::number) {
            static constexpr std::array<std::string_view, 3> endings{"", "ep", "%"};
            text += print(node.number);
            text += endings[static_cast<std::size_t>(node.measure)];
        } else if (node.op == Op::name) {
            text += node.text;
        } else if (node.op == Op::call) {
            text += node.text + "(";
            list(node, ", ", loosest, loosest);
            text += ')';
        } else if (node.op == Op::negate) {
            text += '-';
            write(node.children[0], unary);
        } else if (node.op == Op::named) {
            text += node.text + "=";
            write(node.children[0], loosest);
        } else {
            list(node, shape.sign, shape.left, shape.right);
        }
    }

    void list(const Node& node, std::string_view between, int first, int others) {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (i > 0) text += between;
            write(node.children[i], i > 0 ? others : first);
        }
    }

    const Tree& tree_;
    OnPlaced place_;
};

}  // namespace

std::string print(const Tree& tree, std::size_t node) {
    Printer printer(tree, {});
    if (!tree.empty()) printer.write(node, loosest);
    return printer.text;
}

std::string print(const Tree& tree) { return print(tree, tree.root); }

std::string print_with_places(Tree& tree) {
    Printer printer(tree, [&](std::size_t node, std::size_t from, std::size_t to) {
        tree.nodes[node].from = from;
        tree.nodes[node].to = to;
    });
    if (!tree.empty()) printer.write(tree.root, loosest);
    return printer.text;
}

}  // namespace eta
