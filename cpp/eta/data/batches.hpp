// Each update sees a batch of the training samples: every epoch has a fresh permutation, cut into batches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eta/data/batch_plan.hpp"

namespace eta {

class Batches {
public:
    // It allocates here and never after.
    Batches(BatchPlan plan, std::uint64_t seed);
    // There are n samples, and every batch is of this size.
    Batches(std::size_t n, std::size_t batch, bool keep_last, std::uint64_t seed);

    std::int64_t updates_per_epoch() const { return plan_.updates_per_epoch(); }

    // Returns the samples, 0 … n − 1, of update t ≥ 0: a function of (seed, t) alone, whatever was asked before. Asking in order
    // costs one shuffle an epoch. They are valid until the next call.
    std::span<const std::uint32_t> at(std::int64_t t);

private:
    BatchPlan plan_;
    std::int64_t epoch_ = -1;
    std::uint64_t seed_;
    std::vector<std::uint32_t> order_;
};

}  // namespace eta
