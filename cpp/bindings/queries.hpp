// What the page asks about the text of a run. A text is bound once and its run kept, until so many others have come after it.
#pragma once

#include <emscripten/val.h>

#include <optional>
#include <string>

#include "eta/run/run.hpp"

namespace eta::page {

// The page allows at most this.
inline constexpr Limits limits{.updates = 1e6, .weights = 1e6};

// Binds a text, which must be valid UTF-8; nothing, with problems added, if anything is wrong.
std::optional<Run> bind_text(const std::string& text, Problems& problems);
// How often that was done. Tests count with it.
int readings();

// What `eta check` says of the text.
std::string read(const std::string& text);

// The same of the text after handle number `handle` of read's `handles` has been dragged to (t, eta); empty if there is none.
std::string drag(const std::string& text, int handle, double t, double eta);

// η of racer number `racer` (from 1) at from … to − 1 in at most `points` pairs (eta/schedule/stretch.hpp): a Float64Array that is a view
// into memory, valid until the next call. It consumes the factors: update, factor, …, as doubles.
// least, greatest, zero (0 or 1), drops in all, drops given, those drops, every t, every η.
// It is empty if the text, the racer or the range is not good.
emscripten::val stretch(const std::string& text, int racer, double from, double to, int points);

}  // namespace eta::page
