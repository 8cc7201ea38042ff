// An exporter writes a racer for elsewhere: as a script of a framework, as a function, as numbers.
#pragma once

#include <string>
#include <string_view>

#include "eta/run/run.hpp"

namespace eta {

struct Exporter {
    std::string_view key;   // as in `eta export --to`
    std::string_view name;  // as on a tab; the same in every language
    std::string_view file;  // the name of the file that it is saved as
    std::string (*write)(const Run& run, const Racer& racer);
};

}  // namespace eta
