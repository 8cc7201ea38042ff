// A batch plan says which samples of which epoch an update sees: the batch may change from an update on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace eta {

// From update `start` on, `size` samples make a batch.
struct BatchSize {
    std::int64_t start, size;
    bool operator==(const BatchSize&) const = default;
};

// Each epoch goes once through a permutation of n samples. When the next batch is larger than what is left of it, the rest is one
// smaller batch (`keep_last`) or left out, and the next epoch begins.
class BatchPlan {
public:
    BatchPlan() : BatchPlan(1, false, std::vector<BatchSize>{{0, 1}}) {}
    // The sizes ascend in `start`, from 0 on; of several with the same start the last holds. Without `keep_last` each is at most n.
    BatchPlan(std::int64_t n, bool keep_last, std::span<const BatchSize> sizes);

    // The batch of update t is `rows` samples of that epoch's permutation, from `offset` on.
    struct Place {
        std::int64_t epoch, offset, rows;
    };
    // Returns it in O(log) of the sizes, for any t ≥ 0.
    Place at(std::int64_t t) const;
    // Says whether update t is the last of its epoch.
    bool ends_epoch(std::int64_t t) const { return at(t + 1).epoch != at(t).epoch; }

    std::int64_t samples() const { return n_; }
    // Returns the updates of an epoch from update 0 on, if the batch never changed.
    std::int64_t updates_per_epoch() const { return per_epoch(segments_[0].batch.size); }
    std::vector<BatchSize> sizes() const;

    bool operator==(const BatchPlan&) const = default;

private:
    // While the batch has one size, the epoch under way has `left` updates more, and each one after it equally many.
    struct Segment {
        BatchSize batch;
        std::int64_t epoch, offset, left;
        bool operator==(const Segment&) const = default;
    };
    std::int64_t per_epoch(std::int64_t size) const { return updates_of(n_, size); }
    std::int64_t updates_of(std::int64_t samples, std::int64_t size) const {
        return (keep_last_ ? samples + size - 1 : samples) / size;
    }
    Place place(const Segment& segment, std::int64_t t) const;

    std::int64_t n_;
    bool keep_last_;
    std::vector<Segment> segments_;
};

}  // namespace eta
