// What is known of a racer's schedule becomes JSON: its formula and its sums, or why η is what it is at an update.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "eta/run/run.hpp"

namespace eta {

// Without `t` the formula and the sums are asked for. `factor` is that of a listener.
struct Question {
    std::optional<std::int64_t> t;
    std::optional<double> factor;
};

// Returns {racers: […]}, each as of one racer: {schedule, formula, sums}, where formula is null or {text, tex, mathml}, and sums is
// {sum, squares, equal, peak, half, half_epochs, jump: {t, from, to}, half_life, half_life_epochs}, null where there is none; or
// {schedule, t, eta, steps, layers, numbers}, where steps are like problems with places in `schedule`, layers are those whose rate is
// not the racer's: {layer, eta, steps}, and numbers are the others that change: {path, value, steps}.
std::string explained(const Run& run, const Question& question);
std::string explained(const Racer& racer, const Question& question);

// This is another number of a racer than its rate, at an update.
struct ExplainedNumber {
    std::string path;          // as in eta/run/scheduled.hpp
    std::optional<int> layer;  // from 1, of a layer's rate
    double value;
    Problems steps;  // only that about the racer's listener has a place
};
std::vector<ExplainedNumber> explained_numbers(const Racer& racer, const Question& question);

// Returns the epochs up to a moment of the run, t updates after its begin.
double epochs_at(const Racer& racer, double t);

}  // namespace eta
