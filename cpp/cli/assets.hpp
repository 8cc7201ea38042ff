// This reads the bytes of a data set, from the folder `assets` beside the program.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eta {

// What the file assets/NAME.bin holds, beside `program` (natively: beside the running file); nothing if it cannot be read.
std::optional<std::vector<std::byte>> read_asset(const std::string& program, std::string_view name);

}  // namespace eta
