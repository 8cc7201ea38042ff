// Clipping brings the gradient to a limit before the optimizer sees it.
#pragma once

#include <span>

#include "eta/describe/entry.hpp"

namespace eta {

struct Clip : Entry {
    // `norm` is ‖g‖ over all layers, finite.
    void (*apply)(std::span<float> g, double norm, const Values& values);
};

}  // namespace eta
