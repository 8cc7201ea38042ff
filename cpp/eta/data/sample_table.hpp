// A table holds samples: a data set makes it, and a racer trains and validates on it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "eta/math/buffer.hpp"

namespace eta {

struct DataShape {
    int samples = 0, inputs = 0, classes = 0;
};

// x holds samples × inputs numbers, a sample contiguous; y the class of each, 0 … classes − 1. An empty table could not be made.
struct Table {
    DataShape shape;
    Buffer<float> x;
    std::vector<std::int32_t> y;
};

// Returns a table of that shape that is all zeros, of class 0.
Table zeros(DataShape shape);

// Copies the inputs of the given samples into x (rows.size() × inputs), and their classes into y (rows.size()), in that order.
void gather_inputs(const Table& table, std::span<const std::uint32_t> rows, std::span<float> x);
void gather_classes(const Table& table, std::span<const std::uint32_t> rows, std::span<std::int32_t> y);
void gather(const Table& table, std::span<const std::uint32_t> rows, std::span<float> x, std::span<std::int32_t> y);

}  // namespace eta
