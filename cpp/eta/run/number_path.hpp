// A path names a number of a run: lr, batch, schedule.factor (of the first node that has it), schedule.at.2 (the rate of the second
// point), schedule.3.factor (of the schedule of layer 3), opt.momentum, opt.momentum.to (of the schedule of that number), batch.at.2,
// 2.schedule.every (of racer 2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "eta/run/run.hpp"

namespace eta {

struct RunNumber {
    std::size_t racer = 1;                  // whose rate it moves, from 1
    std::string key = {};                   // the run's key that it stands in
    std::string moves = "schedule";         // the path (eta/run/scheduled.hpp) of what it is a number of
    const Entry* entry = nullptr;           // what is called where it stands, if it is a part of its key's value
    const Param* param = nullptr;           // which of the entry's
    std::size_t node = 0;                   // of the value's tree: the call that the number belongs to
    std::optional<std::size_t> point = {};  // of a list, from 0
    double min = 0, max = 1;
    bool is_whole = false;
    Scale scale = Scale::linear;
};

// Returns the number that the path names; nothing, with a problem added that lists what there is.
std::optional<RunNumber> find_number(const Run& run, std::string_view path, Problems& problems);

// Returns the run with another number in its place; nothing if that is no good run.
std::optional<Run> with_number(const Run& run, const RunNumber& number, double x, const Limits& limits);

}  // namespace eta
