// Trains one racer: network, optimizer, schedule and batches meet here and nowhere else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eta/data/batches.hpp"
#include "eta/math/buffer.hpp"
#include "eta/network/network.hpp"
#include "eta/run/run.hpp"
#include "eta/train/checkpoint.hpp"
#include "eta/train/samples.hpp"
#include "eta/train/telemetry.hpp"

namespace eta {

class Trainer {
public:
    static constexpr std::int64_t max_updates_at_once = 4096;
    static constexpr std::int64_t max_factors = 1024;

    // The racer and the samples are kept by reference and must outlive the trainer, which starts at update 0.
    Trainer(const Run& run, const Racer& racer, const Samples& samples);

    // Does at most `updates` (≥ 0) updates, at most max_updates_at_once; returns how many were applied, which are fewer only at
    // the end of the run. It allocates nothing, unless a listener changes the rate more than max_factors times. The result does
    // not depend on how a run is cut into calls.
    std::int64_t advance(std::int64_t updates);

    const Telemetry& telemetry() const { return telemetry_; }  // of the last `advance`
    std::int64_t update() const { return update_; }            // updates applied
    Ended ended() const { return ended_; }
    bool diverged() const { return is_divergence(ended_); }
    // Lists what the listener's factor became, in the order of the updates; before the first it is 1.
    std::span<const Factor> factors() const { return factors_; }
    // Returns at the end after how many updates the weights were measured that have been put back, or −1 if they are those of the
    // last update.
    std::int64_t restored() const;
    // Returns the weights that are evaluated; a few optimizers train others.
    std::span<const float> weights() const { return evaluated_; }
    std::string hash() const;  // of the bits of these weights
    const Network<float>& network() const { return network_; }
    // Returns the probability of each class, for rows of inputs one after the other; a part of a row at the end is left out.
    std::vector<float> probabilities(std::span<const float> inputs);

    // Returns all that the next update depends on, as bytes for `resume` of a trainer of the same racer.
    std::vector<std::byte> checkpoint() const;
    // Goes on from there, bitwise as if never interrupted. It is false, with nothing changed, if the bytes are not such a
    // checkpoint, or one that no run can have.
    bool resume(std::span<const std::byte> checkpoint);
    // Goes on from where another trainer stands, whose racer has the same network, batches and optimizer: bitwise as if never
    // interrupted if the rest is the same too. Where this racer's listener or stop rule is another, it begins anew.
    void branch(const Trainer& from);

private:
    ETA_RARE void find_greatest_rates();
    ETA_RARE void evaluate_slot(std::size_t slot);
    ETA_RARE void start_listener();
    bool one_update();
    bool is_evaluated_finite() const;
    ETA_RARE void add_to_average();
    bool has_rates(double eta);
    void count(double loss, std::int64_t correct, std::size_t rows);
    void after_update();
    Inputs<float> inputs_of(std::span<const std::uint32_t> rows);
    Evaluation evaluate(std::span<const float> weights, bool on_training);
    Metrics evaluate();
    ETA_RARE void listen(const Metrics& metrics);
    double factor() const { return factors_.empty() ? 1 : factors_.back().factor; }
    ETA_RARE void restore_best();
    std::size_t size_of_checkpoint(std::size_t factors) const;
    ETA_RARE bool end(Ended why);

    const Racer& racer_;
    const Samples& samples_;
    Network<float> network_;
    Batches batches_;
    bool is_sparse_;  // the zeros of the inputs are left out
    SparseBatch sparse_;
    Buffer<float> w_, g_, slots_, scratch_, x_;
    Buffer<float> before_, evaluated_before_;  // the weights before an update that may fail
    Buffer<double> scalars_;                   // the optimizer's, of each layer
    std::vector<Slice<float>> layers_;
    std::span<float> evaluated_;  // w_, or a slot
    std::vector<std::int32_t> y_;
    Values numbers_;  // the optimizer's, at this update
    Telemetry telemetry_;
    std::int64_t update_ = 0, next_evaluation_ = 0;
    double rate_sum_ = 0;  // Σηₜ of the updates applied
    EpochSums epoch_;
    Ended ended_ = Ended::running;
    StopState stop_;
    std::vector<std::byte> listener_;  // its state
    std::vector<Factor> factors_;
    Buffer<float> average_;  // the mean of the weights, where one is kept
    Buffer<float> best_;     // the weights of the best evaluation, where the stop rule puts them back
};

}  // namespace eta
