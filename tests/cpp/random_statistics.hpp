// A chi-square test against given probabilities, for fixed seeds.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

namespace eta {

/// How many standard deviations χ² lies from its mean, χ² having size − 1 degrees of freedom. Beyond ±5 the counts do not
/// come from these probabilities (below: they are too even to be random).
inline double chi_square_deviation(std::span<const double> counts, std::span<const double> probabilities) {
    double total = 0, chi_square = 0;
    for (const double count : counts) total += count;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double expected = total * probabilities[i];
        chi_square += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    const double freedom = static_cast<double>(counts.size() - 1);
    return (chi_square - freedom) / std::sqrt(2 * freedom);
}

}  // namespace eta
