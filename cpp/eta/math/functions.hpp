// The elementary functions of a double, with the same bits on every compiler and machine.
#pragma once

#include <cmath>
#include <numbers>

namespace eta {

// C libraries differ in the last bits of these, so they are written here from + - * / sqrt floor and comparisons alone,
// which IEEE 754 fixes. Each is within 2 ulp of the exact value for every argument, subnormal results included, and
// treats zeros, infinities and NaN as C99's Annex F does. (`-ffp-contract=off` is part of this promise.)

double exp(double x);
double log(double x);  // log(0) = -inf, log(x < 0) = nan
double sin(double x);  // radians, of any size; sin(±inf) = nan
double cos(double x);  // likewise
double tanh(double x);
double pow(double x, double y);  // x < 0 has a value for whole y; pow(x, 0) = pow(1, y) = 1, for nan too

// These are exact. They are here so that a formula written once for double and for a recording number finds every name in
// this namespace.

inline double sqrt(double x) { return std::sqrt(x); }
inline double floor(double x) { return std::floor(x); }
inline double ceil(double x) { return std::ceil(x); }
inline double abs(double x) { return std::abs(x); }

/// Returns the smaller one; nan if either is nan (so that a bad rate is seen, not hidden).
inline double min(double a, double b) { return a < b || a != a ? a : b; }
/// Returns the larger one; nan if either is nan.
inline double max(double a, double b) { return a > b || a != a ? a : b; }
/// Holds x between low and high; it is high if they are crossed.
inline double clamp(double x, double low, double high) { return min(max(x, low), high); }
/// Returns a − b·floor(a/b): it has the sign of b and is nan for b = 0.
inline double mod(double a, double b) { return a - b * floor(a / b); }
/// Both values are computed; the condition picks one.
inline double where(bool condition, double yes, double no) { return condition ? yes : no; }

/// This is π as a number of type N. Each number type that formulas run on specialises it.
template <class N>
N pi();
template <>
inline double pi<double>() {
    return std::numbers::pi;
}

}  // namespace eta
