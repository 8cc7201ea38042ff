// These warnings are about the rates themselves: what a whole run's η does that nobody is likely to have wanted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eta/run/racer.hpp"

namespace eta {

// A warning about a racer's schedule, without its place.
struct RateWarning {
    std::string_view code;
    std::vector<std::string> values;
};

// Returns what is found, in the order of the updates that it is about. It takes time in proportion to the run's updates.
std::vector<RateWarning> find_rate_warnings(const Racer& racer);

}  // namespace eta
