// This reads a data set's bytes.
#include "assets.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>

#include "eta/data/data_sets.hpp"

namespace eta {
namespace {

// Under Node the program's own path is what it was called with; natively that may be a bare name found on the PATH.
std::string folder_of(const std::string& program) {
    std::string path = program;
#ifdef __linux__
    std::array<char, 4096> link{};
    const ssize_t length = readlink("/proc/self/exe", link.data(), link.size());
    if (length > 0 && static_cast<std::size_t>(length) < link.size()) path.assign(link.data(), static_cast<std::size_t>(length));
#endif
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

}  // namespace

std::optional<std::vector<std::byte>> read_asset(const std::string& program, std::string_view name) {
    const std::string path = folder_of(program) + "/assets/" + std::string(name) + ".bin";
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return {};
    std::vector<std::byte> bytes;
    std::array<std::byte, 65536> block;
    while (!std::feof(file) && !std::ferror(file)) {
        const std::size_t count = std::fread(block.data(), 1, block.size(), file);
        bytes.insert(bytes.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(count));
    }
    std::fclose(file);
    return asset_from_file(name, std::move(bytes));
}

}  // namespace eta
