// This is the table of losses. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/describe/entries.hpp"
#include "eta/network/binary_cross_entropy.hpp"
#include "eta/network/cross_entropy.hpp"
#include "eta/network/double_softmax.hpp"

namespace eta {

inline constexpr std::array all_losses{cross_entropy::entry, binary_cross_entropy::entry, double_softmax::entry};

inline constexpr auto losses = entries_of<all_losses, "cross_entropy">();

}  // namespace eta
