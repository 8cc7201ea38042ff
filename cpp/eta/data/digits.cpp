// This unpacks the digits' bytes (cpp/assets/make_digits.py packs and describes them) and makes samples of them.
#include "eta/data/digits.hpp"

#include <numeric>
#include <string_view>

#include "eta/data/pixel_reader.hpp"
#include "eta/math/hash.hpp"
#include "eta/random/stream.hpp"

namespace eta::digits {

namespace {

constexpr std::size_t samples = whole.samples, pixels = whole.inputs, classes = whole.classes,
                      unpacked_size = samples * (1 + pixels);

unsigned byte(std::span<const std::byte> bytes, std::size_t i) { return std::to_integer<unsigned>(bytes[i]); }

std::uint64_t hash(std::span<const std::byte> bytes) {
    Hash all;
    all.add(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    return all.value();
}

}  // namespace

std::vector<std::byte> unpack(std::span<const std::byte> file) {
    constexpr std::size_t counts = 8, bits = counts + 2 * classes;
    if (file.size() < bits) return {};
    std::vector<std::byte> all(unpacked_size);
    std::size_t labels = 0;
    for (std::size_t c = 0; c < classes; ++c)
        for (unsigned n = byte(file, counts + 2 * c) + 256 * byte(file, counts + 2 * c + 1); n > 0; --n) {
            if (labels == samples) return {};
            all[labels++] = static_cast<std::byte>(c);
        }
    PixelReader reader(file.subspan(bits));
    for (std::size_t i = 0; i < samples * pixels; ++i) reader.read(&all[samples + i], i % pixels, byte(all, i / pixels));
    std::uint64_t expected = 0;
    for (std::size_t i = counts; i-- > 0;) expected = expected << 8 | byte(file, i);
    if (!reader.at_end() || hash(all) != expected) return {};
    return all;
}

Table make(const Values& values, std::span<const std::byte> unpacked) {
    if (unpacked.size() != unpacked_size) return {};
    Table table = zeros(whole);
    // In the file similar images stand together, which compresses well; here any stretch of samples is to be a fair one.
    Random random(0, Stream::data);
    const auto place = permutation(static_cast<std::uint32_t>(samples), random);
    for (std::size_t s = 0; s < samples; ++s) {
        table.y[place[s]] = static_cast<std::int32_t>(byte(unpacked, s));
        for (std::size_t p = 0; p < pixels; ++p)
            table.x[place[s] * pixels + p] = static_cast<float>(byte(unpacked, samples + s * pixels + p)) / 16;
    }
    const DataShape shape = entry.shape(values);
    if (shape.samples == whole.samples) return table;
    std::vector<std::uint32_t> first(static_cast<std::size_t>(shape.samples));
    std::iota(first.begin(), first.end(), 0u);
    Table part = zeros(shape);
    gather(table, first, part.x, part.y);
    return part;
}

}  // namespace eta::digits
