// spirals has arms that wind around one another, one a class.
#pragma once

#include <array>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/generated_params.hpp"

namespace eta::spirals {

inline constexpr std::array params{
    noise_param("0.05"), samples_param,
    [] {
        Param two_arms = classes_param;
        two_arms.initial = "2";
        return two_arms;
    }(),
    Param{.key = "turns", .min = 0.1, .max = 3, .initial = "1", .help = "how often each arm winds around the middle"},
    data_seed_param};

DataShape shape(const Values&);

// Class c of k lies at (r cos φ, r sin φ), r uniform in [0, 1), φ = 2π (turns r + c / k).
Table make(const Values&, std::span<const std::byte>);

inline constexpr DataSet entry{{{"spirals", "Spirals", "Arms that wind around one another, one for each class, with noise.",
                                 "Lang, Witbrock: Learning to tell two spirals apart, 1988"},
                                params},
                               "",
                               "20%",
                               shape,
                               make};

}  // namespace eta::spirals
