// A racer of a run is what its text says, bound and ready to train; this is also its reader.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "eta/data/batch_plan.hpp"
#include "eta/data/sample_table.hpp"
#include "eta/network/activation_entry.hpp"
#include "eta/network/initialiser_entry.hpp"
#include "eta/network/loss_entry.hpp"
#include "eta/optimizer/average_entry.hpp"
#include "eta/optimizer/clip_entry.hpp"
#include "eta/optimizer/optimizer_entry.hpp"
#include "eta/run/differences.hpp"
#include "eta/run/keys.hpp"
#include "eta/schedule/curve.hpp"
#include "eta/stop/stop_entry.hpp"

namespace eta {

// A racer is one network under one schedule.
struct Racer {
    std::string label;      // free text, may be empty
    std::string schedule;   // canonical
    Tree tree;              // of `schedule`, places in it
    std::vector<Item> own;  // its own keys in canonical form, without the schedule's

    double lr = 0;
    std::vector<int> widths;  // inputs … outputs
    std::size_t weights = 0;  // parameters of the network
    const Activation* activation = nullptr;
    const Initialiser* initialiser = nullptr;
    Values initialiser_values;
    const Loss* loss = nullptr;
    const Optimizer* optimizer = nullptr;
    const Stop* stop = nullptr;
    Values stop_values;
    const Average* average = nullptr;
    Values average_values;
    const Clip* clip = nullptr;
    Values clip_values;
    std::string_view convention;                   // the name of it
    std::vector<Difference> differences;           // the defaults that the convention replaces and that hold
    std::vector<Curve> numbers;                    // the optimizer's, in the order of its parameters
    std::vector<std::optional<Curve>> layer_rate;  // of a layer that has its own schedule
    std::vector<double> layer_share;               // what the rate of a layer without one is multiplied by
    std::optional<Curve> rate;

    std::int64_t batch = 1;  // samples in an update; of several sizes the largest
    bool keep_last = false;
    BatchPlan batches;
    std::int64_t updates = 1, updates_per_epoch = 1;  // 0 where the batch changes: no epoch counts updates
    double evaluate = 1;                              // updates between two evaluations, at least 1
};

// Reads racer number `racer` (from 1), which trains on samples of the shape `data`. Returns nothing, with problems added, if
// something is wrong.
std::optional<Racer> read_racer(const Items& items, std::size_t racer, DataShape data, const Limits& limits, Problems& problems);

}  // namespace eta
