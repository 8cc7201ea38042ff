// The gradient stays as it is.
#pragma once

#include "eta/optimizer/clip_entry.hpp"

namespace eta::clip_none {

inline constexpr Clip entry{{{"none", "None", "The gradient is taken as it is.", ""}, no_params},
                            [](std::span<float>, double, const Values&) {}};

}  // namespace eta::clip_none
