// This is the table of stop rules. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/describe/entries.hpp"
#include "eta/stop/stop_early.hpp"
#include "eta/stop/stop_none.hpp"
#include "eta/stop/stop_target.hpp"
#include "eta/stop/stop_updates.hpp"

namespace eta {

inline constexpr std::array all_stops{stop_none::entry, stop_updates::entry, stop_early::entry, stop_target::entry};

inline constexpr auto stops = entries_of<all_stops, "none">();

}  // namespace eta
