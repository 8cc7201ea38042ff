// Symbol is a number type that records: a formula template run on it gives the tree that its text would parse to.
//
// A Symbol is a handle into the tree of the Recorder that lives now. There is no conversion to bool and no std:: function for
// it, so an `if`, a `?:` or a std::pow in a formula does not compile: conditions are `where`.
#pragma once

#include <initializer_list>
#include <string_view>

#include "eta/language/tree.hpp"
#include "eta/math/functions.hpp"

namespace eta {

struct Symbol {
    std::size_t node;
    Symbol(double number);  // NOLINT: constants in a formula are numbers
    static Symbol named(std::string_view name);
    static Symbol of(Op op, std::initializer_list<Symbol> operands);
    static Symbol call(std::string_view function, std::initializer_list<Symbol> arguments);

private:
    explicit Symbol(Node node);
};

// A comparison of Symbols gives this; only `where` takes it.
struct Condition {
    Symbol symbol;
};

// While it lives, Symbols are recorded into its tree. Only one lives at a time.
class Recorder {
public:
    Recorder();
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    Tree finish(Symbol root);
    Tree tree;
};

inline Symbol operator-(Symbol a) { return Symbol::of(Op::negate, {a}); }
inline Symbol operator+(Symbol a, Symbol b) { return Symbol::of(Op::add, {a, b}); }
inline Symbol operator-(Symbol a, Symbol b) { return Symbol::of(Op::subtract, {a, b}); }
inline Symbol operator*(Symbol a, Symbol b) { return Symbol::of(Op::multiply, {a, b}); }
inline Symbol operator/(Symbol a, Symbol b) { return Symbol::of(Op::divide, {a, b}); }
inline Symbol pow(Symbol a, Symbol b) { return Symbol::of(Op::power, {a, b}); }
inline Condition operator<(Symbol a, Symbol b) { return {Symbol::of(Op::less, {a, b})}; }
inline Condition operator<=(Symbol a, Symbol b) { return {Symbol::of(Op::less_equal, {a, b})}; }
inline Condition operator>(Symbol a, Symbol b) { return {Symbol::of(Op::greater, {a, b})}; }
inline Condition operator>=(Symbol a, Symbol b) { return {Symbol::of(Op::greater_equal, {a, b})}; }
inline Symbol floor(Symbol a) { return Symbol::call("floor", {a}); }
inline Symbol ceil(Symbol a) { return Symbol::call("ceil", {a}); }
inline Symbol sqrt(Symbol a) { return Symbol::call("sqrt", {a}); }
inline Symbol exp(Symbol a) { return Symbol::call("exp", {a}); }
inline Symbol log(Symbol a) { return Symbol::call("log", {a}); }
inline Symbol sin(Symbol a) { return Symbol::call("sin", {a}); }
inline Symbol cos(Symbol a) { return Symbol::call("cos", {a}); }
inline Symbol tanh(Symbol a) { return Symbol::call("tanh", {a}); }
inline Symbol abs(Symbol a) { return Symbol::call("abs", {a}); }
inline Symbol mod(Symbol a, Symbol b) { return Symbol::call("mod", {a, b}); }
inline Symbol min(Symbol a, Symbol b) { return Symbol::call("min", {a, b}); }
inline Symbol max(Symbol a, Symbol b) { return Symbol::call("max", {a, b}); }
inline Symbol clamp(Symbol a, Symbol low, Symbol high) { return Symbol::call("clamp", {a, low, high}); }
inline Symbol where(Condition c, Symbol a, Symbol b) { return Symbol::call("where", {c.symbol, a, b}); }
template <>
inline Symbol pi<Symbol>() {
    return Symbol::named("pi");
}

}  // namespace eta
