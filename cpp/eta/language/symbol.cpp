// This records a formula.
#include "eta/language/symbol.hpp"

#include <cassert>

namespace eta {
namespace {

Recorder* current = nullptr;

}  // namespace

Recorder::Recorder() {
    assert(!current);
    current = this;
}
Recorder::~Recorder() { current = nullptr; }

Tree Recorder::finish(Symbol root) {
    tree.root = root.node;
    return std::move(tree);
}

Symbol::Symbol(Node made) : node(current->tree.add(std::move(made))) {}

// The grammar has no negative numbers: −2 is the negation of 2.
Symbol::Symbol(double number) : Symbol(Node{.op = Op::number, .number = number < 0 ? -number : number}) {
    if (number < 0) *this = of(Op::negate, {*this});
}
Symbol Symbol::named(std::string_view name) { return Symbol(Node{.op = Op::name, .text = std::string(name)}); }

Symbol Symbol::of(Op op, std::initializer_list<Symbol> operands) {
    Node made{.op = op};
    for (const Symbol& each : operands) made.children.push_back(each.node);
    return Symbol(std::move(made));
}

Symbol Symbol::call(std::string_view function, std::initializer_list<Symbol> arguments) {
    Node made{.op = Op::call, .text = std::string(function)};
    for (const Symbol& each : arguments) made.children.push_back(each.node);
    return Symbol(std::move(made));
}

}  // namespace eta
