// A key says for one racer what its own item says, the shared one, or a default.
#pragma once

#include <string>
#include <string_view>

#include "eta/language/defaults.hpp"
#include "eta/run/items.hpp"

namespace eta {

// Returns the racer's own item of a key, else the shared one, else the default's (with no place in the text); a convention's
// default comes before the declared one.
Item item_of(const Items& items, std::string_view key, std::size_t racer, Defaults defaults = {});

// Returns the default of a key for one racer; that of `lr` may depend on its optimizer.
std::string default_of(const Items& items, std::string_view key, std::size_t racer, Defaults defaults);

// Returns the defaults that a racer's convention puts in the place of the declared ones; there are none while its name is wrong.
Defaults defaults_of(const Items& items, std::size_t racer);

// Returns the item of the key `validation`; the data set declares its default.
Item validation_of(const Items& items, std::string_view initial);

}  // namespace eta
