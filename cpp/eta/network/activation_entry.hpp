// An activation is a function of each element; its derivative is said in terms of its own value.
#pragma once

#include <span>

#include "eta/describe/entry.hpp"

namespace eta {

template <class Real>
struct ActivationFunctions {
    void (*forward)(std::span<Real> z);                            // z becomes a = f(z)
    void (*backward)(std::span<const Real> a, std::span<Real> d);  // d becomes d · f′(z), where a = f(z); equal sizes
};

struct Activation : Entry {
    ActivationFunctions<float> single;
    ForTests<ActivationFunctions<double>> twofold;

    template <class Real>
    constexpr const ActivationFunctions<Real>& on() const {
        if constexpr (sizeof(Real) == sizeof(float))
            return single;
        else
            return twofold;
    }
};

}  // namespace eta
