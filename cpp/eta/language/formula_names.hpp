// Formulas have these names and functions: t T U pi lr; floor ceil sqrt exp log sin cos tanh abs mod min max clamp where.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "eta/language/tree.hpp"
#include "eta/math/functions.hpp"

namespace eta {

// This is a function of formulas; `apply` reads `arity` numbers. where's first argument is a comparison: 1 or 0.
struct Function {
    std::string_view name;
    std::size_t arity;
    double (*apply)(const double* x);
};

inline constexpr std::array functions{
    Function{"floor", 1, [](const double* x) { return floor(x[0]); }},
    Function{"ceil", 1, [](const double* x) { return ceil(x[0]); }},
    Function{"sqrt", 1, [](const double* x) { return sqrt(x[0]); }},
    Function{"exp", 1, [](const double* x) { return exp(x[0]); }},
    Function{"log", 1, [](const double* x) { return log(x[0]); }},
    Function{"sin", 1, [](const double* x) { return sin(x[0]); }},
    Function{"cos", 1, [](const double* x) { return cos(x[0]); }},
    Function{"tanh", 1, [](const double* x) { return tanh(x[0]); }},
    Function{"abs", 1, [](const double* x) { return abs(x[0]); }},
    Function{"mod", 2, [](const double* x) { return mod(x[0], x[1]); }},
    Function{"min", 2, [](const double* x) { return min(x[0], x[1]); }},
    Function{"max", 2, [](const double* x) { return max(x[0], x[1]); }},
    Function{"clamp", 3, [](const double* x) { return clamp(x[0], x[1], x[2]); }},
    Function{"where", 3, [](const double* x) { return where(x[0] != 0, x[1], x[2]); }},
};

// A formula may name these values. t is the scope's own time; the others are constants of the scope.
inline constexpr std::array<std::string_view, 5> names{"t", "T", "U", "pi", "lr"};

inline const Function* find_function(std::string_view name) {
    for (const Function& function : functions)
        if (function.name == name) return &function;
    return nullptr;
}
inline bool is_variable(std::string_view name) {
    for (const std::string_view each : names)
        if (each == name) return true;
    return false;
}

inline bool is_comparison(Op op) {
    return op == Op::less || op == Op::less_equal || op == Op::greater || op == Op::greater_equal;
}

// Returns a op b for the arithmetic operations (negate ignores b) and the comparisons (1 or 0).
inline double operate(Op op, double a, double b) {
    switch (op) {
        case Op::negate:
            return -a;
        case Op::add:
            return a + b;
        case Op::subtract:
            return a - b;
        case Op::multiply:
            return a * b;
        case Op::divide:
            return a / b;
        case Op::power:
            return pow(a, b);
        case Op::less:
            return a < b ? 1 : 0;
        case Op::less_equal:
            return a <= b ? 1 : 0;
        case Op::greater:
            return a > b ? 1 : 0;
        case Op::greater_equal:
            return a >= b ? 1 : 0;
        default:
            return 0;
    }
}
inline bool is_operation(Op op) {
    return op == Op::negate || op == Op::add || op == Op::subtract || op == Op::multiply || op == Op::divide || op == Op::power;
}

}  // namespace eta
