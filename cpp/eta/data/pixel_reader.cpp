// This mixes the chance of each bit of a pixel.
#include "eta/data/pixel_reader.hpp"

#include <algorithm>

#include "eta/math/functions.hpp"

namespace eta::digits {

namespace {

int rounded(double x) { return static_cast<int>(floor(x + 0.5)); }
std::uint32_t mixed(std::uint32_t x) { return x * 0x9e3779b1; }  // Knuth's multiplicative hash: its high bits count
template <class... Parts>
std::uint32_t key(Parts... parts) {
    std::uint32_t all = 0;
    ((all = mixed(all + static_cast<std::uint32_t>(parts) + 1)), ...);
    return all;
}

}  // namespace

PixelReader::PixelReader(std::span<const std::byte> bytes) : bits_(bytes), found_(contexts << 16) {
    for (int i = 0; i < 4096; ++i) odds_[static_cast<std::size_t>(i)] = rounded(256 * log((i + 0.5) / (4095.5 - i)));
    for (std::size_t i = 0; i < chance_.size(); ++i)
        chance_[i] = rounded(65536 / (1 + exp((max_log_odds - static_cast<double>(i)) / 256)));
    for (int i = 0; i < 256; ++i) rate_[static_cast<std::size_t>(i)] = 65536 / (i + 2);
    for (auto& each : by_node_) each.fill(first);
    for (auto& each : by_place_) each.fill(first);
}

void PixelReader::read(std::byte* to, std::size_t place, std::size_t c) {
    const auto back = [&](int pixels) { return std::to_integer<int>(*(to - pixels)); };
    const auto quarter = [](int pixel) { return (pixel + 3) >> 2; };
    // The image before is 64 pixels back. At an edge the neighbour is one of another row or image: as good as any.
    const int left = back(1), above = back(8), before = back(64), before_right = back(63), before_below = back(56);
    const int plane = left + above - back(9), moved = before + ((left - back(65) + above - back(72)) >> 1);
    place_ = place;
    keys_ = {key(before, quarter(moved)), key(c, place, quarter(above), quarter((left + above) >> 1)),
             key(left, quarter(back(2)), quarter(before_right)),
             key(quarter(left), quarter(above), quarter(plane), quarter(before_below))};
    // Is it 0? Is it 16? If not, it is four bits from the highest; after three zeros the last can be nothing but 1.
    unsigned node = bit(0) ? 16 : bit(16) ? 32 : 1;
    while (node < 16) node = 2 * node + (node == 8 || bit(node));
    *to = static_cast<std::byte>(node - 16);
}

bool PixelReader::bit(unsigned node) {
    Weights &a = by_node_[node], &b = by_place_[place_ * nodes + node];
    std::array<Found*, contexts> found;
    Weights odds;
    odds[contexts] = bias;
    std::int64_t sum = bias * (a[contexts] + b[contexts]);
    for (std::size_t k = 0; k < contexts; ++k) {
        found[k] = &found_[k << 16 | (keys_[k] >> 16 ^ node)];
        odds[k] = odds_[found[k]->chance >> 4];
        sum += odds[k] * (a[k] + b[k]);
    }
    const int chance =
        chance_[static_cast<std::size_t>(std::clamp<std::int64_t>(sum >> 17, -max_log_odds, max_log_odds - 1) + max_log_odds)];
    const bool one = bits_.bit(chance);
    const std::int64_t error = ((one ? 65536 : 0) - chance) * learning;
    for (std::size_t k = 0; k < odds.size(); ++k) {
        const std::int64_t step = (odds[k] * error + (1 << 17)) >> 18;
        a[k] += step, b[k] += step;
    }
    for (Found* each : found) {
        each->chance = static_cast<std::uint16_t>(each->chance + (((one ? 65535 : 0) - each->chance) * rate_[each->times] >> 16));
        if (each->times < 255) ++each->times;
    }
    return one;
}

}  // namespace eta::digits
