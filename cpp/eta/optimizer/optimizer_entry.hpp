// An optimizer makes one update of a part of the parameters, from their gradient, its slots and the rate it is given.
#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "eta/describe/entry.hpp"
#include "eta/math/width.hpp"

namespace eta {

// An update reads and writes a slice: a layer, whose rows × columns weights (for each input its `columns` weights together) stand
// before its biases. All spans have one length. Slots and scalars are kept from one update to the next and are 0 before
// the first, except that the evaluated slot (below) begins as w; scratch holds anything. η is double, and is applied as a number of type Real.
template <class Real>
struct Slice {
    std::span<Real> w;
    std::span<const Real> g;
    Real* slots = nullptr;  // slot s begins at slots + s · stride
    std::size_t stride = 0;
    double eta = 0, eta_max = 0;  // η_max is the greatest η of the run, for an optimizer that needs it
    std::int64_t t = 0;           // the 0-based index of this update
    std::size_t rows = 0, columns = 0;
    std::span<double> scalars = {};
    std::span<Real> scratch = {};

    std::span<Real> slot(std::size_t s) const { return {slots + s * stride, w.size()}; }
    // Returns a part of the slice whose numbers no longer form a matrix.
    Slice part(std::size_t from, std::size_t size) const {
        return {w.subspan(from, size), g.subspan(from, size), slots + from, stride, eta, eta_max, t, 0, 0, scalars, scratch};
    }
};

// Calls f for the weights of a layer and for its biases, which frameworks keep as two tensors.
template <class Real, class F>
void each_tensor(const Slice<Real>& slice, F f) {
    const std::size_t weights = slice.rows * slice.columns;
    if (weights > 0) f(slice.part(0, weights));
    if (weights < slice.w.size()) f(slice.part(weights, slice.w.size() - weights));
}

// What an optimizer keeps and asks for beyond numbers for each parameter. Most need none of it.
struct Needs {
    int scalars = 0;     // numbers kept for each layer
    int evaluated = -1;  // the slot with the weights that are evaluated and shown in place of those that are trained
    // Returns how much scratch the update of such a layer uses.
    std::size_t (*scratch)(std::size_t rows, std::size_t columns) = nullptr;
    // Looks at all layers before they are updated, and leaves in their scalars what it found.
    void (*before)(std::span<const Slice<float>> layers, const Values&) = nullptr;
    // Says whether its update looks at η_max.
    bool (*eta_max)(const Values&) = nullptr;
    bool is_elementwise = true;  // each element stands for itself, so that a layer may be cut anywhere
};

// The values may differ from update to update.
struct Optimizer : Entry {
    int slots;  // how many numbers it keeps for each parameter
    void (*step)(const Slice<float>&, const Values&);
    ForTests<void (*)(const Slice<double>&, const Values&)> step_double;
    Needs needs = {};
};

// Returns 0 where x is subnormal. Momentum of a weight whose gradient stays 0 shrinks into the subnormal numbers and never leaves them,
// and processors take some hundred times as long for them.
template <class Real>
    requires std::floating_point<Real>
ETA_INLINE Real without_subnormal(Real x) {
    return std::abs(x) < std::numeric_limits<Real>::min() ? Real(0) : x;
}
// The same of each number of an array.
template <class X>
    requires requires { typename X::Scalar; }
auto without_subnormal(const X& x) {
    using Real = typename X::Scalar;
    return (x.abs() < std::numeric_limits<Real>::min()).select(Real(0), x);
}

}  // namespace eta
