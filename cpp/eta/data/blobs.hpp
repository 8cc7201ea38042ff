// blobs is round clouds of points, one a class, around the unit circle.
#pragma once

#include <array>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/generated_params.hpp"

namespace eta::blobs {

inline constexpr std::array params{noise_param("0.4"), samples_param, classes_param, data_seed_param};

DataShape shape(const Values&);

// Class c of k lies around (cos φ, sin φ), φ = 2π c / k.
Table make(const Values&, std::span<const std::byte>);

inline constexpr DataSet entry{{{"blobs", "Blobs", "Round clouds of points, one for each class, evenly placed on a circle.",
                                 "scikit-learn, sklearn.datasets.make_blobs"},
                                params},
                               "",
                               "20%",
                               shape,
                               make};

}  // namespace eta::blobs
