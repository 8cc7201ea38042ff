// This file writes the table of columns.
#include "eta/report/columns.hpp"

#include "eta/train/telemetry.hpp"

namespace eta {

void add_columns(Json& json) {
    json.array();
    for (const Column& column : columns) {
        json.object().pair("key", column.key).pair("symbol", column.symbol).pair("name", column.name).pair("unit", column.unit);
        json.pair("group", groups[column.value.index()]).pair("is_index", column.is_index);
        json.pair("of_training", column.of_training).pair("is_noisy", column.is_noisy);
        json.pair("of_average", column.of_average).end_object();
    }
    json.end_array();
}

}  // namespace eta
