// This says why a run ended.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace eta {

// finished: all updates done. loss … rate: that was not finite (or a rate negative), and the update is not applied. updates …
// target: what its stop rule waited for.
enum class Ended { running, finished, loss, gradient, weights, rate, updates, early, target };

inline constexpr std::array<std::string_view, 9> ended_names{"",     "finished", "loss",  "gradient", "weights",
                                                             "rate", "updates",  "early", "target"};
constexpr std::string_view name(Ended ended) { return ended_names[static_cast<std::size_t>(ended)]; }  // "" while running
constexpr bool is_divergence(Ended ended) { return ended >= Ended::loss && ended <= Ended::rate; }

}  // namespace eta
