// moons is two half circles that reach into one another.
#pragma once

#include <array>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/generated_params.hpp"

namespace eta::moons {

inline constexpr std::array params{noise_param("0.2"), samples_param, data_seed_param};

DataShape shape(const Values&);

// With θ uniform in [0, π), class 0 lies at (cos θ − ½, sin θ − ¼) and class 1 at (½ − cos θ, ¼ − sin θ), around (0, 0).
Table make(const Values&, std::span<const std::byte>);

inline constexpr DataSet entry{{{"moons", "Two moons", "Two half circles that reach into one another, with noise.",
                                 "scikit-learn, sklearn.datasets.make_moons"},
                                params},
                               "",
                               "20%",
                               shape,
                               make};

}  // namespace eta::moons
