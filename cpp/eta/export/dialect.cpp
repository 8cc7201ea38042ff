// This writes formulas in Python.
#include "eta/export/dialect.hpp"
#include "eta/describe/later_text.hpp"

#include "eta/language/formula_names.hpp"
#include "eta/math/functions.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

constexpr std::size_t max_line = 96;  // characters of a `where` before its last part begins a line

// How tightly an operation binds in Python, and what its operands must bind at least.
struct Syntax {
    int binds;
    std::string_view sign;
    int left, right;
};
constexpr int loosest = 0, comparison = 1, sum = 2, product = 3, unary = 4, power = 5, primary = 6;

constexpr Syntax form(Op op) {
    switch (op) {
        case Op::add:
            return {sum, " + ", sum, product};
        case Op::subtract:
            return {sum, " - ", sum, product};
        case Op::multiply:
            return {product, " * ", product, unary};
        case Op::divide:
            return {product, " / ", product, unary};
        case Op::power:
            return {power, "**", primary, unary};
        case Op::less:
            return {comparison, " < ", sum, sum};
        case Op::less_equal:
            return {comparison, " <= ", sum, sum};
        case Op::greater:
            return {comparison, " > ", sum, sum};
        case Op::greater_equal:
            return {comparison, " >= ", sum, sum};
        case Op::negate:
            return {unary, "-", unary, unary};
        default:
            return {primary, "", loosest, loosest};
    }
}

class Writer {
public:
    Writer(const Tree& tree, const Dialect& dialect) : tree_(tree), dialect_(dialect) {}

    std::string write(std::size_t i, int at_least) const {
        const Node& node = tree_[i];
        const Syntax shape = form(node.op);
        const std::string text = body(node, shape);
        return shape.binds < at_least ? "(" + text + ")" : text;
    }

private:
    std::string body(const Node& node, const Syntax& shape) const {
        if (node.op == Op::number) return number(node.number);
        if (node.op == Op::name) return node.text == "pi" ? std::string(dialect_.pi) : node.text;
        if (node.op == Op::call) return call(node);
        if (node.op == Op::power && is_rough(node)) return near_one(node);
        if (node.op == Op::negate) return "-" + write(node.children[0], unary);
        return write(node.children[0], shape.left) + std::string(shape.sign) + write(node.children[1], shape.right);
    }

    // A number near 1 is rounded to float32 before a large power is taken of it, which is another number then.
    bool is_rough(const Node& node) const {
        const Node& base = tree_[node.children[0]];
        return is_single(dialect_) && base.op == Op::number && base.number > 0.9 && base.number < 1.1 && base.number != 1;
    }
    std::string near_one(const Node& node) const {
        return std::string(dialect_.module) + ".exp(" + print(log(tree_[node.children[0]].number)) + " * " +
               write(node.children[1], unary) + ")";
    }

    // TensorFlow makes a whole number in a `where` an integer, which its other value may not be.
    std::string number(double x) const {
        const std::string text = print(x);
        const bool whole = text.find_first_not_of("0123456789"_later) == std::string::npos;
        return whole && dialect_.module == "ops" ? text + ".0" : text;
    }

    std::string call(const Node& node) const {
        const std::string& name = node.text;
        if (name == "where") return where(node);
        if (name == "clamp")
            return extreme("min") + "(" + extreme("max") + "(" + list(node, 0, 2) + "), " + list(node, 2, 3) + ")";
        const std::string all = "(" + list(node, 0, node.children.size()) + ")";
        if (name == "min" || name == "max") return extreme(name) + all;
        if (name == "mod" || !find_function(name) || (name == "exp" && !dialect_.arrays)) return name + all;
        if (name == "abs" && !dialect_.arrays) return "abs" + all;
        return std::string(dialect_.module) + "." + name + all;
    }

    std::string extreme(const std::string& name) const {
        return dialect_.arrays ? std::string(dialect_.module) + (name == "min" ? ".minimum"_later : ".maximum"_later) : name;
    }

    std::string where(const Node& node) const {
        const std::string condition = write(node.children[0], loosest), yes = write(node.children[1], loosest),
                          no = write(node.children[2], loosest);
        const bool breaks = condition.size() + yes.size() + no.size() > max_line;
        const std::string space = breaks ? "\n        "_later : " ";
        if (dialect_.arrays)
            return std::string(dialect_.module) + ".where("_later + condition + ", " + yes + "," + space + no + ")";
        return "(" + yes + " if " + condition + " else" + space + no + ")";
    }

    std::string list(const Node& node, std::size_t from, std::size_t to) const {
        std::string text;
        for (std::size_t k = from; k < to; ++k) text += (k > from ? ", " : "") + write(node.children[k], loosest);
        return text;
    }

    const Tree& tree_;
    const Dialect& dialect_;
};

}  // namespace

std::string expression(const Tree& tree, std::size_t i, const Dialect& dialect) {
    return Writer(tree, dialect).write(i, loosest);
}

}  // namespace eta
