// This keeps the files of data sets.
#include "provided_assets.hpp"

#include <algorithm>
#include <vector>

#include "eta/data/data_sets.hpp"
#include "input_buffer.hpp"

namespace eta::page {
namespace {

struct Asset {
    std::string name;
    std::vector<std::byte> bytes;
};
std::vector<Asset> assets;  // a handful

const Asset* find_asset(std::string_view name) {
    const auto found = std::find_if(assets.begin(), assets.end(), [&](const Asset& each) { return each.name == name; });
    return found == assets.end() ? nullptr : &*found;
}

}  // namespace

void provide(const std::string& asset) {
    std::erase_if(assets, [&](const Asset& each) { return each.name == asset; });
    assets.push_back({asset, asset_from_file(asset, consume_input())});
}

bool has(const std::string& asset) { return find_asset(asset); }

std::span<const std::byte> provided(std::string_view asset) {
    const Asset* found = find_asset(asset);
    return found ? std::span<const std::byte>(found->bytes) : std::span<const std::byte>();
}

}  // namespace eta::page
