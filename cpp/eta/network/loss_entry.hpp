// A loss says how many outputs it needs, its value and gradient over a batch, and the probabilities that it stands for.
#pragma once

#include <cstdint>
#include <span>

#include "eta/describe/entry.hpp"

namespace eta {

// A batch has a sum of its rows' losses, and a count of the rows whose most probable class is the right one.
struct BatchLoss {
    double loss = 0;
    std::int64_t correct = 0;
};

// z holds rows × outputs logits, a row contiguous; y one class a row. All sizes are multiples of rows; rows may be 0.
template <class Real>
struct LossFunctions {
    // Returns the loss; z becomes scale · dL/dz (the mean's gradient when scale = 1/rows).
    BatchLoss (*gradient)(std::span<Real> z, std::span<const std::int32_t> y, Real scale);
    // Returns the loss; what is left in z is of no use. A row with a logit that is not a number is wrong.
    BatchLoss (*measure)(std::span<Real> z, std::span<const std::int32_t> y);
    // p, rows × classes, becomes the probability of each class.
    void (*probabilities)(std::span<const Real> z, std::span<Real> p, std::size_t rows);
};

struct Loss : Entry {
    int (*outputs)(int classes);  // the width of the last layer, or 0 if the loss does not serve that many classes
    LossFunctions<float> single;
    ForTests<LossFunctions<double>> twofold;

    template <class Real>
    constexpr const LossFunctions<Real>& on() const {
        if constexpr (sizeof(Real) == sizeof(float))
            return single;
        else
            return twofold;
    }
};

}  // namespace eta
