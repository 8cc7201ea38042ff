// From the files of data sets to their bytes.
#include "eta/data/data_sets.hpp"

namespace eta {

std::vector<std::byte> asset_from_file(std::string_view asset, std::vector<std::byte> file) {
    for (const DataSet& set : data_sets)
        if (set.unpack && set.asset == asset) return set.unpack(file);
    return file;
}

}  // namespace eta
