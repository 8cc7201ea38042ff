// This finds which defaults of a racer are a convention's and not the declared ones.
#pragma once

#include <vector>

#include "eta/language/defaults.hpp"
#include "eta/run/items.hpp"

namespace eta {

// A convention replaces a default of the run: that of parameter `param` of `entry` (of the key itself where that is empty), under
// `key`.
struct Difference {
    std::string key;
    std::string_view entry, param, here, plain;
};

// Lists what `defaults` replaces in the racer's keys, optimizer, clipping and schedules and the text does not give itself.
std::vector<Difference> differences(const Items& items, std::size_t racer, Defaults defaults);

}  // namespace eta
