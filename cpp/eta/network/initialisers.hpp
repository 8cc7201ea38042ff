// This is the table of initialisers. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/describe/entries.hpp"
#include "eta/network/fan_in_uniform.hpp"
#include "eta/network/glorot_normal.hpp"
#include "eta/network/glorot_uniform.hpp"
#include "eta/network/he_normal.hpp"
#include "eta/network/he_uniform.hpp"

namespace eta {

inline constexpr std::array all_initialisers{he_normal::entry, he_uniform::entry, glorot_normal::entry, glorot_uniform::entry,
                                             fan_in_uniform::entry};

inline constexpr auto initialisers = entries_of<all_initialisers, "he_normal">();

}  // namespace eta
