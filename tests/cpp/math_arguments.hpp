// The arguments on which the elementary functions are measured and hashed: a million for each, the same in every build.
#pragma once

#include "eta/math/functions.hpp"
#include "eta/random/stream.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace eta {

struct Arguments {
    double x;
    double y;  // for pow only
};

struct BatchLoss {
    std::string name;
    double (*value)(Arguments);
    Arguments (*draw)(Random&, int kind);  // kind is 0, 1, 2 or 3, in turn
    long double (*exact)(Arguments);
    const char* hash;  // of the million values, as the native build gave them
};

/// Any double at all: every exponent, both signs, infinities and nan too.
inline double any_double(Random& random) { return std::bit_cast<double>(random.bits64()); }
/// Any positive finite one.
inline double any_positive(Random& random) { return std::bit_cast<double>(1 + random.below(0x7fefffffffffffff)); }

/// A double at or beside a multiple of π/2 below 10⁷, where the sine or the cosine is smallest.
inline double near_half_pi(Random& random) {
    const double multiple = static_cast<double>(1 + random.below(6366197)) * (pi<double>() / 2);
    const std::uint64_t step = random.below(5);  // up to two neighbours to either side
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(multiple) + step - 2);
}

inline Arguments draw_exp(Random& random, int kind) {
    if (kind == 0) return {random.uniform(-1, 1), 0};
    if (kind == 1) return {random.uniform(-709, 709.8), 0};
    if (kind == 2) return {random.uniform(-746, -707), 0};  // subnormal results
    return {any_double(random), 0};
}

inline Arguments draw_log(Random& random, int kind) {
    if (kind == 0) return {random.uniform(0.5, 2), 0};
    if (kind == 1) return {random.uniform(0.999, 1.001), 0};
    if (kind == 2) return {random.uniform(0, 1e7), 0};
    return {any_double(random), 0};
}

inline Arguments draw_angle(Random& random, int kind) {
    if (kind == 0) return {random.uniform(-7, 7), 0};
    if (kind == 1) return {random.uniform(-1e7, 1e7), 0};
    if (kind == 2) return {near_half_pi(random), 0};
    return {any_double(random), 0};
}

inline Arguments draw_tanh(Random& random, int kind) {
    if (kind == 0) return {random.uniform(-1, 1), 0};
    if (kind == 1) return {random.uniform(-20, 20), 0};
    if (kind == 2) return {random.uniform(0.5, 0.6), 0};  // where the two formulas meet
    return {any_double(random), 0};
}

inline Arguments draw_pow(Random& random, int kind) {
    if (kind == 0) return {random.uniform(0, 1), random.uniform(0, 1000)};  // decay rates
    if (kind == 1) return {any_positive(random), random.uniform(-2, 2)};
    if (kind == 2) {  // results over the whole range, subnormal ones too, from bases near √½, 1 and √2
        const double x = random.uniform(0.7, 1.42);
        return {x, random.uniform(-745, 709.7) / log(x)};
    }
    return {any_double(random), any_double(random)};
}

// On Emscripten the long-double functions are the double ones: nothing to measure against.
inline const std::vector<BatchLoss>& measured_functions() {
    static const std::vector<BatchLoss> functions = {
        {"exp", [](Arguments a) { return exp(a.x); }, draw_exp, [](Arguments a) { return std::exp(0.0L + a.x); },
         "2896df3676695e02"},
        {"log", [](Arguments a) { return log(a.x); }, draw_log, [](Arguments a) { return std::log(0.0L + a.x); },
         "891cc56fed1401fc"},
        {"sin", [](Arguments a) { return sin(a.x); }, draw_angle, [](Arguments a) { return std::sin(0.0L + a.x); },
         "b9eca84eb53450a8"},
        {"cos", [](Arguments a) { return cos(a.x); }, draw_angle, [](Arguments a) { return std::cos(0.0L + a.x); },
         "a31d2e57977b2727"},
        {"tanh", [](Arguments a) { return tanh(a.x); }, draw_tanh, [](Arguments a) { return std::tanh(0.0L + a.x); },
         "395cfbdb690f25c8"},
        {"pow", [](Arguments a) { return pow(a.x, a.y); }, draw_pow, [](Arguments a) { return std::pow(0.0L + a.x, 0.0L + a.y); },
         "d1ed002dbc12151f"},
    };
    return functions;
}

/// Calls visit(arguments) a million times.
template <class Visit>
void for_each_argument(const BatchLoss& function, Visit visit) {
    Random random(2026, Stream::data);
    for (int i = 0; i < 1000000; ++i) visit(function.draw(random, i % 4));
}

}  // namespace eta
