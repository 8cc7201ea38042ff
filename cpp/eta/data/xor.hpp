// xor is a square's four quarters, opposite ones of one class.
#pragma once

#include <array>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/generated_params.hpp"

namespace eta::exclusive_or {

inline constexpr std::array params{noise_param("0.05"), samples_param, data_seed_param};

DataShape shape(const Values&);

// (u, v) is uniform in the square [−1, 1)²; its class is 1 where u and v have different signs; the noise is added after that.
Table make(const Values&, std::span<const std::byte>);

inline constexpr DataSet entry{{{"xor", "Exclusive or", "A square whose opposite quarters belong together, with noise.",
                                 "Minsky, Papert: Perceptrons, 1969"},
                                params},
                               "",
                               "20%",
                               shape,
                               make};

}  // namespace eta::exclusive_or
