// Binding one racer of a run.
#pragma once

#include <optional>

#include "eta/language/defaults.hpp"
#include "eta/train/run.hpp"

namespace eta {

// What a key says for one racer: its own item, else the shared one, else the default's (with no place in the text), a convention's
// before the declared one.
Item item_of(const Items& items, std::string_view key, std::size_t racer, Defaults defaults = {});

// The default of a key for one racer; that of `lr` may go by its optimizer.
std::string default_of(const Items& items, std::string_view key, std::size_t racer, Defaults defaults);

// The defaults that a racer's convention puts in the place of the declared ones; none while its name is wrong.
Defaults defaults_of(const Items& items, std::size_t racer);

// Racer number `racer` (from 1). The run's data, split and seed are bound already. Nothing, with problems added, if something is wrong.
std::optional<Racer> read_racer(const Items& items, std::size_t racer, const Run& run, const Limits& limits, Problems& problems);

}  // namespace eta
