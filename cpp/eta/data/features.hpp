// features has 100 columns of which a few tell the class, some repeat those and the rest is noise; some labels are wrong.
#pragma once

#include <array>

#include "eta/data/data_set_entry.hpp"
#include "eta/data/generated_params.hpp"

namespace eta::features {

inline constexpr int columns = 100;

inline constexpr std::array params{
    Param{.key = "samples",
          .unit = Unit::samples,
          .type = Type::integer,
          .min = 10,
          .max = 10000,
          .initial = "1000",
          .scale = Scale::log,
          .help = "how many rows are drawn"},
    Param{
        .key = "informative", .type = Type::integer, .min = 2, .max = 50, .initial = "10", .help = "columns that tell the class"},
    Param{.key = "redundant",
          .type = Type::integer,
          .min = 0,
          .max = 50,
          .initial = "20",
          .help = "columns that are sums of informative ones; what is left of the 100 is noise"},
    Param{.key = "separation",
          .symbol = "δ",
          .min = 0,
          .max = 10,
          .initial = "1",
          .help = "how far the clusters' centres lie from 0 along each informative column"},
    Param{.key = "wrong", .min = 0, .max = 0.5, .initial = "0.05", .help = "the part of the labels that are wrong"},
    data_seed_param,
};

DataShape shape(const Values&);

// Each class is two clusters around corners ±δ of a cube: row = corner + N(0, 1) in the informative columns, their sums with
// weights N(0, 1), divided by the weights' norm, in the redundant ones, N(0, 1) in the others. The columns stand in a random
// order.
Table make(const Values&, std::span<const std::byte>);

inline constexpr DataSet entry{
    {{"features", "100 features", "A hundred columns: a few tell the class, some repeat those, the rest is noise.",
      "Guyon: Design of experiments for the NIPS 2003 variable selection benchmark, 2003; "
      "scikit-learn, sklearn.datasets.make_classification"},
     params},
    "",
    "20%",
    shape,
    make};

}  // namespace eta::features
