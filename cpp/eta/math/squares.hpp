// Sums of squares are taken in double, in eight lanes (every eighth term) that are added in a fixed order: they have the same bits at
// every width of the vectors.
#pragma once

#include <span>

namespace eta {

// Returns Σ xᵢ²; 0 for no elements.
double sum_of_squares(std::span<const float> x);
double sum_of_squares(std::span<const double> x);

// Returns Σ aᵢ² and Σ (aᵢ − bᵢ)², each difference taken in double. The spans have equal sizes.
struct Squares {
    double of_a, of_difference;
};
Squares squares(std::span<const float> a, std::span<const float> b);
Squares squares(std::span<const double> a, std::span<const double> b);

}  // namespace eta
