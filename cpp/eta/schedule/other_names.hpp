// Schedules are looked for by the names that others give them: a wrong name that is one of these is answered with the text that is meant.
#pragma once

#include <string_view>

namespace eta {

// Returns the text of the language that somebody means by this name, whatever its case and its underscores; empty if nobody does.
std::string_view meant_by(std::string_view name);

}  // namespace eta
