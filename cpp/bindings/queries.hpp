// These functions answer the page's questions about the text of a run. A text is bound once, and its run is cached until others
// replace it.
#pragma once

#include <emscripten/val.h>

#include <optional>
#include <string>

#include "eta/run/run.hpp"

namespace eta::page {

// These are the largest runs of the page.
inline constexpr Limits limits{.updates = 1e6, .weights = 1e6};

// Binds a text, which must be valid UTF-8. An invalid text gives nothing and adds problems.
std::optional<Run> bind_text(const std::string& text, Problems& problems);
// Returns how many texts have been bound, for tests.
int readings();

// Returns what `eta check` prints about the text.
std::string read(const std::string& text);

// Returns the warnings about the text as a list of problems; it is empty where there are none, or no run.
std::string warnings(const std::string& text);

// Returns where the racers of a run part from the first (eta/report/comparison.hpp); empty if there is no such run.
std::string compare(const std::string& text);

// Returns what `read` does after handle number `handle` of read's `handles` has been dragged to (t, eta); empty if there is no such
// handle.
std::string drag(const std::string& text, int handle, double t, double eta);

// Returns what is known of the schedule of racer number `racer` (from 1), as JSON (eta/report/explained.hpp): its formula and its sums
// for t < 0, else why η is what it is at t, with that factor of a listener, which is unknown where it is
// negative. It is empty if the text or the racer is invalid.
std::string explain(const std::string& text, int racer, double t, double factor);

// Returns what `eta export --to TO` prints of racer number `racer` (from 1); empty if the text, the racer or the exporter is invalid.
std::string exported(const std::string& text, int racer, const std::string& to);

// Returns η of racer number `racer` (from 1), or where `path` is not empty another number of it (eta/run/scheduled.hpp), at from … to − 1 in at most `points` pairs (eta/schedule/stretch.hpp). The result is
// a view into memory (Float64Array), valid until the next call: min, max, has_zero (0 or 1), the number of all drops, the number
// of listed drops, these drops, every t, every η. It is empty if the text, the racer or the range is invalid. The call consumes
// the factors: update, factor, …, as doubles.
emscripten::val stretch(const std::string& text, int racer, const std::string& path, double from, double to, int points);

}  // namespace eta::page
