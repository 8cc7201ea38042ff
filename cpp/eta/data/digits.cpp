// Unpacking the digits' bytes (cpp/assets/digits.md describes them).
#include "eta/data/digits.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "eta/random/stream.hpp"

namespace eta::digits {

namespace {

constexpr std::string_view magic = "EtaDigs1";
constexpr std::size_t samples = whole.samples, pixels = whole.inputs, classes = whole.classes;
constexpr std::size_t header = magic.size() + 2 * classes, size = header + samples * pixels;

unsigned byte(std::span<const std::byte> asset, std::size_t i) { return std::to_integer<unsigned>(asset[i]); }

// Size, magic, the count of each class and the range of every pixel are as they should be.
bool valid(std::span<const std::byte> asset) {
    if (asset.size() != size) return false;
    std::size_t count = 0;
    for (std::size_t i = 0; i < magic.size(); ++i)
        if (byte(asset, i) != static_cast<unsigned char>(magic[i])) return false;
    for (std::size_t i = magic.size(); i < header; i += 2) count += byte(asset, i) + 256 * byte(asset, i + 1);
    return count == samples && std::all_of(asset.begin() + header, asset.end(), [](std::byte b) { return b <= std::byte{16}; });
}

}  // namespace

Table make(const Values& values, std::span<const std::byte> asset) {
    if (!valid(asset)) return {};
    Table table = zeros(whole);
    // In the file similar images stand together, which compresses well; here any stretch of samples is to be a fair one.
    Random random(0, Stream::data);
    const auto place = permutation(static_cast<std::uint32_t>(samples), random);
    for (std::size_t c = 0, s = 0; c < classes; ++c) {
        const std::size_t at = magic.size() + 2 * c, count = byte(asset, at) + 256 * byte(asset, at + 1);
        for (std::size_t k = 0; k < count; ++k, ++s) table.y[place[s]] = static_cast<std::int32_t>(c);
    }
    for (std::size_t p = 0; p < pixels; ++p)
        for (std::size_t s = 0; s < samples; ++s)
            table.x[place[s] * pixels + p] = static_cast<float>(byte(asset, header + p * samples + s)) / 16;
    const DataShape shape = entry.shape(values);
    if (shape.samples == whole.samples) return table;
    std::vector<std::uint32_t> first(static_cast<std::size_t>(shape.samples));
    std::iota(first.begin(), first.end(), 0u);
    Table part = zeros(shape);
    gather(table, first, part.x, part.y);
    return part;
}

}  // namespace eta::digits
