// These are the kinds of registered things, each with its table. A kind is what a key's value is one of.
#pragma once

#include <array>

#include "eta/data/data_sets.hpp"
#include "eta/data/splits.hpp"
#include "eta/network/activations.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/network/losses.hpp"
#include "eta/optimizer/averages.hpp"
#include "eta/optimizer/clips.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "eta/run/conventions.hpp"
#include "eta/run/presets.hpp"
#include "eta/schedule/aliases.hpp"
#include "eta/schedule/schedules.hpp"
#include "eta/stop/stops.hpp"

namespace eta {

struct RegisteredKind {
    std::string_view key;
    const Entries* table;
};

inline constexpr std::array kinds{
    RegisteredKind{"schedule", &schedules},       RegisteredKind{"optimizer", &optimizers},   RegisteredKind{"clip", &clips},
    RegisteredKind{"data", &data_sets},           RegisteredKind{"activation", &activations}, RegisteredKind{"loss", &losses},
    RegisteredKind{"initialiser", &initialisers}, RegisteredKind{"split", &splits},           RegisteredKind{"stop", &stops},
    RegisteredKind{"convention", &conventions},   RegisteredKind{"preset", &presets},         RegisteredKind{"alias", &aliases},
    RegisteredKind{"average", &averages},
};

// Returns the table of a kind, which must exist.
constexpr const Entries& table_of(std::string_view kind) {
    std::size_t i = 0;
    while (kinds[i].key != kind) ++i;
    return *kinds[i].table;
}

}  // namespace eta
