// This finds an entry in a table.
#include "eta/describe/entry.hpp"

namespace eta {

const Entry* Entries::find(std::string_view key) const {
    for (std::size_t i = 0; i < size_; ++i)
        if ((*this)[i].words.key == key) return &(*this)[i];
    return nullptr;
}

}  // namespace eta
