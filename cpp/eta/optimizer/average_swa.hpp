// The plain mean of all weights from one update on.
#pragma once

#include <array>

#include "eta/optimizer/average_entry.hpp"

namespace eta::average_swa {

inline constexpr std::array params{Param{.key = "from",
                                         .unit = Unit::updates,
                                         .type = Type::length,
                                         .min = 0,
                                         .max = 1e7,
                                         .initial = "75%",
                                         .help = "updates after which the first weights are taken; before, it is the weights"}};

inline double part(const Values& values, std::int64_t updates) {
    const double first = values[0] > 1 ? values[0] : 1, now = static_cast<double>(updates);
    return now > first ? 1 / (now - first + 1) : 1;
}

inline constexpr Average entry{
    {{"swa", "Mean of the tail", "The mean of all weights of the end of the run, each as much as the other.",
      "Izmailov et al.: Averaging weights leads to wider optima and better generalization, UAI 2018; "
      "PyTorch, torch.optim.swa_utils.AveragedModel"},
     params},
    part};

}  // namespace eta::average_swa
