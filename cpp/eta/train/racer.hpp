// Binding one racer of a run.
#pragma once

#include <optional>

#include "eta/train/run.hpp"

namespace eta {

// What a key says for one racer: its own item, else the shared one, else the default's (with no place in the text).
Item item_of(const Items& items, std::string_view key, std::size_t racer);

// Racer number `racer` (from 1). The run's data, split and seed are bound already. Nothing, with problems added, if something is wrong.
std::optional<Racer> read_racer(const Items& items, std::size_t racer, const Run& run, const Limits& limits, Problems& problems);

}  // namespace eta
