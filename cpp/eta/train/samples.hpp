// The samples of a run are made once and shared by its racers: what trains and what validates.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "eta/data/data_set_entry.hpp"
#include "eta/run/run.hpp"

namespace eta {

// Rows are contiguous, in the order of the split's lists.
struct Samples {
    Table training, validation;
};

// Returns nothing if `asset` is not the bytes that the run's data set needs.
std::optional<Samples> make_samples(const Run& run, std::span<const std::byte> asset);

}  // namespace eta
