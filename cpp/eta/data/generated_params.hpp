// Generated data sets share these parameters.
#pragma once

#include "eta/describe/param.hpp"

namespace eta {

constexpr Param noise_param(std::string_view initial) {
    return {.key = "noise",
            .symbol = "σ",
            .min = 0,
            .max = 1,
            .initial = initial,
            .help = "the standard deviation of the noise added to each coordinate"};
}

inline constexpr Param samples_param{.key = "samples",
                                     .unit = Unit::samples,
                                     .type = Type::integer,
                                     .min = 10,
                                     .max = 10000,
                                     .initial = "600",
                                     .scale = Scale::log,
                                     .help = "how many points are drawn"};

inline constexpr Param classes_param{.key = "classes",
                                     .type = Type::integer,
                                     .min = 2,
                                     .max = 10,
                                     .initial = "3",
                                     .help = "how many classes there are, all of the same size or one point apart"};

inline constexpr Param data_seed_param{.key = "seed",
                                       .type = Type::integer,
                                       .min = 0,
                                       .max = 9007199254740991.0,
                                       .initial = "1",
                                       .help = "which points are drawn, whatever the seed of the run"};

}  // namespace eta
