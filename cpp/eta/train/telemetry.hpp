// What training tells: columns of numbers, a row an update or an evaluation.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "eta/describe/left_out.hpp"

namespace eta {

struct Column {
    std::string_view key;
    English name;
    std::string_view unit;
};

// The columns of updates, then those of evaluations. `update` of an evaluation is the number of updates done.
inline constexpr std::array columns{
    Column{"batch_loss", "Batch loss", ""},           Column{"gradient_norm", "Gradient norm", ""},
    Column{"update_norm", "Update norm", ""},         Column{"evaluation", "Updates done", "updates"},
    Column{"validation_loss", "Validation loss", ""}, Column{"validation_accuracy", "Validation accuracy", "part"},
};

// The rows of one call of `advance`. Fixed room, filled again by each call.
struct Telemetry {
    explicit Telemetry(std::size_t rows) {
        for (auto& each : updates) each.reserve(rows);
        for (auto& each : evaluations) each.reserve(rows + 1);
    }
    void clear() {
        for (auto& each : updates) each.clear();
        for (auto& each : evaluations) each.clear();
    }
    // The column of that key; empty if there is none.
    std::span<const float> column(std::string_view key) const {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].key == key) return i < updates.size() ? updates[i] : evaluations[i - updates.size()];
        return {};
    }

    std::array<std::vector<float>, 3> updates;      // batch_loss, gradient_norm, update_norm
    std::array<std::vector<float>, 3> evaluations;  // evaluation (exact to 2²⁴), validation_loss, validation_accuracy
};

}  // namespace eta
