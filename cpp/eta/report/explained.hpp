// What is known of a racer's schedule becomes JSON: its formula and its sums, or why η is what it is at an update.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "eta/run/run.hpp"

namespace eta {

// Without `t` the formula and the sums are asked for. `factor` is that of a listener.
struct Question {
    std::optional<std::int64_t> t;
    std::optional<double> factor;
};

// Returns {racers: […]}, each as of one racer: {schedule, formula, sums}, where formula is null or {text, tex, mathml}, and sums is
// {sum, squares, equal, peak, half, half_epochs, jump: {t, from, to}}, null where there is none; or {schedule, t, eta, steps, layers},
// where steps are like problems with places in `schedule`, and layers are those with a schedule of their own: {layer, eta, steps}.
std::string explained(const Run& run, const Question& question);
std::string explained(const Racer& racer, const Question& question);

// Returns the steps to the rate of a layer, counted from 0, that has a schedule of its own; they have no places.
Problems explain_layer(const Racer& racer, std::size_t layer, std::int64_t t);

}  // namespace eta
