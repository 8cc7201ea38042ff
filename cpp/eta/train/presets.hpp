// Whole runs with a name. A new one is a line here; what is released never changes.
#pragma once

#include <array>

#include "eta/describe/entry.hpp"

namespace eta {

struct Preset : Entry {
    std::string_view text;
};

inline constexpr std::array presets{
    Preset{
        {{"default", "Why lower it?", "Three schedules on handwritten digits, from the same start.", ""}, no_params},
        "data=digits hidden=32 batch=8 steps=800 lr=0.5 schedule=constant schedule=step(factor=0.1, every=250) schedule=cosine"},
};

}  // namespace eta
