// The table of stop rules. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/train/stop_early.hpp"
#include "eta/train/stop_none.hpp"
#include "eta/train/stop_target.hpp"
#include "eta/train/stop_updates.hpp"

namespace eta {

inline constexpr std::array stops{stop_none::entry, stop_updates::entry, stop_early::entry, stop_target::entry};

}  // namespace eta
