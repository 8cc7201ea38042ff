// A stretch is η over a range of updates, thinned to a number of points, with its extent and its drops.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "eta/schedule/curve.hpp"

namespace eta {

struct Stretch {
    // These are the minimum (∞ without any) and maximum (0 without any) of the finite values above 0, and whether any value is 0.
    double min = std::numeric_limits<double>::infinity(), max = 0;
    bool has_zero = false;
    // At so many updates η falls by a jump; the first of them are listed, at most `max_drops`.
    std::size_t drop_count = 0;
    std::vector<double> drops;
    // The pairs are exact and ascend in t. The first and the last update are always among them.
    std::vector<double> t, eta;
};

inline constexpr std::size_t max_drops = 512;

// Returns η at `from` … `to` − 1, 0 ≤ from ≤ to ≤ T. `factors` are ascending pairs (update, factor): from that update on the
// curve is multiplied by that factor. If `points` suffice, every update has a pair. If not, each of `points` / 4 buckets
// contributes its first, last, minimal and maximal finite value, and the first value that is not finite between two of those is
// listed too.
Stretch stretch(const Curve& rate, std::span<const double> factors, std::int64_t from, std::int64_t to, std::int64_t points);

}  // namespace eta
