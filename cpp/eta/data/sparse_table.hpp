// A picture that is mostly background costs what its ink costs: these are the numbers of samples that are not 0, for products that
// leave out the others (eta/math/product.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eta/data/sample_table.hpp"
#include "eta/math/product.hpp"

namespace eta {

// Says whether at least a third of a table's numbers are exactly 0.
bool is_sparse(const Table& table);

// It holds 8 bytes for each number that is not 0, and 4 for each sample. Without a table it has no rows.
class SparseTable {
public:
    SparseTable() = default;
    explicit SparseTable(const Table& table);

    SparseRows<float> rows() const { return {begin_.data(), all_.data()}; }
    bool is_empty() const { return begin_.empty(); }
    std::size_t size() const { return all_.size(); }  // how many numbers are not 0
    std::size_t inputs() const { return inputs_; }
    std::size_t most_in_row() const { return most_in_row_; }

private:
    std::size_t inputs_ = 0, most_in_row_ = 0;
    std::vector<std::uint32_t> begin_;
    std::vector<Nonzero<float>> all_;
};

// It takes batches of different samples out of such a table. It allocates when it is made and never after: 16 bytes for each number
// that is not 0 in the fullest batch there can be.
class SparseBatch {
public:
    SparseBatch() = default;
    SparseBatch(const SparseTable& table, std::size_t most_rows);

    // Copies these samples of the table, none of them twice, in this order; what the functions below return is valid until the next call.
    void gather(const SparseTable& table, std::span<const std::uint32_t> rows);
    SparseRows<float> by_row() const { return {row_begin_.data(), by_row_.data()}; }
    // Row i has what the samples have for input i; `at` is the sample's place in the batch.
    SparseRows<float> by_input() const { return {input_begin_.data(), by_input_.data()}; }

private:
    std::vector<std::uint32_t> row_begin_, input_begin_, next_;
    std::vector<Nonzero<float>> by_row_, by_input_;
};

}  // namespace eta
