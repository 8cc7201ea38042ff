// An optimizer makes one update of a part of the parameters, from their gradient, its slots and the rate it is given.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>

#include "eta/describe/entry.hpp"

namespace eta {

inline constexpr int max_slots = 3;

// An update reads and writes a slice. All spans have one length; slots beyond the optimizer's `slots` are empty. Slots are 0
// before the first update. η is double, and is applied as a number of type Real.
template <class Real>
struct Slice {
    std::span<Real> w;
    std::span<const Real> g;
    std::array<std::span<Real>, max_slots> slots;
    double eta;
    std::int64_t t;  // the 0-based index of this update
};

// The values may differ from update to update. Parameters may be cut into slices in any way: each element stands for itself.
struct Optimizer : Entry {
    int slots;  // how many numbers it keeps for each parameter, at most max_slots
    void (*step)(const Slice<float>&, const Values&);
    ForTests<void (*)(const Slice<double>&, const Values&)> step_double;
};

// Returns an array x with 0 where x is subnormal. Momentum of a weight whose gradient stays 0 shrinks into the subnormal numbers
// and never leaves them, and processors take some hundred times as long for them.
template <class X>
auto without_subnormal(const X& x) {
    using Real = typename X::Scalar;
    return (x.abs() < std::numeric_limits<Real>::min()).select(Real(0), x);
}

}  // namespace eta
