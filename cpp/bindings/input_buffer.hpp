// The input buffer holds bytes that the page writes into WebAssembly memory and the next call consumes.
#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <vector>

namespace eta::page {

// Allocates the buffer: a Uint8Array that is to be written at once.
emscripten::val allocate(int bytes);

// Returns what was written; the buffer is empty from then on.
std::vector<std::byte> consume_input();

}  // namespace eta::page
