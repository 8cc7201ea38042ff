// Making and splitting the samples.
#include "eta/train/samples.hpp"

namespace eta {
namespace {

Table part(const Table& whole, std::span<const std::uint32_t> rows) {
    Table table = zeros({static_cast<int>(rows.size()), whole.shape.inputs, whole.shape.classes});
    gather(whole, rows, table.x, table.y);
    return table;
}

}  // namespace

std::optional<Samples> make_samples(const Run& run, std::span<const std::byte> asset) {
    const Table whole = run.data->make(run.data_values, asset);
    if (whole.y.empty()) return {};
    const Split split = run.split->make(whole.y, whole.shape.classes, run.validation);
    return Samples{part(whole, split.training), part(whole, split.validation)};
}

}  // namespace eta
