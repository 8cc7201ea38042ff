// Racers are compared with the first: where their rates part, by how much, and which numbers of a framework they have.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "eta/run/run.hpp"
#include "eta/run/under_conventions.hpp"
#include "eta/train/samples.hpp"

namespace eta {

inline constexpr std::size_t max_parts = 16;

// Two rates differ at `updates` updates, in `count` ranges; the first of these are listed, both ends included. They differ most,
// by |η − η of the first|, at t.
struct RateDifference {
    std::int64_t updates = 0, count = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> parts;
    std::int64_t t = -1;
    double here = 0, first = 0;
};
RateDifference compare_rates(const Racer& first, const Racer& other);

// ‖Δw‖ of the first update under each, and of the first one where they differ by more than a thousandth; t is −1 if none of the
// `updates` that were trained does.
struct StepDifference {
    double here = 0, first = 0;
    std::int64_t updates = 0, t = -1;
    double here_at = 0, first_at = 0;
};
inline constexpr std::int64_t max_compared_steps = 2000;
StepDifference compare_steps(const Run& run, std::size_t other, const Samples& samples);

// Returns {text, racers: [{convention, updates, numbers, rate, steps}…]}: `rate` and `steps` are against the first racer, which
// has none; `steps` is left out without any.
std::string comparison(const Run& run, const std::vector<StepDifference>& steps = {});

}  // namespace eta
