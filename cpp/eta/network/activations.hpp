// This is the table of activations. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/describe/entries.hpp"
#include "eta/network/identity.hpp"
#include "eta/network/relu.hpp"
#include "eta/network/sigmoid.hpp"
#include "eta/network/tanh.hpp"

namespace eta {

inline constexpr std::array all_activations{relu_activation::entry, tanh_activation::entry, sigmoid_activation::entry,
                                            identity_activation::entry};

inline constexpr auto activations = entries_of<all_activations, "relu">();

}  // namespace eta
