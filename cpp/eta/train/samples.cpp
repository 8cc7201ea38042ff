// This makes and splits the samples.
#include "eta/train/samples.hpp"

#include <algorithm>
#include <cmath>

#include "eta/random/stream.hpp"

namespace eta {
namespace {

Table part(const Table& whole, std::span<const std::uint32_t> rows) {
    Table table = zeros({static_cast<int>(rows.size()), whole.shape.inputs, whole.shape.classes});
    gather(whole, rows, table.x, table.y);
    return table;
}

// Gives round(noise·n) samples, drawn at random, another class, each other one equally likely. The run's seed has no part in it:
// repeats learn from the same labels.
void mislabel(Table& table, double noise) {
    const auto n = static_cast<std::uint32_t>(table.y.size());
    const auto classes = static_cast<std::uint64_t>(table.shape.classes);
    const auto wrong = static_cast<std::size_t>(std::floor(noise * n + 0.5));
    if (wrong == 0) return;
    Random random(1, Stream::labels);
    const auto order = permutation(n, random);
    for (std::size_t k = 0; k < wrong; ++k) {
        std::int32_t& y = table.y[order[k]];
        const auto shift = static_cast<std::int32_t>(1 + random.below(classes - 1));
        y = (y + shift) % static_cast<std::int32_t>(classes);
    }
}

}  // namespace

std::optional<Samples> make_samples(const Run& run, std::span<const std::byte> asset) {
    const Table whole = run.data->make(run.data_values, asset);
    if (whole.y.empty()) return {};
    const Split split = run.split->make(whole.y, whole.shape.classes, run.validation);
    Samples samples{part(whole, split.training), part(whole, split.validation)};
    mislabel(samples.training, run.label_noise);
    if (std::ranges::any_of(run.racers, evaluates_sparse) && is_sparse(samples.training)) {
        samples.sparse_training = SparseTable(samples.training);
        samples.sparse_validation = SparseTable(samples.validation);
    }
    return samples;
}

}  // namespace eta
