// This cuts the order of each epoch into batches.
#include "eta/data/batches.hpp"

#include <array>
#include <numeric>
#include <utility>

#include "eta/random/stream.hpp"

namespace eta {

Batches::Batches(BatchPlan plan, std::uint64_t seed)
    : plan_(std::move(plan)), seed_(seed), order_(static_cast<std::size_t>(plan_.samples())) {}

Batches::Batches(std::size_t n, std::size_t batch, bool keep_last, std::uint64_t seed)
    : Batches(BatchPlan(static_cast<std::int64_t>(n), keep_last, std::array{BatchSize{0, static_cast<std::int64_t>(batch)}}),
              seed) {}

std::span<const std::uint32_t> Batches::at(std::int64_t t) {
    const BatchPlan::Place place = plan_.at(t);
    if (place.epoch != epoch_) {
        std::iota(order_.begin(), order_.end(), 0u);
        Random random(seed_, Stream::batches, static_cast<std::uint64_t>(place.epoch));
        shuffle(order_, random);
        epoch_ = place.epoch;
    }
    return std::span<const std::uint32_t>(order_).subspan(static_cast<std::size_t>(place.offset),
                                                          static_cast<std::size_t>(place.rows));
}

}  // namespace eta
