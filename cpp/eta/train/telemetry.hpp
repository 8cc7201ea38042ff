// Telemetry is columns of numbers, with a row for each update, evaluation or epoch. A new column is one line at the table's end.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "eta/describe/left_out.hpp"
#include "eta/network/network.hpp"

namespace eta {

// An update's row is computed from this after it was applied. The norms are those of ∂L/∂w before clipping, of Δw and of w, all
// three of the weights that are trained, also where others are evaluated.
struct UpdateReport {
    double loss, gradient_norm, update_norm, weight_norm;
    double rate_sum;  // Σ ηₜ including this update
};
// An evaluation follows `updates` updates. `training` covers all training samples, if the run measures them; `average` is the mean of
// the weights on the validation samples, if the racer keeps one.
struct EvaluationReport {
    std::int64_t updates;
    Evaluation validation, training, average;
};
// These are means over the samples of an epoch, each measured before the update that uses it: Keras' `loss` and `accuracy`.
struct EpochReport {
    std::int64_t updates;
    double loss, accuracy;
};

struct Column {
    std::string_view key;
    std::string_view symbol;
    English name;
    std::string_view unit;
    // The argument's type determines the group of rows.
    std::variant<double (*)(const UpdateReport&), double (*)(const EvaluationReport&), double (*)(const EpochReport&)> value;
    bool is_index = false;     // it counts the updates done before each row of its group, and is not in the CSV
    bool of_training = false;  // it is empty unless the run measures the training samples
    bool is_noisy = false;     // it jumps from batch to batch: a chart smooths it
    bool of_average = false;   // it is empty unless the racer keeps a mean of its weights
};

// They are in the order of the CSV. An incomplete epoch has no row; index columns are exact to 2²⁴.
inline constexpr std::array columns{
    Column{"batch_loss", "", "Batch loss", "", [](const UpdateReport& r) { return r.loss; }, false, false, true},
    Column{"gradient_norm", "‖g‖", "Gradient norm", "", [](const UpdateReport& r) { return r.gradient_norm; }, false, false,
           true},
    Column{"update_norm", "‖Δw‖", "Update norm", "", [](const UpdateReport& r) { return r.update_norm; }, false, false, true},
    Column{"evaluation", "", "Updates done", "updates", [](const EvaluationReport& r) { return double(r.updates); }, true},
    Column{"validation_loss", "", "Validation loss", "", [](const EvaluationReport& r) { return r.validation.loss; }},
    Column{"validation_accuracy", "", "Validation accuracy", "part",
           [](const EvaluationReport& r) { return r.validation.accuracy; }},
    Column{"training_loss", "", "Training loss", "", [](const EvaluationReport& r) { return r.training.loss; }, false, true},
    Column{"training_accuracy", "", "Training accuracy", "part", [](const EvaluationReport& r) { return r.training.accuracy; },
           false, true},
    Column{"epoch", "", "Updates done", "updates", [](const EpochReport& r) { return double(r.updates); }, true},
    Column{"epoch_loss", "", "Loss of the epoch", "", [](const EpochReport& r) { return r.loss; }},
    Column{"epoch_accuracy", "", "Accuracy of the epoch", "part", [](const EpochReport& r) { return r.accuracy; }},
    Column{"weight_norm", "‖w‖", "Weight norm", "", [](const UpdateReport& r) { return r.weight_norm; }},
    Column{"rate_sum", "Σηₜ", "Sum of the rates", "", [](const UpdateReport& r) { return r.rate_sum; }},
    Column{"average_loss", "", "Validation loss of the mean", "", [](const EvaluationReport& r) { return r.average.loss; }, false,
           false, false, true},
    Column{"average_accuracy", "", "Validation accuracy of the mean", "part",
           [](const EvaluationReport& r) { return r.average.accuracy; }, false, false, false, true},
};

// A group's number is the index of `value`.
inline constexpr std::array<std::string_view, 3> groups{"updates", "evaluations", "epochs"};

// Returns the index of a column in the table.
consteval std::size_t column(std::string_view key) {
    std::size_t i = 0;
    while (columns[i].key != key) ++i;
    return i;
}

// What is measured beside the validation samples.
struct Measured {
    bool training = false, average = false;

    bool has(const Column& column) const { return (training || !column.of_training) && (average || !column.of_average); }
};

// These are the rows of one call of `advance`. Their buffers have a fixed size and are reused by each call.
class Telemetry {
public:
    Telemetry(std::size_t updates, Measured measured) : measured_(measured) {
        for (auto& each : rows_) each.reserve(updates + 1);
    }
    void clear() {
        for (auto& each : rows_) each.clear();
    }
    template <class Report>
    void add(const Report& report) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (const auto* value = std::get_if<double (*)(const Report&)>(&columns[i].value); value && has(i))
                rows_[i].push_back(static_cast<float>((*value)(report)));
    }
    // Returns whether the run has that column.
    bool has(std::size_t i) const { return measured_.has(columns[i]); }
    std::span<const float> operator[](std::size_t i) const { return rows_[i]; }
    // Returns the column of that key; empty if there is none.
    std::span<const float> column(std::string_view key) const {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].key == key) return rows_[i];
        return {};
    }

private:
    Measured measured_;
    std::array<std::vector<float>, columns.size()> rows_;
};

}  // namespace eta
