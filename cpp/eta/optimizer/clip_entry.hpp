// What clipping is: a limit that the gradient is brought to before the optimizer sees it.
#pragma once

#include <span>

#include "eta/describe/entry.hpp"

namespace eta {

struct Clip : Entry {
    // `norm` is ‖g‖ over all layers, finite.
    void (*apply)(std::span<float> g, double norm, const Values& values);
};

}  // namespace eta
