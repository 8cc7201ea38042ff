// A checked run is what its text says, bound and ready to train.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/splits.hpp"
#include "eta/describe/problem.hpp"
#include "eta/run/racer.hpp"

namespace eta {

struct Run {
    std::string text;         // canonical
    std::vector<Item> items;  // as printed
    const DataSet* data = nullptr;
    Values data_values;
    DataShape shape;
    std::size_t training = 0, validation = 0;  // samples
    const SplitRule* split = nullptr;
    double label_noise = 0;          // part of the training samples with a wrong class
    bool measures_training = false;  // each evaluation also measures all training samples
    std::uint64_t seed = 1;
    std::vector<Racer> racers;
    bool fair = true;  // all racers have the same network, first weights and batches
};

// Returns the run to be trained and asked for rates: without its canonical text and items, and without those of its racers.
std::optional<Run> bind_run(std::string_view text, const Limits& limits, Problems& problems);

// Returns nothing, with problems added, if anything is wrong. `text` must be valid UTF-8. `warnings` gets what the run can never
// come to (eta/run/warnings.hpp).
std::optional<Run> read_run(std::string_view text, const Limits& limits, Problems& problems, Problems* warnings = nullptr);

}  // namespace eta
