// This reads and writes files.
#include "files.hpp"

#include <array>
#include <cstdio>

namespace eta {

std::optional<std::vector<std::byte>> read_file(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return {};
    std::vector<std::byte> bytes;
    std::array<std::byte, 65536> block;
    while (!std::feof(file) && !std::ferror(file)) {
        const std::size_t count = std::fread(block.data(), 1, block.size(), file);
        bytes.insert(bytes.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(count));
    }
    const bool good = !std::ferror(file);
    std::fclose(file);
    if (!good) return {};
    return bytes;
}

bool write_file(const std::string& path, std::string_view bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return false;
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    return std::fclose(file) == 0 && written;
}

}  // namespace eta
