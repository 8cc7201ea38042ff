// Only the weights themselves are measured.
#pragma once

#include "eta/optimizer/average_entry.hpp"

namespace eta::average_none {

inline constexpr Average entry{{{"none", "None", "Only the weights themselves are measured.", ""}, no_params}, nullptr};

}  // namespace eta::average_none
