// This is the table of exporters. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/export/csv_table.hpp"
#include "eta/export/numpy_script.hpp"
#include "eta/export/torch_script.hpp"

namespace eta {

inline constexpr std::array exporters{torch_script::exporter, numpy_script::exporter, csv_table::exporter};

// Returns the exporter of that name, or null.
inline const Exporter* find_exporter(std::string_view key) {
    for (const Exporter& each : exporters)
        if (each.key == key) return &each;
    return nullptr;
}

}  // namespace eta
