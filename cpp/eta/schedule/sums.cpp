// This goes once through all updates.
#include "eta/schedule/sums.hpp"

#include <cmath>

namespace eta {

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
    return found;
}

}  // namespace eta
