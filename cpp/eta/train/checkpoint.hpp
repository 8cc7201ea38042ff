// A checkpoint is a head, then the optimizer's scalars, weights, slots, the best weights, their mean, the changes of the factor and the state of the listener.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eta/run/racer.hpp"
#include "eta/stop/ended.hpp"

namespace eta {

// A listener's factor holds from this update on.
struct Factor {
    std::int64_t update;
    double factor;
};

// Sums over the samples that an epoch has seen so far.
struct EpochSums {
    double loss = 0;
    std::int64_t correct = 0, samples = 0;
};

// What stands before the numbers of a checkpoint; `size` is the count of weights, so that another network's is refused.
struct CheckpointHead {
    char magic[8] = {'e', 't', 'a', 'c', 'k', 'p', 't', '5'};
    std::int64_t update = 0;
    std::uint64_t size = 0;
    std::uint64_t slots = 0;
    std::uint64_t scalars = 0;  // the optimizer's
    std::int64_t ended = 0;
    std::uint64_t best = 0;      // weights of the best evaluation that are kept
    std::uint64_t average = 0;   // weights of the mean
    std::uint64_t factors = 0;   // changes of the listener's factor
    std::uint64_t listener = 0;  // bytes of the listener's state
    double rate_sum = 0;
    EpochSums epoch;
    StopState stop;

    bool is_ours() const;  // it begins with these eight letters
};

// Says whether a run of this racer can have these numbers: bytes from elsewhere could make it wait for ever, or count beyond what
// a counter holds. `numbers` are the bytes behind the head, as many as it says.
bool is_possible(const CheckpointHead& head, std::span<const std::byte> numbers, const Racer& racer);

}  // namespace eta
