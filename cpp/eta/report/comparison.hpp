// Racers are compared with the first: where their rates part, by how much, and which numbers of a framework they have.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "eta/run/run.hpp"
#include "eta/run/under_conventions.hpp"
#include "eta/train/samples.hpp"
#include "eta/train/trainer.hpp"

namespace eta {

inline constexpr std::size_t max_parts = 16;

// Two rates differ at `updates` updates, in `count` ranges; the first of these are listed, both ends included. They differ most,
// by |η − η of the first|, at t. The factors are those that a listener gave each of the two.
struct RateDifference {
    std::int64_t updates = 0, count = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> parts;
    std::int64_t t = -1;
    double here = 0, first = 0;
};
using Factors = std::vector<Factor>;
RateDifference compare_rates(const Racer& first, const Racer& other, const Factors& of_first = {}, const Factors& of_other = {});

// ‖Δw‖ of the first update under each, and of the first one where they differ by more than a thousandth; t is −1 if none of the
// `updates` that were trained does.
struct StepDifference {
    double here = 0, first = 0;
    std::int64_t updates = 0, t = -1;
    double here_at = 0, first_at = 0;
};
inline constexpr std::int64_t max_compared_steps = 2000;

// Racers are trained as far as needed: to the step that parts them, and to the end where a listener changes the rate.
struct Trained {
    std::vector<StepDifference> steps;  // of each racer against the first
    std::vector<Factors> factors;       // of each racer
};
Trained compare_steps(const Run& run, const Samples& samples);

// Returns {text, racers: [{convention, updates, numbers, rate, steps}…]}: `rate` and `steps` are against the first racer, which
// has none. Without training there are no `steps`, and a listener's factor counts as 1.
std::string comparison(const Run& run, const Trained* trained = nullptr);

}  // namespace eta
