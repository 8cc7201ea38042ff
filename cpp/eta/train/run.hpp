// A checked run: what its text says, bound and ready to train.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eta/data/data_set.hpp"
#include "eta/data/split.hpp"
#include "eta/describe/problem.hpp"
#include "eta/network/activation.hpp"
#include "eta/network/initialiser.hpp"
#include "eta/network/loss.hpp"
#include "eta/optimizer/clip.hpp"
#include "eta/optimizer/optimizer.hpp"
#include "eta/schedule/curve.hpp"
#include "eta/train/items.hpp"
#include "eta/train/keys.hpp"
#include "eta/train/stop.hpp"

namespace eta {

// A default of the run that a convention replaces: of parameter `param` of `entry` (of the key itself where that is empty), under `key`.
struct Difference {
    std::string key;
    std::string_view entry, param, here, plain;
};

// One network under one schedule.
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
    const Clip* clip = nullptr;
    Values clip_values;
    std::string_view convention;                   // the name of it
    std::vector<Difference> differences;           // the defaults that the convention replaces and that hold
    std::vector<Curve> numbers;                    // the optimizer's, in the order of its parameters
    std::vector<std::optional<Curve>> layer_rate;  // of a layer that has its own schedule
    std::optional<Curve> rate;

    std::int64_t batch = 1;
    bool keep_last = false;
    std::int64_t updates = 1, updates_per_epoch = 1;
    double evaluate = 1;  // updates between two evaluations, at least 1
};

struct Run {
    std::string text;         // canonical
    std::vector<Item> items;  // as printed
    const DataSet* data = nullptr;
    Values data_values;
    DataShape shape;
    std::size_t training = 0, validation = 0;  // samples
    const SplitRule* split = nullptr;
    double label_noise = 0;          // part of the training samples with a wrong class
    bool measures_training = false;  // each evaluation also measures all training samples
    std::uint64_t seed = 1;
    std::vector<Racer> racers;
    bool fair = true;  // all racers have the same network, first weights and batches
};

// Nothing, with problems added, if anything is wrong. `text` must be valid UTF-8.
std::optional<Run> read_run(std::string_view text, const Limits& limits, Problems& problems);

// Validation is measured after update max(1, round(k·evaluate)) for k = 1, 2, … and after the last: the first of these after `done` updates.
std::int64_t next_evaluation(std::int64_t done, double evaluate, std::int64_t updates);

}  // namespace eta
