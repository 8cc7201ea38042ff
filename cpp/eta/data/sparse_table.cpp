// This collects the numbers that are not 0.
#include "eta/data/sparse_table.hpp"

#include <algorithm>

namespace eta {

bool is_sparse(const Table& table) {
    const auto zeros = static_cast<std::size_t>(std::ranges::count(table.x, 0.0f));
    return 3 * zeros >= table.x.size();
}

SparseTable::SparseTable(const Table& table) : inputs_(static_cast<std::size_t>(table.shape.inputs)), begin_{0} {
    begin_.reserve(table.y.size() + 1);
    all_.reserve(table.x.size() - static_cast<std::size_t>(std::ranges::count(table.x, 0.0f)));
    for (std::size_t row = 0; row < table.y.size(); ++row) {
        for (std::size_t i = 0; i < inputs_; ++i)
            if (const float x = table.x[row * inputs_ + i]; x != 0) all_.push_back({static_cast<std::uint32_t>(i), x});
        most_in_row_ = std::max(most_in_row_, all_.size() - begin_.back());
        begin_.push_back(static_cast<std::uint32_t>(all_.size()));
    }
}

SparseBatch::SparseBatch(const SparseTable& table, std::size_t most_rows)
    : row_begin_(most_rows + 1),
      input_begin_(table.inputs() + 1),
      next_(table.inputs()),
      by_row_(std::min(most_rows * table.most_in_row(), table.size())),
      by_input_(by_row_.size()) {}

void SparseBatch::gather(const SparseTable& table, std::span<const std::uint32_t> rows) {
    const SparseRows<float> from = table.rows();
    std::ranges::fill(next_, 0u);
    std::uint32_t size = 0;
    for (std::size_t j = 0; j < rows.size(); ++j) {
        for (std::uint32_t k = from.begin[rows[j]]; k < from.begin[rows[j] + 1]; ++k) {
            by_row_[size++] = from.all[k];
            ++next_[from.all[k].at];
        }
        row_begin_[j + 1] = size;
    }
    // next_ has how many there are of each input; then where each one's next stands.
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < next_.size(); ++i) {
        input_begin_[i] = begin;
        begin += next_[i];
        next_[i] = input_begin_[i];
    }
    input_begin_.back() = begin;
    for (std::size_t j = 0; j < rows.size(); ++j)
        for (std::uint32_t k = row_begin_[j]; k < row_begin_[j + 1]; ++k)
            by_input_[next_[by_row_[k].at]++] = {static_cast<std::uint32_t>(j), by_row_[k].x};
}

}  // namespace eta
