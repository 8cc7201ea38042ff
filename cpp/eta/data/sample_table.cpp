// This makes tables and takes samples out of them.
#include "eta/data/sample_table.hpp"

#include <algorithm>
#include <cassert>

namespace eta {

Table zeros(DataShape shape) {
    const auto samples = static_cast<std::size_t>(shape.samples), inputs = static_cast<std::size_t>(shape.inputs);
    return {shape, Buffer<float>(samples * inputs), std::vector<std::int32_t>(samples)};
}

void gather_inputs(const Table& table, std::span<const std::uint32_t> rows, std::span<float> x) {
    const auto inputs = static_cast<std::size_t>(table.shape.inputs);
    assert(x.size() == rows.size() * inputs);
    for (std::size_t i = 0; i < rows.size(); ++i) std::copy_n(table.x.data() + rows[i] * inputs, inputs, x.data() + i * inputs);
}

void gather_classes(const Table& table, std::span<const std::uint32_t> rows, std::span<std::int32_t> y) {
    assert(y.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) y[i] = table.y[rows[i]];
}

void gather(const Table& table, std::span<const std::uint32_t> rows, std::span<float> x, std::span<std::int32_t> y) {
    gather_inputs(table, rows, x);
    gather_classes(table, rows, y);
}

}  // namespace eta
