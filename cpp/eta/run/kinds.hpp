// The kinds of registered things, each with its table. A kind is what a key's value is one of.
#pragma once

#include <array>

#include "eta/data/data_sets.hpp"
#include "eta/data/splits.hpp"
#include "eta/network/activations.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/network/losses.hpp"
#include "eta/optimizer/clips.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "eta/run/conventions.hpp"
#include "eta/run/presets.hpp"
#include "eta/schedule/schedules.hpp"
#include "eta/stop/stops.hpp"

namespace eta {

struct Kind {
    std::string_view key;
    Entries table;
};

inline constexpr std::array kinds{
    Kind{"schedule", schedules},       Kind{"optimizer", optimizers},   Kind{"clip", clips},
    Kind{"data", data_sets},           Kind{"activation", activations}, Kind{"loss", losses},
    Kind{"initialiser", initialisers}, Kind{"split", splits},           Kind{"stop", stops},
    Kind{"convention", conventions},   Kind{"preset", presets},
};

// The table of a kind, which must exist.
constexpr Entries table_of(std::string_view kind) {
    std::size_t i = 0;
    while (kinds[i].key != kind) ++i;
    return kinds[i].table;
}

}  // namespace eta
