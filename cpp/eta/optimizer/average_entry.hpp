// A mean of the weights of many updates is measured beside the weights themselves; training does not see it.
#pragma once

#include <cstdint>

#include "eta/describe/entry.hpp"

namespace eta {

struct Average : Entry {
    // Returns the part c of the weights in their mean after `updates` (≥ 1):  mean ← mean + c (w − mean);  1 begins it anew. It is
    // null where no mean is kept.
    double (*part)(const Values& values, std::int64_t updates);
};

}  // namespace eta
