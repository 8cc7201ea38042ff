// η over a stretch of updates: thinned to what so many points can show, with its extent and its drops.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "eta/schedule/curve.hpp"

namespace eta {

struct Stretch {
    // Of the finite values above 0: the least (∞ without any) and the greatest (0 without any); and whether a 0 is among all.
    double least = std::numeric_limits<double>::infinity(), greatest = 0;
    bool zero = false;
    // The updates at which η falls by a jump: how many there are, and the first of them, at most `max_drops`.
    std::size_t drop_count = 0;
    std::vector<double> drops;
    // Exact pairs, ascending in t. The first and the last update are always among them.
    std::vector<double> t, eta;
};

inline constexpr std::size_t max_drops = 512;

// η at `from` … `to` − 1, 0 ≤ from ≤ to ≤ T. `factors` are pairs (update, factor), ascending: from that update on the curve has that factor.
// With room for all of them every update has its pair. Else each of `points` / 4 buckets keeps its first, last, least and greatest finite
// value, and wherever a value that is not finite stands between two of those, the first such value stands too.
Stretch stretch(const Curve& rate, std::span<const double> factors, std::int64_t from, std::int64_t to, std::int64_t points);

}  // namespace eta
