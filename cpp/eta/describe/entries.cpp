// This finds an entry in a table.
#include "eta/describe/entries.hpp"

namespace eta {

const Entry* Entries::find(Rows rows, std::string_view key) const {
    for (std::size_t i = 0; i < rows.size; ++i)
        if (const Entry& entry = at_(rows.first, i); entry.words.key == key) return &entry;
    return nullptr;
}

const Entry* Entries::find(std::string_view key) const {
    const Entry* entry = find(first_, key);
    return entry || !later_ ? entry : find(rows(), key);
}

}  // namespace eta
