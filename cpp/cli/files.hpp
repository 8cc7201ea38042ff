// Whole files are read and written here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eta {

// Returns nothing if the file is not there or cannot be read.
std::optional<std::vector<std::byte>> read_file(const std::string& path);
bool write_file(const std::string& path, std::string_view bytes);

}  // namespace eta
