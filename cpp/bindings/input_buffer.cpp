// This file holds the input buffer.
#include "input_buffer.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace eta::page {
namespace {

std::vector<std::byte> input;

}  // namespace

emscripten::val allocate(int bytes) {
    input.resize(static_cast<std::size_t>(std::max(bytes, 0)));
    return emscripten::val(emscripten::typed_memory_view(input.size(), reinterpret_cast<std::uint8_t*>(input.data())));
}

std::vector<std::byte> consume_input() { return std::exchange(input, {}); }

}  // namespace eta::page
