// A split divides samples into those that train and those that validate. No rule depends on the run's seed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eta/describe/entries.hpp"

namespace eta {

// It holds indices of samples, each list ascending, each sample in exactly one of them.
struct Split {
    std::vector<std::uint32_t> training, validation;
};

// Sets `validation` ≤ y.size() samples aside; y has a class 0 … classes − 1 for every sample.
struct SplitRule : Entry {
    Split (*make)(std::span<const std::int32_t> y, int classes, std::size_t validation);
    // Where validation is a part of the samples, this says whether the training part is rounded down, or the validation part to
    // the nearest.
    bool training_down = false;
};

Split split_stratified(std::span<const std::int32_t> y, int classes, std::size_t validation);
Split split_random(std::span<const std::int32_t> y, int classes, std::size_t validation);
Split split_last(std::span<const std::int32_t> y, int classes, std::size_t validation);

inline constexpr std::array all_splits{
    SplitRule{{{"stratified", "Stratified", "Drawn at random, with the same part of every class.", ""}, no_params},
              split_stratified},
    SplitRule{{{"random", "Random", "Drawn at random.", ""}, no_params}, split_random},
    SplitRule{
        {{"last", "The last ones", "The last samples of the table, as Keras takes them.", "Keras, Model.fit, validation_split"},
         no_params},
        split_last},
    SplitRule{
        {{"tail", "The tail", "The last samples of the table; of a part in %, training gets what is rounded down, as in Keras.",
          "Keras, Model.fit, validation_split"},
         no_params},
        split_last,
        true}};

inline constexpr auto splits = entries_of<all_splits, "stratified">();

}  // namespace eta
