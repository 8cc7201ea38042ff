// This draws a hundred features from a seed.
#include "eta/data/features.hpp"

#include <cmath>
#include <vector>

#include "eta/math/functions.hpp"
#include "eta/random/stream.hpp"

namespace eta::features {

namespace {

constexpr std::size_t clusters = 4;

// These are corners of a cube, ±1 each; a cluster's opposite belongs to the same class, so that no plane divides the classes.
std::vector<double> corners(std::size_t informative, Random& random) {
    std::vector<double> signs(clusters * informative);
    for (std::size_t k = 0; k < informative; ++k) {
        signs[k] = random.bits() % 2 == 0 ? 1 : -1;
        // The second pair differs from the first in every second column.
        signs[informative + k] = k % 2 == 0 ? signs[k] : -signs[k];
        signs[2 * informative + k] = -signs[k];
        signs[3 * informative + k] = -signs[informative + k];
    }
    return signs;
}

// These weigh the informative columns in each redundant one, with norm 1.
std::vector<double> mixtures(std::size_t informative, std::size_t redundant, Random& random) {
    std::vector<double> weights(redundant * informative);
    for (std::size_t r = 0; r < redundant; ++r) {
        double squares = 0;
        for (std::size_t k = 0; k < informative; ++k) {
            const double weight = random.normal();
            weights[r * informative + k] = weight;
            squares += weight * weight;
        }
        for (std::size_t k = 0; k < informative; ++k) weights[r * informative + k] /= std::sqrt(squares);
    }
    return weights;
}

}  // namespace

DataShape shape(const Values& values) { return {static_cast<int>(values[0]), columns, 2}; }

Table make(const Values& values, std::span<const std::byte>) {
    Table table = zeros(shape(values));
    const auto informative = static_cast<std::size_t>(values[1]), redundant = static_cast<std::size_t>(values[2]);
    const double separation = values[3], wrong = values[4];
    Random random(static_cast<std::uint64_t>(values[5]), Stream::data);
    const auto place = permutation(columns, random);
    const auto centres = corners(informative, random);
    const auto weights = mixtures(informative, redundant, random);
    std::vector<double> row(columns);
    for (std::size_t i = 0; i < table.y.size(); ++i) {
        const auto cluster = static_cast<std::size_t>(random.below(clusters));
        const bool mistaken = random.uniform() < wrong;
        table.y[i] = (cluster % 2 == 1) != mistaken;
        for (double& each : row) each = random.normal();
        for (std::size_t k = 0; k < informative; ++k) row[k] += separation * centres[cluster * informative + k];
        for (std::size_t r = 0; r < redundant; ++r) {
            double& sum = row[informative + r] = 0;
            for (std::size_t k = 0; k < informative; ++k) sum += weights[r * informative + k] * row[k];
        }
        for (std::size_t k = 0; k < columns; ++k) table.x[i * columns + place[k]] = static_cast<float>(row[k]);
    }
    return table;
}

}  // namespace eta::features
