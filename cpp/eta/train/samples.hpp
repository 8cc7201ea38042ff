// The samples of a run are made once and shared by its racers: what trains and what validates.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/sparse_table.hpp"
#include "eta/math/width.hpp"
#include "eta/run/run.hpp"

namespace eta {

// Rows are contiguous, in the order of the split's lists. Where a racer profits from it, the inputs stand there without zeros too.
struct Samples {
    Table training, validation;
    SparseTable sparse_training = {}, sparse_validation = {};
};

// Products with the inputs may leave out zeros where the first layer has this many outputs. For an evaluation the numbers that are not
// 0 are there already. For an update they are collected, which wider vectors make up for only where there are more outputs: of the
// digits (32 outputs, batch 8) forward and ∂L/∂W took 0.7 µs densely at 512 bits and 1.1 µs with the collecting, 1.9 and 1.7 at 128.
inline bool evaluates_sparse(const Racer& racer) { return racer.widths[1] >= 16; }
inline bool trains_sparse(const Racer& racer) { return racer.widths[1] >= (vector_width() > 128 ? 64 : 16); }

// Returns nothing if `asset` is not the bytes that the run's data set needs.
std::optional<Samples> make_samples(const Run& run, std::span<const std::byte> asset);

}  // namespace eta
