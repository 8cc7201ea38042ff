// This draws two moons from a seed.
#include "eta/data/moons.hpp"

#include "eta/math/functions.hpp"
#include "eta/random/stream.hpp"

namespace eta::moons {

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
                const bool second = i % 2 == 1;
                const double theta = pi<double>() * random.uniform();
                const double x = cos(theta) - 0.5, y = sin(theta) - 0.25;
                table.y[i] = second;
                table.x[2 * i] = static_cast<float>((second ? -x : x) + noise * random.normal());
                table.x[2 * i + 1] = static_cast<float>((second ? -y : y) + noise * random.normal());
            }
        },
        values);
    return table;
}

}  // namespace eta::moons
