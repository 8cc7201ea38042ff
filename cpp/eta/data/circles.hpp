// circles is a ring around a disc's rim.
#pragma once

#include <array>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/generated_params.hpp"

namespace eta::circles {

inline constexpr std::array params{noise_param("0.1"), samples_param,
                                   Param{.key = "factor",
                                         .symbol = "r",
                                         .min = 0.05,
                                         .max = 0.95,
                                         .initial = "0.5",
                                         .help = "the inner circle's radius, where the outer one's is 1"},
                                   data_seed_param};

DataShape shape(const Values&);

// With θ uniform in [0, 2π), class 0 lies at (cos θ, sin θ) and class 1 at r·(cos θ, sin θ).
Table make(const Values&, std::span<const std::byte>);

inline constexpr DataSet entry{{{"circles", "Circles", "One circle inside another, with noise: no line divides them.",
                                 "scikit-learn, sklearn.datasets.make_circles"},
                                params},
                               "",
                               "20%",
                               shape,
                               make};

}  // namespace eta::circles
