// The table of optimizers. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/optimizer/adam.hpp"
#include "eta/optimizer/sgd.hpp"

namespace eta {

inline constexpr std::array optimizers{sgd::entry, adam::entry};

}  // namespace eta
