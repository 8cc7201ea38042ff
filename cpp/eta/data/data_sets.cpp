// From the files of data sets to their bytes.
#include "eta/data/data_sets.hpp"

namespace eta {

std::vector<std::byte> asset_from_file(std::string_view asset, std::vector<std::byte> file) {
    const DataSet* set = find(data_sets, asset);
    return set && set->unpack ? set->unpack(file) : file;
}

}  // namespace eta
