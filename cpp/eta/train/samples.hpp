// The samples of a run are made once and shared by its racers: what trains and what validates.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/sparse_table.hpp"
#include "eta/run/run.hpp"

namespace eta {

// Rows are contiguous, in the order of the split's lists. Where a racer profits from it, the inputs stand there without zeros too.
struct Samples {
    Table training, validation;
    SparseTable sparse_training = {}, sparse_validation = {};
};

// Says whether products with the inputs may leave out zeros: this many outputs of the first layer make up for the lists.
inline bool takes_sparse(const Racer& racer) { return racer.widths[1] >= 16; }

// Returns nothing if `asset` is not the bytes that the run's data set needs.
std::optional<Samples> make_samples(const Run& run, std::span<const std::byte> asset);

}  // namespace eta
