// This is the table of means of the weights. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/describe/entries.hpp"
#include "eta/optimizer/average_ema.hpp"
#include "eta/optimizer/average_none.hpp"
#include "eta/optimizer/average_swa.hpp"

namespace eta {

inline constexpr std::array all_averages{average_none::entry, average_ema::entry, average_swa::entry};

inline constexpr auto averages = entries_of<all_averages, "none">();

}  // namespace eta
