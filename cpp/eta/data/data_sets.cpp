// From the files of data sets to their bytes.
#include "eta/data/data_sets.hpp"

#include <algorithm>

namespace eta {

// A packed asset has the name of its data set, by which that is found.
static_assert(std::ranges::all_of(all_data_sets, [](const DataSet& set) { return !set.unpack || set.asset == set.words.key; }));

std::vector<std::byte> asset_from_file(std::string_view asset, std::vector<std::byte> file) {
    const DataSet* set = find(data_sets, asset);
    return set && set->unpack ? set->unpack(file) : file;
}

}  // namespace eta
