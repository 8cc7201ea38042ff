// This goes once through all updates.
#include "eta/schedule/sums.hpp"

#include <algorithm>
#include <cmath>

namespace eta {
namespace {

// Returns the first moment at which η is at most `level`, of the update before `t`, where it is more, and t, where it is not.
double crossing(const Curve& curve, double level, double t) {
    double above = std::max(t - 1, 0.0), below = t;
    while (true) {
        const double middle = above + (below - above) / 2;
        if (middle <= above || middle >= below) return below;
        (curve.part_at(curve.root(), middle) <= level ? below : above) = middle;
    }
}

}  // namespace

Sums sums(const Curve& curve) {
    Sums found;
    const std::int64_t T = curve.updates();
    double before = curve.at(0);
    for (std::int64_t t = 0; t < T; ++t) {
        const double rate = curve.at(t);
        found.sum += rate;
        found.squares += rate * rate;
        found.peak = max(found.peak, rate);
        if (std::abs(rate - before) > std::abs(found.after_jump - found.before_jump)) {
            found.jump = t;
            found.before_jump = before;
            found.after_jump = rate;
        }
        before = rate;
    }
    found.equal = found.sum / static_cast<double>(T);
    std::int64_t last_above = T - 1;
    while (last_above >= 0 && curve.at(last_above) <= found.peak / 2) --last_above;
    if (last_above < T - 1) found.half = last_above + 1;
    if (found.half) found.half_life = crossing(curve, found.peak / 2, static_cast<double>(*found.half));
    return found;
}

}  // namespace eta
