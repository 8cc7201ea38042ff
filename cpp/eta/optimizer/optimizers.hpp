// This declares the table of optimizers; it is listed in one place, so that its templates are compiled once.
#pragma once

#include "eta/describe/entries.hpp"
#include "eta/optimizer/optimizer_entry.hpp"

namespace eta {

extern const EntriesOf<Optimizer> optimizers;

}  // namespace eta
