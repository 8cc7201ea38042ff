// This cuts the order of each epoch into batches.
#include "eta/data/batches.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "eta/random/stream.hpp"

namespace eta {

Batches::Batches(std::size_t n, std::size_t batch, bool keep_last, std::uint64_t seed)
    : batch_(batch),
      updates_per_epoch_(static_cast<std::int64_t>((keep_last ? n + batch - 1 : n) / batch)),
      seed_(seed),
      order_(n) {
    assert(n >= 1 && batch >= 1 && updates_per_epoch_ >= 1);
}

std::span<const std::uint32_t> Batches::at(std::int64_t t) {
    assert(t >= 0);
    const std::int64_t epoch = t / updates_per_epoch_;
    if (epoch != epoch_) {
        std::iota(order_.begin(), order_.end(), 0u);
        Random random(seed_, Stream::batches, static_cast<std::uint64_t>(epoch));
        shuffle(order_, random);
        epoch_ = epoch;
    }
    const std::size_t first = static_cast<std::size_t>(t % updates_per_epoch_) * batch_;
    return std::span<const std::uint32_t>(order_).subspan(first, std::min(batch_, order_.size() - first));
}

}  // namespace eta
