// What the page asks about the text of a run.
#pragma once

#include <emscripten/val.h>

#include <string>

#include "eta/run/keys.hpp"

namespace eta::page {

// What the page allows.
inline constexpr Limits limits{.updates = 1e6, .weights = 1e6};

std::string check(const std::string& text);

// η of racer number `racer` (from 1) at first, first + stride, …: a Float64Array that is a view into memory, valid until the next call.
// It is empty if the text or the racer is not good.
emscripten::val curve(const std::string& text, int racer, double first, int count, double stride);

// The canonical text after handle number `handle` of check's `handles` has been dragged to (t, eta); empty if there is none.
std::string drag(const std::string& text, int handle, double t, double eta);

}  // namespace eta::page
