// Handles stand on the drawn curves: the numbers of a run can be dragged there, which gives another text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eta/describe/param.hpp"
#include "eta/run/run.hpp"

namespace eta {

// A handle is a ring or square on the curve. `racer` counts from 1; 0 is the shared base rate, which moves every racer that uses
// it.
struct Handle {
    std::size_t racer = 0;
    std::string path;       // the numbers it moves: "lr", "schedule.every", or both axes' as "schedule.every schedule.factor"
    double t = 0, eta = 0;  // where it stands
    bool moves_t = false, moves_eta = false;
    Scale scale_t = Scale::linear, scale_eta = Scale::linear;  // as the parameters' own

    // It edits this in the racer's tree: the node of the call, and the parameters along t and η (null: none).
    std::size_t node = 0;
    const Param* along_t = nullptr;
    const Param* along_eta = nullptr;
    std::size_t point = 0;         // of a list of points: which
    double start = 0, length = 0;  // of its segment
    double share = 1;              // of a point of a factor: η over its number
};

std::vector<Handle> handles(const Run& run);

// The run after the handle of that index has been dragged to (t, eta). What is out of range is held at its limit; t is rounded to
// a whole update, η to three digits. Nothing if there is no such handle.
std::optional<Run> drag(const Run& run, std::size_t handle, double t, double eta, const Limits& limits);

}  // namespace eta
