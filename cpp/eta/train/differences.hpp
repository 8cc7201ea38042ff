// Which defaults of a racer are a convention's and not the declared ones.
#pragma once

#include <vector>

#include "eta/language/defaults.hpp"
#include "eta/train/items.hpp"
#include "eta/train/run.hpp"

namespace eta {

// What `defaults` replaces in the racer's keys, optimizer, clipping and schedules and the text does not give itself.
std::vector<Difference> differences(const Items& items, std::size_t racer, Defaults defaults);

}  // namespace eta
