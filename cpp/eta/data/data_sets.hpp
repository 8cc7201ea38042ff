// This is the table of data sets. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/data/blobs.hpp"
#include "eta/data/circles.hpp"
#include "eta/data/digits.hpp"
#include "eta/data/features.hpp"
#include "eta/data/mnist.hpp"
#include "eta/data/moons.hpp"
#include "eta/data/spirals.hpp"
#include "eta/data/xor.hpp"
#include "eta/describe/entries.hpp"

namespace eta {

inline constexpr std::array all_data_sets{digits::entry,  moons::entry,        blobs::entry,    spirals::entry,
                                          circles::entry, exclusive_or::entry, features::entry, mnist::entry};

inline constexpr auto data_sets = entries_of<all_data_sets, "digits">();

// The bytes that `make` needs, from the file of an asset. A program calls it once, when it has the file: how a file holds them is
// known to the data set alone.
std::vector<std::byte> asset_from_file(std::string_view asset, std::vector<std::byte> file);

}  // namespace eta
