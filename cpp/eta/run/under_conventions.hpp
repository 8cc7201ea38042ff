// One racer's text becomes a run of four, which are the same text under each convention.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "eta/run/run.hpp"

namespace eta {

// Returns the run whose racers are racer number `racer` of `text` under each of `conventions`, in their order; what a framework
// has and a convention does not replace is written out. Nothing, with problems added, if there is no such run. With `same_start`
// all begin from the weights, and go through the batches, of the first.
std::optional<Run> under_conventions(std::string_view text, std::size_t racer, bool same_start, Problems& problems);

// A number of a racer that a framework has otherwise than it is declared. `written`: the text says it, and no convention.
struct FrameworkNumber {
    Difference difference;
    bool written;
};
std::vector<FrameworkNumber> framework_numbers(const Racer& racer);

}  // namespace eta
