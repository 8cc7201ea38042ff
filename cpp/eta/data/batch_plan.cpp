// This lays the epochs out once, from one change of the batch to the next.
#include "eta/data/batch_plan.hpp"

#include <algorithm>
#include <cassert>

namespace eta {

BatchPlan::BatchPlan(std::int64_t n, bool keep_last, std::span<const BatchSize> sizes) : n_(n), keep_last_(keep_last) {
    assert(n >= 1 && !sizes.empty() && sizes[0].start == 0);
    for (const BatchSize& batch : sizes) {
        assert(batch.size >= 1 && (keep_last || batch.size <= n));
        if (!segments_.empty() && segments_.back().batch.start == batch.start) segments_.pop_back();
        std::int64_t epoch = 0, offset = 0;
        if (!segments_.empty()) {
            const Place last = place(segments_.back(), batch.start - 1);
            epoch = last.epoch;
            offset = last.offset + last.rows;
        }
        segments_.push_back({batch, epoch, offset, updates_of(n - offset, batch.size)});
    }
}

BatchPlan::Place BatchPlan::at(std::int64_t t) const {
    assert(t >= 0);
    const auto after = std::upper_bound(segments_.begin(), segments_.end(), t,
                                        [](std::int64_t time, const Segment& segment) { return time < segment.batch.start; });
    return place(*(after - 1), t);
}

BatchPlan::Place BatchPlan::place(const Segment& segment, std::int64_t t) const {
    const std::int64_t size = segment.batch.size, k = t - segment.batch.start, per = per_epoch(size);
    const bool same = k < segment.left;
    const std::int64_t epoch = same ? segment.epoch : segment.epoch + 1 + (k - segment.left) / per;
    const std::int64_t offset = same ? segment.offset + k * size : (k - segment.left) % per * size;
    return {epoch, offset, std::min(size, n_ - offset)};
}

std::vector<BatchSize> BatchPlan::sizes() const {
    std::vector<BatchSize> list;
    list.reserve(segments_.size());
    for (const Segment& segment : segments_) list.push_back(segment.batch);
    return list;
}

}  // namespace eta
