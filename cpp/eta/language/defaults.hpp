// These defaults stand in the place of the declared ones, as a convention has them.
#pragma once

#include <span>
#include <string_view>

#include "eta/describe/entry.hpp"

namespace eta {

// This is the default of one parameter of a registered thing, in the language of runs.
struct DefaultOverride {
    std::string_view entry, param, initial;
};
using Defaults = std::span<const DefaultOverride>;

// Returns the parameter with the default that holds.
constexpr Param with_default(const Entry& entry, Param param, Defaults defaults) {
    for (const DefaultOverride& each : defaults)
        if (each.entry == entry.words.key && each.param == param.key) param.initial = each.initial;
    return param;
}

}  // namespace eta
