// This draws the square's quarters from a seed.
#include "eta/data/xor.hpp"

#include "eta/math/functions.hpp"
#include "eta/random/stream.hpp"

namespace eta::exclusive_or {

DataShape shape(const Values& values) {
    return apply<params, double>([](double, double samples, double) { return DataShape{static_cast<int>(samples), 2, 2}; },
                                 values);
}

Table make(const Values& values, std::span<const std::byte>) {
    Table table = zeros(shape(values));
    apply<params, double>(
        [&](double noise, double, double seed) {
            Random random(static_cast<std::uint64_t>(seed), Stream::data);
            for (std::size_t i = 0; i < table.y.size(); ++i) {
                const bool opposite = i % 2 == 1;
                const double u = random.uniform(-1, 1);
                const double height = random.uniform();
                const double v = (u < 0) != opposite ? -height : height;
                table.y[i] = opposite;
                table.x[2 * i] = static_cast<float>(u + noise * random.normal());
                table.x[2 * i + 1] = static_cast<float>(v + noise * random.normal());
            }
        },
        values);
    return table;
}

}  // namespace eta::exclusive_or
