// This draws blobs from a seed.
#include "eta/data/blobs.hpp"

#include "eta/math/functions.hpp"
#include "eta/random/stream.hpp"

namespace eta::blobs {

DataShape shape(const Values& values) {
    return apply<params, double>([](double, double samples, double classes,
                                    double) { return DataShape{static_cast<int>(samples), 2, static_cast<int>(classes)}; },
                                 values);
}

Table make(const Values& values, std::span<const std::byte>) {
    Table table = zeros(shape(values));
    apply<params, double>(
        [&](double noise, double, double, double seed) {
            Random random(static_cast<std::uint64_t>(seed), Stream::data);
            for (std::size_t i = 0; i < table.y.size(); ++i) {
                table.y[i] = static_cast<std::int32_t>(i) % table.shape.classes;
                const double phi = 2 * pi<double>() * table.y[i] / table.shape.classes;
                table.x[2 * i] = static_cast<float>(cos(phi) + noise * random.normal());
                table.x[2 * i + 1] = static_cast<float>(sin(phi) + noise * random.normal());
            }
        },
        values);
    return table;
}

}  // namespace eta::blobs
