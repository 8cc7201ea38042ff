// Telemetry is what training measures: columns of numbers, a row an update, an evaluation or an epoch.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "eta/train/columns.hpp"

namespace eta {

// These are the rows of one call of `advance`. Each column has a buffer of fixed capacity, which each call fills again.
class Telemetry {
public:
    // `rows` is the largest number of updates of a call.
    explicit Telemetry(std::size_t rows) {
        for (auto& each : values_) each.reserve(rows + 1);
    }
    void clear() {
        for (auto& each : values_) each.clear();
    }

    // A key is looked up when it is compiled; one that no column has does not compile.
    struct ColumnKey {
        consteval ColumnKey(const char* key) : index(column_index(key)) {
            if (index == columns.size()) there_is_no_such_column();
        }
        std::size_t index;
    };
    void add(ColumnKey column, double value) { values_[column.index].push_back(static_cast<float>(value)); }

    std::span<const float> column(std::size_t index) const { return values_[index]; }
    // Returns the column of that key; it is empty if there is none.
    std::span<const float> column(std::string_view key) const {
        const std::size_t index = column_index(key);
        return index < columns.size() ? std::span<const float>(values_[index]) : std::span<const float>();
    }

private:
    static void there_is_no_such_column() {}

    std::array<std::vector<float>, columns.size()> values_;
};

}  // namespace eta
