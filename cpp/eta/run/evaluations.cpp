// This counts evaluations.
#include "eta/run/evaluations.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eta {
namespace {

// Returns the number k of the first evaluation after `done` updates, and after how many it is.
std::pair<double, double> first_after(std::int64_t done, double evaluate) {
    double k = std::max(std::floor(static_cast<double>(done) / evaluate) - 1, 1.0);
    while (true) {
        const double at = std::max(1.0, std::floor(k * evaluate + 0.5));
        if (at > static_cast<double>(done)) return {k, at};
        ++k;
    }
}

}  // namespace

std::int64_t next_evaluation(std::int64_t done, double evaluate, std::int64_t updates) {
    const double at = first_after(done, evaluate).second;
    return at < static_cast<double>(updates) ? static_cast<std::int64_t>(at) : updates;
}

std::int64_t count_evaluations(std::int64_t done, double evaluate, std::int64_t updates) {
    // The last is at the end of the run, whether one is due there or not.
    const bool all = done == updates;
    return static_cast<std::int64_t>(first_after(all ? done - 1 : done, evaluate).first) - (all ? 0 : 1);
}

}  // namespace eta
