// This draws two circles from a seed.
#include "eta/data/circles.hpp"

#include "eta/math/functions.hpp"
#include "eta/random/stream.hpp"

namespace eta::circles {

DataShape shape(const Values& values) {
    return apply<params, double>(
        [](double, double samples, double, double) { return DataShape{static_cast<int>(samples), 2, 2}; }, values);
}

Table make(const Values& values, std::span<const std::byte>) {
    Table table = zeros(shape(values));
    apply<params, double>(
        [&](double noise, double, double factor, double seed) {
            Random random(static_cast<std::uint64_t>(seed), Stream::data);
            for (std::size_t i = 0; i < table.y.size(); ++i) {
                const bool inner = i % 2 == 1;
                const double theta = 2 * pi<double>() * random.uniform();
                const double r = inner ? factor : 1;
                table.y[i] = inner;
                table.x[2 * i] = static_cast<float>(r * cos(theta) + noise * random.normal());
                table.x[2 * i + 1] = static_cast<float>(r * sin(theta) + noise * random.normal());
            }
        },
        values);
    return table;
}

}  // namespace eta::circles
