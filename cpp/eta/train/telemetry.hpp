// What training tells: columns of numbers, a row an update, an evaluation or an epoch.
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

// The columns of updates, then those of evaluations, then those of epochs. `evaluation` and `epoch` are the updates done by then.
// Loss and accuracy of an epoch are means over its samples, each taken before the update that it takes part in: Keras' `loss` and
// `accuracy`. An epoch that is not whole has none.
inline constexpr std::array columns{
    Column{"batch_loss", "Batch loss", ""},
    Column{"gradient_norm", "Gradient norm", ""},
    Column{"update_norm", "Update norm", ""},
    Column{"evaluation", "Updates done", "updates"},
    Column{"validation_loss", "Validation loss", ""},
    Column{"validation_accuracy", "Validation accuracy", "part"},
    Column{"training_loss", "Training loss", ""},
    Column{"training_accuracy", "Training accuracy", "part"},
    Column{"epoch", "Updates done", "updates"},
    Column{"epoch_loss", "Loss of the epoch", ""},
    Column{"epoch_accuracy", "Accuracy of the epoch", "part"},
};

// The rows of one call of `advance`. Fixed room, filled again by each call.
struct Telemetry {
    explicit Telemetry(std::size_t rows) {
        for (auto& each : updates) each.reserve(rows);
        for (auto& each : evaluations) each.reserve(rows + 1);
        for (auto& each : epochs) each.reserve(rows);
    }
    void clear() {
        for (auto& each : updates) each.clear();
        for (auto& each : evaluations) each.clear();
        for (auto& each : epochs) each.clear();
    }
    // The column of that key; empty if there is none.
    std::span<const float> column(std::string_view key) const {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].key == key) return i < 3 ? updates[i] : i < 8 ? evaluations[i - 3] : epochs[i - 8];
        return {};
    }

    std::array<std::vector<float>, 3> updates;  // batch_loss, gradient_norm, update_norm
    // evaluation (exact to 2²⁴), validation_loss, validation_accuracy; training_loss, training_accuracy are empty unless they are
    // asked for
    std::array<std::vector<float>, 5> evaluations;
    std::array<std::vector<float>, 3> epochs;  // epoch (exact to 2²⁴), epoch_loss, epoch_accuracy
};

}  // namespace eta
