// The table of telemetry columns, in the order of the CSV. A new one is a line here, at the end, and the line of the trainer that
// writes it.
#pragma once

#include <array>
#include <string_view>

#include "eta/describe/left_out.hpp"

namespace eta {

// A column has a number for each update, for each evaluation or for each epoch that is whole.
enum class Group { update, evaluation, epoch };

struct Column {
    std::string_view key;
    English name;
    std::string_view unit;
    Group group;
    bool is_time = false;      // it holds the updates done by then, exact to 2²⁴: the CSV has them already
    bool is_optional = false;  // it is empty unless the run measures the training samples
};

// Loss and accuracy of an epoch are means over its samples, each taken before the update that it takes part in: Keras' `loss` and
// `accuracy`.
inline constexpr std::array columns{
    Column{"batch_loss", "Batch loss", "", Group::update},
    Column{"gradient_norm", "Gradient norm", "", Group::update},
    Column{"update_norm", "Update norm", "", Group::update},
    Column{"evaluation", "Updates done", "updates", Group::evaluation, true},
    Column{"validation_loss", "Validation loss", "", Group::evaluation},
    Column{"validation_accuracy", "Validation accuracy", "part", Group::evaluation},
    Column{"training_loss", "Training loss", "", Group::evaluation, false, true},
    Column{"training_accuracy", "Training accuracy", "part", Group::evaluation, false, true},
    Column{"epoch", "Updates done", "updates", Group::epoch, true},
    Column{"epoch_loss", "Loss of the epoch", "", Group::epoch},
    Column{"epoch_accuracy", "Accuracy of the epoch", "part", Group::epoch},
    Column{"weight_norm", "Weight norm", "", Group::update},
    Column{"rate_sum", "Sum of the rates", "", Group::update},
};

// Returns the place of a column in the table, and the size of the table where there is none of that key.
constexpr std::size_t column_index(std::string_view key) {
    std::size_t i = 0;
    while (i < columns.size() && columns[i].key != key) ++i;
    return i;
}

}  // namespace eta
