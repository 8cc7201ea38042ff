// This declares the table of schedules; it is listed in one place, so that its templates are compiled once.
#pragma once

#include "eta/describe/entries.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta {

extern const EntriesOf<Schedule> schedules;

}  // namespace eta
