// A running mean forgets early weights at a steady pace.
#pragma once

#include <array>

#include "eta/optimizer/average_entry.hpp"

namespace eta::average_ema {

inline constexpr std::array params{Param{.key = "decay",
                                         .symbol = "β",
                                         .min = 0,
                                         .max = 0.9999999,
                                         .initial = "0.999",
                                         .help = "how much of the mean is kept at each update"}};

// It begins with the weights after the first update, as PyTorch's does.
inline double part(const Values& values, std::int64_t updates) { return updates == 1 ? 1 : 1 - values[0]; }

inline constexpr Average entry{
    {{"ema", "Running mean", "A running mean of the weights that forgets early ones.",
      "Polyak, Juditsky: Acceleration of stochastic approximation by averaging, SIAM J. Control Optim. 30, "
      "1992; PyTorch, torch.optim.swa_utils.get_ema_multi_avg_fn"},
     params},
    part};

}  // namespace eta::average_ema
