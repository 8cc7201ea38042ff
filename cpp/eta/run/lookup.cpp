// This finds what a key says.
#include "eta/run/lookup.hpp"

#include "eta/run/conventions.hpp"
#include "eta/run/keys.hpp"

namespace eta {

Item item_of(const Items& items, std::string_view key, std::size_t racer, Defaults defaults) {
    const Item* shared = nullptr;
    for (const Item& item : items.whole) {
        if (item.key != key) continue;
        if (item.racer == racer) return item;
        if (item.racer == 0) shared = &item;
    }
    if (shared) return *shared;
    return {.key = std::string(key), .value = default_of(items, key, racer, defaults)};
}

std::string default_of(const Items& items, std::string_view key, std::size_t racer, Defaults defaults) {
    std::string_view initial = find_key(key)->initial;
    const std::string optimizer = key == "lr" && !defaults.empty() ? item_of(items, "opt", racer).value : std::string();
    const std::string_view entry = std::string_view(optimizer).substr(0, optimizer.find('('));
    for (const DefaultOverride& each : defaults)
        if (each.entry == entry && each.param == key) initial = each.initial;
    return std::string(initial);
}

Defaults defaults_of(const Items& items, std::size_t racer) {
    const Convention* convention = find(conventions, item_of(items, "convention", racer).value);
    return convention ? convention->rows : Defaults{};
}

Item validation_of(const Items& items, std::string_view initial) {
    Item item = item_of(items, "validation", 0);
    if (item.value.empty()) item.value = std::string(initial);
    return item;
}

}  // namespace eta
