// What a schedule spends: the sum of its rates and of their squares, when it has fallen by half, its largest jump.
#pragma once

#include <cstdint>
#include <optional>

#include "eta/schedule/curve.hpp"

namespace eta {

struct Sums {
    double sum = 0, squares = 0;  // Σηₜ and Σηₜ² over t = 0 … T − 1
    double equal = 0;             // the constant rate of the same sum, Ση/T
    double peak = 0;
    // From this update on, for good, η is at most half its peak; nothing if it never falls so far.
    std::optional<std::int64_t> half;
    // Between the update before this one and this one η changes most; nothing if it never changes.
    std::optional<std::int64_t> jump;
    double before_jump = 0, after_jump = 0;
    // The moment between two updates from which η is at most half its peak for good, if its formula is asked for any t: of an
    // exponential decay the half-life, of a drop the update at which it comes.
    std::optional<double> half_life;
};

// A listener's factor is taken as 1.
Sums sums(const Curve& curve);

}  // namespace eta
