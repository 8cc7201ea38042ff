// This describes the columns of telemetry as JSON.
#pragma once

#include "eta/describe/json.hpp"

namespace eta {

// Adds [{key, symbol, name, unit, group, is_index, of_training, is_noisy, of_average}, …] in the order of the CSV; the groups are updates,
// evaluations and epochs.
void add_columns(Json& json);

}  // namespace eta
