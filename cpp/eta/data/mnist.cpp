// This unpacks MNIST's bytes (build-scripts/lib/site/pack-mnist.mjs packs them).
#include "eta/data/mnist.hpp"

#include <algorithm>

namespace eta::mnist {

namespace {

constexpr std::string_view magic = "EtaMnst1";

unsigned byte(std::span<const std::byte> asset, std::size_t i) { return std::to_integer<unsigned>(asset[i]); }

// Fills x with pixels of whole images; false if the bytes end before, or a run of zeros does not end with the last image.
bool unpack(std::span<const std::byte> packed, bool whole, std::span<float> x) {
    std::size_t at = 0, pixel = 0;
    while (pixel < x.size() && at < packed.size()) {
        const unsigned value = byte(packed, at++);
        if (value > 0) {
            x[pixel++] = static_cast<float>(value) / 255;
            continue;
        }
        if (at == packed.size()) return false;
        pixel += byte(packed, at++);  // x is zeros already
    }
    return pixel >= x.size() && (!whole || (pixel == x.size() && at == packed.size()));
}

}  // namespace

Table make(const Values& values, std::span<const std::byte> asset) {
    const std::size_t head = magic.size() + 2;
    if (asset.size() < head) return {};
    for (std::size_t i = 0; i < magic.size(); ++i)
        if (byte(asset, i) != static_cast<unsigned char>(magic[i])) return {};
    Table table = zeros(entry.shape(values));
    const std::size_t samples = table.y.size(), held = byte(asset, magic.size()) + 256 * byte(asset, magic.size() + 1);
    if (held < samples || asset.size() < head + held) return {};
    for (std::size_t i = 0; i < samples; ++i) {
        table.y[i] = static_cast<std::int32_t>(byte(asset, head + i));
        if (table.y[i] >= table.shape.classes) return {};
    }
    if (!unpack(asset.subspan(head + held), samples == held, table.x)) return {};
    return table;
}

}  // namespace eta::mnist
