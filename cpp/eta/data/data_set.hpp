// What a data set is: the table of samples it makes from its arguments, and from bytes that the host hands in if it names an asset.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "eta/describe/entry.hpp"
#include "eta/math/buffer.hpp"

namespace eta {

struct DataShape {
    int samples = 0, inputs = 0, classes = 0;
};

// x holds samples × inputs numbers, a sample contiguous; y the class of each, 0 … classes − 1. Nothing in it: it could not be made.
struct Table {
    DataShape shape;
    Buffer<float> x;
    std::vector<std::int32_t> y;
};

struct DataSet : Entry {
    std::string_view asset;             // the name of the bytes that `make` needs by default, or empty
    std::string_view validation;        // how much is set aside unless the run says otherwise: "500" or "20%"
    DataShape (*shape)(const Values&);  // of the table that `make` will give
    // The same values give the same table, whatever the run's seed. Bytes that are not the asset give an empty table.
    Table (*make)(const Values&, std::span<const std::byte> asset);
    std::string_view (*other_asset)(const Values&) = nullptr;  // where the bytes' name depends on the values
    // Where the asset's file is packed: the bytes that `make` needs, or none if it is not that file.
    std::vector<std::byte> (*unpack)(std::span<const std::byte> file) = nullptr;

    // The name of the bytes that `make` needs for these values, or empty.
    std::string_view asset_for(const Values& values) const { return other_asset ? other_asset(values) : asset; }
};

// The bytes that `make` needs, from the file of an asset. A host calls it once, when it has the file.
std::vector<std::byte> unpack(std::string_view asset, std::vector<std::byte> file);

// An empty table of that shape: zeros, class 0.
Table zeros(DataShape shape);

// Copies the given samples into x (rows.size() × inputs) and y (rows.size()), in that order.
void gather(const Table& table, std::span<const std::uint32_t> rows, std::span<float> x, std::span<std::int32_t> y);

}  // namespace eta
