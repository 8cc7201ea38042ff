// A data set makes a table of samples from its arguments, and from bytes that the program is provided with if it names an asset.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "eta/data/sample_table.hpp"
#include "eta/describe/entry.hpp"

namespace eta {

struct DataSet : Entry {
    std::string_view asset;             // the name of the bytes that `make` needs by default, or empty
    std::string_view validation;        // how much is set aside unless the run says otherwise: "500" or "20%"
    DataShape (*shape)(const Values&);  // of the table that `make` will give
    // The same values give the same table, whatever the run's seed. Bytes that are not the asset give an empty table.
    Table (*make)(const Values&, std::span<const std::byte> asset);
    std::string_view (*other_asset)(const Values&) = nullptr;  // where the bytes' name depends on the values
    // Where the asset's file is packed this returns the bytes that `make` needs, or none if it is not that file.
    std::vector<std::byte> (*unpack)(std::span<const std::byte> file) = nullptr;

    // Returns the name of the bytes that `make` needs for these values, or empty.
    std::string_view asset_for(const Values& values) const { return other_asset ? other_asset(values) : asset; }
};

}  // namespace eta
