// A script is a list of sections: one after the other in a file, or the cells of a notebook.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "eta/describe/later_text.hpp"
#include "eta/run/run.hpp"

namespace eta {

struct Section {
    std::string title;  // a sentence
    std::string code;
};
using Script = std::vector<Section>;

// Returns the text of a file.
std::string file_of(const Script& script);

// Says where a script comes from, and what it needs: comment lines.
std::string origin(const Run& run, const Racer& racer, std::string_view needs);

// Returns the lines UPDATES, SEED, BATCH (or BATCHES) and EVALUATIONS.
std::string constants(const Run& run, const Racer& racer);

// Returns the functions load_data, which gives the samples as arrays of NumPy, and batches, which gives the rows of one update
// after the other.
std::string data_code(const Run& run, const Racer& racer);

// A framework's words for what is registered: an activation, an initialiser, a loss.
struct Named {
    std::string_view key, code;
};
template <std::size_t n>
std::string code_of(const std::array<Named, n>& table, std::string_view key) {
    for (const Named& each : table)
        if (each.key == key) return std::string(each.code);
    return {};
}

bool has_layer_rates(const Racer& racer);
// Returns a function of t for each layer: its own schedule's, or its share of the function `eta`; `factor` is what a listener adds,
// " * listener.current" or nothing.
std::vector<std::string> layer_rates(const Racer& racer, const std::string& eta, const std::string& factor);

// Returns the class of the rate's listener, what makes it one, and the line that lets it hear of an evaluation; or nothing.
struct ListenerCode {
    std::string definition, call, hears;
};
ListenerCode listener_code(const Racer& racer);

// Returns lines of the training loop that end it when the stop rule says so; they stand where `loss` and `accuracy` have been
// measured after update t. Empty if there is no rule; `updates` is how many updates the loop has.
struct StopCode {
    std::string before, after_evaluation, updates = "UPDATES"_later;
};
StopCode stop_code(const Racer& racer);

}  // namespace eta
