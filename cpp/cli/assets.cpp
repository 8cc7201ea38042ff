// This reads a data set's bytes.
#include "assets.hpp"

#include <unistd.h>

#include <array>

#include "eta/data/data_sets.hpp"
#include "files.hpp"

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
    auto bytes = read_file(path);
    if (!bytes) return {};
    return asset_from_file(name, std::move(*bytes));
}

}  // namespace eta
